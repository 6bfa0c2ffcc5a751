import Almanac
import Canvas
import Domain

/// Enters a flood season: last year's dates to be taken or changed, and the announcement's name.
struct SeasonPanel: Sendable {
  enum Outcome {
    case stay
    case cancel
    case warn(Bilingual)
    case perform(Command)
  }

  /// First day, last day, announcement.
  private var fields: [TextField]
  private var focus = 0

  /// A panel that proposes dates.
  init(_ proposed: SeasonEntry) {
    fields = [
      TextField(proposed.start.description), TextField(proposed.end.description),
      TextField(proposed.announcement),
    ]
  }

  private static let labels = [
    Bilingual(zh: "入汛日", en: "First day"), Bilingual(zh: "出汛日", en: "Last day"),
    Bilingual(zh: "通知名称", en: "Announced by"),
  ]

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    switch key {
    case .escape, .control("c"): return .cancel
    case .enter: return entered(context)
    case .tab, .down: focus = (focus + 1) % fields.count
    case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
    default: _ = fields[focus].update(key)
    }
    return .stay
  }

  private mutating func entered(_ context: Context) -> Outcome {
    let days = fields.prefix(2).map { Day(typed: $0.text, today: context.today) }
    guard let start = days[0], let end = days[1] else {
      focus = days[0] == nil ? 0 : 1
      return .warn(
        Bilingual(zh: "请填日期，如 04-15 或 2027-04-15", en: "Enter a date, such as 04-15 or 2027-04-15"))
    }
    do throws(SeasonError) {
      let entry = SeasonEntry(start: start, end: end, announcement: trimmed(fields[2].text))
      guard !entry.announcement.isEmpty else {
        focus = 2
        throw SeasonError.announcementMissing
      }
      return .perform(.set(.season(try entry.season(among: context.bureau.seasons))))
    } catch {
      return .warn(error.message)
    }
  }

  /// What is said when a season was entered here.
  static func news(_ line: Happening) -> Bilingual? {
    guard case .season(let season) = line.event else { return nil }
    return Bilingual(
      zh: "汛期已登记：\(season.start) 至 \(season.end)",
      en: "Flood season: \(season.start) to \(season.end)")
  }

  func draw(over grid: inout Grid, _ context: Context) {
    let width = min(64, grid.columns - 10)
    let dialog = Dialog(
      title: context(Bilingual(zh: "登记汛期", en: "Enter the flood season")),
      lines: fields.map { _ in String(repeating: " ", count: width) } + [
        "",
        context(
          Bilingual(
            zh: "Enter 登记    Tab 下一栏    Esc 取消", en: "Enter enters it    Tab next    Esc cancels")),
      ])
    dialog.draw(over: &grid)
    let size = dialog.grid(columns: grid.columns - 4, rows: grid.rows - 2)
    let (top, left) = ((grid.rows - size.rows) / 2 + 3, (grid.columns - size.columns) / 2 + 2)
    for (index, field) in fields.enumerated() {
      // The last field is no date.
      let room = width - (index < fields.count - 1 ? TypedDate.width : 0)
      field.draw(
        into: &grid, row: top + index, column: left, width: room,
        label: Cells.fit(context(Self.labels[index]), 12), isFocused: index == focus,
        telling: room < width ? nil : .room(field.text), context)
      if room < width {
        TypedDate.draw(field.text, into: &grid, row: top + index, column: left + room + 1, context)
      }
    }
  }
}
