import Almanac

/// Vehicles and trips in lines, as commands and screens show them.
public enum VehicleText {
  /// All that is known of a vehicle, one fact a line; nothing for what is empty.
  public static func lines(
    _ vehicle: Vehicle, _ book: VehicleBook, _ bureau: Bureau, on today: Day
  ) -> [Bilingual] {
    let card = vehicle.card.map { card in
      let model = card.model ?? ""
      return Bilingual(
        zh: "车牌：\(card.plate)  核定载人：\(card.seats)  \(model)",
        en: "Plate: \(card.plate)  seats: \(card.seats)  \(model)")
    }
    let missing = Bilingual(zh: "! 车辆卡未登记", en: "! no card entered")
    let mileage = book.mileage(of: vehicle.id).map { reading in
      Bilingual(
        zh: "里程：\(reading.km) 公里（\(reading.day)）", en: "Mileage: \(reading.km) km (\(reading.day))")
    }
    return [card ?? missing]
      + [mileage, upkeep(vehicle, book, on: today)].compactMap(\.self)
      + VehicleBook.papers.map { paper($0, of: vehicle.id, book, bureau, on: today) }
      + [vehicle.sealings.last.map { sealing($0, bureau) }].compactMap(\.self)
      + vehicle.exceptions.suffix(1).map { exception in
        let reason = exception.reason
        return Bilingual(
          zh: "值班用车：\(exception.first) 至 \(exception.last)，\(reason)",
          en: "Kept in use: \(exception.first) to \(exception.last), \(reason)")
      }
  }

  /// When the next maintenance is due, and what was done last.
  public static func upkeep(_ vehicle: Vehicle, _ book: VehicleBook, on today: Day) -> Bilingual? {
    guard let last = vehicle.services.last else {
      guard vehicle.card?.everyKm != nil || vehicle.card?.everyMonths != nil else { return nil }
      return Bilingual(zh: "! 保养：还没有登记过", en: "! Maintenance: none entered yet")
    }
    let done = Bilingual(
      zh: "上次 \(last.day) \(last.km) 公里 \(last.work)",
      en: "last \(last.day) at \(last.km) km, \(last.work)")
    guard let due = book.upkeep(of: vehicle.id, on: today) else {
      return Bilingual(zh: "保养：", en: "Maintenance: ") + done
    }
    let mark = due.mark.isEmpty ? "" : due.mark + " "
    return Bilingual(
      zh: "\(mark)下次保养\(due.words.zh)；\(done.zh)",
      en: "\(mark)Maintenance: \(due.words.en); \(done.en)")
  }

  /// Until when an inspection or insurance holds, marked where it is over, ends soon or is not entered.
  public static func paper(
    _ kind: ExpiryKind.ID, of vehicle: Place.ID, _ book: VehicleBook, _ bureau: Bureau,
    on today: Day
  ) -> Bilingual {
    let name = name(of: kind, bureau)
    guard let paper = book.paper(kind, of: vehicle) else {
      return Bilingual(
        zh: "! \(name.zh)：到期事项里没有登记", en: "! \(name.en): not entered in what ends")
    }
    let (state, left) = (paper.state(on: today), Expiry.daysLeft(to: paper.until, on: today))
    let mark = state.mark.isEmpty ? "" : state.mark + " "
    return Bilingual(
      zh: "\(mark)\(name.zh)：至 \(paper.until)（\(left.zh)）\(paper.id)",
      en: "\(mark)\(name.en): until \(paper.until) (\(left.en)) \(paper.id)")
  }

  /// What an inspection or insurance is called.
  public static func name(of kind: ExpiryKind.ID, _ bureau: Bureau) -> Bilingual {
    bureau.expiryKind(kind)?.name
      ?? (kind == VehicleBook.papers.first
        ? Bilingual(zh: "车辆年检", en: "Vehicle inspection")
        : Bilingual(zh: "车辆交强险", en: "Compulsory vehicle insurance"))
  }

  /// A sealing with the mileage at both ends; a difference is marked.
  public static func sealing(_ sealing: Vehicle.Sealing, _ bureau: Bureau) -> Bilingual {
    let laid = sealing.laying
    guard let opening = sealing.opening else {
      let by = bureau.name(sealing.sealed.person)
      return Bilingual(
        zh: "封存：\(laid.at.dayAndTime) \(laid.km) 公里，钥匙 \(laid.keys)，\(by)",
        en: "Sealed: \(laid.at.dayAndTime) at \(laid.km) km, keys \(laid.keys), \(by)")
    }
    return Bilingual(
      zh: "上次封存：\(laid.at.day) \(laid.km) 公里，启封：\(opening.at.day) \(opening.km) 公里",
      en: "Sealed last: \(laid.at.day) at \(laid.km) km, opened: \(opening.at.day) at "
        + "\(opening.km) km") + moved(sealing)
  }

  /// The difference between sealing and opening; nothing where there is none.
  public static func moved(_ sealing: Vehicle.Sealing) -> Bilingual {
    guard let moved = sealing.moved, moved != 0 else { return Bilingual(verbatim: "") }
    let reason = sealing.opening?.reason ?? ""
    return Bilingual(
      zh: "  !! 相差 \(moved) 公里：\(reason)", en: "  !! differs by \(moved) km: \(reason)")
  }

  /// All that is known of a trip, one fact a line; nothing for what is empty.
  public static func lines(_ trip: Trip, _ bureau: Bureau) -> [Bilingual] {
    let content = trip.content
    let (who, count) = (bureau.name(content.person), content.persons)
    let (from, to) = (content.start.dayAndTime, content.end.dayAndTime)
    let belated = trip.isBelated ? Bilingual(zh: "  补登", en: "  belated") : Bilingual(verbatim: "")
    let asked =
      Bilingual(
        zh: "用车人：\(who)  \(from) 至 \(to)  \(count) 人",
        en: "For: \(who)  \(from) to \(to)  \(count) aboard") + belated
    let wanted = allotment(trip, bureau)
    let notes = trip.notes.enumerated().map { index, note in
      let handled = note.handled.map { Bilingual(zh: "；处理：\($0)", en: "; dealt with: \($0)") }
      return Bilingual(
        zh: "!! \(index + 1). \(note.kind.name.zh) \(note.day) \(note.text)",
        en: "!! \(index + 1). \(note.kind.name.en) \(note.day) \(note.text)")
        + (handled ?? Bilingual(zh: "；未处理", en: "; not dealt with"))
    }
    return [asked] + [wanted].compactMap(\.self) + run(trip)
      + [trip.reason.map { Bilingual(zh: "原因：\($0)", en: "Reason: \($0)") }].compactMap(\.self)
      + notes
      + trip.corrections.map { Bilingual(zh: "已更正：\($0)", en: "Put right: \($0)") }
  }

  private static func allotment(_ trip: Trip, _ bureau: Bureau) -> Bilingual? {
    let names = [trip.vehicle.map { bureau.name($0) }, trip.driver.map { bureau.name($0) }]
      .compactMap(\.self).joined(separator: "  ")
    guard !names.isEmpty else { return nil }
    guard trip.allotment != nil, let decided = trip.decided else {
      return Bilingual(zh: "希望：\(names)", en: "Wanted: \(names)")
    }
    let by = bureau.name(decided.person)
    return Bilingual(
      zh: "派车：\(names)  批准：\(by) \(decided.day)",
      en: "Goes: \(names)  approved: \(by) \(decided.day)")
  }

  private static func run(_ trip: Trip) -> [Bilingual] {
    guard let leaving = trip.leaving else { return [] }
    let check =
      leaving.fault.map { Bilingual(zh: "! 出车前检查：\($0)", en: "! check before: \($0)") }
      ?? Bilingual(zh: "出车前检查正常", en: "check before: in order")
    let out =
      Bilingual(
        zh: "出车：\(leaving.at.dayAndTime) \(leaving.km) 公里，已承诺\(Trip.declaration.zh)；",
        en: "Out: \(leaving.at.dayAndTime) at \(leaving.km) km, declared; ") + check
    guard let back = trip.back, let km = trip.km else { return [out] }
    let note = back.note.map { Bilingual(verbatim: "  \($0)") } ?? Bilingual(verbatim: "")
    return [
      out,
      Bilingual(
        zh: "收车：\(back.at.dayAndTime) \(back.km) 公里，行驶 \(km) 公里",
        en: "In: \(back.at.dayAndTime) at \(back.km) km, \(km) km driven") + note,
    ]
  }
}
