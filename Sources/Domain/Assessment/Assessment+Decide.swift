import Almanac

/// What may be asked about a year's assessment. May be refused.
public enum AssessmentRequest: Hashable, Sendable {
  case load(Assessment.Content)
  case score(year: Int, item: String, Assessment.Mark)
  case tie(year: Int, item: String, [Evidence])
  case attach(year: Int, item: String, Scan?)
  case detach(year: Int, item: String, file: String)
}

/// A reason an act on an assessment was refused. Nothing was written.
public enum AssessmentError: Refusal, Hashable {
  case noneLoaded(Int)
  case noSuchItem(String, Int)
  case noSuchFigure(String)
  case noSuchDuty(String)
  case noSuchFile(String, String)
  case noItems
  case badYear(Int)
  case doubleItem(String)
  case nameMissing(String)
  case tooMany(Points, of: Points)
  case fileMissing
  case attachedAlready(String)
  case sameAsBefore

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noneLoaded, .noSuchItem, .noSuchFigure, .noSuchDuty, .noSuchFile: .noSuchSubject
    case .noItems, .badYear, .doubleItem, .nameMissing, .tooMany, .fileMissing, .attachedAlready,
      .sameAsBefore:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noneLoaded(let year):
      Bilingual(
        zh: "\(year) 年的考评细则还没有载入；用 assessment load 文件.csv。",
        en: "The rules of \(year) are not loaded; use assessment load FILE.csv.")
    case .noSuchItem(let item, let year):
      Bilingual(
        zh: "\(year) 年考评细则里没有“\(item)”；用 assessment list 查看。",
        en: "The rules of \(year) have no item “\(item)”; see assessment list.")
    case .noSuchFigure(let key):
      Bilingual(
        zh: "年度工作总结没有数“\(key)”；用 report annual --format json 查看。",
        en: "The annual report has no figure “\(key)”; see report annual --format json.")
    case .noSuchDuty(let key):
      Bilingual(
        zh: "职责对照没有“\(key)”；几样佐证之间用分号隔开，职责见 report coverage --format json。",
        en: """
          There is no duty “\(key)” (several are kept apart by semicolons); see report coverage \
          --format json.
          """)
    case .noSuchFile(let file, let item):
      Bilingual(zh: "“\(item)”没有附“\(file)”。", en: "“\(item)” has no file “\(file)”.")
    case .noItems: Bilingual(zh: "没有一项细则。", en: "There is not one rule.")
    case .badYear(let year):
      Bilingual(zh: "年份 \(year) 不能用。", en: "The year \(year) cannot be used.")
    case .doubleItem(let item):
      Bilingual(zh: "编号“\(item)”重复。", en: "The number “\(item)” stands twice.")
    case .nameMissing(let item):
      Bilingual(zh: "“\(item)”没有考评项目。", en: "“\(item)” does not say what is scored.")
    case .tooMany(let score, let points):
      Bilingual(
        zh: "自评 \(score) 分，超过这一项的 \(points) 分。",
        en: "\(score) is more than the item's \(points) points.")
    case .fileMissing: Bilingual(zh: "请选佐证文件。", en: "Choose the file.")
    case .attachedAlready(let name):
      Bilingual(zh: "这一项已附过同一个文件（\(name)）。", en: "The same file is attached already (\(name)).")
    case .sameAsBefore: Bilingual(zh: "没有改动。", en: "Nothing is changed.")
    }
  }
}

extension Assessment.Content {
  /// What it says, cleaned.
  ///
  /// - Parameter bureau: Whose plans are known; the form of evidence alone is looked at when nil.
  /// - Throws: ``AssessmentError`` or ``WordingError``.
  public func checked(in bureau: Bureau? = nil) throws -> Self {
    guard (2000...2100).contains(year) else { throw AssessmentError.badYear(year) }
    guard !items.isEmpty else { throw AssessmentError.noItems }
    var content = self
    content.name = try name.map { try Wording.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
    var known: Set<String> = []
    content.items = try items.map { item in
      var item = item
      item.id = try Wording.text(item.id)
      item.part = try Wording.text(item.part)
      item.name = try Wording.text(item.name)
      item.requirement = try Wording.text(item.requirement)
      guard !item.name.isEmpty else { throw AssessmentError.nameMissing(item.id) }
      guard known.insert(item.id).inserted else { throw AssessmentError.doubleItem(item.id) }
      try item.evidence.forEach { try $0.check(in: bureau) }
      return item
    }
    return content
  }
}

extension Evidence {
  /// - Parameter bureau: Whose plans are known; the form alone is looked at when nil.
  /// - Throws: ``AssessmentError/noSuchFigure(_:)`` or ``AssessmentError/noSuchDuty(_:)``.
  fileprivate func check(in bureau: Bureau?) throws {
    switch self {
    case .figure(let key):
      guard AnnualFigure.all.contains(where: { $0.key == key }) else {
        throw AssessmentError.noSuchFigure(key)
      }
    case .duty(let key):
      guard let duty = Coverage.Duty(key: key) else { throw AssessmentError.noSuchDuty(key) }
      if case .plan(let plan) = duty, let bureau, bureau.plan(plan) == nil {
        throw AssessmentError.noSuchDuty(key)
      }
    case .document: break
    }
  }
}

extension AssessmentRequest {
  /// Returns the line that loads rules or acts on an item.
  ///
  /// - Throws: ``AssessmentError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.keepGoals) else { throw NotPermitted(.keepGoals) }
    if case .load(let content) = self {
      var content = try content.checked(in: records.bureau)
      let id = Assessment.ID("\(content.year)")
      let former = try records.assessment(id)
      // What was tied here stays where the file ties nothing.
      for (index, item) in content.items.enumerated() where item.evidence.isEmpty {
        content.items[index].evidence = former?.item(item.id)?.evidence ?? []
      }
      guard former?.content != content else { throw AssessmentError.sameAsBefore }
      return [Happening(.assessment(id), .assessment(.loaded(content)))]
    }
    let (year, number) = address
    let id = Assessment.ID("\(year)")
    guard let assessment = try records.assessment(id) else {
      throw AssessmentError.noneLoaded(year)
    }
    guard let item = assessment.item(number) else {
      throw AssessmentError.noSuchItem(number, year)
    }
    return [
      Happening(
        .assessment(id), .assessment(try event(on: item, of: assessment, in: records.bureau)))
    ]
  }

  private var address: (year: Int, item: String) {
    switch self {
    case .load(let content): (content.year, "")
    case .score(let year, let item, _), .tie(let year, let item, _),
      .attach(let year, let item, _), .detach(let year, let item, _):
      (year, item)
    }
  }

  private func event(
    on item: Assessment.Item, of assessment: Assessment, in bureau: Bureau
  ) throws -> AssessmentEvent {
    switch self {
    case .load(let content): return .loaded(content)
    case .score(_, _, var mark):
      mark.remark = try mark.remark.map { try Wording.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
      guard mark.score <= item.points else {
        throw AssessmentError.tooMany(mark.score, of: item.points)
      }
      guard assessment.marks[item.id] != mark else { throw AssessmentError.sameAsBefore }
      return .scored(item: item.id, mark)
    case .tie(_, _, let evidence):
      try evidence.forEach { try $0.check(in: bureau) }
      guard evidence != item.evidence else { throw AssessmentError.sameAsBefore }
      return .tied(item: item.id, evidence)
    case .attach(_, _, let file):
      guard let file else { throw AssessmentError.fileMissing }
      let twin = assessment.files[item.id]?.first { $0.checksum == file.checksum }
      if let twin { throw AssessmentError.attachedAlready(twin.name) }
      return .attached(item: item.id, file)
    case .detach(_, _, let name):
      guard let file = assessment.files[item.id]?.first(where: { $0.name == name }) else {
        throw AssessmentError.noSuchFile(name, item.id)
      }
      return .detached(item: item.id, file.checksum)
    }
  }
}
