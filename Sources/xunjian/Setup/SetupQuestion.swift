import Almanac
import Domain

/// The questions of a guided set-up, in order.
enum SetupQuestion: Int, CaseIterable, Sendable {
  case name
  case keyFireUnit
  case corridors
  case equipment
  case sections
  case persons
  case places
  case plans
  case login
  case confirm

  /// What is asked, with its choices and, in brackets, what Enter takes.
  func lines(_ answers: SetupAnswers, login: String) -> [Bilingual] {
    switch self {
    case .name:
      [
        Bilingual(zh: "单位名称", en: "Name of the organization")
          + (answers.organization.name.isEmpty
            ? Bilingual(verbatim: "") : bracket(answers.organization.name))
      ]
    case .keyFireUnit:
      [
        Bilingual(
          zh: "是否消防安全重点单位（每日防火巡查）？y/n",
          en: "A key fire unit, which owes a daily fire patrol? y/n")
          + bracket(answers.organization.isKeyFireUnit ? "y" : "n")
      ]
    case .corridors:
      [
        Bilingual(zh: "走道楼梯由谁负责？", en: "Who answers for corridors and stairs?"),
        owners + bracket(number(answers.organization.corridors)),
      ]
    case .equipment:
      [
        Bilingual(zh: "共用设备由谁负责？", en: "Who answers for shared equipment?"),
        owners + bracket(number(answers.organization.equipment)),
      ]
    case .sections:
      [
        Bilingual(zh: "科室，用顿号或逗号分开", en: "Sections, separated by commas")
          + bracket(answers.sections.map(\.name).joined(separator: ", "))
      ]
    case .persons: persons(answers)
    case .places: places(answers)
    case .plans:
      [
        Bilingual(zh: "检查计划全部开启：", en: "All these plans are on:"),
        numbered(answers.plans.map(\.title)),
      ]
        + [Bilingual(zh: "要关闭的编号", en: "Numbers to switch off") + bracket(offNumbers(answers))]
    case .login:
      [
        Bilingual(
          zh: "登录名“\(login)”就是\(administratorName(answers))？y/n",
          en: "Is the login “\(login)” \(administratorName(answers))'s? y/n") + bracket("y")
      ]
    case .confirm:
      summary(answers) + [Bilingual(zh: "写入？y/n", en: "Write it? y/n") + bracket("y")]
    }
  }

  private var owners: Bilingual { numbered(Organization.Owner.allCases.map(\.name)) }

  private func persons(_ answers: SetupAnswers) -> [Bilingual] {
    guard answers.persons.isEmpty else {
      return [Bilingual(zh: "下一位（回车结束）", en: "Next person (Enter: that is all)") + bracket("")]
    }
    return [
      Bilingual(zh: "角色：", en: "Roles:"), numbered(Role.allCases.map(\.name)),
      Bilingual(
        zh: "人员，一行一位：姓名 角色编号 科室，如：张伟 8,1 办公室",
        en: "Persons, one a line: name role-numbers section, as: Zhang Wei 8,1 General Office"),
    ]
  }

  private func places(_ answers: SetupAnswers) -> [Bilingual] {
    guard answers.places.isEmpty else {
      return [Bilingual(zh: "下一类场所（回车结束）", en: "Further places (Enter: that is all)") + bracket("")]
    }
    return [
      Bilingual(zh: "场所类别：", en: "Kinds of place:"), numbered(PlaceKind.allCases.map(\.name)),
      Bilingual(
        zh: "场所，一行一类：类别编号 房号或名称 @科室，如：1 301-312 @办公室",
        en: "Places, one kind a line: kind rooms-or-names @section, as: 1 301-312 @General Office"),
    ]
  }

  private func administratorName(_ answers: SetupAnswers) -> String {
    answers.administrator.map { answers.persons[$0].name } ?? ""
  }

  private func summary(_ answers: SetupAnswers) -> [Bilingual] {
    let plans = answers.plans.count { !answers.off.contains($0.id) }
    return [
      Bilingual(verbatim: answers.organization.name),
      Bilingual(
        zh: "科室 \(answers.sections.count)，人员 \(answers.persons.count)，"
          + "场所 \(answers.places.count)，检查计划 \(plans)",
        en: "sections \(answers.sections.count), persons \(answers.persons.count), "
          + "places \(answers.places.count), plans \(plans)"),
    ]
  }

  private func number(_ owner: Organization.Owner) -> String {
    Organization.Owner.allCases.firstIndex(of: owner).map { String($0 + 1) } ?? ""
  }

  private func offNumbers(_ answers: SetupAnswers) -> String {
    answers.plans.enumerated().filter { answers.off.contains($0.element.id) }
      .map { String($0.offset + 1) }.joined(separator: ",")
  }

  private func bracket(_ text: String) -> Bilingual {
    let shown = text.isEmpty ? Bilingual(zh: "无", en: "none") : Bilingual(verbatim: text)
    return Bilingual(zh: " [\(shown.zh)]", en: " [\(shown.en)]")
  }

  private func numbered(_ names: [Bilingual]) -> Bilingual {
    func list(_ language: Language) -> String {
      names.enumerated().map { "\($0.offset + 1) \($0.element[language])" }.joined(separator: "  ")
    }
    return Bilingual(zh: list(.chinese), en: list(.english))
  }
}
