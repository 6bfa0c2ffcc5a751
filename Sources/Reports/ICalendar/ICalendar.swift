import Almanac
import Domain

/// A calendar file that a phone takes in (iCalendar).
///
/// Each event keeps its UID for ever; its SEQUENCE and LAST-MODIFIED grow with the journal, so that a later
/// file replaces what an earlier one brought.
///
/// Source: RFC 5545, and RFC 5546 3.2.1 (PUBLISH) for what replaces what.
public struct ICalendar: Sendable {
  /// Something that takes whole days.
  public struct Event: Hashable, Sendable {
    /// Lasting, and unique in the ledger, as `monthly/2026-11`.
    public var name: String
    /// All its days.
    public var days: ClosedRange<Day>
    /// Its one line in a month's view.
    public var summary: String
    /// What is read when it is opened; may have several lines.
    public var details: String
    /// What sort of event it is, in words.
    public var category: String
    /// Whether it is called off: the phone takes it away or strikes it out.
    public var isCancelled: Bool

    /// An event from its name, days and words.
    public init(
      name: String, days: ClosedRange<Day>, summary: String, details: String = "",
      category: String, isCancelled: Bool = false
    ) {
      self.name = name
      self.days = days
      self.summary = summary
      self.details = details
      self.category = category
      self.isCancelled = isCancelled
    }
  }

  /// What the calendar is called on the phone.
  public var title: String
  /// The ledger it comes from.
  public var edition: LedgerEdition
  /// When the file is made.
  public var made: Moment
  /// In the order in which they are written.
  public var events: [Event]

  /// A calendar of a ledger's events.
  public init(title: String, edition: LedgerEdition, made: Moment, events: [Event]) {
    self.title = title
    self.edition = edition
    self.made = made
    self.events = events
  }

  /// The whole file.
  public var text: String {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:\(Self.product)", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(ContentLines.escaped(title))",
    ]
    return ContentLines.text(
      head + Self.zone + events.flatMap(lines) + ["END:VCALENDAR"])
  }

  /// Adds what an earlier export showed in a window and this one does not any more, called off.
  ///
  /// - Parameter text: The earlier file; anything else than an export of this ledger adds nothing.
  public mutating func callOff(missingFrom text: String, in window: ClosedRange<Day>) {
    let present = Set(events.map(\.name))
    events += former(in: text).filter { event in
      !present.contains(event.name) && event.days.overlaps(window)
    }
  }

  private static let product = "-//xunjian//xunjian//EN"

  /// A calendar must have one component even if it has no event (RFC 5545 3.6): the zone of its days.
  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19920101T000000",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
  ]

  private func lines(_ event: Event) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(ContentLines.escaped(event.name))@\(edition.ledger)",
      "DTSTAMP:\(Self.instant(made))", "LAST-MODIFIED:\(Self.instant(edition.latest))",
      "SEQUENCE:\(edition.lines)", "DTSTART;VALUE=DATE:\(Self.date(event.days.lowerBound))",
      "DTEND;VALUE=DATE:\(Self.date(event.days.upperBound + 1))",
      "SUMMARY:\(ContentLines.escaped(event.summary))",
    ] + (event.details.isEmpty ? [] : ["DESCRIPTION:\(ContentLines.escaped(event.details))"]) + [
      "CATEGORIES:\(ContentLines.escaped(event.category))",
      "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// An instant in UTC.
  private static func instant(_ moment: Moment) -> String {
    let utc = moment + -8 * 3600
    let (minutes, seconds) = (utc.second / 60, utc.second % 60)
    return "\(date(utc.day))T\(padded(minutes / 60, 2))\(padded(minutes % 60, 2))"
      + "\(padded(seconds, 2))Z"
  }
}

extension ICalendar {
  /// The events of an earlier export of the same ledger, called off.
  private func former(in text: String) -> [Event] {
    let lines = ContentLines.lines(in: text)
    guard lines.contains("PRODID:\(Self.product)") else { return [] }
    return lines.split(separator: "BEGIN:VEVENT").dropFirst().compactMap { lines in
      let fields = Dictionary(
        lines.compactMap { line in
          line.firstIndex(of: ":").map { (line[..<$0], String(line[line.index(after: $0)...])) }
        }, uniquingKeysWith: { first, _ in first })
      let mark = "@\(edition.ledger)"
      guard let uid = fields["UID"], uid.hasSuffix(mark),
        let first = fields["DTSTART;VALUE=DATE"].flatMap(Self.day),
        let end = fields["DTEND;VALUE=DATE"].flatMap(Self.day), first < end
      else { return nil }
      return Event(
        name: ContentLines.unescaped(String(uid.dropLast(mark.count))), days: first...(end - 1),
        summary: ContentLines.unescaped(fields["SUMMARY"] ?? ""),
        category: ContentLines.unescaped(fields["CATEGORIES"] ?? ""), isCancelled: true)
    }
  }

  private static func day(_ date: String) -> Day? {
    guard date.utf8.count == 8 else { return nil }
    return Day("\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))")
  }
}
