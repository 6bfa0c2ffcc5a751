import Almanac
import Canvas
import Domain

/// The dispatch sheet of a trip (派车单) on one page: what was asked for, with what it goes, the check before, the
/// driver's declaration, out and in with the mileage.
public struct DispatchSheet: Written {
  let trip: Trip
  let book: VehicleBook
  let check: [Bilingual]
  let bureau: Bureau
  let language: Language

  /// The sheet of a trip; what is not recorded yet is left to be filled in by hand.
  ///
  /// - Parameter check: What is looked at before a trip.
  public static func document(
    _ trip: Trip, _ book: VehicleBook, check: [Bilingual], bureau: Bureau, language: Language
  ) -> Document {
    let paper = DispatchSheet(
      trip: trip, book: book, check: check, bureau: bureau, language: language)
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)派车单", en: "\(name): Dispatch Sheet")[language],
      subtitle: [
        Bilingual(
          zh: "编号：\(trip.id)    状态：\(trip.state.name.zh)",
          en: "Number: \(trip.id)    State: \(trip.state.name.en)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: [
        paper.particulars, paper.subheading(Bilingual(zh: "出车前检查", en: "Check before the trip")),
        paper.checked, paper.paragraph(paper.declaration), paper.run,
        paper.signatures([
          Bilingual(zh: "用车人", en: "Asked by"), Bilingual(zh: "审批人", en: "Approved by"),
          Bilingual(zh: "驾驶员", en: "Driver"),
        ]),
      ], fitsOnePage: true)
  }

  private func pairs(_ rows: [(Bilingual, String)]) -> Document.Block {
    .table(
      .init(
        columns: [
          words(Bilingual(zh: "项目", en: "Particular"), 1),
          words(Bilingual(zh: "内容", en: "Entry"), 4),
        ], rows: rows.map { [$0.0[language], $0.1] }))
  }

  private var particulars: Document.Block {
    let content = trip.content
    let licence = book.licence(trip.driver)
    let plate = trip.vehicle.flatMap { book.vehicle($0)?.card?.plate }
    let decided = trip.decided.map { "\(bureau.name($0.person)) \($0.day)" } ?? ""
    let vehicle = [trip.vehicle.map { bureau.name($0) }, plate].compactMap(\.self)
    let driver = [bureau.name(trip.driver), licence?.type.rawValue].compactMap(\.self)
    return pairs([
      (Bilingual(zh: "用车人", en: "For"), bureau.name(content.person)),
      (Bilingual(zh: "事由", en: "Purpose"), content.purpose),
      (Bilingual(zh: "目的地", en: "Where to"), content.destination),
      (Bilingual(zh: "时间", en: "When"), span(content.start, content.end)),
      (Bilingual(zh: "乘车人数", en: "Aboard"), "\(content.persons)"),
      (Bilingual(zh: "车辆", en: "Vehicle"), vehicle.joined(separator: " ")),
      (Bilingual(zh: "驾驶员", en: "Driver"), driver.joined(separator: " ")),
      (Bilingual(zh: "审批", en: "Decided by"), decided),
    ])
  }

  private var checked: Document.Block {
    let box = Bilingual(zh: "□正常　□有问题", en: "[ ] in order  [ ] fault")[language]
    let isDone = trip.leaving != nil
    let outcome = Bilingual(zh: "正常", en: "in order")[language]
    let fault = trip.leaving?.fault
    let rows =
      isDone
      ? [[check.isEmpty ? outcome : listed(check.map { $0[language] }), fault ?? outcome]]
      : check.map { [$0[language], box] }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "检查内容", en: "Looked at"), 3),
          words(Bilingual(zh: "结果", en: "Found"), 2),
        ], rows: rows.isEmpty ? [["", box]] : rows))
  }

  private var declaration: Bilingual {
    let made =
      trip.leaving?.isDeclared ?? false
      ? Bilingual(zh: "（已承诺）", en: " (declared)") : Bilingual(verbatim: "")
    return Bilingual(
      zh: "驾驶员承诺：\(Trip.declaration.zh)", en: "The driver declares: \(Trip.declaration.en)") + made
  }

  private var run: Document.Block {
    func km(_ km: Int?) -> String { km.map { "\($0)" } ?? "" }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "", en: ""), 2), words(Bilingual(zh: "时间", en: "When"), 4),
          numbers(Bilingual(zh: "里程（公里）", en: "Mileage (km)"), 3),
          words(Bilingual(zh: "备注", en: "Remarks"), 4),
        ],
        rows: [
          [
            Bilingual(zh: "出车", en: "Out")[language], trip.leaving?.at.dayAndTime ?? "",
            km(trip.leaving?.km), "",
          ],
          [
            Bilingual(zh: "收车", en: "In")[language], trip.back?.at.dayAndTime ?? "",
            km(trip.back?.km), trip.back?.note ?? "",
          ],
          [Bilingual(zh: "行驶", en: "Driven")[language], "", km(trip.km), ""],
        ]))
  }
}
