/// What a notice takes and gives: by law each day off from Monday to Friday is a statutory day, or stands
/// for one on a weekend, or is made up for on a weekend. A year may give back in one break what another
/// lost (中秋 and 国庆 of 2015), so that only the whole year balances.
///
/// Source: 《全国年节及纪念日放假办法》, which gives the days off; the notices only exchange them.
public struct NoticeBalance: Hashable, Sendable {
  /// Days off from Monday to Friday.
  public var weekdaysOff = 0
  /// Days off by law, those on weekends included.
  public var entitled = 0
  /// Weekends worked for them.
  public var madeUp = 0

  /// Whether nothing was given that is not due.
  public var isEven: Bool { weekdaysOff - entitled == madeUp }

  /// What the person at the keyboard should look at again.
  public var message: Bilingual {
    Bilingual(
      zh: "全年周一至周五放 \(weekdaysOff) 天，法定 \(entitled) 天，调休上班 \(madeUp) 天，数目不平；"
        + "请核对上班日是否写全。",
      en:
        "The year has \(weekdaysOff) weekdays off, \(entitled) days by law and \(madeUp) made up, "
        + "which does not balance; check that no working weekend is missing.")
  }
}

extension Notice {
  /// What to look at again though all could be read.
  public var remark: Bilingual? {
    guard !isAmendment, !balance.isEven else { return nil }
    return Bilingual(zh: "提示：", en: "note: ") + balance.message
  }
}
