import Almanac
import Canvas
import Domain

/// Enters a sheet of decisions that came back: its number, the date signed on it, then a digit a line.
struct ReturnedSheetForm: Sendable {
  enum Outcome {
    case stay
    case close
    case load(Query)
    case enter([HazardAct], for: Person.ID, Entered, scan: DropFile?)
  }

  /// What is asked now.
  enum Step: Sendable {
    /// The number on the paper, or the day on which it was printed.
    case number
    /// Which of the sheets of a day it is, by the numbers on them.
    case choice([DecisionSheet])
    case paper(ReturnedSheet)
    /// Which of the files dropped is its scan, if one is.
    case scan(ReturnedSheet)
    case marks(ReturnedSheet)
    /// The day or the reason that belongs to a box at the selected line.
    case words(ReturnedSheet, SheetBox)
  }

  var step = Step.number
  var field = TextField()
  private(set) var list = DigitList()
  /// The line of the sheet that the next digit ticks.
  var position = ListPosition()
  var marks: [Int: SheetChoice.Mark] = [:]
  private(set) var trouble: Bilingual?
  /// Whether the next key of the same kind does what cannot be taken back: enters all, or drops all.
  private(set) var asksAgain = false
  /// The date signed on the paper.
  private(set) var paper: Day
  /// Its scan.
  private(set) var scan: DropFile?
  /// What lies in the folder into which scans and photographs are dropped.
  private(set) var listing: DropListing?
  /// The words that were being typed when the sheet was left, until its lines are reached again.
  var begun: Begun?
  /// The name of the scan that was chosen then.
  var formerScan: String?
  /// The day whose sheets are asked for.
  private var wanted: Day?

  init(_ context: Context) { paper = context.today }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    trouble = nil
    if key == .escape || key == .control("c") { return leave() }
    switch step {
    case .number:
      guard key == .enter else {
        _ = field.update(key)
        return .stay
      }
      return ask(context)
    case .choice(let found):
      if let index = list.pick(key, of: found.count) {
        choose(found[index].number, among: found, context)
      }
    case .paper(let sheet):
      guard key == .enter else {
        _ = field.update(key.folded)
        return .stay
      }
      return readPaper(sheet, context)
    case .scan(let sheet): chooseScan(key, sheet)
    case .marks(let sheet): return mark(key, sheet, context)
    case .words(let sheet, let box):
      guard key == .enter else {
        _ = field.update(box == .extend ? key.folded : key)
        return .stay
      }
      readWords(sheet, box, context)
    }
    return .stay
  }

  /// One step back from a field; what was ticked is dropped only when asked twice.
  private mutating func leave() -> Outcome {
    switch step {
    case .words(let sheet, _): step = .marks(sheet)
    case .marks where !marks.isEmpty && !asksAgain:
      asksAgain = true
      trouble = Bilingual(zh: "再按一次 Esc，这张单不录了", en: "Esc again leaves the sheet unentered")
    case .number, .choice, .paper, .scan, .marks: return .close
    }
    return .stay
  }

  /// The day that the field names, by the number of a sheet or by itself; today when empty.
  private func day(_ context: Context) -> Day? {
    let text = trimmed(field.text)
    if text.isEmpty { return context.today }
    return SheetNumber(text)?.day ?? Day(typed: text, today: context.today)
  }

  private mutating func ask(_ context: Context) -> Outcome {
    guard let day = day(context) else {
      trouble = DecisionError.noSheetNumber(trimmed(field.text)).message
      return .stay
    }
    wanted = day
    return .load(.decisionSheets(printedOn: day))
  }

  /// Takes the sheets of a day.
  mutating func take(_ found: [DecisionSheet], of day: Day, _ context: Context) {
    guard case .number = step, wanted == day else { return }
    wanted = nil
    if let number = SheetNumber(field.text) {
      choose(number, among: found, context)
    } else {
      step = .choice(found)
      list = DigitList()
    }
  }

  private mutating func choose(
    _ number: SheetNumber, among sheets: [DecisionSheet], _ context: Context
  ) {
    do throws(DecisionError) {
      step = .paper(try ReturnedSheet(number, among: sheets))
      field = TextField(context.today.description)
    } catch {
      trouble = error.message
    }
  }

  private mutating func readPaper(_ sheet: ReturnedSheet, _ context: Context) -> Outcome {
    guard let day = Day(typed: field.text, today: context.today) else {
      trouble = Bilingual(zh: "请填日期，如 11-30 或 -1。", en: "Enter a day, such as 11-30 or -1.")
      return .stay
    }
    if day > context.today {
      trouble = EnteredError.paperInFuture(day).message
    } else if day < sheet.sheet.day {
      trouble = DecisionError.paperBeforeSheet(day, printed: sheet.sheet.day).message
    } else {
      paper = day
      step = .scan(sheet)
      return .load(.dropFolder)
    }
    return .stay
  }

  /// Takes what lies in the folder of photographs; where there is nothing, no scan is asked for.
  mutating func take(_ listing: DropListing) {
    guard case .scan(let sheet) = step else { return }
    self.listing = listing
    if let file = listing.files.first(where: { $0.name == formerScan }) {
      scan = file
      goOn(sheet)
    } else if listing.files.isEmpty {
      goOn(sheet)
    }
  }

  private mutating func chooseScan(_ key: Key, _ sheet: ReturnedSheet) {
    guard let digit = key == .enter ? 0 : key.digit, let files = listing?.files,
      digit <= files.count
    else { return }
    scan = digit == 0 ? nil : files[digit - 1]
    goOn(sheet)
  }

  private mutating func mark(
    _ key: Key, _ returned: ReturnedSheet, _ context: Context
  ) -> Outcome {
    let lines = returned.sheet.lines
    if key == .enter { return enter(returned, context) }
    asksAgain = false
    guard lines.indices.contains(position.selected) else { return .stay }
    let line = lines[position.selected]
    guard let digit = key.digit else {
      _ = position.move(key, count: lines.count, height: lines.count)
      return .stay
    }
    guard let box = SheetBox(rawValue: digit) else { return .stay }
    guard box.isPrinted(on: line) else {
      trouble = Bilingual(
        zh: "单子上这一行没有“\(box.name.zh)”。", en: "The sheet has no “\(box.name.en)” at this line.")
      return .stay
    }
    switch box {
    case .nothing: set(nil, returned)
    case .agree: set(.agree, returned)
    case .extend, .reject:
      step = .words(returned, box)
      field = TextField(box == .extend ? line.hazard.requested?.deadline.description ?? "" : "")
    }
    return .stay
  }

  /// Puts a mark at the selected line and goes on to the next.
  private mutating func set(_ mark: SheetChoice.Mark?, _ returned: ReturnedSheet) {
    let lines = returned.sheet.lines
    marks[lines[position.selected].number] = mark
    position.selected = min(position.selected + 1, lines.count - 1)
    step = .marks(returned)
  }

  private mutating func readWords(
    _ returned: ReturnedSheet, _ box: SheetBox, _ context: Context
  ) {
    let text = trimmed(field.text)
    if box == .reject {
      guard !text.isEmpty else {
        trouble = Bilingual(zh: "请写明退回的原因。", en: "Say why it is sent back.")
        return
      }
      return set(.reject(reason: text), returned)
    }
    guard let day = Day(typed: text, today: context.today) else {
      trouble = Bilingual(zh: "请填日期，如 11-30 或 +7。", en: "Enter a day, such as 11-30 or +7.")
      return
    }
    set(.extend(to: day), returned)
  }

  private mutating func enter(_ returned: ReturnedSheet, _ context: Context) -> Outcome {
    guard !marks.isEmpty else {
      trouble = Bilingual(zh: "还没有一行有√。", en: "No line is ticked yet.")
      return .stay
    }
    let choices = marks.sorted { $0.key < $1.key }.map { SheetChoice(line: $0.key, $0.value) }
    do throws(DecisionError) {
      let acts = try returned.acts(
        choices, paper: paper, context.bureau, today: context.today, in: context.language)
      guard asksAgain else {
        asksAgain = true
        trouble = Bilingual(
          zh: "再按一次 Enter，代\(returned.sheet.leader.name)录入 \(acts.count) 行",
          en: "Enter again enters \(acts.count) for \(returned.sheet.leader.name)")
        return .stay
      }
      return .enter(
        acts, for: returned.sheet.leader.id, Entered(by: context.person.id, paper: paper),
        scan: scan)
    } catch {
      trouble = error.message
      return .stay
    }
  }
}

/// A box at a line of a sheet of decisions, by the digit that ticks it.
enum SheetBox: Int, CaseIterable, Sendable {
  case nothing = 0
  case agree
  case extend
  case reject

  var name: Bilingual {
    switch self {
    case .nothing: Bilingual(zh: "不办", en: "nothing")
    case .agree: Bilingual(zh: "同意", en: "agree")
    case .extend: Bilingual(zh: "延期至", en: "extend to")
    case .reject: Bilingual(zh: "退回", en: "send back")
    }
  }

  func isPrinted(on line: DecisionSheet.Line) -> Bool {
    switch self {
    case .nothing, .agree: true
    case .extend: line.mayExtend
    case .reject: line.mayReject
    }
  }
}

extension SheetChoice.Mark {
  /// As the line of a sheet shows it.
  var words: Bilingual {
    switch self {
    case .agree: SheetBox.agree.name
    case .extend(let day): SheetBox.extend.name + Bilingual(verbatim: " \(day.monthAndDay)")
    case .reject(let reason): SheetBox.reject.name + Bilingual(zh: "：\(reason)", en: ": \(reason)")
    }
  }
}
