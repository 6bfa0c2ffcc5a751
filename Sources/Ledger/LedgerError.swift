import Almanac

/// A reason the ledger could not be opened, read or written. Nothing is half written.
public enum LedgerError: Error, Hashable, Sendable {
  case missing(path: String)
  /// This login may not look at it.
  case forbidden(path: String)
  /// It was opened, and something else or nothing lies there now.
  case moved(path: String)
  case exists(path: String)
  case notALedger(path: String)
  case newer(path: String, version: Int)
  case readOnly(path: String)
  case cannotCreate(path: String, reason: String)
  case busy(path: String)
  case diskFull(path: String)
  case inputOutput(path: String, reason: String)
  case damaged(path: String, reason: String)
  case clockBehind(last: Moment)
  case notABackup(path: String)
  case changedBackup(path: String)
  /// A ledger stands where a backup was to be put, with so many lines that the backup lacks.
  /// A ledger stands in the way: its lines that the backup lacks, since when, and those that the backup has
  /// more.
  case restoringOver(path: String, lacking: Int, since: String?, more: Int)

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .missing(let path):
      Bilingual(
        zh: "没有台账库：\(path)。用 xunjian init 建立，或用 --ledger 指明。",
        en: "No ledger at \(path). Make one with xunjian init, or name one with --ledger.")
    case .forbidden(let path):
      Bilingual(
        zh: "本登录名无权打开台账库：\(path)。请系统管理员把本登录名加入共用台账的用户组。",
        en: """
          This login may not open the ledger: \(path). Have it added to the group that shares the ledger.
          """)
    case .moved(let path):
      Bilingual(
        zh: "台账库不在原处，没有写入；请放回原处或接好磁盘：\(path)。可能被移走、替换或删除；先前已保存的仍在原来的文件里。",
        en: """
          The ledger is not in its place, nothing was written; put it back or connect its disk: \(path). It \
          was moved, replaced or removed; what was saved before is in the file that was there.
          """)
    case .exists(let path):
      Bilingual(
        zh: "已有文件：\(path)，不会覆盖。请换一个位置。",
        en: "There is a file at \(path) already; it is not overwritten. Choose another place.")
    case .notALedger(let path):
      Bilingual(zh: "不是巡检台账库：\(path)。", en: "Not a xunjian ledger: \(path).")
    case .newer(let path, let version):
      Bilingual(
        zh: "台账库 \(path) 由更新的版本写成（格式\(version)），请先升级本程序。",
        en: "The ledger \(path) was written by a newer version (format \(version)); update xunjian."
      )
    case .readOnly(let path):
      Bilingual(
        zh: "台账库只读，未写入：\(path)。请检查权限或磁盘。",
        en: "The ledger is read-only, nothing was written: \(path). Check permissions or the disk.")
    case .cannotCreate(let path, let reason):
      Bilingual(
        zh: "无法建立 \(path)：\(SystemReason.words(reason).zh)。",
        en: "Cannot create \(path): \(SystemReason.words(reason).en).")
    case .busy(let path):
      Bilingual(
        zh: "台账库正被占用，未写入，请再试一次：\(path)。",
        en: "The ledger is busy, nothing was written; try again: \(path).")
    case .diskFull(let path):
      Bilingual(
        zh: "磁盘已满，未写入：\(path)。请腾出空间后再试。",
        en: "The disk is full, nothing was written: \(path). Free some space and try again.")
    case .inputOutput(let path, let reason):
      Bilingual(
        zh: "读写台账库出错：\(path)（\(SystemReason.words(reason).zh)）。",
        en: "Reading or writing the ledger failed: \(path) (\(reason)).")
    case .damaged(let path, let reason):
      Bilingual(
        zh: "台账库有损坏：\(path)（\(reason)）。请先用 xunjian rebuild 重建登记表，再用 xunjian verify "
          + "核验；仍不行的用备份恢复。",
        en:
          "The ledger is damaged: \(path) (\(reason)). Run xunjian rebuild, which remakes its registers, "
          + "then xunjian verify; if that does not help, restore a backup.")
    case .notABackup(let path):
      Bilingual(
        zh: "不是巡检备份：\(path)。请指明备份文件夹（名为 xunjian-… 的那个）。",
        en: "No backup at \(path). Name the backup's folder, one that is called xunjian-….")
    case .changedBackup(let path):
      Bilingual(
        zh: "备份与制作时不符，不能恢复：\(path)。请换一份备份。",
        en: "The backup is not as it was made: \(path). Take another one.")
    case .restoringOver(let path, let lacking, let since, let more):
      Bilingual(
        zh: "现有台账 \(path) 不会被覆盖；"
          + (lacking == 0 ? "它没有比备份更多的记录" : "备份比它少 \(lacking) 条记录，自 \(since ?? "") 起")
          + (more == 0 ? "" : "；备份有 \(more) 条记录是它没有的，请用 xunjian verify 核验它")
          + "。请用 --ledger 换一个位置。",
        en: "The ledger at \(path) is not overwritten; "
          + (lacking == 0
            ? "it has nothing that the backup lacks"
            : "the backup lacks \(lacking) of its lines, from \(since ?? "") on")
          + (more == 0
            ? ""
            : "; the backup has \(counted(more, "line")) that it lacks: check it with xunjian verify")
          + ". Choose another place with --ledger.")
    case .clockBehind(let last):
      Bilingual(
        zh: "时间早于台账最后一条记录（\(last.dayAndTime)），请核对时钟或 --now。",
        en:
          "The time is before the ledger's last line (\(last.dayAndTime)); check the clock or --now."
      )
    }
  }
}
