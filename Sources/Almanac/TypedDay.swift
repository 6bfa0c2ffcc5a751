extension Day {
  private static let todayWord = Bilingual(zh: "今天", en: "today")

  /// Reads a day as a person types it: `today` or 今天, `+7` and `-1` from today, `2026-11-30`, or
  /// `11-30` without a year, which is the nearest such day before or after today (typed in December,
  /// `01-05` is next January; typed in January, `12-28` is last December); or a weekday, as 周五, 星期五,
  /// `fri` or `Friday`, which is the next such day, today included.
  ///
  /// Months and days may have one digit, `.` and `/` separate as well, and full-width digits and signs
  /// (as an input method leaves them) count as plain ones.
  public init?(typed text: String, today: Day) {
    let plain = halfWidth(text)
    if plain == Day.todayWord.zh || plain.lowercased() == Day.todayWord.en {
      self = today
      return
    }
    if let sign = plain.first, sign == "+" || sign == "-" {
      guard let days = decimal(plain.dropFirst(), atMost: 5) else { return nil }
      self = sign == "+" ? today + days : today - days
      return
    }
    if let weekday = Day.weekday(named: plain.lowercased()) {
      self = today + (weekday - today.weekday + 7) % 7
      return
    }
    let parts = plain.split(omittingEmptySubsequences: false) {
      $0 == "-" || $0 == "." || $0 == "/"
    }
    switch parts.count {
    case 3:
      guard parts[0].count == 4, let year = decimal(parts[0], atMost: 4),
        let month = decimal(parts[1], atMost: 2), let day = decimal(parts[2], atMost: 2)
      else { return nil }
      self.init(year: year, month: month, day: day)
    case 2:
      guard let month = decimal(parts[0], atMost: 2), let day = decimal(parts[1], atMost: 2),
        let nearest = Day.nearest(to: today, month: month, day: day)
      else { return nil }
      self = nearest
    default: return nil
    }
  }

  /// What weekdays are called besides 周一 to 周日, Monday first.
  private static let weekdayWords = [
    Bilingual(zh: "星期一 礼拜一", en: "mon monday"),
    Bilingual(zh: "星期二 礼拜二", en: "tue tuesday"),
    Bilingual(zh: "星期三 礼拜三", en: "wed wednesday"),
    Bilingual(zh: "星期四 礼拜四", en: "thu thursday"),
    Bilingual(zh: "星期五 礼拜五", en: "fri friday"),
    Bilingual(zh: "星期六 礼拜六", en: "sat saturday"),
    Bilingual(zh: "周天 星期日 星期天 礼拜日 礼拜天", en: "sun sunday"),
  ]

  /// The number of a weekday, 1 for Monday, by what it is called in either language.
  private static func weekday(named name: String) -> Int? {
    guard !name.isEmpty else { return nil }
    let monday = Day(2026, 11, 23)
    return weekdayWords.indices.first { index in
      let words = weekdayWords[index]
      return name == (monday + index).weekdayName.zh
        || "\(words.zh) \(words.en)".split(separator: " ").contains { $0 == name }
    }.map { $0 + 1 }
  }

  /// The day of such a month and day nearest to another; the later of two equally near.
  private static func nearest(to today: Day, month: Int, day: Int) -> Day? {
    (today.year - 1...today.year + 1)
      .compactMap { Day(year: $0, month: month, day: day) }
      .min { (abs($0 - today), today - $0) < (abs($1 - today), today - $1) }
  }
}

/// The text without spaces around it, full-width forms (U+FF01–U+FF5E) and U+2212 made plain.
private func halfWidth(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2212: "-"
    case 0x3000: " "
    default: scalar
    }
  }
  var plain = String.UnicodeScalarView()
  plain.append(contentsOf: scalars)
  return String(String(plain).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}

/// The value of a run of one to so many ASCII digits.
private func decimal(_ text: Substring, atMost count: Int) -> Int? {
  (1...count).contains(text.utf8.count) ? digits(text, text.utf8.count) : nil
}
