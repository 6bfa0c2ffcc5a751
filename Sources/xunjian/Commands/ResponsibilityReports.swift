import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The leading group and its division of work on paper.
struct LeadingGroupReport: ParsableCommand {
  static let configuration = about(
    "leading-group", zh: "领导小组及分工表", en: "the leading group and its division of work")
  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional, help: help(zh: "哪天的情况（今天）", en: "as of which day (today)"))
  var on: TypedDay?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let day = on?.day(today: session.today) ?? session.today
    try output.send(
      LeadingGroupPaper.document(bureau, on: day, language: session.language),
      json: LeadingGroupJSON(bureau, on: day), on: session.today)
  }
}

/// `report leading-group --format json`.
struct LeadingGroupJSON: Encodable {
  var on: Day
  var posts: [HolderJSON]
  var gaps: [Post]

  init(_ bureau: Bureau, on day: Day) {
    on = day
    posts = bureau.allPosts(on: day).flatMap { post in
      bureau.holders(of: post, on: day).map { HolderJSON(post, $0, gap: false, bureau) }
    }
    gaps = bureau.responsibilityGaps(on: day).map(\.post)
  }
}

/// Letters of responsibility on paper.
struct ResponsibilityLetterReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responsibility-letter",
    abstract: Bilingual(zh: "安全责任书", en: "letters of responsibility")[Speech.language],
    discussion: Bilingual(
      zh: "不写姓名则为每位分管领导、每位科室安全责任人各一份。文字见 template show responsibility。",
      en: "Without names it is one for each leader in charge and each section's safety head. The "
        + "words: template show responsibility.")[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "姓名或编号", en: "names or ids")) var persons: [String] = []
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let letters = try session.letters(of: persons.map { try session.person($0).id })
    try output.send(
      ResponsibilityLetters.document(
        letters, year: year ?? session.today.year, bureau: session.ledger.bureau(),
        templates: session.templates, language: session.language),
      json: letters.map(ResponsibilityLetterJSON.init), on: session.today)
  }
}

/// A letter of responsibility in JSON.
struct ResponsibilityLetterJSON: Encodable {
  var person: Person.ID
  @Nullable var counterpart: Person.ID?
  var leader: Bool
  var sections: [Section.ID]
  var places: [Place.ID]

  init(_ letter: ResponsibilityLetter) {
    person = letter.person
    counterpart = letter.counterpart
    leader = letter.isLeader
    sections = letter.sections
    places = letter.places
  }
}

/// The goals and measures of a year on paper.
struct GoalsReport: ParsableCommand {
  static let configuration = about(
    "goals", zh: "年度工作计划（目标与措施）", en: "the year's goals and measures")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let year = year ?? session.today.year
    let goals = try session.ledger.goals(of: year, at: session.clock.now)
    try output.send(
      session.document(of: goals, year: year), json: goals.map { GoalJSON($0) },
      on: session.today)
  }
}

extension Session {
  /// The letters of some persons, or of everyone who signs one where none is named.
  ///
  /// - Throws: ``ShellError`` where nobody signs one.
  func letters(of persons: [Person.ID]) throws -> [ResponsibilityLetter] {
    let bureau = try ledger.bureau()
    let all = bureau.responsibilityLetters(on: today)
    for person in persons where !all.contains(where: { $0.person == person }) {
      let name = bureau.name(person)
      throw ShellError.plain(
        .noInput,
        Bilingual(
          zh: "\(name)没有分管科室，也不是科室安全责任人，没有责任书；用 responsibility give 登记。",
          en: "\(name) is in charge of no section and no safety head: there is no letter; see "
            + "responsibility give."))
    }
    let found = persons.isEmpty ? all : all.filter { persons.contains($0.person) }
    guard !found.isEmpty else {
      throw ShellError.plain(
        .noInput,
        Bilingual(
          zh: "还没有分管领导和科室安全责任人；用 responsibility give 登记。",
          en: "Nobody is in charge of a section yet; see responsibility give."))
    }
    return found
  }

  /// The plan of a year on paper.
  func document(of goals: [GoalProgress], year: Int) throws -> Document {
    GoalsPaper.document(
      goals, year: year, bureau: try ledger.bureau(), kinds: try activityBook().kinds, on: today,
      language: language)
  }
}
