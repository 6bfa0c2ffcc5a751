/// What is wrong with a date of a notice.
public enum DateFault: Hashable, Sendable {
  case noSuchDate
  case wrongWeekday(Day)
  case wrongLunarDate(Day)
  /// A range that does not end after it begins.
  case backwards
  /// A date of neither the notice's year nor the December before it.
  case outsideYear(Day, year: Int)

  var reason: Bilingual {
    switch self {
    case .noSuchDate: Bilingual(zh: "没有这一天", en: "there is no such day")
    case .wrongWeekday(let day):
      Bilingual(
        zh: "\(day) 是\(day.weekdayWord.zh)，与所写星期不符",
        en: "\(day) is a \(day.weekdayWord.en), not the weekday stated")
    case .wrongLunarDate(let day):
      Bilingual(zh: "\(day) 与所写农历日期不符", en: "\(day) is not the lunar date stated")
    case .backwards: Bilingual(zh: "止日不在起日之后", en: "it does not end after it begins")
    case .outsideYear(let day, let year):
      Bilingual(
        zh: "\(day) 不属于 \(year) 年的安排", en: "\(day) does not belong to the arrangement of \(year)")
    }
  }
}

/// What is wrong with a make-up day (调休上班日) of a notice.
public enum MakeUpFault: Hashable, Sendable {
  /// On Monday to Friday, which is worked anyway.
  case onWeekday(Day)
  case inBreak(Day)
  case twice(Day)
  /// More than two weeks from its break.
  case far(Day)
  /// Said of a break that is not exchanged (不调休).
  case denied(Day)
  /// Days of rest moved (公休日调至) that the rest of the paragraph does not bear out.
  case exchange(Day)

  var reason: Bilingual {
    switch self {
    case .onWeekday(let day):
      Bilingual(
        zh: "\(day) 是\(day.weekdayWord.zh)，本来就上班，不能是调休上班日",
        en: "\(day) is a \(day.weekdayWord.en), worked anyway, and makes up for nothing")
    case .inBreak(let day):
      Bilingual(zh: "\(day) 既放假又上班", en: "\(day) is both off and worked")
    case .twice(let day):
      Bilingual(zh: "\(day) 上班写了两次", en: "\(day) is named twice as worked")
    case .far(let day):
      Bilingual(
        zh: "上班日 \(day) 离假期超过两周", en: "\(day) is worked more than two weeks from the break")
    case .denied(let day):
      Bilingual(
        zh: "说了不调休，\(day) 却要上班", en: "no day is exchanged, it says, and \(day) is worked")
    case .exchange(let day):
      Bilingual(
        zh: "公休日调换所说的 \(day) 与放假、上班的日期对不上",
        en: "\(day), said to be exchanged, does not fit the days off and worked")
    }
  }
}

/// What is wrong with a break of a notice.
public enum BreakFault: Hashable, Sendable {
  /// It belongs to no holiday.
  case noHoliday
  case twice(Holiday)
  case nothingOff
  /// Days off of one holiday with working days between them.
  case scattered
  case tooLong(Int)
  case wrongCount(stated: Int, found: Int)
  case noWeekendToJoin
  case wrongReturn(Day, expected: Day)
  /// A day off by law that the break leaves out.
  case statutoryDayLeftOut(Day, Holiday)
  /// A single day named as the holiday that is not.
  case notTheHoliday(Day)
  case overlap(Day)

  var reason: Bilingual {
    switch self {
    case .noHoliday:
      Bilingual(zh: "不知道是哪个节日的安排", en: "it is not said which holiday this is for")
    case .twice(let holiday):
      Bilingual(zh: "\(holiday.name.zh)安排了两次", en: "\(holiday.name.en) is arranged twice")
    case .nothingOff: Bilingual(zh: "没有读到放假的日期", en: "no day off was found here")
    case .scattered:
      Bilingual(zh: "放假的日期不相连", en: "the days off do not follow one another")
    case .tooLong(let days):
      Bilingual(zh: "一次放假 \(days) 天，太长", en: "\(days) days off in one break are too many")
    case .wrongCount(let stated, let found):
      Bilingual(
        zh: "写的是 \(stated) 天，按日期数是 \(found) 天",
        en: "it says \(counted(stated, "day")), the dates make \(found)")
    case .noWeekendToJoin:
      Bilingual(
        zh: "说与周末连休，前后却没有周末", en: "it is said to join a weekend, and none is beside it")
    case .wrongReturn(let day, let expected):
      Bilingual(
        zh: "说 \(day) 起上班，按日期应是 \(expected)",
        en: "it says work goes on from \(day), the dates make it \(expected)")
    case .statutoryDayLeftOut(let day, let holiday):
      Bilingual(
        zh: "\(day) 是\(holiday.name.zh)的法定假日，却不在所放的假里",
        en: "\(day) is off by law for \(holiday.name.en), and the break leaves it out")
    case .notTheHoliday(let day):
      Bilingual(zh: "\(day) 不是这个节日的法定假日", en: "\(day) is not the holiday's day off by law")
    case .overlap(let day):
      Bilingual(zh: "\(day) 在两个假期里都放假", en: "\(day) is off in two breaks")
    }
  }
}

extension Day {
  /// The weekday in full, as `星期一`.
  public var weekdayWord: Bilingual {
    let names = [
      Bilingual(zh: "星期一", en: "Monday"), Bilingual(zh: "星期二", en: "Tuesday"),
      Bilingual(zh: "星期三", en: "Wednesday"), Bilingual(zh: "星期四", en: "Thursday"),
      Bilingual(zh: "星期五", en: "Friday"), Bilingual(zh: "星期六", en: "Saturday"),
      Bilingual(zh: "星期日", en: "Sunday"),
    ]
    return names[weekday - 1]
  }
}
