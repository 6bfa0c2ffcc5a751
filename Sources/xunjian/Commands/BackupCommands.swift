import Almanac
import ArgumentParser
import Domain
import Foundation
import Ledger

/// Makes a backup, and checks it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Bilingual(zh: "备份台账", en: "back the ledger up")[Speech.language],
    discussion: Bilingual(
      zh: """
        在文件夹里写一份完整的副本，别人照常使用；不写文件夹时放在台账旁的 backups。\
        旧备份保留：最近两天的全部，14 天内每天最后一份，8 周内每周最后一份，以前每月最后一份。
        """,
      en: """
        Writes a consistent copy while others work; into backups beside the ledger unless a folder is \
        named. Kept are all of the last two days, the last of each day for 14 days, of each week for \
        8 weeks, and of each month.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "文件夹", en: "the folder")) var folder: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  /// `{path, events, photographs, lacking, templates}`.
  private struct Made: Encodable {
    var path: String
    var events: Int
    var photographs: Int
    /// Photographs that were missing or changed already.
    var lacking: Int
    /// Edited templates.
    var templates: Int
  }

  func run() throws {
    let session = try Session(options)
    let (path, checked) = try Progress.shown { try session.backUp(to: folder, $0) }
    if json {
      return try Output.json(
        Made(
          path: path, events: checked.events, photographs: checked.photographs.count,
          lacking: checked.lacking, templates: checked.templates.count))
    }
    Output.line(
      Bilingual(
        zh: "已备份并核对：\(path)（\(checked.contents.zh)）",
        en: "Backed up and checked: \(path) (\(checked.contents.en))")[session.language])
    checked.tellOfLacking()
  }
}

/// Puts a backup back where no ledger stands.
struct RestoreCommand: ParsableCommand {
  static let configuration = about("restore", zh: "由备份恢复", en: "put a backup back")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "备份的文件夹", en: "the backup's folder")) var folder: String

  func run() throws {
    let backup = try Progress.shown {
      try Restoration(
        folder: folder, calendar: Shipped.calendar, progress: $0.measuring(.restore))
    }
    try backup.put(at: options.ledgerPath, calendar: Shipped.calendar)
    Output.line(
      Bilingual(
        zh: "已恢复到 \(options.ledgerPath)（\(backup.contents.zh)）；此后的编号带设备字母。",
        en:
          "Restored to \(options.ledgerPath) (\(backup.contents.en)); numbers from now on carry a "
          + "device's letter.")[Speech.language])
    backup.tellOfLacking()
  }
}

extension Session {
  /// Makes a backup in a folder, beside the ledger where none is named, and reads it again.
  func backUp(to folder: String? = nil, _ meter: Meter) throws -> (path: String, Restoration) {
    let path = try ledger.backUp(
      to: folder ?? ledger.backupFolder, at: clock.now, progress: meter.measuring(.backUp))
    let checked = try Restoration(
      folder: path, calendar: Shipped.calendar, progress: meter.measuring(.checkBackup))
    return (path, checked)
  }
}

extension Restoration {
  /// How much it holds.
  var contents: Bilingual {
    var parts = [Bilingual(zh: "\(events) 条记录", en: counted(events, "line"))]
    if !photographs.isEmpty {
      parts.append(
        Bilingual(
          zh: "\(photographs.count) 张照片", en: counted(photographs.count, "photograph")))
    }
    if !templates.isEmpty {
      parts.append(
        Bilingual(zh: "\(templates.count) 个文书模板", en: counted(templates.count, "template")))
    }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// Says which photographs were gone before it was made.
  fileprivate func tellOfLacking() {
    guard lacking > 0 else { return }
    Output.error(
      Bilingual(
        zh: "备份里缺 \(lacking) 张照片：制作时它们已缺失或与附上时不符，见 xunjian verify。",
        en:
          "The backup lacks \(counted(lacking, "photograph")), missing or changed when it was made; "
          + "see xunjian verify."))
  }
}
