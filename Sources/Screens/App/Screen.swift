import Almanac
import Canvas
import Domain

/// What a screen's update leads to: an effect outside, or a move inside the program.
enum Step: Sendable {
  case effect(Effect)
  case push(any Screen)
  case replace(any Screen)
  case pop
  /// From now on the round is walked together with these, wherever they are open.
  case walk(RoundKey, with: Set<RoundKey>)
  /// The hazard decided on last, which can be taken back from now on; none after any other act.
  case decided(Hazard.ID?)
  case say(Bilingual)
  case warn(Bilingual)
}

/// A tab of the header.
enum Tab: CaseIterable {
  case today
  case inspection
  case hazards
  case calendar
  case summary

  var action: Action {
    switch self {
    case .today: .today
    case .inspection: .inspection
    case .hazards: .hazards
    case .calendar: .calendar
    case .summary: .summary
    }
  }

  var name: Bilingual {
    switch self {
    case .today: Bilingual(zh: "今日", en: "Today")
    case .inspection: Bilingual(zh: "巡检", en: "Inspect")
    case .hazards: Bilingual(zh: "隐患", en: "Hazards")
    case .calendar: Bilingual(zh: "月历", en: "Calendar")
    case .summary: Bilingual(zh: "月报", en: "Summary")
    }
  }
}

/// One screen: a model that takes keys and answers and draws itself. Pure: same model and message, same
/// result.
protocol Screen: Sendable {
  var tab: Tab { get }
  /// What it loads when it opens and when the ledger has changed.
  var queries: [Query] { get }
  /// The line under the header.
  func title(_ context: Context) -> String
  /// What stands at the right of the title and is always in sight: the progress.
  func progress(_ context: Context) -> String
  /// The actions possible now, in the order of the footer.
  func actions(_ context: Context) -> [Action]
  /// Whether a key is text or belongs to a panel before it is an action.
  func claims(_ key: Key, _ context: Context) -> Bool
  mutating func take(_ answer: Reply, _ context: Context) -> [Step]
  mutating func act(_ action: Action, _ context: Context) -> [Step]
  /// The acts possible now that have no key of their own, for the palette.
  func acts(_ context: Context) -> [Bilingual]
  /// Does one of them.
  mutating func act(named name: Bilingual, _ context: Context) -> [Step]
  /// A key that is no action now.
  mutating func type(_ key: Key, _ context: Context) -> [Step]
  /// An act of this screen was written.
  mutating func done(_ lines: [Happening], _ context: Context) -> [Step]
  /// Several acts of this screen were judged one by one.
  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step]
  /// Whether another field follows the one in which something is typed.
  var isFollowedByField: Bool { get }
  /// Whether a typed line is a value or text, that Enter ends.
  func takes(_ line: String, _ context: Context) -> Bool
  /// What is typed in the form that is open; nil where none is.
  func typed(_ context: Context) -> TypedForm?
  /// Puts texts into the form that is open, by the names of their fields.
  mutating func restore(_ texts: [String: String])
  /// The field being typed, where it names persons or a place.
  func named(_ context: Context) -> NamedField?
  /// Draws on the rows between the title and the status line.
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context)
  /// What is said at the left of the status line while there is no news.
  func status(_ context: Context) -> String
}

extension Screen {
  func claims(_ key: Key, _ context: Context) -> Bool { false }
  func acts(_ context: Context) -> [Bilingual] { [] }
  mutating func act(named name: Bilingual, _ context: Context) -> [Step] { [] }
  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    queries.map { .effect(.load($0)) }
  }
  mutating func judged(_ judgements: [Judgement], _ context: Context) -> [Step] { [] }
  func status(_ context: Context) -> String { "" }
  func takes(_ line: String, _ context: Context) -> Bool { false }
  var isFollowedByField: Bool { false }
  func typed(_ context: Context) -> TypedForm? { nil }
  mutating func restore(_ texts: [String: String]) {}
  func named(_ context: Context) -> NamedField? { nil }
  func progress(_ context: Context) -> String { "" }
}

extension Context {
  /// The first of some titles, the fullest first, that stands whole beside a progress.
  func titleFitting(_ titles: [String], beside progress: String) -> String {
    titleFitting(titles, besideColumns: progress.isEmpty ? 0 : Cells.width(progress) + 2)
  }

  /// The first of some titles, the fullest first, that stands whole beside so many cells.
  func titleFitting(_ titles: [String], besideColumns taken: Int) -> String {
    let room = columns - 2 - taken
    return titles.first { Cells.width($0) <= room } ?? titles.last ?? ""
  }
}

/// The rows of a screen between its title and its status line.
extension Context {
  var body: Range<Int> { 3..<max(3, rows - 2) }
}
