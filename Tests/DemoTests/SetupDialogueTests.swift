import Almanac
import Domain
import Ledger
import Testing

@testable import xunjian

struct SetupDialogueTests {
  static let chinese = [
    "示例局", "n", "1", "2", "办公室、综合科", "张伟 8,1 办公室", "李娜 5,6", "王强 2,3 综合科", "",
    "1 301-303、会客室 @办公室", "3 档案室", "", "12", "", "",
  ]
  static let english = [
    "Sample Office", "y", "", "3", "General, Survey", "Zhang Wei 8,1 General", "Li Na 5,6 2", "",
    "1 301-303 @1", "9 Car 1", "", "", "n", "y",
  ]

  private func played(
    _ lines: [String], _ language: Language
  ) -> (dialogue: SetupDialogue, outcome: SetupDialogue.Outcome) {
    var dialogue = SetupDialogue(language: language, login: "weiz")
    var outcome = SetupDialogue.Outcome.asking
    for line in lines { outcome = dialogue.answer(line + "\n") }
    return (dialogue, outcome)
  }

  @Test func chineseScript() throws {
    let (dialogue, outcome) = played(Self.chinese, .chinese)
    let answers = dialogue.answers

    #expect(outcome == .agreed)
    #expect(answers.organization == Organization(name: "示例局", equipment: .property))
    #expect(answers.sections.map(\.name) == ["办公室", "综合科"])
    #expect(answers.persons.map(\.name) == ["张伟", "李娜", "王强"])
    #expect(answers.persons[0].roles == [.administrator, .inspector])
    #expect(answers.persons[0].section == "办公室")
    #expect(answers.persons[0].logins == ["weiz"])
    #expect(answers.persons[1].roles == [.supervisor, .fireSafetyManager])
    #expect(answers.places.map(\.name) == ["301 办公室", "302 办公室", "303 办公室", "会客室", "档案室"])
    #expect(answers.places.map(\.kind.rawValue).last == "archive-room")
    #expect(answers.off.count == 1)
    let setup = answers.setup(checklists: try Shipped.checklists(), isPractice: false)
    #expect(setup.plans.count(where: \.isEnabled) == answers.plans.count - 1)
    let lines = try setup.decide(hash: { try Publishing.hash($0) })
    #expect(lines.contains { $0.subject == .place("301") })
  }

  @Test func englishScript() {
    let (dialogue, outcome) = played(Self.english, .english)
    let answers = dialogue.answers

    #expect(outcome == .agreed)
    #expect(answers.organization.isKeyFireUnit)
    #expect(answers.organization.equipment == .compound)
    #expect(answers.persons.map(\.id) == ["Zhang-Wei", "Li-Na"])
    #expect(answers.persons[1].section == "Survey")
    #expect(answers.persons[0].logins == [])
    #expect(answers.places.map(\.name) == ["301 Office", "302 Office", "303 Office", "Car 1"])
    #expect(answers.plans.contains { $0.id == "patrol" })
  }

  struct Case: Sendable {
    /// The lines before the one that is judged.
    var before: Int
    var line: String
    var notice: String?
    var question: SetupQuestion
  }

  @Test(arguments: [
    Case(before: 0, line: "", notice: "Give the organization's name.", question: .name),
    Case(before: 1, line: "perhaps", notice: "Answer y or n.", question: .keyFireUnit),
    Case(before: 1, line: "是", question: .corridors),
    Case(before: 2, line: "4", notice: "There is no number 4.", question: .corridors),
    Case(before: 2, line: "b", question: .keyFireUnit),
    Case(
      before: 5, line: "Zhang Wei",
      notice: "Write “name role-numbers section”, such as: Zhang Wei 8,1 General Office.",
      question: .persons),
    Case(
      before: 5, line: "Zhang Wei 8 Nowhere", notice: "There is no section “Nowhere”.",
      question: .persons),
    Case(
      before: 6, line: "", notice: "Nobody may close: make someone supervisor.", question: .persons),
    Case(before: 7, line: "b", notice: "“Li Na” is taken out.", question: .persons),
    Case(before: 8, line: "", notice: "At least one place is needed.", question: .places),
    // Each room once, by number or by name.
    Case(
      before: 9, line: "1 301-303",
      notice: "There is “301” already; the line was not taken.", question: .places),
    Case(before: 8, line: "99 301", notice: "There is no number 99.", question: .places),
    Case(before: 11, line: "x", notice: "Enter numbers, separated by commas.", question: .plans),
    Case(before: 13, line: "b", question: .login),
  ])
  func oneAnswer(_ row: Case) {
    var (dialogue, _) = played(Array(Self.english.prefix(row.before)), .english)
    let outcome = dialogue.answer(row.line)

    #expect(outcome == .asking)
    #expect(dialogue.notice?.en == row.notice)
    #expect(dialogue.question == row.question)
  }

  @Test func anInspectorIsInsistedOn() {
    var (dialogue, _) = played(Array(Self.english.prefix(5)) + ["A 8", "B 5,6"], .english)
    _ = dialogue.answer("")

    #expect(dialogue.question == .persons)
    #expect(dialogue.notice?.en == "Nobody is an inspector: give someone that role.")
  }

  @Test func backTakesTheLastPersonFirst() {
    let (dialogue, _) = played(Array(Self.english.prefix(7)) + ["b", "b", "b"], .english)

    #expect(dialogue.answers.persons.isEmpty)
    #expect(dialogue.question == .sections)
  }

  @Test func noAtTheEndWritesNothing() {
    let (_, outcome) = played(Array(Self.chinese.dropLast()) + ["n"], .chinese)

    #expect(outcome == .stopped)
  }

  @Test func theQuestionNamesWhatEnterTakes() {
    let (dialogue, _) = played(["示例局"], .chinese)

    #expect(dialogue.prompt == ["是否消防安全重点单位（每日防火巡查）？y/n [n]"])
    #expect(SetupDialogue.opening.map(\.zh).first == "严禁录入涉密信息")
  }
}
