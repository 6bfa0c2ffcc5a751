import Almanac
import Canvas
import Domain

/// The hazards that an authority has listed for supervision (挂牌督办隐患清单), for the leader's desk: who
/// listed them and by which document, whose case each is, the five commitments, and what is left of the time.
///
/// Source: 《安全生产事故隐患排查治理暂行规定》（原国家安全监管总局令第16号）第十五、十八条, which ask for the
/// five commitments and for an authority's word before a listed hazard is off its list.
public struct ListedHazards: Written {
  let bureau: Bureau
  let today: Day
  let language: Language

  /// The list of all hazards that were ever listed, those in force first, by deadline; then those delisted,
  /// the latest first.
  ///
  /// - Parameters:
  ///   - hazards: Any hazards; those never listed and those withdrawn are left out.
  ///   - today: The day on which it is printed, for the days left.
  public static func document(
    hazards: [Hazard], bureau: Bureau, today: Day, language: Language
  ) -> Document {
    let list = ListedHazards(bureau: bureau, today: today, language: language)
    let rows = Self.listed(hazards)
    let inForce = rows.count(where: \.oversight.isListed)
    let overdue = rows.count { $0.oversight.isListed && $0.isOverdue(on: today) }
    let (name, printed) = (bureau.organization.name, list.prose(today))
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)挂牌督办隐患清单", en: "\(name): Hazards under Listed Supervision")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(printed.zh)，挂牌督办中\(inForce)项（逾期\(overdue)项），已摘牌\(rows.count - inForce)项",
          en: """
            As of \(printed.en): listed \(inForce), of these overdue \(overdue); \
            delisted \(rows.count - inForce)
            """)[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: [
        .table(
          .init(
            columns: list.columns,
            rows: rows.enumerated().map { list.row($0.offset + 1, $0.element) })),
        list.counting(
          Bilingual(
            zh: "挂牌督办中为已挂牌、未摘牌且未作废的隐患；逾期为其中截至日已过现行整改期限、尚未销号的。",
            en: """
              listed are hazards neither delisted nor withdrawn; overdue are those of them that are past the \
              deadline now in force and not closed.
              """)),
        list.signatures([
          Bilingual(zh: "填表人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
          Bilingual(zh: "单位负责人", en: "Head of the office"),
        ]),
      ], isLandscape: true)
  }

  /// By when it is to be mended; a hazard without a deadline comes last.
  private static func due(_ hazard: Hazard) -> Day { hazard.deadline ?? Day(9999, 12, 31) }
  private static func off(_ hazard: Hazard) -> Day {
    hazard.oversight.delisting?.day ?? hazard.reported
  }

  /// Those of some hazards that were listed, in the order of the list.
  public static func listed(_ hazards: [Hazard]) -> [Hazard] {
    let known = hazards.filter { $0.oversight.listing != nil && $0.state != .withdrawn }
    let inForce = known.filter(\.oversight.isListed).sorted {
      (due($0), $0.id) < (due($1), $1.id)
    }
    let ended = known.filter { !$0.oversight.isListed }.sorted {
      (off($0), $0.id) > (off($1), $1.id)
    }
    return inForce + ended
  }

  private var columns: [Document.Column] {
    [
      numbers(Bilingual(zh: "序号", en: "No."), 3), marks(Bilingual(zh: "编号", en: "Number"), 6),
      words(Bilingual(zh: "部位、科室", en: "Place, section"), 8),
      words(Bilingual(zh: "隐患", en: "Hazard"), 11),
      words(Bilingual(zh: "督办单位、文号、日期", en: "Listed by, document, date"), 11),
      persons(Bilingual(zh: "包案领导", en: "Leader's case"), 6),
      words(Bilingual(zh: "五落实", en: "Five commitments"), 19),
      marks(Bilingual(zh: "整改期限", en: "Deadline"), 8),
      marks(Bilingual(zh: "余／超", en: "Days"), 6),
      marks(Bilingual(zh: "状态", en: "State"), 6),
      words(Bilingual(zh: "摘牌", en: "Delisted"), 9),
    ]
  }

  private func row(_ number: Int, _ hazard: Hazard) -> [String] {
    let oversight = hazard.oversight
    return [
      "\(number)", hazard.id.rawValue,
      [hazard.whereabouts(in: bureau, language), bureau.name(hazard.section)]
        .filter { !$0.isEmpty }.joined(separator: "\n"),
      hazard.report.text, oversight.listing.map(words) ?? "", bureau.name(oversight.leader),
      commitments(of: hazard), hazard.deadline?.description ?? "", daysLeft(hazard)[language],
      hazard.state.name[language], oversight.delisting.map(words) ?? "",
    ]
  }

  private func words(_ act: Oversight.AuthorityAct) -> String {
    [act.authority, act.document, act.day.description].joined(separator: "\n")
  }

  /// The five, one a line; what is missing says so.
  private func commitments(of hazard: Hazard) -> String {
    let agreed = hazard.oversight.commitments
    let missing = Bilingual(zh: "未落实", en: "missing")[language]
    let lines: [(Bilingual, String)] = [
      (Bilingual(zh: "措施", en: "Measures"), agreed?.measures ?? missing),
      (Bilingual(zh: "责任人", en: "Person"), hazard.person.map { bureau.name($0) } ?? missing),
      (Bilingual(zh: "资金", en: "Funds"), agreed?.funds ?? missing),
      (Bilingual(zh: "期限", en: "Deadline"), hazard.deadline?.description ?? missing),
      (Bilingual(zh: "预案", en: "Contingency"), agreed?.contingency ?? missing),
    ]
    return lines.map { name, entry in
      Bilingual(zh: "\(name.zh)：\(entry)", en: "\(name.en): \(entry)")[language]
    }.joined(separator: "\n")
  }

  private func daysLeft(_ hazard: Hazard) -> Bilingual {
    guard hazard.isOpen else { return Bilingual(verbatim: "") }
    return Hazard.daysLeft(to: hazard.deadline, on: today)
  }
}
