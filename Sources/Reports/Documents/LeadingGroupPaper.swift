import Almanac
import Canvas
import Domain

/// The leading group and its division of work (领导小组及分工表): the seats, each section with its leader, its
/// safety head and who answers for its places, the plans, and what nobody answers for.
public struct LeadingGroupPaper: Written {
  let bureau: Bureau
  let day: Day
  let language: Language

  /// The table as of a day.
  public static func document(_ bureau: Bureau, on day: Day, language: Language) -> Document {
    let paper = LeadingGroupPaper(bureau: bureau, day: day, language: language)
    let name = bureau.organization.name
    let date = paper.prose(day)
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)安全工作领导小组及分工表",
        en: "\(name): Leading Group for Safety and Its Division of Work")[language],
      subtitle: [Bilingual(zh: "（截至\(date.zh)）", en: "(as of \(date.en))")[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: paper.group + paper.sections + paper.plans + paper.gaps + [
        .closing(.init(unit: name, date: date[language], isSealed: true))
      ], keepsWordsWhole: true)
  }

  private var tree: ResponsibilityTree { ResponsibilityTree(bureau, on: day) }

  private func names(_ post: Post) -> String {
    listed(bureau.holders(of: post, on: day).map { bureau.name($0.person) })
  }

  private var group: [Document.Block] {
    let held = Post.group.flatMap { bureau.holders(of: $0, on: day) }
    return [
      heading(Bilingual(zh: "一、领导小组", en: "1. The leading group")),
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "职务", en: "Seat"), 6), marks(Bilingual(zh: "姓名", en: "Name"), 6),
            words(Bilingual(zh: "科室", en: "Section"), 8),
            words(Bilingual(zh: "分管科室", en: "In charge of"), 14),
            days(Bilingual(zh: "任职日期", en: "Since"), 8),
            words(Bilingual(zh: "依据", en: "By"), 10),
          ],
          rows: held.map { holder in
            let charge = bureau.sections.map(\.id).filter { section in
              bureau.holders(of: .leader(section), on: day).contains { $0.person == holder.person }
            }
            return [
              holder.post.title[language], bureau.name(holder.person),
              bureau.name(bureau.person(holder.person)?.section),
              listed(charge.map { bureau.name($0) }), holder.from?.description ?? "",
              holder.document ?? "",
            ]
          })),
    ]
  }

  private var sections: [Document.Block] {
    let sections = bureau.sections.filter { $0.isInUse(on: day) }
    return [
      heading(Bilingual(zh: "二、科室与场所", en: "2. Sections and places")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "科室", en: "Section"), 8),
            marks(Bilingual(zh: "分管领导", en: "Leader in charge"), 7),
            marks(Bilingual(zh: "安全责任人", en: "Safety head"), 7),
            words(Bilingual(zh: "场所（责任人）", en: "Places (persons responsible)"), 26),
          ],
          rows: sections.map { section in
            [
              section.name, names(.leader(section.id)), names(.section(section.id)),
              places(of: section.id),
            ]
          } + (others.isEmpty ? [] : [["-", "", "", others]]))),
      paragraph(
        Bilingual(
          zh: "注：★为重点部位；未另注责任人的场所，由所在科室安全责任人负责。",
          en:
            "★ marks a key place; a place without a name of its own is its section's safety head's."
        )
      ),
    ]
  }

  private var others: String { places(of: nil) }

  private func places(of section: Section.ID?) -> String {
    let own = bureau.places.filter { $0.section == section && $0.exists(in: day...day) }
    return listed(
      own.map { place in
        let holder = names(.place(place.id))
        let mark = place.keyReason == nil ? "" : "★"
        let person =
          holder.isEmpty
          ? "" : Bilingual(zh: "（\(holder)）", en: " (\(holder))")[language]
        return mark + place.name + person
      })
  }

  private var plans: [Document.Block] {
    let plans = bureau.plans.map(\.present).filter { $0.isInUse(on: day) }
    guard !plans.isEmpty else { return [] }
    return [
      heading(Bilingual(zh: "三、检查计划", en: "3. Inspection plans")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "计划", en: "Plan"), 14),
            words(Bilingual(zh: "周期", en: "Frequency"), 14),
            marks(Bilingual(zh: "负责人", en: "In charge"), 8),
          ],
          rows: plans.map { plan in
            [plan.title[language], plan.own?[language] ?? "", names(.plan(plan.id))]
          })),
    ]
  }

  private var gaps: [Document.Block] {
    let gaps = bureau.responsibilityGaps(on: day)
    guard !gaps.isEmpty else { return [] }
    let words = gaps.map { $0.words(bureau) }
    return [
      heading(Bilingual(zh: "待明确", en: "Nobody named yet")),
      paragraph(
        Bilingual(
          zh: words.map(\.zh).joined(separator: "；") + "。",
          en: words.map(\.en).joined(separator: "; ") + ".")),
    ]
  }
}
