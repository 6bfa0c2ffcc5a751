import Almanac
import Canvas
import Domain

/// What can be done with an item of an assessment that needs words.
enum AssessmentAct: String {
  case score
  case attach
  case tie

  /// As menus call it.
  var name: Bilingual {
    switch self {
    case .score: Bilingual(zh: "自评分", en: "score it")
    case .attach: Bilingual(zh: "附佐证文件", en: "attach a file")
    case .tie: Bilingual(zh: "对应台账", en: "tie it to the ledger")
    }
  }
}

/// The fields of an act on an item of an assessment.
struct AssessmentForm: ActForm {
  enum Part: String, FormPart {
    case score
    case remark
    case file
    case evidence

    var label: Bilingual {
      switch self {
      case .score: Bilingual(zh: "自评分", en: "Own score")
      case .remark: Bilingual(zh: "说明", en: "Remark")
      case .file: Bilingual(zh: "佐证文件", en: "File")
      case .evidence: Bilingual(zh: "对应台账", en: "Tied to")
      }
    }

    var isDay: Bool { false }
  }

  private let act: AssessmentAct
  private let year: Int
  private let line: AssessmentReview.Line
  /// The files that can be attached.
  var files: [DropFile] = []
  var fields: FormFields<Part>

  init(_ act: AssessmentAct, of line: AssessmentReview.Line, year: Int) {
    (self.act, self.line, self.year) = (act, line, year)
    let texts: [(part: Part, text: String)] =
      switch act {
      case .score:
        [
          (.score, line.mark?.score.description ?? line.item.points.description),
          (.remark, line.mark?.remark ?? ""),
        ]
      case .attach: [(.file, "")]
      case .tie: [(.evidence, line.item.evidence.map(\.description).joined(separator: "; "))]
      }
    fields = FormFields(texts, enter: .goesOn)
  }

  var id: String { "assessment \(act.rawValue) \(year) \(line.id)" }

  func names(in part: Part, _ context: Context) -> NameList? {
    part == .file ? PaperField.names(files) : nil
  }

  func effect(_ context: Context) throws -> Effect {
    switch act {
    case .score:
      guard let score = Points(fields.text(.score)) else {
        throw FieldProblem(
          Part.score, Bilingual(zh: "请填分数，如 4.5", en: "Enter points, such as 4.5"))
      }
      guard score <= line.item.points else {
        throw FieldProblem(
          Part.score, AssessmentError.tooMany(score, of: line.item.points).message)
      }
      return .perform(
        .assessment(
          .score(
            year: year, item: line.id,
            .init(score: score, remark: fields.optional(.remark)))))
    case .attach:
      let file = try PaperField.file(in: Part.file, of: fields, files)
      guard let file else { throw FieldProblem(Part.file, AssessmentError.fileMissing.message) }
      return .performFiling(.assessment(.attach(year: year, item: line.id, nil)), file)
    case .tie:
      let words = fields.text(.evidence).split { ";；".contains($0) }
        .map { $0.trimmingPrefix(" ") }
      let evidence = words.compactMap { Evidence(String($0)) }
      guard evidence.count == words.count else {
        throw FieldProblem(
          Part.evidence,
          Bilingual(
            zh: "写 figure:数、duty:职责 或 report:文书，用分号隔开",
            en: "figure:KEY, duty:KEY or report:WORDS, with semicolons between"))
      }
      return .perform(.assessment(.tie(year: year, item: line.id, evidence)))
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let title = act.name + Bilingual(verbatim: "  \(line.id)  \(line.item.name)")
    let hint =
      switch act {
      case .score:
        Bilingual(
          zh: "满分 \(line.item.points) 分。F8 存；Esc 取消",
          en: "Of \(line.item.points) points. F8 saves; Esc cancels")
      case .attach:
        Bilingual(
          zh: "PDF 或照片，从投放文件夹里选。F8 存；Esc 取消",
          en: "A PDF or a picture of the drop folder. F8 saves; Esc cancels")
      case .tie:
        Bilingual(
          zh: "如 figure:visits；duty:plan/monthly；report:month 2026-11。F8 存；Esc 取消",
          en:
            "Such as figure:visits; duty:plan/monthly; report:month 2026-11. F8 saves; Esc cancels")
      }
    let rest = drawHead(context(title), [context(hint)], into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in part == .file ? nil : .room(text) }
  }
}
