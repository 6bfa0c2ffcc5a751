import Almanac
import ArgumentParser
import Canvas
import Domain
import Intake
import Reports

/// The district's assessment of a year (考评): its rules, the own scores, the evidence.
struct AssessmentCommandGroup: ParsableCommand {
  static let configuration = about(
    "assessment", zh: "年度考评：细则、自评分、佐证", en: "the year's assessment: rules, own scores, evidence",
    [
      AssessmentList.self, AssessmentLoad.self, AssessmentScore.self, AssessmentTie.self,
      AssessmentAttach.self, AssessmentDetach.self, AssessmentExport.self,
    ])
}

extension Session {
  /// A year's assessment held against the ledger; nil where no rules are loaded.
  func assessmentReview(of year: Int) throws -> AssessmentReview? {
    guard let assessment = try ledger.assessment(Identifier("\(year)")) else { return nil }
    let records = try annualRecords(of: year)
    return AssessmentReview(
      assessment, try annualReview(records, of: year), try coverage(records, of: year))
  }

  /// The same where there must be one.
  ///
  /// - Throws: `AssessmentError.noneLoaded`.
  func loadedAssessment(of year: Int) throws -> AssessmentReview {
    guard let review = try assessmentReview(of: year) else {
      throw AssessmentError.noneLoaded(year)
    }
    return review
  }

  /// It on paper.
  func assessmentPaper(_ review: AssessmentReview) throws -> Document {
    AssessmentPaper.document(review, bureau: try ledger.bureau(), on: today, language: language)
  }
}

/// Which item of which year an act is about.
struct AssessmentItemOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 1.2", en: "the item's number, as 1.2")) var item: String
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?

  /// - Parameter command: What is asked of the item of a year.
  fileprivate func perform(
    scan: ScannedPaper? = nil, _ request: (_ year: Int) throws -> AssessmentRequest
  ) throws {
    let session = try Session(options)
    let year = year ?? session.today.year
    let lines = try session.perform(.assessment(try request(year)), scan: scan)
    for case .assessment(let event) in lines.map(\.event) {
      Output.line("\(item)  \(event.name[session.language])")
    }
  }
}

/// A self-assessment in JSON; the keys are fixed, others script against them.
struct AssessmentJSON: Encodable {
  struct Proof: Encodable {
    @Nullable var evidence: Evidence?
    @Nullable var file: String?
    var name: Bilingual
    var there: Bool
  }

  struct Item: Encodable {
    var item: String
    var part: String
    var name: String
    var points: Points
    var requirement: String
    @Nullable var score: Points?
    @Nullable var remark: String?
    var lacking: Bool
    var proofs: [Proof]
  }

  var year: Int
  @Nullable var name: String?
  var points: Points
  var own: Points
  var unscored: Int
  var items: [Item]

  init(_ review: AssessmentReview) {
    year = review.assessment.content.year
    name = review.assessment.content.name
    (points, own, unscored) = (review.total, review.own, review.unscored)
    items = review.byLack.map { line in
      Item(
        item: line.id, part: line.item.part, name: line.item.name, points: line.item.points,
        requirement: line.item.requirement, score: line.mark?.score,
        remark: line.mark?.remark, lacking: line.isLacking,
        proofs: line.proofs.map {
          Proof(evidence: $0.evidence, file: $0.file?.name, name: $0.words, there: $0.isThere)
        })
    }
  }
}

/// The items with scores and evidence, those that lack evidence first.
struct AssessmentList: ParsableCommand {
  static let configuration = about(
    "list", zh: "列出考评各项，缺佐证的在前", en: "list the items, those without evidence first")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let review = try session.loadedAssessment(of: year ?? session.today.year)
    let language = session.language
    try output.print(
      AssessmentJSON(review).items,
      keys: ["item", "part", "name", "points", "score", "lacking", "proofs"],
      heading: [
        Bilingual(zh: "编号", en: "No."), Bilingual(zh: "类别", en: "Part"),
        Bilingual(zh: "考评项目", en: "Item"), Bilingual(zh: "分值", en: "Points"),
        Bilingual(zh: "自评", en: "Own"), Bilingual(zh: "缺佐证", en: "Lacking"),
        Bilingual(zh: "佐证", en: "Evidence"),
      ],
      rows: review.byLack.map { line in
        [
          line.id, line.item.part, line.item.name, line.item.points.description,
          line.mark?.score.description ?? "", line.isLacking ? "!!" : "",
          line.proofs.map { $0.words[language] }.joined(separator: "; "),
        ]
      })
  }
}

/// Loads the rules of a year.
struct AssessmentLoad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: Bilingual(zh: "从 CSV 载入一年的考评细则", en: "load a year's rules from CSV")[
      Speech.language],
    discussion: Bilingual(
      zh: "表头：编号、类别、考评项目、分值、考评要求、对应台账；考评项目和分值必有。对应台账写 figure:数、duty:职责、report:文书，"
        + "用分号隔开。有一行不对就都不载入；再次载入，编号相同的自评分、佐证和没有另写的对应台账都保留。",
      en: "The heading: number, part, item, points, requirement, evidence; item and points are "
        + "needed. Evidence is figure:KEY, duty:KEY or report:WORDS, with semicolons between. One "
        + "wrong line and nothing is loaded; loaded again, scores, files and ties stay with the "
        + "numbers of their items.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "CSV 文件", en: "a CSV file")) var file: String
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @Option(help: help(zh: "考评的名称", en: "what the assessment is called")) var name: String?

  func run() throws {
    let session = try Session(options)
    let content = try AssessmentFile.read(
      OfficeText.read(file), file: file, year: year ?? session.today.year,
      name: name)
    for item in content.items { try item.evidence.forEach { try $0.parse() } }
    _ = try session.perform(.assessment(.load(content)))
    let (count, year) = (content.items.count, content.year)
    let points = content.items.reduce(Points(tenths: 0)) { $0 + $1.points }
    Output.line(
      Bilingual(
        zh: "已载入 \(year) 年考评细则 \(count) 项，共 \(points) 分。",
        en: "Loaded the rules of \(year): \(counted(count, "item")), points: \(points).")[
          session.language])
  }
}

extension Evidence {
  /// Reads the words of a document as a command.
  ///
  /// - Throws: What the command line says of them.
  fileprivate func parse() throws {
    guard case .document(let words) = self else { return }
    _ = try Self.command(words, [])
  }

  /// Whether an option would send the document somewhere else than into the folder of its item: the rules
  /// come from outside.
  private static func goesElsewhere(_ word: String) -> Bool {
    ["--print", "--output", "--force", "--ledger", "--as", "--now", "--format"]
      .contains { word.hasPrefix($0) }
  }

  /// The command that draws a document up.
  static func command(_ words: String, _ options: [String]) throws -> any ParsableCommand {
    let words = words.split(separator: " ").map(String.init)
    do {
      if let option = words.first(where: { goesElsewhere($0) }) {
        throw ValidationError(
          Bilingual(
            zh: "“\(option)”不能写在佐证里。", en: "“\(option)” cannot stand in evidence.")[
              Speech.language])
      }
      return try ReportCommand.parseAsRoot(words + options)
    } catch {
      let words = words.joined(separator: " ")
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“report \(words)”不是能出的文书：\(ReportCommand.message(for: error))",
          en: "“report \(words)” is no document: \(ReportCommand.message(for: error))"))
    }
  }
}

/// Scores an item.
struct AssessmentScore: ParsableCommand {
  static let configuration = about("score", zh: "给一项自评分", en: "score an item")
  @OptionGroup var act: AssessmentItemOptions
  @Argument(help: help(zh: "分数，如 4.5", en: "points, as 4.5")) var score: String
  @Option(help: help(zh: "说明", en: "a remark")) var remark: String?

  func run() throws {
    guard let points = Points(score) else {
      throw ShellError.plain(
        .badData,
        Bilingual(zh: "“\(score)”不是分数，如 4.5。", en: "“\(score)” is no number of points, as 4.5."))
    }
    try act.perform { year in
      .score(year: year, item: act.item, .init(score: points, remark: remark))
    }
  }
}

/// Ties an item to what shows it.
struct AssessmentTie: ParsableCommand {
  static let configuration = about(
    "tie", zh: "一项对应哪些台账（替换原来的）", en: "say what in the ledger shows an item, in place of what did")
  @OptionGroup var act: AssessmentItemOptions
  @Argument(
    help: help(
      zh: "figure:数、duty:职责、report:文书；不写就清空", en: "figure:KEY, duty:KEY, report:WORDS; none clears")
  )
  var evidence: [String] = []

  func run() throws {
    let ties = try evidence.map { text -> Evidence in
      guard let tie = Evidence(text) else {
        throw ShellError.plain(
          .badData,
          Bilingual(
            zh: "“\(text)”看不懂：写 figure:数、duty:职责 或 report:文书。",
            en: "“\(text)” cannot be read: write figure:KEY, duty:KEY or report:WORDS."))
      }
      try tie.parse()
      return tie
    }
    try act.perform { .tie(year: $0, item: act.item, ties) }
  }
}

/// Attaches a file to an item.
struct AssessmentAttach: ParsableCommand {
  static let configuration = about("attach", zh: "给一项附佐证文件", en: "attach a file to an item")
  @OptionGroup var act: AssessmentItemOptions
  @Argument(help: help(zh: "PDF 或照片", en: "a PDF or a picture")) var file: String

  func run() throws {
    let paper = try ScannedPaper(path: file)
    try act.perform(scan: paper) { .attach(year: $0, item: act.item, paper.scan) }
  }
}

/// Takes a file off an item.
struct AssessmentDetach: ParsableCommand {
  static let configuration = about("detach", zh: "取下一项的佐证文件", en: "take a file off an item")
  @OptionGroup var act: AssessmentItemOptions
  @Argument(help: help(zh: "文件名", en: "the file's name")) var file: String

  func run() throws { try act.perform { .detach(year: $0, item: act.item, file: file) } }
}
