import Almanac
import Canvas
import Domain

/// Loads a holiday notice that is pasted (定稿): first what it would change, then one key. Nothing is
/// recorded before that.
struct NoticePanel: Sendable {
  private enum Stage: Sendable {
    /// For the text; with what was wrong with the last one.
    case waiting(trouble: Bilingual?)
    /// For the year of a text that does not say it.
    case year(text: String, TextField)
    case change(Notice, NoticeChange, top: Int)
  }

  enum Outcome {
    case stay
    case close
    case load(Notice)
  }

  /// The status line is drawn after the screen's own panels: these stay clear of it and of the footer.
  private static let margin = 2

  private var stage = Stage.waiting(trouble: nil)

  /// Whether a pasted text is likely meant for this panel.
  static func speaksOfDaysOff(_ text: String) -> Bool {
    text.contains(Bilingual(zh: "放假", en: "days off").zh)
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .close }
    if case .paste(let text) = key, !isTypingYear {
      read(text, year: nil, context)
      return .stay
    }
    switch stage {
    case .waiting: return key == .enter ? .close : .stay
    case .year(let text, var field):
      guard key == .enter else {
        _ = field.update(key.folded)
        stage = .year(text: text, field)
        return .stay
      }
      if let year = Int(trimmed(field.text)) { read(text, year: year, context) }
    case .change(let notice, let change, let top):
      if change.isEmpty || key.digit == 2 {
        return key == .enter || key.digit != nil ? .close : .stay
      }
      if key.digit == 1 { return .load(notice) }
      stage = .change(notice, change, top: max(0, top + Self.rows(key, context)))
    }
    return .stay
  }

  private var isTypingYear: Bool { if case .year = stage { true } else { false } }

  /// How far a key scrolls.
  private static func rows(_ key: Key, _ context: Context) -> Int {
    switch key.folded {
    case .down, .character("j"): 1
    case .up, .character("k"): -1
    case .pageDown, .control("f"): context.rows - 8
    case .pageUp, .control("b"): 8 - context.rows
    default: 0
    }
  }

  private mutating func read(_ text: String, year: Int?, _ context: Context) {
    do throws(NoticeError) {
      let notice = try Notice(text, year: year, known: context.bureau.calendar.facts)
      let change = try context.bureau.change(loading: notice, on: context.today)
      stage = .change(notice, change, top: 0)
    } catch .yearMissing {
      stage = .year(text: text, TextField())
    } catch {
      stage = .waiting(trouble: error.message)
    }
  }

  func draw(over grid: inout Grid, _ context: Context) {
    switch stage {
    case .waiting(let trouble):
      let ask = Bilingual(
        zh: "把国务院放假通知的全文粘贴到这里。\n先显示有什么变化，确认后才载入。\n也可以用 xunjian calendar load 文件名。",
        en:
          "Paste the whole text of the State Council's notice here.\n"
          + "You see what changes before anything is loaded.\nOr use xunjian calendar load FILE.")
      dialog((trouble.map { [context($0), ""] } ?? []) + [context(ask)], context)
        .draw(over: &grid, margin: Self.margin)
    case .year(_, let field):
      let ask = Bilingual(
        zh: "通知里没有写明是哪一年的。", en: "The notice does not say which year it is for.")
      dialog([context(ask)], context)
        .draw(over: &grid, margin: Self.margin)
      let row = context.body.upperBound - 1
      grid.write(Cells.blank(context.columns), row: row)
      field.draw(
        into: &grid, row: row, column: 1, width: 40,
        label: context(Bilingual(zh: "年份", en: "Year")), isFocused: true,
        telling: .year(field.text), context)
    case .change(let notice, let change, let top):
      var dialog = dialog(lines(notice, change, context), context)
      dialog.top = top
      dialog.draw(over: &grid, margin: Self.margin)
    }
  }

  private func dialog(_ lines: [String], _ context: Context) -> Dialog {
    let next =
      if case .change(_, let change, _) = stage, !change.isEmpty {
        Bilingual(
          zh: "载入放假通知  1 载入  2 不载入  上下 看全部",
          en: "Load a holiday notice  1 load  2 do not  Up/Down scroll")
      } else {
        Bilingual(zh: "载入放假通知  Esc 关闭", en: "Load a holiday notice  Esc closes")
      }
    return Dialog(title: context(next), lines: lines)
  }

  private func lines(
    _ notice: Notice, _ change: NoticeChange, _ context: Context
  ) -> [String] {
    let head =
      [notice.title, notice.number].compactMap(\.self)
      + [notice.remark, change.remark].compactMap(\.self).map {
        context($0)
      }
    guard !change.isEmpty else {
      let words = Bilingual(
        zh: "\(change.year) 年的安排与此相同，不用载入。",
        en: "The holidays of \(change.year) stand so already.")
      return head + [context(words)]
    }
    func part(_ heading: Bilingual, _ lines: [Bilingual]) -> [String] {
      [context(heading)]
        + (lines.isEmpty ? [Bilingual(zh: "无", en: "none")] : lines).map { "  " + context($0) }
    }
    return head
      + part(Bilingual(zh: "假期变化：", en: "Breaks that change:"), change.breakLines)
      + part(Bilingual(zh: "已排轮次的变化：", en: "Rounds that change:"), change.roundLines)
  }
}
