import Almanac
import Canvas
import Domain

/// Sets one answer right: the item, its new answer, the reason, each by digits or from a list.
struct CorrectionForm: Sendable {
  typealias Question = Questionnaire.Question

  /// How far it is. Esc leads back to the choice of the item.
  enum Stage: Sendable {
    case item
    case answer(Question)
    case notApplicable(Question)
    /// The words of another reason.
    case otherReason(Question, TextField)
    /// A reading or a text.
    case value(Question, TextField)
    case finding(Question, FindingPanel)
    case reason(Question, Answer, TextField)
  }

  /// What a digit makes of an item.
  enum Choice: Hashable, Sendable {
    case pass
    case fail
    case value
    case option(Item.Option)
    case notApplicable
  }

  let sheet: RecordSheet
  private(set) var stage = Stage.item
  private(set) var list = ListPosition()
  private var digits = ""

  init(_ sheet: RecordSheet) { self.sheet = sheet }

  var questions: [Question] { sheet.room.questionnaire.questions }

  func answer(of question: Question) -> Answer? {
    sheet.record.content.answers.first { $0.item == question.key }?.answer
  }

  static func choices(of item: Item) -> [Choice] {
    let own: [Choice] =
      switch item.kind {
      case .tick: [.pass, .fail]
      case .reading, .text: [.value]
      case .choice(let options): options.map(Choice.option)
      }
    return own + [.notApplicable]
  }

  mutating func press(_ key: Key, _ context: Context) -> RecordFormOutcome {
    if key == .escape || key == .control("c") {
      if case .item = stage { return .cancel }
      stage = .item
      return .stay
    }
    switch stage {
    case .item: pressItem(key, context)
    case .answer(let question):
      let choices = Self.choices(of: question.item)
      if let picked = picked(key, of: choices.count) { choose(choices[picked], question, context) }
    case .notApplicable(let question):
      let reasons = NotApplicableReason.allCases
      guard let picked = picked(key, of: reasons.count) else { break }
      stage =
        reasons[picked] == .other
        ? .otherReason(question, TextField())
        : .reason(question, .notApplicable(reason: reasons[picked].rawValue), TextField())
    case .otherReason(let question, var field):
      guard key == .enter else {
        _ = field.update(key)
        stage = .otherReason(question, field)
        break
      }
      let words = trimmed(field.text)
      guard !words.isEmpty else { return .warn(RecordError.reasonMissing.message) }
      let answer = Answer.notApplicable(reason: NotApplicableReason.other.rawValue, note: words)
      stage = .reason(question, answer, TextField())
    case .value(let question, let field): return pressValue(question, field, key, context)
    case .finding(let question, var panel):
      let outcome = panel.press(key, context)
      stage = .finding(question, panel)
      if case .answer(let answer) = outcome { stage = .reason(question, answer, TextField()) }
    case .reason(let question, let answer, var field):
      if key == .enter {
        return .perform(
          .correct(
            sheet.record.id, item: question.number, to: answer, reason: field.text))
      }
      _ = field.update(key)
      stage = .reason(question, answer, field)
    }
    return .stay
  }

  /// What is typed at the stage that it has come to.
  var typed: TypedForm? {
    func form(_ stage: String, _ question: Question) -> String {
      "correct \(sheet.record.id) \(question.number) \(stage)"
    }
    return switch stage {
    case .item, .answer, .notApplicable: nil
    case .otherReason(let question, let field): TypedForm(form("other", question), field)
    case .value(let question, let field): TypedForm(form("value", question), field)
    case .finding(let question, let panel): TypedForm(form("finding", question), panel.texts)
    case .reason(let question, _, let field): TypedForm(form("reason", question), field)
    }
  }

  mutating func restore(_ texts: [String: String]) {
    switch stage {
    case .item, .answer, .notApplicable: break
    case .otherReason(let question, _): stage = .otherReason(question, texts.field)
    case .value(let question, _): stage = .value(question, texts.field)
    case .finding(let question, var panel):
      panel.restore(texts)
      stage = .finding(question, panel)
    case .reason(let question, let answer, _): stage = .reason(question, answer, texts.field)
    }
  }

  private func picked(_ key: Key, of count: Int) -> Int? {
    key.digit.map { $0 - 1 }.flatMap { (0..<count).contains($0) ? $0 : nil }
  }

  /// A number typed digit by digit, or the arrows; Enter takes the item.
  private mutating func pressItem(_ key: Key, _ context: Context) {
    let height = context.body.count - 1
    if let digit = key.digit {
      let longer = digits + String(digit)
      let found = index(of: longer)
      digits = found == nil ? String(digit) : longer
      if let index = found ?? index(of: digits) { list.selected = index }
      list.keep(count: questions.count, height: height)
      return
    }
    digits = ""
    if key == .enter {
      if questions.indices.contains(list.selected) { stage = .answer(questions[list.selected]) }
    } else if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = list.select(
        row: mouse.row - context.body.lowerBound - 1, count: questions.count, height: height)
    } else {
      _ = list.move(key, count: questions.count, height: height)
    }
  }

  private func index(of number: String) -> Int? {
    questions.firstIndex { String($0.number) == number }
  }

  private mutating func choose(_ choice: Choice, _ question: Question, _ context: Context) {
    switch choice {
    case .pass: stage = .reason(question, .pass, TextField())
    case .fail: stage = .finding(question, panel(.fail, nil, question, context))
    case .value: stage = .value(question, TextField())
    case .notApplicable: stage = .notApplicable(question)
    case .option(let option):
      guard let answer = question.item.judge(choice: option.id, in: context.language) else {
        return
      }
      take(answer, .choice(option.id), question, context)
    }
  }

  private mutating func pressValue(
    _ question: Question, _ typed: TextField, _ key: Key, _ context: Context
  ) -> RecordFormOutcome {
    var field = typed
    let isText = question.item.kind == .text
    guard key == .enter else {
      _ = field.update(isText ? key : key.folded)
      stage = .value(question, field)
      return .stay
    }
    let words = trimmed(field.text)
    guard !words.isEmpty else { return .stay }
    if isText {
      stage = .reason(question, .text(words), TextField())
    } else if let answer = question.item.judge(reading: words, in: context.language) {
      take(answer, .reading(words), question, context)
    } else {
      return .warn(GivenAnswerError.notANumber(question.number, words).message)
    }
    return .stay
  }

  /// A finding is looked at before the reason is asked.
  private mutating func take(
    _ answer: Answer, _ base: FindingPanel.Base, _ question: Question, _ context: Context
  ) {
    stage =
      answer.finding.map { .finding(question, panel(base, $0.text, question, context)) }
      ?? .reason(question, answer, TextField())
  }

  /// The finding's panel; the hazard that the wrong answer opened is not offered to join.
  private func panel(
    _ base: FindingPanel.Base, _ text: String?, _ question: Question, _ context: Context
  ) -> FindingPanel {
    var room = sheet.room
    room.context.hazards.removeAll {
      $0.report.inspection == sheet.record.id && $0.report.item == question.key
    }
    var panel = FindingPanel(
      base: base, question: question, text: text, sheet: room, firstOff: room.round.firstOff,
      context)
    panel.proposed = context.bureau.proposedDeadline(
      for: question.item.category, correcting: sheet.record, on: context.today)
    return panel
  }
}
