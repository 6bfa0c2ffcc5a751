import Almanac

/// The answers of a whole walk given by item numbers, on a command line or in a line from paper.
public struct GivenAnswers: Hashable, Sendable {
  public var failed: [TypedMark] = []
  public var notApplicable: [TypedMark] = []
  public var readings: [TypedMark] = []
  public var choices: [TypedMark] = []
  public var texts: [TypedMark] = []
  /// Values of whatever kind their item is.
  public var values: [TypedMark] = []
  /// Passes every tick that is not answered otherwise.
  public var passesRest = false
  /// Ticks that passed, one by one.
  public var passed: [TypedMark] = []

  public init() {}

  /// What a line from paper says: what it does not name has passed.
  public init(_ line: PaperLine) {
    failed = line.failed
    notApplicable = line.notApplicable
    values = line.values
    passesRest = true
  }

  public var isEmpty: Bool { self == GivenAnswers() }

  /// Returns the answers by item, and how many ticks passed at once.
  ///
  /// A finding at an item with a hazard open at this place joins that hazard, so that nothing is
  /// registered twice.
  ///
  /// - Parameter hazards: The hazards open at the place.
  /// - Throws: ``GivenAnswerError``. Items left without an answer are for the signature to refuse.
  public func resolved(
    for questionnaire: Questionnaire, hazards: [Hazard], in language: Language
  ) throws -> (answers: [ItemKey: Answer], passedAtOnce: Int) {
    let reader = AnswerReader(hazards: hazards, language: language)
    var answers: [ItemKey: Answer] = [:]
    func put(_ marks: [TypedMark], _ read: AnswerReader.Read) throws {
      for mark in marks {
        guard let question = questionnaire[mark.item] else {
          throw GivenAnswerError.noSuchItem(mark.item, count: questionnaire.questions.count)
        }
        guard answers[question.key] == nil else { throw GivenAnswerError.twice(mark.item) }
        answers[question.key] = reader.joined(try read(question, mark.detail), question)
      }
    }
    try put(passed, reader.passed)
    try put(failed, reader.failed)
    try put(notApplicable, reader.notApplicable)
    try put(readings, reader.reading)
    try put(choices, reader.choice)
    try put(texts, reader.text)
    try put(values, reader.value)
    guard passesRest else { return (answers, 0) }
    let rest = questionnaire.questions.filter { $0.item.kind == .tick && answers[$0.key] == nil }
    for question in rest { answers[question.key] = .pass }
    return (answers, rest.count)
  }
}

/// Makes an answer out of what was typed at one item.
struct AnswerReader {
  typealias Read = (Questionnaire.Question, TypedMark.Detail) throws -> Answer

  var hazards: [Hazard]
  var language: Language

  func passed(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard question.item.kind == .tick else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    return .pass
  }

  func failed(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    let item = question.item
    guard item.kind == .tick else {
      throw GivenAnswerError.notThisKind(question.number, is: item.kind.name)
    }
    var finding = item.plainFinding(in: language)
    switch detail {
    case .nothing: break
    case .number(let number):
      guard item.phrases.indices.contains(number - 1) else {
        throw GivenAnswerError.noSuchPhrase(question.number, number, count: item.phrases.count)
      }
      finding.text = item.phrases[number - 1][language]
    case .words(let words): finding.text = words
    case .value(let number):
      guard let hazard = hazards.first(where: { $0.id.rawValue == number }) else {
        throw SigningError.notOpenHere(Identifier(number), item: question.number)
      }
      finding.text = hazard.report.text
      finding.handling = .joins(hazard.id)
    }
    return .fail(finding)
  }

  func notApplicable(
    _ question: Questionnaire.Question, _ detail: TypedMark.Detail
  ) throws -> Answer {
    let reasons = NotApplicableReason.allCases
    switch detail {
    case .nothing: return .notApplicable(reason: NotApplicableReason.noFacility.rawValue)
    case .number(let number):
      guard reasons.indices.contains(number - 1) else {
        throw GivenAnswerError.noSuchReason(question.number, number)
      }
      return .notApplicable(reason: reasons[number - 1].rawValue)
    case .words(let words):
      if let reason = reasons.first(where: { $0.rawValue == words || $0.name[language] == words }) {
        return .notApplicable(reason: reason.rawValue)
      }
      return .notApplicable(reason: NotApplicableReason.other.rawValue, note: words)
    case .value(let value): throw GivenAnswerError.notAValue(question.number, value)
    }
  }

  func reading(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard case .reading = question.item.kind else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    let text = try value(detail, at: question)
    guard let answer = question.item.judge(reading: text, in: language) else {
      throw GivenAnswerError.notANumber(question.number, text)
    }
    return answer
  }

  func choice(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard case .choice(let options) = question.item.kind else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    let text = try value(detail, at: question)
    let numbered = Int(text).flatMap { options.indices.contains($0 - 1) ? options[$0 - 1] : nil }
    let option = options.first { $0.id == text || $0.text[language] == text } ?? numbered
    guard let option, let answer = question.item.judge(choice: option.id, in: language) else {
      throw GivenAnswerError.noSuchOption(question.number, text, options.map(\.text))
    }
    return answer
  }

  func text(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    guard question.item.kind == .text else {
      throw GivenAnswerError.notThisKind(question.number, is: question.item.kind.name)
    }
    return .text(try value(detail, at: question))
  }

  /// A value of the item's own kind; at a tick the open hazard that it joins.
  func value(_ question: Questionnaire.Question, _ detail: TypedMark.Detail) throws -> Answer {
    switch question.item.kind {
    case .tick: try failed(question, detail)
    case .reading: try reading(question, detail)
    case .choice: try choice(question, detail)
    case .text: try text(question, detail)
    }
  }

  private func value(
    _ detail: TypedMark.Detail, at question: Questionnaire.Question
  ) throws -> String {
    guard case .value(let value) = detail else {
      throw GivenAnswerError.noValue(question.number)
    }
    return value
  }

  /// The answer, its finding joined to the hazard open at that very item.
  func joined(_ answer: Answer, _ question: Questionnaire.Question) -> Answer {
    guard var finding = answer.finding, finding.handling == .rectify(),
      let open = hazards.first(where: { $0.report.item == question.key })
    else { return answer }
    finding.handling = .joins(open.id)
    return switch answer {
    case .reading(let value, _): .reading(value, finding)
    case .choice(let option, _): .choice(option, finding)
    case .fail, .pass, .notApplicable, .text: .fail(finding)
    }
  }
}

extension Item.Kind {
  /// What an item of this kind asks for.
  var name: Bilingual {
    switch self {
    case .tick: Bilingual(zh: "合格或不合格", en: "pass or fail")
    case .reading: Bilingual(zh: "读数", en: "a reading")
    case .choice: Bilingual(zh: "选项", en: "a choice")
    case .text: Bilingual(zh: "文字", en: "a text")
    }
  }
}

/// A reason that answers given by number were refused. Nothing was written.
public enum GivenAnswerError: Refusal, Hashable {
  case noSuchItem(Int, count: Int)
  case twice(Int)
  case notThisKind(Int, is: Bilingual)
  case noSuchPhrase(Int, Int, count: Int)
  case noSuchReason(Int, Int)
  case noValue(Int)
  case notAValue(Int, String)
  case notANumber(Int, String)
  case noSuchOption(Int, String, [Bilingual])

  public var kind: RefusalKind { .badData }
  public var message: Bilingual {
    switch self {
    case .noSuchItem(let item, let count):
      Bilingual(
        zh: "没有第\(item)项；此处有\(count)项。", en: "There is no item \(item); this place has \(count).")
    case .twice(let item):
      Bilingual(zh: "第\(item)项给了两个结果。", en: "Item \(item) is answered twice.")
    case .notThisKind(let item, let kind):
      Bilingual(
        zh: "第\(item)项要填的是\(kind.zh)。", en: "Item \(item) asks for \(kind.en).")
    case .noSuchPhrase(let item, let phrase, let count):
      Bilingual(
        zh: "第\(item)项没有第\(phrase)条常用语（共\(count)条）；可直接写情况。",
        en: "Item \(item) has no phrase \(phrase), only \(count); or write what was found.")
    case .noSuchReason(let item, let reason):
      Bilingual(
        zh: "第\(item)项：没有第\(reason)种不适用原因；\(Self.reasons.zh)。",
        en: "Item \(item): there is no reason \(reason) for not applicable; \(Self.reasons.en).")
    case .noValue(let item):
      Bilingual(zh: "第\(item)项要写成“\(item)=内容”。", en: "Write item \(item) as \(item)=VALUE.")
    case .notAValue(let item, let value):
      Bilingual(
        zh: "第\(item)项不适用，不能又有“\(value)”。",
        en: "Item \(item) is not applicable and cannot be “\(value)”.")
    case .notANumber(let item, let text):
      Bilingual(zh: "第\(item)项的读数“\(text)”不是数。", en: "Item \(item): “\(text)” is not a number.")
    case .noSuchOption(let item, let text, let options):
      Bilingual(
        zh: "第\(item)项没有选项“\(text)”；有：\(options.map(\.zh).joined(separator: "、"))。",
        en: "Item \(item) has no option “\(text)”; it has \(options.map(\.en).joined(separator: ", ")).")
    }
  }

  /// The numbered reasons in one line.
  private static let reasons = NotApplicableReason.allCases.enumerated()
    .map { Bilingual(zh: "\($0 + 1) \($1.name.zh)", en: "\($0 + 1) \($1.name.en)") }
    .reduce(Bilingual(verbatim: "")) { $0 == Bilingual(verbatim: "") ? $1 : $0 + Bilingual(zh: "、", en: ", ") + $1 }
}
