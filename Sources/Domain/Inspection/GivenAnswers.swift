import Almanac

/// The answers of a whole walk given by item numbers, on a command line or in a line from paper.
public struct GivenAnswers: Hashable, Sendable {
  /// Ticks that failed.
  public var failed: [TypedMark] = []
  /// Items of any kind that do not apply, with a reason by number or in words.
  public var notApplicable: [TypedMark] = []
  /// Readings, as values.
  public var readings: [TypedMark] = []
  /// Choices: the option by id, words or number.
  public var choices: [TypedMark] = []
  /// Texts, as values.
  public var texts: [TypedMark] = []
  /// Values of whatever kind their item is.
  public var values: [TypedMark] = []
  /// Findings mended in the same walk (当场整改), with the measures as values.
  public var onSpot: [TypedMark] = []
  /// Photographs of findings, by item.
  public var photographs: [Int: [Photograph]] = [:]
  /// Passes every tick that is not answered otherwise.
  public var passesRest = false
  /// Ticks that passed, one by one.
  public var passed: [TypedMark] = []

  /// Nothing answered.
  public init() {}

  /// What a line from paper says: what it does not name has passed.
  public init(_ line: PaperLine) {
    failed = line.failed
    notApplicable = line.notApplicable
    values = line.values
    passesRest = true
  }

  /// Whether nothing is answered.
  public var isEmpty: Bool { self == GivenAnswers() }

  /// Returns the answers by item, and which ticks passed at once.
  ///
  /// A finding at an item with a hazard open at this place joins that hazard, so that nothing is
  /// registered twice.
  ///
  /// - Parameter hazards: The hazards open at the place.
  /// - Throws: ``GivenAnswerError``. Items left without an answer are for the signature to refuse.
  public func resolved(
    for questionnaire: Questionnaire, hazards: [Hazard], in language: Language
  ) throws -> (answers: [ItemKey: Answer], passedAtOnce: Set<ItemKey>) {
    let reader = AnswerReader(hazards: hazards, language: language)
    var answers: [ItemKey: Answer] = [:]
    func put(_ marks: [TypedMark], _ read: AnswerReader.Read) throws {
      for mark in marks {
        guard let question = questionnaire[mark.item] else {
          throw GivenAnswerError.noSuchItem(mark.item, count: questionnaire.lastNumber)
        }
        guard answers[question.key] == nil else { throw GivenAnswerError.twice(mark.item) }
        let answer = reader.joined(try read(question, mark.detail), question)
        answers[question.key] = mark.always ? try answer.always(at: mark.item) : answer
      }
    }
    try put(passed, reader.passed)
    try put(failed, reader.failed)
    try put(notApplicable, reader.notApplicable)
    try put(readings, reader.reading)
    try put(choices, reader.choice)
    try put(texts, reader.text)
    try put(values, reader.value)
    try mendOnSpot(&answers, questionnaire)
    try photograph(&answers, questionnaire)
    guard passesRest else { return (answers, []) }
    let rest = questionnaire.questions.filter { $0.item.kind == .tick && answers[$0.key] == nil }
    for question in rest { answers[question.key] = .pass }
    return (answers, Set(rest.map(\.key)))
  }

  /// The photographs by what was asked.
  public func photographs(of questionnaire: Questionnaire) -> [ItemKey: [Photograph]] {
    var found: [ItemKey: [Photograph]] = [:]
    for (item, taken) in photographs {
      if let question = questionnaire[item] { found[question.key] = taken }
    }
    return found
  }

  private func photograph(
    _ answers: inout [ItemKey: Answer], _ questionnaire: Questionnaire
  ) throws {
    for (item, taken) in photographs.sorted(by: { $0.key < $1.key }) {
      guard let question = questionnaire[item] else {
        throw GivenAnswerError.noSuchItem(item, count: questionnaire.lastNumber)
      }
      guard let answer = answers[question.key], answer.finding != nil else {
        throw GivenAnswerError.nothingToPhotograph(item)
      }
      answers[question.key] = answer.photographed(taken.map(\.name))
    }
  }

  /// Marks findings as mended in the same walk; what is known already as an open hazard is not.
  private func mendOnSpot(
    _ answers: inout [ItemKey: Answer], _ questionnaire: Questionnaire
  ) throws {
    var mended: Set<Int> = []
    for mark in onSpot {
      guard mended.insert(mark.item).inserted else { throw GivenAnswerError.twice(mark.item) }
      guard let question = questionnaire[mark.item] else {
        throw GivenAnswerError.noSuchItem(mark.item, count: questionnaire.lastNumber)
      }
      guard let answer = answers[question.key], let finding = answer.finding else {
        throw GivenAnswerError.nothingToMend(mark.item)
      }
      if case .joins(let hazard) = finding.handling {
        throw GivenAnswerError.knownAlready(mark.item, hazard)
      }
      guard case .value(let measures) = mark.detail else {
        throw GivenAnswerError.noValue(mark.item)
      }
      answers[question.key] = answer.handled(.onTheSpot(measures: measures))
    }
  }
}
