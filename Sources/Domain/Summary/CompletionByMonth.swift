import Almanac

/// How much of what was due was checked, month by month, as the monthly summaries count it.
///
/// A round counts in the month of its due day, on the records of now: a sealed month's paper keeps what
/// it said.
public struct CompletionByMonth: Hashable, Sendable, Codable {
  /// The rounds due in one month.
  public struct Figures: Hashable, Sendable, Codable {
    /// The month of their due days.
    public var month: Month
    /// Rounds due.
    public var rounds: Int
    /// Places asked, without excused and lifted ones.
    public var total: Int
    /// Walked, on time or late.
    public var done: Int
    /// Of the done, those walked late.
    public var late: Int
    /// Not walked before they were missed, though some were made up since.
    public var missed: Int
    /// Places approved not to be walked.
    public var excused: Int

    enum CodingKeys: String, CodingKey {
      case month
      case rounds
      case total
      case done
      case late
      case missed
      case excused
    }

    /// Counts the rounds of a month as they stood on the day after it, or stand today while it runs.
    ///
    /// - Parameter book: What the ledger holds about the rounds of the month.
    public init(_ month: Month, today: Day, book: RoundBook) {
      let due = book.figures(of: .period(.month(month)), on: today)
      self.month = month
      rounds = due.count
      total = due.reduce(0) { $0 + $1.total }
      done = due.reduce(0) { $0 + $1.done }
      late = due.reduce(0) { $0 + $1.late }
      missed = due.reduce(0) { $0 + $1.missed }
      excused = due.reduce(0) { $0 + $1.excused }
    }

    /// Done of total as `97.5%`; a dash where nothing was asked.
    public var rate: String { percentage(done, of: total) }
  }

  /// The last day counted.
  public var countedOn: Day
  /// From the earliest to the latest.
  public var months: [Figures]

  enum CodingKeys: String, CodingKey {
    case countedOn
    case months
  }

  /// Figures counted month by month.
  public init(countedOn: Day, months: [Figures]) {
    self.countedOn = countedOn
    self.months = months
  }

  /// The twelve months that end with one.
  public static func year(through month: Month) -> ClosedRange<Month> {
    Month(month.next.year - 1, month.next.month)...month
  }
}
