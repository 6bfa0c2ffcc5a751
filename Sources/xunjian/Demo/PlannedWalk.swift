import Almanac
import Domain

/// A walk that the history means to have made.
struct PlannedWalk: Sendable {
  /// How its record comes in.
  enum Entry: Sendable {
    case onSite
    case fromPaper(form: String)
    case belated
  }

  var occurrence: Occurrence
  var place: Place
  var inspector: Person.ID
  var ledBy: Person.ID?
  var from: Moment
  var to: Moment
  var entry: Entry
  /// Failed items in a thousand.
  var failures: Int

  /// Who walked and when, as it is signed.
  var walk: Signing.Walk {
    var walk = Signing.Walk(inspectors: [inspector], ledBy: ledBy, from: from, to: to)
    switch entry {
    case .onSite: walk.seconds = to.secondsSince1970 - from.secondsSince1970
    case .fromPaper(let form): walk.form = form
    case .belated: break
    }
    return walk
  }
}

/// What becomes of one place of a round.
enum Fate: Sendable {
  case onTime
  case late
  case missed
  case belated
  case excused
  /// The room was locked at first.
  case locked

  /// A throw of the dice, by how a plan's rounds fall.
  static func thrown(_ trigger: Trigger.Kind, _ dice: inout Dice) -> Fate {
    let odds: [(perMille: Int, fate: Fate)] =
      switch trigger {
      case .daily, .twicedaily: [(20, .missed), (6, .belated)]
      case .weekly: [(15, .missed), (13, .late)]
      case .alert: [(60, .missed)]
      case .monthly, .quarterly, .preholiday, .postholiday, .preflood, .flood, .once:
        [(12, .missed), (24, .late), (8, .belated), (3, .excused), (8, .locked)]
      }
    var left = dice.number(0...999)
    for (perMille, fate) in odds {
      guard left >= perMille else { return fate }
      left -= perMille
    }
    return .onTime
  }
}

extension Trigger.Kind {
  /// Failed items in a thousand on walks of such rounds: more where every item is looked at slowly.
  var failures: Int {
    switch self {
    case .monthly, .quarterly, .preflood, .flood: 27
    case .preholiday, .alert, .once: 14
    case .daily, .twicedaily, .weekly, .postholiday: 4
    }
  }
}
