import Almanac
import Canvas
import Domain

/// What a line from paper leaves open: the findings at failed items of one room, asked one after the
/// other by number.
struct PhraseQuestions: Sendable {
  let sheet: RoomSheet
  private(set) var line: PaperLine
  /// The places in ``PaperLine/failed`` that are still to be asked, the present one first.
  private var open: [Int]
  /// Words of their own, while they are typed.
  private var own: TextField?

  enum Outcome {
    case stay
    case complete(PaperLine)
  }

  /// The questions of a line; nil where nothing is open. An item that already has an open hazard here
  /// joins it, and a number that is none of the form's is for the act to refuse.
  init?(_ line: PaperLine, _ sheet: RoomSheet) {
    self.line = line
    self.sheet = sheet
    open = line.failed.indices.filter { index in
      guard line.failed[index].detail == .nothing,
        let question = sheet.questionnaire[line.failed[index].item], question.item.kind == .tick
      else { return false }
      return !sheet.context.hazards.contains { $0.report.item == question.key }
    }
    if open.isEmpty { return nil }
  }

  private var question: Questionnaire.Question? {
    open.first.flatMap { sheet.questionnaire[line.failed[$0].item] }
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if var field = own {
      guard key == .enter else {
        _ = field.update(key)
        own = field
        return .stay
      }
      let words = trimmed(field.text)
      return words.isEmpty ? .stay : answer(.words(words))
    }
    // The item's own words will do.
    if key == .enter { return answer(.nothing) }
    guard let digit = key.digit, let question else { return .stay }
    if digit == 0 {
      own = TextField()
      return .stay
    }
    let phrases = sheet.phrases(for: question, in: context.language)
    guard phrases.indices.contains(digit - 1) else { return .stay }
    return answer(.words(phrases[digit - 1]))
  }

  private mutating func answer(_ detail: TypedMark.Detail) -> Outcome {
    line.failed[open.removeFirst()].detail = detail
    own = nil
    return open.isEmpty ? .complete(line) : .stay
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    guard let question else { return }
    grid.focus = Position(row: rows.lowerBound, column: 0)
    var row = rows.lowerBound
    func write(_ text: String, _ style: Style = .plain) {
      for line in Cells.wrap(text, grid.columns - 2) where row < rows.upperBound {
        grid.write(line, row: row, column: 1, style: style)
        row += 1
      }
    }
    write(
      context(
        Bilingual(
          zh: "\(sheet.room.place.name) 第\(question.number)项不合格：\(question.item.text.zh)",
          en: "\(sheet.room.place.name), item \(question.number) failed: \(question.item.text.en)")),
      .title)
    write(
      context(
        Bilingual(
          zh: "问题（按数字；0 自己写；Enter 用检查项原文）：",
          en: "What (a digit; 0 own words; Enter the item's words):")))
    for (index, phrase) in sheet.phrases(for: question, in: context.language).enumerated() {
      write("  \(index + 1) \(phrase)")
    }
    if let own, row < rows.upperBound {
      own.draw(
        into: &grid, row: row, column: 1, width: min(76, context.columns - 2),
        label: context(Bilingual(zh: "描述", en: "Text")), isFocused: true,
        telling: .room(own.text), context)
    }
  }
}

extension RoomSheet {
  /// The findings offered for an item, at most nine: the checklist's own, then those typed before.
  func phrases(for question: Questionnaire.Question, in language: Language) -> [String] {
    let canned = question.item.phrases.map { $0[language] }
    // An item's own words are what a finding without any has; nobody typed them.
    let known = Set(canned + Language.allCases.map { question.item.plainFinding(in: $0).text })
    let typed =
      question.item.kind == .tick
      ? (context.typed[question.key] ?? []).filter { !known.contains($0) } : []
    return Array((canned + typed).prefix(9))
  }
}
