import Almanac
import Canvas
import Domain

/// Letters of responsibility (安全责任书) of a year, one a sheet: a leader signs with the head of the leading
/// group, a section's safety head with the leader in charge.
public struct ResponsibilityLetters: Written {
  let letters: [ResponsibilityLetter]
  let year: Int
  let bureau: Bureau
  let language: Language
  let templates: Templates

  /// Some letters, each on pages of its own.
  public static func document(
    _ letters: [ResponsibilityLetter], year: Int, bureau: Bureau, templates: Templates,
    language: Language
  ) -> Document {
    let paper = ResponsibilityLetters(
      letters: letters, year: year, bureau: bureau, language: language, templates: templates)
    var document = Document(
      language: language, title: "",
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      fitsOnePage: letters.allSatisfy { $0.places.count <= mostOnOneSheet })
    for (index, letter) in letters.enumerated() {
      let wording = paper.wording(letter)
      if index == 0 {
        document.title = wording.line("title")
      } else {
        document.blocks += [.pageBreak, .title(wording.line("title"), [])]
      }
      document.blocks += paper.body(letter, wording)
    }
    return document
  }

  /// With more places type on one sheet would be too small to read with ease.
  private static let mostOnOneSheet = 24

  /// The name of who signs for the office, or room to write one.
  private func counterpart(_ letter: ResponsibilityLetter) -> String {
    letter.counterpart.map { bureau.name($0) } ?? "________"
  }

  private func wording(_ letter: ResponsibilityLetter) -> Templates.Words {
    templates.words(
      .responsibility,
      [
        "organization": bureau.organization.name, "year": year,
        "partyA": counterpart(letter), "partyB": bureau.name(letter.person),
        "sections": listed(letter.sections.map { bureau.name($0) }),
        "places": listed(letter.places.map { bureau.name($0) }), "placeCount": letter.places.count,
        "isLeader": letter.isLeader,
      ], in: language)
  }

  private func body(
    _ letter: ResponsibilityLetter, _ wording: Templates.Words
  ) -> [Document.Block] {
    wording.blocks("opening") + wording.blocks(letter.isLeader ? "leader" : "section")
      + wording.blocks("closing") + [sides(letter)]
  }

  /// Where both sides sign.
  private func sides(_ letter: ResponsibilityLetter) -> Document.Block {
    let (a, b) = (counterpart(letter), bureau.name(letter.person))
    let section = listed(letter.sections.map { bureau.name($0) })
    let room = "\u{3000}\n\u{3000}"
    let day = Bilingual(zh: "\(year)年　　月　　日", en: "__ / __ / \(year)")[language]
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "甲方", en: "Party A"), 12),
          words(Bilingual(zh: "乙方", en: "Party B"), 12),
        ],
        rows: [
          [
            bureau.organization.name,
            letter.isLeader
              ? Post.leader(Section.ID("")).title[language] + " " + b : section,
          ],
          [
            Bilingual(zh: "负责人：\(a)", en: "Represented by: \(a)")[language],
            Bilingual(zh: "责任人：\(b)", en: "Responsible: \(b)")[language],
          ],
          [
            Bilingual(zh: "签名（盖章）：", en: "Signature and seal: ")[language] + room,
            Bilingual(zh: "签名：", en: "Signature: ")[language] + room,
          ],
          [day, day],
        ]))
  }
}
