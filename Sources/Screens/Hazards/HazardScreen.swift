import Almanac
import Canvas
import Domain

/// One hazard with all its words and all that happened, to be scrolled: the pane beside the list shows what it
/// has room for.
struct HazardScreen: Screen {
  private var hazard: Hazard
  private var entries: [TimelineEntry]
  private var pages = PagedText()

  init(_ hazard: Hazard, _ entries: [TimelineEntry]) {
    self.hazard = hazard
    self.entries = entries
  }

  var tab: Tab { .hazards }
  /// The hazard itself comes with the list below.
  var queries: [Query] { [.timeline(hazard.id)] }
  func actions(_ context: Context) -> [Action] { [.answers] }

  func title(_ context: Context) -> String {
    "\(hazard.id)  \(context.bureau.name(hazard.report.place))"
  }

  func progress(_ context: Context) -> String { context(pages.progress(context)) }

  /// One closed meanwhile stays as it was last seen, its timeline goes on.
  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    if case .hazards(let window) = answer {
      hazard = window.hazards.first { $0.id == hazard.id } ?? hazard
    } else if case .timeline(hazard.id, let found) = answer {
      entries = found
    }
    let width = context.columns - 4
    let detail = HazardDetail(hazard: hazard, context: context)
    pages.show([
      detail.lines(width: width) + detail.photographs(width: width) + [""]
        + HazardDetail.timeline(entries, width: width, context)
    ])
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    action == .answers ? [.push(hazard.answers(context))] : []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    pages.type(key == .enter ? .pageDown : key, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    pages.draw(into: &grid, rows: rows)
  }
}

extension Hazard {
  /// Who answers for the place where it is, with who rectifies it.
  func answers(_ context: Context) -> ResponsibilityScreen {
    let name = person.map { context.bureau.name($0) } ?? context(ResponsibilityWords.none)
    return ResponsibilityScreen(
      selecting: .place(report.place),
      remark: Bilingual(verbatim: "\(id) ") + Role.rectifier.name + Bilingual(verbatim: " \(name)"))
  }
}
