/// What one paragraph of a notice says about its holidays, before it is checked.
struct NoticeItem {
  /// A day with the words that name it.
  struct Named {
    var day: Day
    var quote: NoticeQuote
  }

  /// Days named together: one, or from one to another.
  struct Span {
    var first: Day
    var last: Day
    var quote: NoticeQuote

    var isRange: Bool { first != last }
    var days: ClosedRange<Day> { first...last }
  }

  /// A number of days as stated.
  struct Count {
    var stated: Int
    /// The days off named before it; nil where it counts the whole break.
    var before: Int?
    var quote: NoticeQuote
  }

  /// Days of rest moved to other days (公休日调至).
  struct Exchange {
    var from: [Named]
    var to: [Named]
  }

  /// None where the paragraph has no heading: then the days tell.
  var holidays: [Holiday]
  var quote: NoticeQuote
  /// Days named as off.
  var off: Set<Day> = []
  /// Whether days off are named from one to another.
  var hasRange = false
  /// Single days named as the holiday's own, as against those that stand for it (补休).
  var ownDays: [Named] = []
  var work: [Named] = []
  var counts: [Count] = []
  var exchanges: [Exchange] = []
  var joinsWeekend: NoticeQuote?
  var isNotExchanged: NoticeQuote?
  /// The day from which all are back at work.
  var back: Named?
  /// The new last day of a break that an earlier notice began.
  var extended: Named?
  /// Holidays that the sentences name.
  var mentions: [Holiday] = []
  /// The date that a day without its month follows.
  var last: Day?

  /// Whether it arranges anything.
  var isEmpty: Bool { off.isEmpty && work.isEmpty && extended == nil }
  /// Whether a date in December is one of the year before.
  var mayBeginBefore: Bool { holidays.isEmpty || holidays.contains(.newYear) }
}
