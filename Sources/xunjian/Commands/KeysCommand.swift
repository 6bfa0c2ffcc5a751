import Almanac
import ArgumentParser
import Canvas
import Screens

/// The key map: what each key does where, with the person's own keys.
struct KeysCommand: ParsableCommand {
  static let configuration = about("keys", zh: "各处的按键", en: "which keys do what")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "只查冲突，有则退出码为 1", en: "look for clashes; exit status 1 if there are"))
  var check = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
  @Flag(help: help(zh: "输出 Markdown 表格", en: "print tables of Markdown")) var markdown = false

  private var settings: Settings { .present }

  /// One action in one place.
  private struct Row: Encodable {
    var place: String
    var action: String
    var label: Bilingual
    var keys: [String]
    var changed: Bool
  }

  func run() throws {
    if check { return try lookForClashes() }
    if json { return try Output.json(KeyPlace.allCases.flatMap(rows)) }
    for place in KeyPlace.allCases {
      let rows = rows(place).map { row in
        [row.keys.joined(separator: " "), row.label[Speech.language], row.action]
      }
      let name = place.name[Speech.language]
      Output.line(markdown ? "## " + name : name)
      if markdown {
        Output.line("")
        Output.markdown(heading, rows)
      } else {
        Output.table(heading.map { "  " + $0 }, rows.map { $0.map { "  " + $0 } })
      }
      if place != KeyPlace.allCases.last { Output.line("") }
    }
  }

  private var heading: [String] {
    [
      Bilingual(zh: "键", en: "Keys"), Bilingual(zh: "做什么", en: "What it does"),
      Bilingual(zh: "动作名", en: "Action"),
    ].map { $0[Speech.language] }
  }

  private func rows(_ place: KeyPlace) -> [Row] {
    (place == .everywhere ? Action.everywhere : place.own).map { action in
      Row(
        place: place.rawValue, action: action.rawValue, label: action.label,
        keys: settings.keyMap.keys(of: action).map { $0.name[json ? .english : Speech.language] },
        changed: settings.keyMap.isChanged(action))
    }
  }

  /// What clashes in the table itself, and what was left out of the person's own.
  private func lookForClashes() throws {
    let own = settings.problems.filter { $0.field?.hasPrefix("keys.") ?? false }
    let clashes = settings.keyMap.clashes.map { clash in
      let (first, second) = (clash.actions.0.label, clash.actions.1.label)
      let (key, place) = (clash.key.name, clash.place.name)
      return Bilingual(
        zh: "\(place.zh)：\(key.zh) 既是“\(first.zh)”又是“\(second.zh)”",
        en: "\(place.en): \(key.en) is both “\(first.en)” and “\(second.en)”")
    }
    let found = clashes + own.map(\.message)
    for problem in found { Output.line("[X] " + problem[Speech.language]) }
    guard found.isEmpty else { throw ExitCode(ExitStatus.negative.rawValue) }
    Output.line("[v] " + Bilingual(zh: "按键没有冲突", en: "no keys clash")[Speech.language])
  }
}
