import Almanac
import Canvas
import Domain

/// What writes a document in one language.
protocol Written {
  var language: Language { get }
}

extension Written {
  func heading(_ text: Bilingual) -> Document.Block { .heading(text[language]) }
  func subheading(_ text: Bilingual) -> Document.Block { .subheading(text[language]) }
  func paragraph(_ text: Bilingual) -> Document.Block { .paragraph(text[language]) }
  func signatures(_ labels: [Bilingual]) -> Document.Block {
    .signatures(labels.map { $0[language] })
  }

  /// A column of words.
  func words(_ title: Bilingual, _ share: Int) -> Document.Column {
    Document.Column(title[language], share: share)
  }

  /// A column of names of persons, none of which is broken.
  func persons(_ title: Bilingual, _ share: Int) -> Document.Column {
    Document.Column(title[language], share: share, kind: .names)
  }

  /// A column of short marks, in the middle.
  func marks(_ title: Bilingual, _ share: Int) -> Document.Column {
    Document.Column(title[language], share: share, alignment: .centre)
  }

  /// A column of numbers, at the right.
  func numbers(_ title: Bilingual, _ share: Int) -> Document.Column {
    Document.Column(title[language], share: share, alignment: .trailing, kind: .number)
  }

  /// A column of days, in the middle.
  ///
  /// - Parameter year: That of the days written without one.
  func days(_ title: Bilingual, _ share: Int, in year: Int? = nil) -> Document.Column {
    Document.Column(
      title[language], share: share, alignment: .centre, kind: .date(year: year))
  }

  /// Several names one after the other, each once.
  func listed(_ names: [String]) -> String {
    names.reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    .joined(separator: Bilingual(zh: "、", en: ", ")[language])
  }

  /// A stretch of time, its day named once where it ends on the day on which it began.
  func span(_ from: Moment, _ to: Moment) -> String {
    let end = from.day == to.day ? to.hourAndMinute : "\(to.day) \(to.hourAndMinute)"
    let start = "\(from.day) \(from.hourAndMinute)"
    return Bilingual(zh: "\(start)至\(end)", en: "\(start) to \(end)")[language]
  }

  /// Month and day, with the year where it is not the one the paper is about.
  func short(_ day: Day?, in year: Int) -> String {
    day.map { $0.year == year ? $0.monthAndDay : $0.description } ?? ""
  }

  /// A date as prose has it.
  func prose(_ day: Day) -> Bilingual {
    let (year, month, date) = day.civil
    return Bilingual(
      zh: "\(year)年\(month)月\(date)日", en: "\(date) \(day.month.proseName) \(year)")
  }
}

extension Month {
  /// As prose has it.
  var prose: Bilingual { Bilingual(zh: "\(year)年\(month)月", en: "\(proseName) \(year)") }

  var proseName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][month - 1]
  }
}

extension Organization {
  /// The line at the head of every page.
  ///
  /// - Parameters:
  ///   - isPractice: Whether the ledger is only for practice.
  ///   - isProvisional: Whether a date on the paper may still change with the year's notice.
  static func runningLine(
    isPractice: Bool, isProvisional: Bool = false, in language: Language
  ) -> String {
    [
      classifiedWarning, isPractice ? practiceMark : nil,
      isProvisional ? WorkCalendar.provisionalMark : nil,
    ].compactMap { $0?[language] }.joined(separator: "  ")
  }
}

extension Hazard {
  /// How many days are left up to a deadline, or how many it is over.
  static func daysLeft(to deadline: Day?, on day: Day) -> Bilingual {
    guard let deadline else { return Bilingual(zh: "未定", en: "none set") }
    let days = deadline - day
    if days == 0 { return Bilingual(zh: "当日", en: "that day") }
    return days < 0
      ? Bilingual(zh: "超\(-days)天", en: "\(-days) over")
      : Bilingual(zh: "余\(days)天", en: "\(days) left")
  }

  /// Where it is, with the spot in the room.
  func whereabouts(in bureau: Bureau, _ language: Language) -> String {
    Self.whereabouts(report.place, report.spot, in: bureau, language)
  }

  /// A place with the spot in it, if one is known.
  static func whereabouts(
    _ place: Place.ID, _ spot: String?, in names: some Naming, _ language: Language
  ) -> String {
    let place = names.name(place)
    guard let spot, !spot.isEmpty else { return place }
    return Bilingual(zh: "\(place)（\(spot)）", en: "\(place) (\(spot))")[language]
  }
}
