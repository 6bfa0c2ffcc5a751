import Almanac

/// Long work under way: what it is, how far it has come, and how long that took.
public struct Work: Hashable, Sendable {
  /// What is being done.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case verify
    case backUp
    /// The backup just made is read again.
    case checkBackup
    /// A document becomes pages.
    case typeset
    /// The printing system takes the pages.
    case send
    /// A backup is read before it is put back.
    case restore
    /// The registers are folded anew.
    case rebuild
    /// Messages from files are entered.
    case takeIn
    /// The lines of a round from paper are checked.
    case enter
    /// The history of a demonstration is played.
    case demonstration
    /// Several things are dealt with one by one.
    case act
    /// A ledger is made.
    case found
  }

  /// What is being done.
  public var kind: Kind
  /// Steps done.
  public var done: Int
  /// Steps in all; 0 where that is not known.
  public var total: Int
  /// Milliseconds since it began.
  public var taken: Int

  /// So many acts, each on another thing, are watched as they go.
  public static let many = 20

  /// Work that has come so far.
  public init(_ kind: Kind, done: Int = 0, of total: Int = 0, taken: Int = 0) {
    self.kind = kind
    self.done = done
    self.total = total
    self.taken = taken
  }

  /// How much is done, from 0 to 100; nil where that is not known.
  public var percent: Int? {
    total > 0 ? max(0, min(100, done * 100 / total)) : nil
  }

  /// Seconds still to go at the pace so far; nil before half a second has shown that pace.
  public var left: Int? {
    guard taken >= 500, done > 0, done < total else { return nil }
    return (taken * (total - done) / done + 999) / 1000
  }

  /// How far it is and how long it will take, as `28%，约还需 4 秒`; empty where nothing is known.
  public var progress: Bilingual {
    guard let percent else { return Bilingual(verbatim: "") }
    let share = Bilingual(verbatim: "\(percent)%")
    guard let left else { return share }
    let (minutes, seconds) = (left / 60, left % 60)
    return share
      + (minutes == 0
        ? Bilingual(zh: "，约还需 \(seconds) 秒", en: ", about \(seconds) s to go")
        : Bilingual(
          zh: "，约还需 \(minutes) 分 \(seconds) 秒", en: ", about \(minutes) min \(seconds) s to go"))
  }
}

extension Work.Kind {
  /// What is being done, in words.
  public var name: Bilingual {
    switch self {
    case .verify: Bilingual(zh: "正在核验台账", en: "Checking the ledger")
    case .backUp: Bilingual(zh: "正在备份台账", en: "Backing the ledger up")
    case .checkBackup: Bilingual(zh: "正在核对备份", en: "Checking the backup")
    case .typeset: Bilingual(zh: "正在排版", en: "Setting the pages")
    case .send: Bilingual(zh: "正在送往打印机", en: "Sending to the printer")
    case .restore: Bilingual(zh: "正在核对要恢复的备份", en: "Checking the backup to restore")
    case .rebuild: Bilingual(zh: "正在由流水重建登记表", en: "Remaking the registers")
    case .takeIn: Bilingual(zh: "正在导入报文", en: "Taking messages in")
    case .enter: Bilingual(zh: "正在核对各行", en: "Checking the lines")
    case .demonstration:
      Bilingual(zh: "正在准备一年半的演练记录", en: "Preparing a year and a half of practice records")
    case .act: Bilingual(zh: "正在逐条办理", en: "Dealing with them one by one")
    case .found: Bilingual(zh: "正在建立台账库", en: "Making the ledger")
    }
  }

  /// What holds after it was stopped.
  public var stopped: Bilingual {
    switch self {
    case .verify: Bilingual(zh: "核验已停止，没有结果；台账没有变动", en: "Stopped: not checked, nothing changed")
    case .backUp:
      Bilingual(zh: "备份已停止，没有留下任何文件", en: "Stopped: no backup was made, nothing is left of it")
    case .checkBackup:
      Bilingual(zh: "核对已停止；备份已经做好，还没有核对", en: "Stopped: the backup is made, and not checked")
    case .typeset: Bilingual(zh: "已停止，没有打印，也没有存文件", en: "Stopped: nothing was printed or saved")
    case .send: Bilingual(zh: "已停止送打印；请看打印机有没有收到", en: "Stopped: see whether the printer has it")
    case .restore: Bilingual(zh: "已停止，没有恢复，什么都没有写入", en: "Stopped: nothing was restored")
    case .rebuild: Bilingual(zh: "已停止，登记表没有变动", en: "Stopped: the registers are as they were")
    case .takeIn:
      Bilingual(zh: "导入已停止；已登记的保留，其余没有导入", en: "Stopped: what was recorded stays, no more came in")
    case .enter: Bilingual(zh: "已停止，一行也没有写入", en: "Stopped: not one line was written")
    case .demonstration, .found:
      Bilingual(zh: "已停止，什么都没有留下", en: "Stopped: nothing is left of it")
    case .act: Bilingual(zh: "已停止，没有轮到办", en: "stopped before its turn came")
    }
  }
}
