import Almanac
import Canvas
import Domain

/// How the vehicles were used in a month (公务用车使用登记表): each trip by vehicle, with totals and with what
/// no trip accounts for.
public struct VehicleUsePaper: Written {
  let use: VehicleUse
  let month: Month
  let book: VehicleBook
  let bureau: Bureau
  let language: Language

  /// The table of a month.
  public static func document(
    _ use: VehicleUse, of month: Month, _ book: VehicleBook, bureau: Bureau, language: Language
  ) -> Document {
    let paper = VehicleUsePaper(
      use: use, month: month, book: book, bureau: bureau, language: language)
    let (name, prose) = (bureau.organization.name, month.prose)
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)公务用车使用登记表（\(prose.zh)）", en: "\(name): Use of Vehicles, \(prose.en)")[language],
      subtitle: [paper.head[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: use.shares.flatMap(paper.share) + paper.noted
        + [
          paper.paragraph(paper.definitions),
          paper.signatures([
            Bilingual(zh: "填表人", en: "Filled in by"),
            Bilingual(zh: "车辆管理人", en: "Vehicle manager"),
            Bilingual(zh: "办公室负责人", en: "Office head"),
          ]),
        ], isLandscape: true)
  }

  private var head: Bilingual {
    let (trips, km, lost) = (use.trips, use.km, use.unaccounted)
    let (violations, accidents) = (use.violations, use.accidents)
    return Bilingual(
      zh: "出车\(trips)次，行驶\(km)公里，无派车单里程\(lost)公里，违章\(violations)次，事故\(accidents)次",
      en:
        "\(counted(trips, "trip")), \(km) km, \(lost) km without a trip, violations \(violations), "
        + "accidents \(accidents)")
  }

  private func share(_ share: VehicleUse.Share) -> [Document.Block] {
    let plate = book.vehicle(share.id)?.card?.plate
    let name = bureau.name(share.id) + (plate.map { " \($0)" } ?? "")
    let (count, km) = (share.trips.count, share.km)
    let head = Bilingual(
      zh: "\(name)：出车\(count)次，\(km)公里", en: "\(name): \(counted(count, "trip")), \(km) km")
    let table: Document.Block =
      share.trips.isEmpty
      ? paragraph(Bilingual(zh: "本月没有出车。", en: "It did not go out this month."))
      : table(share.trips)
    return [subheading(head), table] + share.gaps.map(gap)
  }

  private func table(_ trips: [Trip]) -> Document.Block {
    .table(
      .init(
        columns: [
          numbers(Bilingual(zh: "序号", en: "No."), 3),
          marks(Bilingual(zh: "派车单", en: "Trip"), 8),
          words(Bilingual(zh: "事由、目的地", en: "Purpose, where to"), 13),
          persons(Bilingual(zh: "用车人", en: "For"), 6),
          persons(Bilingual(zh: "驾驶员", en: "Driver"), 6),
          marks(Bilingual(zh: "出车时间", en: "Out"), 8),
          numbers(Bilingual(zh: "出车里程", en: "Mileage"), 6),
          marks(Bilingual(zh: "收车时间", en: "In"), 8),
          numbers(Bilingual(zh: "收车里程", en: "Mileage"), 6),
          numbers(Bilingual(zh: "公里", en: "Km"), 5),
          words(Bilingual(zh: "备注", en: "Remarks"), 10),
        ],
        rows: trips.enumerated().map { index, trip in
          [
            "\(index + 1)", trip.id.rawValue,
            "\(trip.content.purpose)\n\(trip.content.destination)",
            bureau.name(trip.content.person), bureau.name(trip.driver),
            trip.leaving.map { time($0.at) } ?? "", trip.leaving.map { "\($0.km)" } ?? "",
            trip.back.map { time($0.at) } ?? Trip.State.out.name[language],
            trip.back.map { "\($0.km)" } ?? "", trip.km.map { "\($0)" } ?? "", remarks(trip),
          ]
        }))
  }

  private func time(_ moment: Moment) -> String {
    "\(moment.day.monthAndDay) \(moment.hourAndMinute)"
  }

  private func remarks(_ trip: Trip) -> String {
    let belated = trip.isBelated ? Bilingual(zh: "补登", en: "belated")[language] : nil
    let corrected =
      trip.corrections.last.map { Bilingual(zh: "更正：\($0)", en: "put right: \($0)")[language] }
    return [belated, trip.leaving?.fault, trip.back?.note, corrected].compactMap(\.self)
      .joined(separator: Bilingual(zh: "；", en: "; ")[language])
  }

  private func gap(_ gap: VehicleBook.Gap) -> Document.Block {
    let (from, to) = (reading(gap.from), reading(gap.to))
    return paragraph(
      Bilingual(
        zh: "!! 无派车单里程 \(gap.km) 公里：\(from.zh)，\(to.zh)。",
        en: "!! \(gap.km) km without a trip: \(from.en), \(to.en)."))
  }

  private func reading(_ reading: VehicleBook.Reading) -> Bilingual {
    let source =
      switch reading.source {
      case .out(let id): Bilingual(zh: "\(id) 出车", en: "\(id) out")
      case .back(let id): Bilingual(zh: "\(id) 收车", en: "\(id) in")
      case .service: Bilingual(zh: "保养", en: "maintenance")
      case .sealed: Bilingual(zh: "封存", en: "sealed")
      case .unsealed: Bilingual(zh: "启封", en: "opened")
      }
    let (day, km) = (reading.day.monthAndDay, reading.km)
    return Bilingual(zh: "\(day) \(source.zh)时 \(km)", en: "\(km) at \(source.en) on \(day)")
  }

  /// Violations and accidents of the month.
  private var noted: [Document.Block] {
    let notes = use.shares.flatMap(\.notes)
    guard !notes.isEmpty else {
      return [paragraph(Bilingual(zh: "违章、事故：本月没有登记。", en: "Violations, accidents: none entered."))]
    }
    return [
      subheading(Bilingual(zh: "违章、事故", en: "Violations and accidents")),
      .table(
        .init(
          columns: [
            days(Bilingual(zh: "日期", en: "Day"), 7), marks(Bilingual(zh: "种类", en: "Kind"), 5),
            marks(Bilingual(zh: "派车单", en: "Trip"), 8),
            persons(Bilingual(zh: "驾驶员", en: "Driver"), 6),
            words(Bilingual(zh: "情况", en: "What happened"), 16),
            words(Bilingual(zh: "处理情况", en: "How it was dealt with"), 14),
          ],
          rows: notes.map { noted in
            [
              noted.note.day.description, noted.note.kind.name[language], noted.trip.id.rawValue,
              bureau.name(noted.trip.driver), noted.note.text,
              noted.note.handled ?? Bilingual(zh: "!! 未处理", en: "!! not dealt with")[language],
            ]
          })),
    ]
  }

  private var definitions: Bilingual {
    Bilingual(
      zh: "说明：出车按出车日期计入当月；公里数为收车里程减出车里程，未收车的不计；无派车单里程为相邻两次登记（出车、收车、"
        + "保养、封存、启封）之间里程不相接的差数，封存期间的里程差也在内；违章、事故按发生日期计入当月。",
      en: "How it is counted: a trip in the month in which it went out; its kilometres are the "
        + "mileage in less the mileage out, once it is in; kilometres without a trip are what the "
        + "mileage grew between two records that follow each other (out, in, maintenance, sealed, "
        + "opened), also while sealed; violations and accidents by their own day.")
  }
}
