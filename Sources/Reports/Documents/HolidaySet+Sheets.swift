import Almanac
import Canvas
import Domain

extension HolidaySet {
  /// The adopted roster with room to sign at each hand-over; while there is none, the days of the break to be
  /// filled in with names.
  var roster: Part {
    guard let dutyRoster else { return emptyRoster }
    let paper = DutyRosterPaper(roster: dutyRoster, bureau: bureau, language: language)
    return Part(
      title: Bilingual(zh: "值班表", en: "Duty roster"),
      blocks: [paper.table(signed: true)] + paper.notes + nilTimes + [
        signatures([
          Bilingual(zh: "制表人", en: "Drawn up by"),
          Bilingual(zh: "单位负责人", en: "Head of the office"),
        ])
      ])
  }

  /// Two leading officers a day, as Guangdong asks (双带班), and who is on duty around the clock.
  private var emptyRoster: Part {
    Part(
      title: Bilingual(zh: "值班表", en: "Duty roster"),
      blocks: [
        .table(
          .init(
            columns: [
              words(Bilingual(zh: "日期", en: "Day"), 8),
              words(Bilingual(zh: "带班领导（一）", en: "Leading officer 1"), 8),
              words(Bilingual(zh: "带班领导（二）", en: "Leading officer 2"), 8),
              persons(Bilingual(zh: "值班人员", en: "On duty"), 10),
              words(Bilingual(zh: "联系电话", en: "Telephone"), 9),
              words(Bilingual(zh: "交接班签名", en: "Handed over, signed"), 9),
            ],
            rows: holiday.days.map { [roomy("\($0)\n\($0.weekdayName[language])")] + blanks(5) }))
      ] + nilTimes + [
        signatures([
          Bilingual(zh: "制表人", en: "Drawn up by"),
          Bilingual(zh: "单位负责人", en: "Head of the office"),
        ])
      ])
  }

  /// When those on duty make the nil report each day, as the office has set it.
  private var nilTimes: [Document.Block] {
    let times = bureau.incidentRules(on: holiday.firstOff).breakTimes.map {
      Moment(holiday.firstOff, second: $0 * 60).hourAndMinute
    }
    guard !times.isEmpty else { return [] }
    let (zh, en) = (times.joined(separator: "、"), times.joined(separator: ", "))
    return [
      paragraph(
        Bilingual(
          zh: "零报告：放假期间每天\(zh)前，由当班人员申报；有事故（事件）的，立即报告。",
          en:
            "Nil reports: by those on duty, each day off by \(en); an incident is reported at once."
        ))
    ]
  }

  /// Each vehicle with room for what is sealed before the break and opened after it (车辆封存).
  var vehicles: Part {
    let places = present.filter { $0.kind == .vehicle }
    return Part(
      title: Bilingual(zh: "车辆封存登记表", en: "Vehicles sealed"),
      blocks: [
        .table(
          .init(
            columns: [
              words(Bilingual(zh: "车辆、车牌号", en: "Vehicle, plate"), 10),
              words(Bilingual(zh: "里程（公里）", en: "Mileage (km)"), 7),
              words(Bilingual(zh: "停放地点", en: "Parked at"), 8),
              words(Bilingual(zh: "钥匙交存", en: "Keys kept by"), 7),
              words(Bilingual(zh: "封存人", en: "Sealed by"), 7),
              words(Bilingual(zh: "封存日期", en: "Date"), 7),
              words(Bilingual(zh: "启封人、日期、里程", en: "Opened by, date, km"), 8),
            ], rows: places.map(vehicleRow))),
        signatures([
          Bilingual(zh: "车辆管理人", en: "Vehicle manager"), Bilingual(zh: "办公室负责人", en: "Office head"),
        ]),
      ])
  }

  /// What was recorded of a vehicle for the break; empty cells for what was not.
  private func vehicleRow(_ place: Place) -> [String] {
    let vehicle = vehicleBook.vehicle(place.id)
    let name = [place.name, vehicle?.card?.plate].compactMap(\.self).joined(separator: "\n")
    if let sealing = vehicle?.sealing(over: holiday.days) {
      let (laid, opening) = (sealing.laying, sealing.opening)
      let opened = opening.map { opening in
        let moved = sealing.moved.flatMap { $0 == 0 ? nil : "!! \($0 > 0 ? "+" : "")\($0)" }
        return [
          bureau.name(sealing.opened?.person), opening.at.day.description, "\(opening.km)", moved,
          opening.reason,
        ].compactMap(\.self).joined(separator: "\n")
      }
      return [
        roomy(name), "\(laid.km)", laid.parked ?? "", laid.keys,
        bureau.name(sealing.sealed.person), laid.at.day.description, opened ?? "",
      ]
    }
    if let exception = vehicle?.exception(over: holiday.days) {
      let kept = Bilingual(zh: "不封存，值班用车：", en: "In use for duty: ")[language]
      return [roomy(name), "", "", kept + exception.reason, "", "", ""]
    }
    return [roomy(name)] + blanks(6)
  }

  /// The key places, whose keys go to who is on duty, and lines for others.
  var keys: Part {
    let names = present.filter(\.isKey).map(\.name)
    return Part(
      title: Bilingual(zh: "钥匙交接单", en: "Keys handed over"),
      blocks: [
        .table(
          .init(
            columns: [
              words(Bilingual(zh: "场所", en: "Place"), 10),
              words(Bilingual(zh: "把数", en: "Keys"), 4),
              words(Bilingual(zh: "交出人", en: "Given by"), 7),
              words(Bilingual(zh: "接收人", en: "Taken by"), 7),
              words(Bilingual(zh: "交接时间", en: "When"), 8),
              words(Bilingual(zh: "归还、签收", en: "Back, signed"), 8),
              words(Bilingual(zh: "归还时间", en: "When"), 8),
            ],
            rows: (names + Array(repeating: "", count: 4)).map { [roomy($0)] + blanks(6) })),
        signatures([
          Bilingual(zh: "办公室负责人", en: "Office head"), Bilingual(zh: "日期", en: "Date"),
        ]),
      ])
  }

  /// What stays open over the break, with what guards against it and who watches; what nobody guards says
  /// so.
  var openHazards: Part {
    let missing = Bilingual(zh: "待落实", en: "missing")[language]
    let day = dated(countedOn)
    let unguarded = hazards.count { $0.oversight.interim == nil }
    let lacking = Bilingual(
      zh: "，其中\(unguarded)项没有临时防范措施和监护人，须在放假前落实。",
      en: "; \(unguarded) without safeguards and a watcher, to be named before the break.")
    let counts =
      Bilingual(
        zh: "截至\(day.zh)，未销号隐患\(hazards.count)项", en: "Open on \(day.en): \(hazards.count)")
      + (unguarded == 0 ? Bilingual(zh: "。", en: ".") : lacking)
    return Part(
      title: Bilingual(zh: "未销号隐患与防范", en: "Open hazards and safeguards"),
      blocks: [
        paragraph(counts),
        .table(
          .init(
            columns: [
              marks(Bilingual(zh: "编号", en: "Number"), 8),
              words(Bilingual(zh: "部位", en: "Place"), 8),
              words(Bilingual(zh: "隐患", en: "Hazard"), 10),
              persons(Bilingual(zh: "责任人", en: "Person"), 6),
              marks(Bilingual(zh: "整改期限", en: "Deadline"), 8),
              words(Bilingual(zh: "临时防范措施", en: "Safeguards"), 10),
              persons(Bilingual(zh: "监护人", en: "Watcher"), 7),
            ],
            rows: hazards.map { hazard in
              let interim = hazard.oversight.interim
              let mark =
                hazard.severity == .major ? Bilingual(zh: "【重大】", en: "[major] ")[language] : ""
              return [
                hazard.id.rawValue, hazard.whereabouts(in: bureau, language),
                mark + hazard.report.text, bureau.name(hazard.person),
                hazard.deadline?.description
                  ?? Hazard.daysLeft(to: nil, on: holiday.firstOff)[language],
                interim?.measures ?? missing, interim.map { bureau.name($0.watcher) } ?? missing,
              ]
            })),
        counting(
          Bilingual(
            zh: "截至该日24时未销号、未作废的隐患；没有登记临时防范措施的计为没有。",
            en: """
              hazards neither closed nor withdrawn at 24:00 of that day; without safeguards are those of which \
              none is registered.
              """)),
      ])
  }

  /// The places that are there when the break begins.
  private var present: [Place] {
    bureau.places.filter { $0.exists(in: holiday.lastWorkdayBefore...holiday.lastWorkdayBefore) }
  }

  private func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  /// A cell of two lines at least, so that there is room to write beside it.
  private func roomy(_ text: String) -> String { text.contains("\n") ? text : text + "\n\u{A0}" }
}
