extension LunarDate {
  /// The whole date, as `农历闰六月廿三`.
  public var name: Bilingual {
    Bilingual(zh: "农历", en: "lunar ") + leap + monthName + Bilingual(zh: "", en: "-") + dayName
  }

  /// What a wall calendar prints under a date: the day of the moon, on its first day the month, as
  /// `廿三` or `闰六月`. English has no such short form and gets none.
  public var shortName: Bilingual {
    Bilingual(zh: day == 1 ? leap.zh + monthName.zh : dayName.zh, en: "")
  }

  private var leap: Bilingual {
    isLeapMonth ? Bilingual(zh: "闰", en: "leap ") : Bilingual(verbatim: "")
  }

  private var monthName: Bilingual { Self.months[(month + 11) % 12] }
  private var dayName: Bilingual { Self.days[(day + 29) % 30] }

  private static let months = words(
    Bilingual(
      zh: "正月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
      en: "01 02 03 04 05 06 07 08 09 10 11 12"))

  private static let days = words(
    Bilingual(
      zh: "初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 "
        + "十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十",
      en: "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 "
        + "16 17 18 19 20 21 22 23 24 25 26 27 28 29 30"))

  private static func words(_ text: Bilingual) -> [Bilingual] {
    zip(text.zh.split(separator: " "), text.en.split(separator: " "))
      .map { Bilingual(zh: String($0), en: String($1)) }
  }
}
