import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// Checklists.
struct ChecklistCommand: ParsableCommand {
  static let configuration = about(
    "checklist", zh: "检查表", en: "checklists",
    [ChecklistList.self, ChecklistShow.self, ChecklistAdd.self, ChecklistClose.self])
}

/// Lists checklists.
struct ChecklistList: ParsableCommand {
  static let configuration = about("list", zh: "列出检查表", en: "list checklists")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let lists = try session.ledger.bureau().checklists
    try output.print(
      lists.map(ChecklistJSON.init),
      heading: MasterHeadings.named + [
        Bilingual(zh: "版本", en: "Version"), Bilingual(zh: "停用", en: "Closed"),
      ],
      rows: lists.map {
        [
          $0.id.rawValue, $0.title[session.language], String($0.version),
          $0.to?.description ?? "",
        ]
      })
  }
}

/// A checklist in a JSON list.
struct ChecklistJSON: Encodable {
  var id: Checklist.ID
  var name: Bilingual
  var version: Int
  @Nullable var to: Day?

  init(_ outline: ChecklistOutline) {
    id = outline.id
    name = outline.title
    version = outline.version
    to = outline.to
  }
}

/// Shows a checklist's items.
struct ChecklistShow: ParsableCommand {
  static let configuration = about("show", zh: "看一张检查表", en: "show one checklist")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    guard let version = try session.ledger.checklist(Identifier<Checklist>(id)) else {
      throw ShellError.noSuchChecklist(id)
    }
    if json { return try Output.json(version.content) }
    Output.line("\(version.content.title[session.language])  v\(version.content.version)")
    for section in version.content.sections {
      Output.line(section.title[session.language])
      for item in section.items { Output.line("  \(item.id)  \(item.text[session.language])") }
    }
  }
}

/// Publishes the checklists of a file; records keep the versions they were made with.
struct ChecklistAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Bilingual(zh: "发布文件中的检查表", en: "publish the lists of a file")[Speech.language],
    aliases: ["edit"])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "YAML 文件", en: "a YAML file")) var file: String

  func run() throws {
    let session = try Session(options)
    for checklist in try ChecklistFile.read(Files.read(file), file: file) {
      let version = ChecklistVersion(hash: try Publishing.hash(checklist), content: checklist)
      if let present = try session.ledger.checklist(checklist.id), present.hash == version.hash,
        present.to == nil
      {
        continue
      }
      try session.perform(.set(.checklist(version)))
      Output.line("\(checklist.id)  v\(checklist.version)")
    }
  }
}

/// Takes a checklist that no plan asks any more out of use; its records keep it.
struct ChecklistClose: ParsableCommand {
  static let configuration = about("close", zh: "停用检查表", en: "take a checklist out of use")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    let session = try Session(options)
    guard var version = try session.ledger.checklist(Identifier<Checklist>(id)) else {
      throw ShellError.noSuchChecklist(id)
    }
    version.to = session.today
    try session.perform(.set(.checklist(version)))
    Output.line("\(id)  v\(version.content.version)  - \(session.today)")
  }
}
