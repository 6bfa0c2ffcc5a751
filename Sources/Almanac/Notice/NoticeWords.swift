/// The words by which the State Council's notices of 2007–2026 arrange days, longest first.
///
/// Source: the notices themselves (国务院办公厅关于部分节假日安排的通知), one a year.
enum NoticeWords {
  typealias Word = [Unicode.Scalar]

  static let off = words(
    Bilingual(
      zh: "放假调休 调休放假 放假公休 照常公休 为法定节假日 为法定节日 为公休日 放假 补休 调休 公休 休息", en: "off"))
  /// Of a holiday's own day, as against one that stands for it.
  static let holidayItself = words(Bilingual(zh: "放假", en: "off for the holiday"))
  static let atWork = words(
    Bilingual(zh: "照常上班 正常上班 上班 为工作日 调整为工作日", en: "at work"))
  static let back = words(
    Bilingual(
      zh: "起正常上班 起照常上班 起恢复上班 起恢复正常上班 起开始上班 起上班 恢复上班 开始上班",
      en: "back at work from"))
  static let joined = words(
    Bilingual(
      zh: "与周末连休 和周末连休 同周末连休 与周末连在一起休息 与双休日连休 与公休日连休 与周末公休日连休",
      en: "joined with the weekend"))
  static let notExchanged = words(Bilingual(zh: "不调休", en: "not exchanged"))
  static let moved = words(
    Bilingual(zh: "调至 调到 调整至 调整到 移至 调休至 调休到", en: "moved to"))
  static let becomes = words(
    Bilingual(zh: "调整为 改为 变更为 安排为 确定为 定为", en: "becomes"))
  static let extended = words(Bilingual(zh: "延长至 延长到 延至 延长", en: "extended to"))
  /// Before a number of days: those just named, or those of the whole break.
  static let counted = words(Bilingual(zh: "放假调休 调休放假 放假公休 放假 调休", en: "off for"))
  static let countedInAll = words(
    Bilingual(zh: "放假共 共计放假 共放假 共计 总共 共休 共 连休", en: "in all"))
  static let ranges = words(Bilingual(zh: "至 到", en: "to")) + [["-", "-"], ["-"]]
  static let separators =
    words(Bilingual(zh: "、 和 及 以及 与", en: "and")) + [[","]]
  /// What kind of day is spoken of, where it is not said to be one (为公休日).
  static let kinds = words(Bilingual(zh: "公休日 双休日 法定节假日 法定假日", en: "days of rest"))
  /// Words that change nothing about the days.
  static let fillers = words(
    Bilingual(
      zh: "其中 即 将 现 现将 分别 当日 当天 全国 从 自 的 期间 假期 节日 两个 三个 也 均 为 是",
      en: "no matter"))
  /// A sentence with one of these advises and arranges nothing.
  static let advice = words(
    Bilingual(
      zh: "鼓励 建议 倡导 提倡 提醒 号召 可 要 应 请 须 宜 免费 免收 通行 出行 车票 结合 尽量 避免",
      en: "advice"))
  /// Of a notice that changes an earlier one.
  static let amending = words(Bilingual(zh: "延长 延至 调整 变更 更改", en: "amending"))
  /// Of the title of a notice for the whole year.
  static let wholeYear = words(Bilingual(zh: "部分节假日 节假日安排", en: "the year's holidays"))
  /// After the year that a notice is for.
  static let afterYear = words(
    Bilingual(
      zh: "部分节假日 节假日 法定节假日 全年节假日 放假 假期 全国放假", en: "what a year is named with"))
  static let headingTail = words(Bilingual(zh: "放假安排 假期安排 放假 假期 安排", en: "arrangement"))
  static let notice = words(Bilingual(zh: "的通知", en: "notice"))
  static let about = words(Bilingual(zh: "关于", en: "on"))
  static let issuers = words(Bilingual(zh: "国务院办公厅 国务院", en: "State Council"))
  static let arranging = words(
    Bilingual(zh: "调休放假安排 放假调休安排 放假安排 调休放假 放假调休 放假", en: "arranging days off"))

  static let year = word(Bilingual(zh: "年", en: "year"))
  static let month = word(Bilingual(zh: "月", en: "month"))
  static let day = word(Bilingual(zh: "日", en: "day"))
  static let days = word(Bilingual(zh: "天", en: "days"))
  static let number = word(Bilingual(zh: "号", en: "number"))
  static let each = word(Bilingual(zh: "均", en: "each"))
  static let weekdayPrefixes = words(Bilingual(zh: "星期 礼拜 周", en: "weekday"))
  /// Monday to Saturday; Sunday has two words.
  static let weekdays = word(Bilingual(zh: "一二三四五六日", en: "Monday to Sunday"))
  static let otherSunday = word(Bilingual(zh: "天", en: "Sunday"))
  static let digits = word(Bilingual(zh: "一二三四五六七八九十", en: "1 to 10"))

  /// A number in a circle, in parentheses or with its full stop, as one character.
  static func isEnclosedNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x249B, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289: true
    case _: false
    }
  }

  static let eve = words(Bilingual(zh: "除夕", en: "the eve"))
  static let lunarPrefixes = words(Bilingual(zh: "即 农历 大年", en: "of the lunar calendar"))
  static let bigYear = word(Bilingual(zh: "大年", en: "the first month's"))
  /// The lunar months by number, their other names after them.
  static let lunarMonths = named(
    Bilingual(
      zh: "正月 二月 三月 四月 五月 六月 七月 八月 九月 十月 冬月 腊月 十一月 十二月",
      en: "the lunar months"))
  /// The days of a lunar month, from the first.
  static let lunarDays = named(
    Bilingual(
      zh: """
        初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 \
        廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十
        """, en: "the days of a lunar month"))
  /// The tens that stand for 廿.
  static let otherLunarDays = named(
    Bilingual(zh: "二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九", en: "21 to 29"))

  /// The holidays by all the names that notices give them, longest name first.
  static let holidays: [(word: Word, holiday: Holiday)] = [
    (Holiday.newYear, Bilingual(zh: "元旦节 元旦 新年", en: "New Year")),
    (.springFestival, Bilingual(zh: "农历春节 春节", en: "Spring Festival")),
    (.qingming, Bilingual(zh: "清明节 清明", en: "Qingming")),
    (
      .labourDay,
      Bilingual(zh: "五一国际劳动节 五一劳动节 国际劳动节 劳动节 五一", en: "Labour Day")
    ),
    (.dragonBoat, Bilingual(zh: "端午节 端午", en: "Dragon Boat")),
    (.midAutumn, Bilingual(zh: "中秋节 中秋", en: "Mid-Autumn")),
    (.nationalDay, Bilingual(zh: "十一国庆节 国庆节 国庆 十一", en: "National Day")),
  ].flatMap { holiday, names in words(names).map { (word: $0, holiday: holiday) } }
    .sorted { $0.word.count > $1.word.count }

  private static func words(_ text: Bilingual) -> [Word] {
    named(text).sorted { $0.count > $1.count }
  }

  private static func named(_ text: Bilingual) -> [Word] {
    text.zh.split(separator: " ").map { Array($0.unicodeScalars) }
  }

  private static func word(_ text: Bilingual) -> Word { Array(text.zh.unicodeScalars) }
}
