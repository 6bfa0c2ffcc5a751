import Almanac
import Canvas
import Domain

/// The reply to an authority about all hazards that came with its document (整改复函), with a table of them
/// as its annex.
///
/// Source: GB/T 9704-2012 7.2 and 7.3, for number, title, addressee, annex, closing and date.
public struct AuthorityLetter: Written {
  /// What is written about: the authority's document, and how the letter is headed.
  public struct Heading: Sendable {
    /// The document that brought the hazards, by its number.
    public var source: String
    /// To whom the letter goes; from the document's words when nil.
    public var addressee: String?
    /// The letter's own number; room for it when nil.
    public var number: String?

    /// A heading from the authority's document, its year in the brackets that official papers have.
    public init(source: String, addressee: String? = nil, number: String? = nil) {
      self.source = Hazard.officialNumber(source)
      self.addressee = addressee
      self.number = number
    }
  }

  let heading: Heading
  let hazards: [Hazard]
  let bureau: Bureau
  let today: Day
  let language: Language

  /// The letter about some hazards.
  ///
  /// - Parameter today: The day that it bears.
  public static func document(
    _ heading: Heading, hazards: [Hazard], bureau: Bureau, today: Day, templates: Templates,
    language: Language
  ) -> Document {
    let letter = AuthorityLetter(
      heading: heading, hazards: hazards, bureau: bureau, today: today, language: language)
    let words = templates.words(.letter, letter.values, in: language)
    return Document(
      language: language, title: words.line("title"),
      subtitle: [letter.number[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: letter.text(words) + letter.annex(words)
        + letter.copies(of: bureau.organization.paperRule))
  }

  /// The number that it bears, an Arabic one set in the office's style; else room to write it.
  private var number: Bilingual {
    let rule = bureau.organization.paperRule
    let style = rule.leavesNumbersBlank == true ? nil : rule.number
    if let number = heading.number {
      return Bilingual(verbatim: rule.number(typed: number, of: today.year))
    }
    return style.map { Bilingual(verbatim: $0.number("____", of: today.year)) }
      ?? Bilingual(zh: "文号：______________", en: "No. ______________")
  }

  /// Who is written to: as given, what stands before the number in the document's words, or who the office
  /// sends its summaries to.
  private var addressee: String {
    let given =
      heading.addressee ?? hazards.compactMap(\.issuer).first
      ?? bureau.organization.paperRule.sentTo?.first
    return given ?? "______________"
  }

  private var values: Templates.Values {
    [
      "organization": bureau.organization.name, "addressee": addressee,
      "document": heading.source, "date": prose(today)[language], "count": hazards.count,
      "standing": standing[language], "mended": count(.mended), "waiting": count(.waiting),
      "mending": count(.mending), "withdrawn": count(.withdrawn),
      "isUnfinished": count(.waiting) + count(.mending) > 0,
    ]
  }

  private func text(_ words: Templates.Words) -> [Document.Block] {
    let annex = words.line("annex")
    return [.addressee(addressee + Bilingual(zh: "：", en: ":")[language])]
      + words.blocks("opening") + words.blocks("closing") + [
        .closing(
          .init(
            unit: bureau.organization.name, date: prose(today)[language], isSealed: true,
            annex: Bilingual(zh: "附件：\(annex)", en: "Annex: \(annex)")[language]))
      ]
  }

  private func count(_ standing: Standing) -> Int {
    hazards.count { Standing($0.state) == standing }
  }

  /// How many stand how, those of which there are none left out.
  private var standing: Bilingual {
    let parts = Standing.allCases.map { (count($0), $0.name) }.filter { $0.0 > 0 }
    return Bilingual(
      zh: parts.map { "\($0.1.zh)\($0.0)项" }.joined(separator: "，"),
      en: parts.map { "\($0.0) \($0.1.en)" }.joined(separator: ", "))
  }

  private func annex(_ wording: Templates.Words) -> [Document.Block] {
    [
      .pageBreak, .annex(Bilingual(zh: "附件", en: "Annex")[language]),
      .title(wording.line("annex"), [heading.source]),
      .table(
        .init(
          columns: [
            numbers(Bilingual(zh: "序号", en: "No."), 5),
            words(Bilingual(zh: "部位", en: "Place"), 9),
            words(Bilingual(zh: "存在问题", en: "Problem"), 12),
            marks(Bilingual(zh: "整改期限", en: "Deadline"), 9),
            words(Bilingual(zh: "整改情况", en: "What was done"), 16),
            marks(Bilingual(zh: "责任人", en: "By"), 7),
            marks(Bilingual(zh: "完成日期", en: "Done on"), 9),
            marks(Bilingual(zh: "现状", en: "State"), 7),
          ], rows: hazards.enumerated().map { row($0 + 1, $1) })),
      counting(
        Bilingual(
          zh: "列出随该文登记的全部隐患，按成文日台账所载；已销号的计入已整改并复查合格。",
          en: """
            all hazards registered with the document, as they stand on the day of the letter; closed ones \
            are mended and verified.
            """)),
    ]
  }

  private func row(_ index: Int, _ hazard: Hazard) -> [String] {
    [
      "\(index)", hazard.whereabouts(in: bureau, language), hazard.report.text,
      hazard.deadline?.description ?? "", done(about: hazard)[language],
      bureau.name(hazard.person), hazard.rectified?.day.description ?? "",
      Standing(hazard.state).name[language],
    ]
  }

  /// What was done, or how it is kept safe until then.
  private func done(about hazard: Hazard) -> Bilingual {
    if let reason = hazard.withdrawnReason { return Bilingual(verbatim: reason) }
    if let done = hazard.measures ?? hazard.report.onSpot { return Bilingual(verbatim: done) }
    guard let interim = hazard.oversight.interim?.measures else {
      return Bilingual(verbatim: "")
    }
    return Bilingual(zh: "临时防范：\(interim)", en: "Kept safe by: \(interim)")
  }
}

/// How a hazard stands in words that an authority has use for, whatever its way inside the office.
private enum Standing: CaseIterable {
  case mended
  case waiting
  case mending
  case withdrawn

  init(_ state: Hazard.State) {
    self =
      switch state {
      case .verified, .closed: .mended
      case .submitted: .waiting
      case .reported, .assigned, .rectifying: .mending
      case .withdrawn: .withdrawn
      }
  }

  var name: Bilingual {
    switch self {
    case .mended: Bilingual(zh: "已整改并复查合格", en: "mended and verified")
    case .waiting: Bilingual(zh: "已整改、待复查", en: "mended, to be verified")
    case .mending: Bilingual(zh: "正在整改", en: "being mended")
    case .withdrawn: Bilingual(zh: "经核实作废", en: "withdrawn after checking")
    }
  }
}
