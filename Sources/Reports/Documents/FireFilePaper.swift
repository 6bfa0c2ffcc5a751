import Almanac
import Canvas
import Domain

/// The index of a year's fire and safety file (消防档案卷内目录), in the order of order 61, for the archivist.
public struct FireFilePaper: Written {
  let file: FireFile
  let bureau: Bureau
  let language: Language

  /// The index of a file.
  public static func document(
    _ file: FireFile, bureau: Bureau, on today: Day, language: Language
  ) -> Document {
    let paper = FireFilePaper(file: file, bureau: bureau, language: language)
    let (name, year, date) = (bureau.organization.name, file.year, paper.prose(today))
    let count = file.sections.reduce(0) { $0 + $1.entries.count }
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)\(year)年消防档案卷内目录", en: "\(name): Fire and Safety File \(year), Index")[
          language],
      subtitle: [
        Bilingual(
          zh: "编制日期：\(date.zh)，共\(count)件，缺\(file.gaps.count)类",
          en: """
            Drawn up \(date.en): \(counted(count, "paper")), \
            \(counted(file.gaps.count, "part")) empty
            """)[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: FireFilePart.Half.allCases.flatMap { paper.half($0) } + paper.shortfalls + [
        paper.signatures([
          Bilingual(zh: "立卷人", en: "Filed by"), Bilingual(zh: "检查人", en: "Checked by"),
          Bilingual(zh: "立卷日期", en: "Date"),
        ])
      ], isLandscape: true)
  }

  private func half(_ half: FireFilePart.Half) -> [Document.Block] {
    let sections = file.sections.filter { $0.part.half == half }
    let before = file.sections.filter { $0.part.half != half && half == .management }
    var number = before.reduce(0) { $0 + $1.entries.count }
    let (title, article) = (half.name, half.article)
    let order = half == .basics ? Bilingual(zh: "一", en: "1") : Bilingual(zh: "二", en: "2")
    return [
      heading(
        Bilingual(
          zh: "\(order.zh)、\(title.zh)（第\(article)条）",
          en: "\(order.en). \(title.en) (article \(article))")),
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "顺序号", en: "No."), 4),
            words(Bilingual(zh: "类目", en: "Part"), 13),
            words(Bilingual(zh: "文号、编号", en: "Number"), 9),
            words(Bilingual(zh: "题名", en: "Title"), 17),
            days(Bilingual(zh: "日期", en: "Date"), 7),
            words(Bilingual(zh: "页号、存放", en: "Pages, where"), 8),
            marks(Bilingual(zh: "年度", en: "Year"), 4),
            marks(Bilingual(zh: "保管期限", en: "Kept"), 5),
          ],
          rows: sections.flatMap { section -> [[String]] in
            let part = Bilingual(
              zh: "（\(section.part.item)）\(section.part.name.zh)",
              en: "(\(section.part.item)) \(section.part.name.en)")[language]
            guard !section.entries.isEmpty else {
              return [
                [
                  "", part, "", Self.nothing(in: section.part)[language], "", "",
                  "\(file.year)", section.retention.name[language],
                ]
              ]
            }
            return section.entries.enumerated().map { index, entry in
              number += 1
              return [
                "\(number)", index == 0 ? part : "", entry.number, entry.title[language],
                entry.day?.description ?? "", entry.location[language], "\(file.year)",
                section.retention.name[language],
              ]
            }
          })),
    ]
  }

  /// What stands where nothing lies: a gap, or a year in which nothing happened.
  private static func nothing(in part: FireFilePart) -> Bilingual {
    part.isOccasional
      ? Bilingual(zh: "本年未登记", en: "nothing recorded") : Bilingual(zh: "尚无", en: "none yet")
  }

  private var shortfalls: [Document.Block] {
    let gaps = file.gaps.map(\.name)
    var blocks = file.shortfalls.map { paragraph($0) }
    if !gaps.isEmpty {
      blocks.append(
        paragraph(
          Bilingual(
            zh: "尚无材料的类目：" + gaps.map(\.zh).joined(separator: "；") + "。",
            en: "Parts without papers: " + gaps.map(\.en).joined(separator: "; ") + ".")))
    }
    guard !blocks.isEmpty else { return [] }
    return [heading(Bilingual(zh: "三、缺项", en: "3. What is missing"))] + blocks
  }
}
