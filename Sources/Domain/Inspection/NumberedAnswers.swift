import Almanac

/// Answers by item number, as they come back on a paper form or in options.
public struct NumberedAnswers: Hashable, Sendable {
  /// Failed items with a phrase: its number, its number and a spot's digit, words, the number of a
  /// hazard open there, or nothing for the item's own words.
  public var failed: [Int: String] = [:]
  /// Items that do not apply, each with a numbered reason, words, or nothing for the first reason.
  public var notApplicable: [Int: String] = [:]
  /// Readings as typed, options by number or id, and texts.
  public var values: [Int: String] = [:]
  /// Whether every tick not answered otherwise passes.
  public var passesRest = false

  public init() {}

  /// Whether nothing is answered.
  public var isEmpty: Bool { self == NumberedAnswers() }

  /// Reads a list such as `3,7:words, more words`; a comma ends an entry only before a number.
  ///
  /// - Parameter separator: What stands between number and text, a colon or an equals sign.
  /// - Returns: nil if an entry does not begin with a number, or a number stands twice.
  public static func entries(_ text: String, separator: Character) -> [Int: String]? {
    var found: [Int: String] = [:]
    for part in parts(text, separator: separator) {
      let digits = part.prefix(while: isDigit)
      let rest = part.dropFirst(digits.count)
      guard let number = Int(String(digits.compactMap(\.wholeNumberValue).map(String.init).joined())),
        rest.isEmpty || isMark(rest.first, separator), found[number] == nil
      else { return nil }
      found[number] = trimmed(String(rest.dropFirst()))
    }
    return found.isEmpty ? nil : found
  }

  /// The answers to a questionnaire, and how many of them are passes given at once.
  ///
  /// - Throws: ``AnswersError`` that names the item.
  public func answers(
    to questionnaire: Questionnaire, in language: Language
  ) throws -> (answers: [ItemKey: Answer], passedAtOnce: Int) {
    var answers: [ItemKey: Answer] = [:]
    for (number, text) in failed {
      let question = try question(number, questionnaire)
      guard question.item.kind == .tick else { throw AnswersError.notATick(number) }
      answers[question.key] = .fail(try finding(text, at: question, in: language))
    }
    for (number, text) in notApplicable {
      let question = try question(number, questionnaire)
      guard answers[question.key] == nil else { throw AnswersError.twice(number) }
      answers[question.key] = Self.notApplicable(text)
    }
    for (number, text) in values {
      let question = try question(number, questionnaire)
      guard answers[question.key] == nil else { throw AnswersError.twice(number) }
      answers[question.key] = try value(text, of: question, in: language)
    }
    let rest = questionnaire.questions.filter { answers[$0.key] == nil }
    let asked = rest.filter { $0.item.kind != .tick }
    guard asked.isEmpty else {
      throw AnswersError.missing(asked.map { .init(number: $0.number, text: $0.item.text) })
    }
    guard passesRest else { return (answers, 0) }
    for question in rest { answers[question.key] = .pass }
    return (answers, rest.count)
  }

  private func question(
    _ number: Int, _ questionnaire: Questionnaire
  ) throws -> Questionnaire.Question {
    guard let question = questionnaire[number] else {
      throw AnswersError.noSuchItem(number, last: questionnaire.questions.count)
    }
    return question
  }

  private func finding(
    _ text: String, at question: Questionnaire.Question, in language: Language
  ) throws -> Finding {
    let item = question.item
    guard !text.isEmpty else { return item.plainFinding(in: language) }
    if let hazard = Self.hazardNumber(text) {
      var finding = item.plainFinding(in: language)
      finding.handling = .joins(hazard)
      return finding
    }
    guard text.count <= 2, text.allSatisfy(isDigit) else {
      return Finding(text: text, category: item.category)
    }
    let digits = text.compactMap(\.wholeNumberValue)
    guard let phrase = digits.first, item.phrases.indices.contains(phrase - 1) else {
      throw AnswersError.noSuchPhrase(text, item: question.number, last: item.phrases.count)
    }
    let spot = digits.dropFirst().first.flatMap(Spot.init)
    return Finding(
      text: item.phrases[phrase - 1][language], spot: spot?.name[language],
      category: item.category)
  }

  private static func notApplicable(_ text: String) -> Answer {
    let reasons = NotApplicableReason.allCases
    if text.isEmpty { return .notApplicable(reason: NotApplicableReason.noFacility.rawValue) }
    if let number = Int(text), reasons.indices.contains(number - 1) {
      return .notApplicable(reason: reasons[number - 1].rawValue)
    }
    let known = reasons.first { [$0.rawValue, $0.name.zh, $0.name.en].contains(text) }
    return known.map { .notApplicable(reason: $0.rawValue) }
      ?? .notApplicable(reason: NotApplicableReason.other.rawValue, note: text)
  }

  private func value(
    _ text: String, of question: Questionnaire.Question, in language: Language
  ) throws -> Answer {
    let item = question.item
    switch item.kind {
    case .tick: throw AnswersError.isATick(question.number)
    case .text: return .text(text)
    case .reading:
      guard let answer = item.judge(reading: text, in: language) else {
        throw AnswersError.notANumber(text, item: question.number)
      }
      return answer
    case .choice(let options):
      let byNumber = Int(text).flatMap { options.indices.contains($0 - 1) ? options[$0 - 1] : nil }
      let chosen = byNumber ?? options.first { [$0.id, $0.text.zh, $0.text.en].contains(text) }
      guard let answer = chosen.flatMap({ item.judge(choice: $0.id, in: language) }) else {
        throw AnswersError.noSuchOption(text, item: question.number, options: options.map(\.text))
      }
      return answer
    }
  }

  /// A hazard's number, as `2026-017` or `2026-B017`.
  private static func hazardNumber(_ text: String) -> Hazard.ID? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(isDigit), parts[1].count >= 3,
      parts[1].drop(while: { $0.isLetter && $0.isASCII }).allSatisfy(isDigit)
    else { return nil }
    return Identifier(text)
  }

  private static func parts(_ text: String, separator: Character) -> [String] {
    var parts: [String] = []
    for piece in text.split(whereSeparator: { ",，、".contains($0) }) {
      let plain = trimmed(String(piece))
      let rest = plain.drop(while: isDigit)
      let begins = rest.count < plain.count && (rest.isEmpty || isMark(rest.first, separator))
      if begins || parts.isEmpty {
        parts.append(plain)
      } else {
        parts[parts.count - 1] += "，\(plain)"
      }
    }
    return parts
  }

  private static func isMark(_ character: Character?, _ separator: Character) -> Bool {
    character == separator || (separator == ":" && character == "：")
      || (separator == "=" && character == "＝")
  }
}

/// Whether a character is a digit 0–9, plain or full-width.
func isDigit(_ character: Character) -> Bool {
  character.unicodeScalars.count == 1
    && character.unicodeScalars.allSatisfy {
      (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value)
    }
}

/// A reason numbered answers do not fit what is asked. Nothing was written.
public enum AnswersError: Refusal, Hashable {
  /// A question left without an answer.
  public struct Question: Hashable, Sendable {
    public var number: Int
    public var text: Bilingual
  }

  case noSuchItem(Int, last: Int)
  case noSuchPhrase(String, item: Int, last: Int)
  case noSuchOption(String, item: Int, options: [Bilingual])
  case notANumber(String, item: Int)
  case notATick(Int)
  case isATick(Int)
  case twice(Int)
  case missing([Question])

  public var kind: RefusalKind { .badData }

  public var message: Bilingual {
    switch self {
    case .noSuchItem(let number, let last):
      Bilingual(
        zh: "没有第\(number)项，此处共\(last)项。", en: "There is no item \(number); the last is \(last).")
    case .noSuchPhrase(let text, let item, let last):
      Bilingual(
        zh: "第\(item)项没有编号为“\(text)”的常用语（共\(last)条）。",
        en: "Item \(item) has no phrase \(text); the last is \(last).")
    case .noSuchOption(let text, let item, let options):
      Bilingual(
        zh: "第\(item)项没有“\(text)”，可选：\(options.map(\.zh).joined(separator: "、"))。",
        en: "Item \(item) has no “\(text)”; choose \(options.map(\.en).joined(separator: ", ")).")
    case .notANumber(let text, let item):
      Bilingual(
        zh: "第\(item)项应填数字，不是“\(text)”。", en: "Item \(item) asks a number, not “\(text)”.")
    case .notATick(let number):
      Bilingual(
        zh: "第\(number)项不是勾选项，请填读数或选项。",
        en: "Item \(number) is not a tick; give its reading or choice.")
    case .isATick(let number):
      Bilingual(
        zh: "第\(number)项是勾选项，只有合格、不合格、不适用。",
        en: "Item \(number) is a tick: pass, fail or not applicable.")
    case .twice(let number):
      Bilingual(zh: "第\(number)项答了两次。", en: "Item \(number) is answered twice.")
    case .missing(let questions):
      Bilingual(
        zh: "还缺：\(questions.map { "第\($0.number)项“\($0.text.zh)”" }.joined(separator: "、"))。",
        en: "Still missing: \(questions.map { "\($0.number) “\($0.text.en)”" }.joined(separator: ", ")).")
    }
  }
}
