import Almanac
import ArgumentParser
import Domain

/// The table of who may do what: one row an act.
struct RolesCommand: ParsableCommand {
  static let configuration = about("roles", zh: "谁可以办什么", en: "who may do what")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  /// An act in the JSON list.
  private struct Row: Encodable {
    var act: String
    var roles: [Role]
  }

  func run() throws {
    if output.format == .md, !output.json { return matrix() }
    try output.print(
      Act.allCases.map { Row(act: $0.rawValue, roles: $0.roles) },
      heading: [Bilingual(zh: "事项", en: "Act"), Bilingual(zh: "可由其中任一角色办理", en: "Roles")],
      rows: Act.allCases.map { act in
        [
          act.name[Speech.language],
          act.roles.map { $0.name[Speech.language] }.joined(separator: separator),
        ]
      })
  }

  /// Acts by roles in both languages, as the README has it.
  private func matrix() {
    let heading = [Bilingual(zh: "事项", en: "Act")] + Role.allCases.map(\.name)
    Output.markdown(
      heading.map(both),
      Act.allCases.map { act in
        [both(act.name)] + Role.allCases.map { act.roles.contains($0) ? "●" : "" }
      })
  }

  private func both(_ text: Bilingual) -> String { "\(text.zh) \(text.en)" }

  private var separator: String { Bilingual(zh: "、", en: ", ")[Speech.language] }
}
