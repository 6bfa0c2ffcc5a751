import Almanac
import Canvas
import Domain

extension RoomScreen {
  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if let panel { return press(panel, key, context) }
    if !isOver, let reason = barrier(context) {
      move(key, context)
      let isAnswer = if case .character = key { true } else { key == .enter }
      return isAnswer ? [.warn(reason)] : []
    }
    guard let question, claims(key, context) else {
      move(key, context)
      return []
    }
    switch question.item.kind {
    case .tick: return []
    case .reading, .text:
      var field = TextField()
      _ = field.update(question.item.kind == .text ? key : key.folded)
      panel = .entry(field)
      return []
    case .choice(let options):
      guard case .character(let character) = key.folded, let number = character.wholeNumberValue,
        options.indices.contains(number - 1)
      else { return [] }
      return choose(options[number - 1], of: question, context)
    }
  }

  private mutating func move(_ key: Key, _ context: Context) {
    if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = list.select(
        row: mouse.row - context.body.lowerBound, count: questions.count,
        height: listHeight(context))
    } else {
      _ = list.move(key, count: questions.count, height: listHeight(context))
    }
  }

  private mutating func choose(
    _ option: Item.Option, of question: Questionnaire.Question, _ context: Context
  ) -> [Step] {
    guard let answer = question.item.judge(choice: option.id, in: context.language) else {
      return []
    }
    let steps = set(answer, context)
    if let finding = answer.finding {
      step(back: question)
      openFinding(.choice(option.id), text: finding.text, context)
    }
    return steps
  }

  /// Opens the panel of a finding at the selected item.
  mutating func openFinding(_ base: FindingPanel.Base, text: String?, _ context: Context) {
    guard let sheet, let question else { return }
    panel = .finding(
      FindingPanel(
        base: base, question: question, text: text,
        photos: draft?[question.key]?.finding?.photos ?? [], sheet: sheet,
        firstOff: firstOff(of: question), context))
  }

  private mutating func step(back question: Questionnaire.Question) {
    panel = nil
    list.selected = index(ofNumber: question.number)
  }

  /// Where the item of a number stands, or the next one where it is not asked.
  func index(ofNumber number: Int) -> Int {
    questions.firstIndex { $0.number >= number } ?? max(0, questions.count - 1)
  }

  private mutating func press(_ open: Panel, _ key: Key, _ context: Context) -> [Step] {
    if case .search(let search) = open {
      pressSearch(search, key == .control("c") ? .escape : key, context)
      return []
    }
    if key == .escape || key == .control("c") {
      let isLeaving = if case .takeOver = open { true } else { false }
      panel = nil
      return isLeaving ? [.pop] : []
    }
    switch open {
    case .finding(let form): return press(form, key, context)
    case .notApplicable(let field, let always):
      return pressNotApplicable(field, always: always, key, context)
    case .entry(let field): return pressEntry(field, key, context)
    case .emptyReading: return pressEmptyReading(key)
    case .together: return pressTogether(key, context)
    case .allPass:
      guard [.enter, .character("9"), .character("A"), .character("1")].contains(key.folded) else {
        return []
      }
      panel = nil
      return passTheRest(context)
    case .takeOver(var found):
      guard [.enter, .character("1")].contains(key.folded) else {
        return key.folded == .character("2") ? [.pop] : []
      }
      panel = nil
      found.owner = context.person.id
      return [.effect(.save(found))] + resume(found, context)
    case .discard:
      guard [.enter, .character("1")].contains(key.folded) else {
        if key.folded == .character("2") { panel = nil }
        return []
      }
      panel = nil
      remember()
      draft = blankDraft(context)
      list = ListPosition()
      return [.effect(.discard(self.key))]
    case .signing:
      return pressSigning(key, context)
    case .search: return []
    case .noEntry(var field):
      guard key == .enter else {
        _ = field.update(key)
        panel = .noEntry(field)
        return []
      }
      return [.effect(.perform(.noEntry(self.key, reason: field.text)))]
    }
  }

  private mutating func press(
    _ form: FindingPanel, _ key: Key, _ context: Context
  ) -> [Step] {
    var form = form
    switch form.press(key, context) {
    case .stay:
      panel = .finding(form)
      return []
    case .load:
      panel = .finding(form)
      return [.effect(.load(.dropFolder))]
    case .answer(let answer):
      panel = nil
      return set(answer, context)
    }
  }

  private mutating func pressNotApplicable(
    _ field: TextField?, always: Bool, _ key: Key, _ context: Context
  ) -> [Step] {
    if var field {
      guard key == .enter else {
        _ = field.update(key)
        panel = .notApplicable(field, always: always)
        return []
      }
      guard !trimmed(field.text).isEmpty else { return [] }
      panel = nil
      return set(
        .notApplicable(
          reason: NotApplicableReason.other.rawValue, note: trimmed(field.text), always: always),
        context)
    }
    if key.digit == 9, !isProposed(context) {
      panel = .notApplicable(nil, always: !always)
      return []
    }
    let reasons = NotApplicableReason.allCases
    let number =
      if case .character(let character) = key.folded { character.wholeNumberValue } else {
        key == .enter ? 1 : nil
      }
    guard let number, reasons.indices.contains(number - 1) else { return [] }
    if reasons[number - 1] == .other {
      panel = .notApplicable(TextField(), always: always)
      return []
    }
    panel = nil
    return set(
      .notApplicable(reason: reasons[number - 1].rawValue, always: always), context)
  }

  /// Whether it already waits for the administrator that the selected item never applies here.
  func isProposed(_ context: Context) -> Bool {
    question.flatMap { context.bureau.exemption(Exemption.Key(place: key.place, item: $0.key)) }?
      .state == .proposed
  }

  private mutating func pressEntry(
    _ field: TextField, _ key: Key, _ context: Context
  ) -> [Step] {
    var field = field
    guard let question else { return [] }
    guard key == .enter else {
      _ = field.update(question.item.kind == .text ? key : key.folded)
      panel = .entry(field)
      return []
    }
    let text = trimmed(field.text)
    if question.item.kind == .text {
      panel = nil
      return text.isEmpty ? [] : set(.text(text), context)
    }
    if text.isEmpty {
      panel = .emptyReading
      return []
    }
    guard let answer = question.item.judge(reading: text, in: context.language) else {
      return [.warn(Bilingual(zh: "“\(text)”不是数，请重填", en: "“\(text)” is no number"))]
    }
    panel = nil
    let steps = set(answer, context)
    if let finding = answer.finding {
      step(back: question)
      openFinding(.reading(text), text: finding.text, context)
    }
    return steps
  }

  private mutating func pressEmptyReading(_ key: Key) -> [Step] {
    switch key.folded {
    case .character("1"), .enter: panel = .entry(TextField())
    case .character("2"): panel = .notApplicable(nil, always: false)
    case .character("3"):
      panel = nil
      list.selected = min(list.selected + 1, max(0, questions.count - 1))
    default: break
    }
    return []
  }

  private mutating func pressSigning(_ key: Key, _ context: Context) -> [Step] {
    var walkers = company ?? Company(context)
    guard !walkers.type(key, context) else {
      company = walkers
      return []
    }
    switch key {
    case .enter, .function(8):
      walkers.leaveFields()
      company = walkers
      return signRequest(context).map { [.effect(.perform(.sign($0)))] }
        ?? [.warn(PersonNames.trouble)]
    case .tab: walkers.moveFocus()
    case .backspace where walkers.focus == nil: panel = nil
    default: break
    }
    company = walkers
    return []
  }
}
