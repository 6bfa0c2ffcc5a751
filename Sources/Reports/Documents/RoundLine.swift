import Almanac
import Domain

/// A line of a table of rounds: one round, or all of a plan that comes more often than three times.
struct RoundLine {
  typealias Figures = MonthlySummary.RoundFigures

  /// At least this many rounds of one plan share a line.
  private static let frequent = 4

  var members: [Figures]
  var total = 0
  var done = 0
  var late = 0
  var missed = 0
  var excused = 0

  init(_ members: [Figures]) {
    self.members = members
    for member in members {
      total += member.total
      done += member.done
      late += member.late
      missed += member.missed
      excused += member.excused
    }
  }

  /// The lines of a table, in order of their first due day.
  static func gathered(_ rounds: [Figures]) -> [RoundLine] {
    let byPlan = Dictionary(grouping: rounds, by: \.id.plan)
    return rounds.compactMap { round in
      let peers = byPlan[round.id.plan] ?? []
      guard peers.count >= frequent else { return RoundLine([round]) }
      return peers.first == round ? RoundLine(peers) : nil
    }
  }

  var rate: String { percentage(done, of: total) }
  var isFrequent: Bool { members.count > 1 }
  var plan: Plan.ID? { members.first?.id.plan }

  /// The round's title, or the plan's with the number of its rounds; marked where dates may still move.
  var title: Bilingual {
    guard let first = members.first else { return Bilingual(verbatim: "") }
    var title = first.title
    if isFrequent {
      title = first.plan + Bilingual(zh: "（\(members.count)轮）", en: " (\(members.count) rounds)")
    }
    guard members.contains(where: \.isProvisional) else { return title }
    let mark = WorkCalendar.provisionalMark
    return title + Bilingual(zh: mark.zh, en: " " + mark.en)
  }

  /// The due day, or the first and the last of them.
  var due: Bilingual {
    guard let first = members.map(\.due).min(), let last = members.map(\.due).max() else {
      return Bilingual(verbatim: "")
    }
    guard first < last else { return Bilingual(verbatim: first.monthAndDay) }
    return Bilingual(
      zh: "\(first.monthAndDay)至\(last.monthAndDay)",
      en: "\(first.monthAndDay) to \(last.monthAndDay)")
  }
}
