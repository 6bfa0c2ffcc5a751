import Almanac
import ArgumentParser
import Domain
import Foundation
import Ledger
import Reports

/// The wording of documents.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: Bilingual(zh: "文书的文字模板", en: "the wording of documents")[Speech.language],
    discussion: Bilingual(
      zh: """
        export 把模板写到台账库旁的“台账库.templates”文件夹，用文本编辑器改好，check 检查，即对所有用本台账库的人生效；\
        删去文件即恢复程序自带的文字。有误的模板不用，改用自带的，并提示一行。已月结的月份仍按月结时的文字。
        """,
      en: """
        export writes the templates into LEDGER.templates beside the ledger; edited there, they hold for all \
        who use the ledger, and check looks at them. A file deleted gives the program's own wording back. A \
        template with a mistake is not used, and one line says so. Sealed months keep their wording.
        """)[Speech.language],
    subcommands: [TemplateList.self, TemplateExport.self, TemplateCheck.self])
}

/// Every template and where its text comes from.
struct TemplateList: ParsableCommand {
  static let configuration = about("list", zh: "列出模板", en: "list the templates")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  /// One template.
  private struct Entry: Encodable {
    var file: String
    var document: Bilingual
    /// Where its edited text lies; null while the program's own is used.
    @Nullable var edited: String?
    var pieces: [String]
    var values: [String]
    var conditions: [String]
  }

  func run() throws {
    let folder = TemplateFolder(besideLedger: options.ledgerPath)
    let (templates, problems) = folder.templates
    for problem in problems { Output.error(problem) }
    let entries = TemplateKind.allCases.flatMap { kind in
      Language.allCases.map { language in
        let file = kind.file(in: language)
        return Entry(
          file: file, document: kind.name,
          edited: templates.isEdited(kind, in: language) ? folder.path + "/" + file : nil,
          pieces: kind.pieces, values: kind.values, conditions: kind.conditions)
      }
    }
    if json { return try Output.json(entries) }
    Output.table(
      [
        Bilingual(zh: "模板", en: "TEMPLATE"), Bilingual(zh: "文书", en: "DOCUMENT"),
        Bilingual(zh: "用的文字", en: "WORDING"),
      ].map { $0[Speech.language] },
      entries.map { entry in
        [
          entry.file, entry.document[Speech.language],
          entry.edited ?? Bilingual(zh: "程序自带", en: "the program's own")[Speech.language],
        ]
      })
  }
}

/// Writes the program's own templates into a folder, to be edited.
struct TemplateExport: ParsableCommand {
  static let configuration = about(
    "export", zh: "写出模板文件供修改", en: "write the templates, to be edited")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(zh: "文件夹；不填则台账库旁，改了即生效", en: "the folder; else beside the ledger, where it counts"))
  var output: String?
  @Flag(help: help(zh: "文件已有时换掉它", en: "take the place of files that are there"))
  var force = false

  func run() throws {
    let folder = output ?? TemplateFolder(besideLedger: options.ledgerPath).path
    let there = TemplateFolder.names.filter {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
    if let first = there.first, !force {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(
          zh: "\(folder) 里已有 \(first) 等\(there.count)个模板，没有覆盖。请换一个文件夹，或加 --force。",
          en:
            "\(folder) has templates already (\(there.count), as \(first)); none was overwritten. Name another folder, or add --force."
        ))
    }
    try LedgerFile.makeFolder(folder)
    for name in TemplateFolder.names {
      let file = folder + "/" + name
      try Files.write(Array(TemplateFolder.shipped(name).utf8), to: file)
      LedgerFile.settle(file)
    }
    Output.line(
      Bilingual(
        zh: "已写出\(TemplateFolder.names.count)个模板：\(folder)",
        en: "Templates written: \(TemplateFolder.names.count), in \(folder)")[Speech.language])
  }
}

/// Looks at edited templates, line by line.
struct TemplateCheck: ParsableCommand {
  static let configuration = about(
    "check", zh: "检查模板，逐行指出错误", en: "look at edited templates, line by line")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "文件夹；不填则台账库旁的", en: "the folder; else the one beside the ledger"))
  var folder: String?

  func run() throws {
    let folder =
      folder.map(TemplateFolder.init(path:)) ?? TemplateFolder(besideLedger: options.ledgerPath)
    guard folder.isThere else {
      guard self.folder == nil else { throw ShellError.noSuchFile(folder.path) }
      return Output.line(
        Bilingual(
          zh: "没有改过的模板，用的都是程序自带的文字（\(folder.path) 不存在）。",
          en: "No template is edited; the program's own are used (there is no \(folder.path)).")[
            Speech.language])
    }
    let strangers = folder.strangers.map { name in
      let near = nearestTemplate(to: name)
      return Bilingual(
        zh: "\(name)：没有这个模板，最接近的是 \(near)。",
        en: "\(name): there is no such template; the nearest is \(near).")
    }
    let problems = folder.templates.problems + strangers
    for problem in problems { Output.line(problem[Speech.language]) }
    guard problems.isEmpty else { throw ExitCode(ExitStatus.negative.rawValue) }
    Output.line(
      Bilingual(zh: "模板没有错误：\(folder.path)", en: "The templates are sound: \(folder.path)")[
        Speech.language])
  }

  private func nearestTemplate(to name: String) -> String {
    Templates.nearest(to: name, among: TemplateFolder.names)
  }
}
