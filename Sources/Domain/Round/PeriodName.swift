import Almanac

/// How a period is called on screens and paper.
struct PeriodName {
  var period: String
  var trigger: Trigger.Kind
  var bureau: Bureau

  var text: Bilingual {
    switch trigger {
    case .monthly: month
    case .quarterly:
      Bilingual(
        zh: "第\(period.suffix(1))季度", en: "Q\(period.suffix(1)) \(period.prefix(4))")
    case .weekly: week
    case .daily, .once: Bilingual(verbatim: String(period.suffix(5)))
    case .twicedaily: halfDay
    case .preholiday, .postholiday: holiday
    case .preflood: Bilingual(zh: "\(period.prefix(4))年", en: String(period.prefix(4)))
    case .flood: flood
    case .alert: alert
    }
  }

  private var week: Bilingual {
    let number = Int(period.suffix(2)) ?? 0
    return Bilingual(zh: "第\(number)周", en: "week \(number)")
  }

  private var month: Bilingual {
    guard let month = Month(period) else { return Bilingual(verbatim: period) }
    return Bilingual(zh: "\(month.month)月", en: month.description)
  }

  private var halfDay: Bilingual {
    let day = String(period.prefix(10).suffix(5))
    return period.hasSuffix("-am")
      ? Bilingual(zh: "\(day)上午", en: "\(day) morning")
      : Bilingual(zh: "\(day)下午", en: "\(day) afternoon")
  }

  private var holiday: Bilingual {
    let key = period.hasSuffix("-after") ? String(period.dropLast(6)) : period
    guard let year = Int(period.prefix(4)), let found = holidayBreak(key, of: year) else {
      return Bilingual(verbatim: period)
    }
    return Bilingual(zh: found.name.zh, en: "\(found.name.en) \(year)")
  }

  /// The break as it stands, or as it stood before a notice took it away.
  private func holidayBreak(_ key: String, of year: Int) -> Break? {
    for calendar in bureau.calendar.versions.reversed() {
      if let found = calendar.breaks(in: year).first(where: { $0.key == key }) { return found }
    }
    return nil
  }

  private var flood: Bilingual {
    let parts = period.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[2]) else {
      return Bilingual(zh: "\(period.prefix(4))年入汛", en: "opening \(period.prefix(4))")
    }
    return Bilingual(zh: "\(month)月", en: "\(period.prefix(4))-\(parts[2])")
  }

  private var alert: Bilingual {
    guard let alert = bureau.alert(of: period)?.alert else {
      return Bilingual(verbatim: String(period.dropFirst(6)))
    }
    let day = alert.issued.day.monthAndDay
    return Bilingual(zh: "\(day) \(alert.title.zh)：", en: "\(alert.title.en) \(day)")
  }
}

extension Bureau {
  /// The heading of what a round adds to the check on an alert: a section's; nil for any other round.
  func partTitle(of period: String, in plan: Plan) -> Bilingual? {
    guard alert(of: period)?.mark != nil, let section = part(of: period, in: plan)?.sections?.first
    else { return nil }
    let lists = checklists.filter { list in plan.uses.contains { $0.checklist == list.id } }
    return lists.flatMap(\.parts).first { $0.id == section }?.title
  }
}
