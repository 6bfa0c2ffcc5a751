import Almanac
import Canvas
import Domain

/// The printed forms of a round, for walking with paper.
public struct BlankForms: Written {
  /// The form of one place.
  public struct Form: Sendable {
    /// The place.
    public let place: Place
    /// The section that it belongs to.
    public let section: Section?
    /// What is asked there.
    public let questionnaire: Questionnaire
    /// The form's number, with its check digit.
    public let number: String

    /// - Parameters:
    ///   - section: The section that the place belongs to.
    ///   - number: The form number, with its check digit.
    public init(place: Place, section: Section?, questionnaire: Questionnaire, number: String) {
      self.place = place
      self.section = section
      self.questionnaire = questionnaire
      self.number = number
    }
  }

  let language: Language

  /// The forms of a round, one after the other, under a line that tells how to hand them back.
  public static func document(
    round: Round, forms: [Form], organization: Organization, isPractice: Bool, language: Language
  ) -> Document {
    let writer = BlankForms(language: language)
    return Document(
      language: language, title: writer.title(of: round, organization)[language],
      subtitle: [writer.dates(of: round)[language]],
      running: Organization.runningLine(
        isPractice: isPractice, isProvisional: round.isProvisional, in: language),
      author: organization.name,
      blocks: [writer.instruction] + forms.flatMap(writer.blocks), keepsHeadedWhole: true,
      isForm: true)
  }

  private func title(of round: Round, _ organization: Organization) -> Bilingual {
    Bilingual(
      zh: "\(organization.name)\(round.title.zh)检查表",
      en: "\(organization.name): \(round.title.en)")
  }

  private func dates(of round: Round) -> Bilingual {
    let days = Bilingual(
      zh: "检查时间：\(round.start)至\(round.due)", en: "To be walked \(round.start) to \(round.due)")
    guard round.isProvisional else { return days }
    let mark = WorkCalendar.provisionalMark
    return days + Bilingual(zh: "　\(mark.zh)", en: " \(mark.en)")
  }

  /// How the forms are filled in and handed back.
  var instruction: Document.Block {
    .table(
      .init(
        columns: [words(Bilingual(zh: "填写与交回", en: "How to fill in and hand back"), 1)],
        rows: [
          [
            Bilingual(
              zh: """
                逐项在□内打√，不合格的写明部位和情况。交回时报表号、起止时间和不合格、不适用的序号，\
                如“不合格3、7，不适用5”；读数和选项照填写的报。
                """,
              en: """
                Tick one box an item; for a fail note where and what. Hand back the form number, the \
                times and the numbers that failed or do not apply, as "failed 3, 7; not applicable 5", \
                with readings and choices as written.
                """)[language]
          ]
        ]))
  }

  /// One place's form under its heading.
  func blocks(of form: Form) -> [Document.Block] {
    [
      heading(caption(of: form)), questions(of: form),
    ] + spared(in: form) + [
      signatures([
        Bilingual(zh: "检查日期", en: "Date"), Bilingual(zh: "开始时间", en: "Start"),
        Bilingual(zh: "结束时间", en: "End"),
      ]),
      signatures([
        Bilingual(zh: "检查人", en: "Inspectors"), Bilingual(zh: "带队领导", en: "Led by"),
        Bilingual(zh: "科室签字", en: "Section head"),
      ]),
    ]
  }

  private func caption(of form: Form) -> Bilingual {
    let (place, section) = (form.place.name, form.section?.name)
    return Bilingual(
      zh: "\(place)\(section.map { "（\($0)）" } ?? "")　表号 \(form.number)",
      en: "\(place)\(section.map { " (\($0))" } ?? "")   form \(form.number)")
  }

  private func questions(of form: Form) -> Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "序号", en: "No."), 3),
          words(Bilingual(zh: "检查内容", en: "Item"), 18),
          words(Bilingual(zh: "结果", en: "Result"), 14),
          words(Bilingual(zh: "部位、情况", en: "Spot, remark"), 8),
        ],
        rows: form.questionnaire.questions.map { question in
          [
            "\(question.number)", question.item.text[language], blank(question.item)[language],
            "",
          ]
        }))
  }

  /// Why numbers are missing: what is confirmed never to apply there keeps its own.
  private func spared(in form: Form) -> [Document.Block] {
    let numbers = form.questionnaire.spared.map { "\($0.number)" }
    guard !numbers.isEmpty else { return [] }
    let list = listed(numbers)
    return [
      paragraph(
        Bilingual(
          zh: "序号\(list)已确认在此处长期不适用，不再检查，其余序号不变。",
          en:
            "Numbers \(list) never apply here, as confirmed, and are not asked; the others keep theirs."
        ))
    ]
  }

  private func blank(_ item: Item) -> Bilingual {
    switch item.kind {
    case .tick: Bilingual(zh: "□合格 □不合格 □不适用", en: "□ pass  □ fail  □ n/a")
    case .reading(let unit, nil, nil): Bilingual(zh: "______\(unit.zh)", en: "______ \(unit.en)")
    case .reading:
      Bilingual(zh: "______（\(item.rangeText.zh)）", en: "______ (\(item.rangeText.en))")
    case .choice(let options):
      Bilingual(
        zh: options.map { "□\($0.text.zh)" }.joined(separator: " "),
        en: options.map { "□ \($0.text.en)" }.joined(separator: "  "))
    case .text: Bilingual(verbatim: "________________")
    }
  }
}
