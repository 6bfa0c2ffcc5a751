import Almanac
import Canvas
import Domain
import Foundation

/// The guided set-up as questions and answers. Pure: same lines, same result.
struct SetupDialogue: Sendable {
  enum Outcome: Sendable {
    case asking
    case agreed
    case stopped
  }

  let language: Language
  /// The login name of whoever sets up.
  let login: String
  private(set) var question = SetupQuestion.name
  private(set) var answers = SetupAnswers()
  /// What was wrong with the last answer.
  private(set) var notice: Bilingual?

  init(language: Language, login: String) {
    self.language = language
    self.login = login
  }

  /// What stands above the first question.
  static let opening = [
    Organization.classifiedWarning,
    Bilingual(
      zh: "回车用方括号里的答案，b 退回，Ctrl-C 停止且什么都不写入。",
      en: "Enter takes the answer in brackets, b goes back, Ctrl-C stops with nothing written."),
  ]

  /// What is to be read now: what was wrong, then the question.
  var prompt: [String] {
    (notice.map { [$0] } ?? []).map { "! " + $0[language] }
      + question.lines(answers, login: login).flatMap { flowed($0[language]) }
  }

  /// Numbered choices, two spaces between, in lines of a terminal that break between two of them.
  private func flowed(_ line: String) -> [String] {
    line.components(separatedBy: "  ").reduce(into: [String]()) { lines, piece in
      guard let last = lines.last, Cells.width(last) + Cells.width(piece) + 2 <= 78 else {
        return lines.append(piece)
      }
      lines[lines.count - 1] = last + "  " + piece
    }
  }

  /// Takes an answer.
  mutating func answer(_ line: String) -> Outcome {
    let line = trimmed(line)
    notice = nil
    if line.lowercased() == "b" {
      goBack()
      return .asking
    }
    do throws(SetupAnswerError) {
      return try take(line)
    } catch {
      notice = error.message
      return .asking
    }
  }

  private mutating func take(_ line: String) throws(SetupAnswerError) -> Outcome {
    switch question {
    case .name:
      let name = line.isEmpty ? answers.organization.name : line
      guard !name.isEmpty else { throw .nameMissing }
      answers.organization.name = try SetupAnswers.name(name)
    case .keyFireUnit:
      answers.organization.isKeyFireUnit = try isYes(line, answers.organization.isKeyFireUnit)
      answers.off = []
    case .corridors:
      answers.organization.corridors = try owner(line, answers.organization.corridors)
    case .equipment:
      answers.organization.equipment = try owner(line, answers.organization.equipment)
    case .sections: if !line.isEmpty { try answers.readSections(line) }
    case .persons:
      guard line.isEmpty else {
        try answers.readPerson(line)
        return .asking
      }
      if let gap = answers.gap {
        notice = gap
        return .asking
      }
    case .places:
      guard line.isEmpty else {
        try answers.readPlaces(line, in: language)
        return .asking
      }
      guard !answers.places.isEmpty else { throw .noPlaces }
    case .plans: if !line.isEmpty { try answers.readOff(line) }
    case .login: try tieLogin(isYes(line, true))
    case .confirm: return try isYes(line, true) ? .agreed : .stopped
    }
    move(by: 1)
    return .asking
  }

  /// Takes back the last person or kind of place, or the last question.
  private mutating func goBack() {
    if question == .persons, let last = answers.persons.popLast() {
      notice = Self.removed(last.name)
    } else if question == .places, let last = answers.places.popLast() {
      notice = Self.removed(last.name)
    } else {
      move(by: -1)
    }
  }

  private static func removed(_ name: String) -> Bilingual {
    Bilingual(zh: "已去掉“\(name)”。", en: "“\(name)” is taken out.")
  }

  private mutating func move(by step: Int) {
    question = SetupQuestion(rawValue: question.rawValue + step) ?? question
  }

  private mutating func tieLogin(_ isTied: Bool) {
    guard let index = answers.administrator else { return }
    answers.persons[index].logins = isTied && !login.isEmpty ? [login] : []
  }

  private func isYes(_ line: String, _ usual: Bool) throws(SetupAnswerError) -> Bool {
    switch line.lowercased() {
    case "": return usual
    case "y", "yes": return true
    case "n", "no": return false
    default:
      let words = Bilingual(zh: "是", en: "yes")
      let denials = Bilingual(zh: "否", en: "no")
      if line == words.zh { return true }
      if line == denials.zh { return false }
      throw .noYesOrNo
    }
  }

  private func owner(
    _ line: String, _ usual: Organization.Owner
  ) throws(SetupAnswerError) -> Organization.Owner {
    guard !line.isEmpty else { return usual }
    guard let number = Int(line) else { throw .noNumbers }
    guard Organization.Owner.allCases.indices.contains(number - 1) else {
      throw .noSuchNumber(number)
    }
    return Organization.Owner.allCases[number - 1]
  }
}
