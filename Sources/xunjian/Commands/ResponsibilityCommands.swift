import Almanac
import ArgumentParser
import Domain
import Ledger

/// Who answers for what (一岗双责).
struct ResponsibilityCommandGroup: ParsableCommand {
  static let configuration = about(
    "responsibility", zh: "安全责任（一岗双责）：领导小组、分管、责任人",
    en: "who answers for what: leading group, leaders in charge, persons responsible",
    [
      ResponsibilityList.self, ResponsibilityWho.self, ResponsibilityGaps.self,
      ResponsibilityShow.self, ResponsibilityGive.self, ResponsibilityEnd.self,
      ResponsibilityWithdraw.self,
    ])
}

/// Posts, as options of a command.
struct PostOptions: ParsableArguments {
  @Option(
    name: .customLong("post"),
    help: help(
      zh: "岗位：chief 组长、deputy 副组长、member 成员，或 leader/科室 等；可多次",
      en: "a post: chief, deputy, member, or leader/SECTION and so on; repeatable"))
  var posts: [String] = []
  @Option(
    name: .customLong("leads"),
    help: help(zh: "分管的科室，可多次", en: "a section in charge of, repeatable"))
  var leads: [String] = []
  @Option(
    name: .customLong("section"),
    help: help(zh: "任安全责任人的科室，可多次", en: "a section as its safety head, repeatable"))
  var sections: [String] = []
  @Option(
    name: .customLong("place"), help: help(zh: "负责的场所，可多次", en: "a place, repeatable"))
  var places: [String] = []
  @Option(
    name: .customLong("plan"),
    help: help(
      zh: "负责的检查计划，可多次；all 为还没有负责人的全部", en: "a plan, repeatable; all: those without a name"))
  var plans: [String] = []

  /// The posts that are named.
  ///
  /// - Throws: `ResponsibilityError` or ``ShellError`` for what is not there.
  func named(_ session: Session) throws -> [Post] {
    let named = try posts.map { text -> Post in
      guard let post = Post(text) else { throw ResponsibilityError.noSuchPost(text) }
      return post
    }
    let unnamed = try plans.contains("all") ? session.plansWithoutName() : []
    return named + (try leads.map { .leader(try session.section($0).id) })
      + (try sections.map { .section(try session.section($0).id) })
      + (try places.map { .place(try session.place($0).id) })
      + (plans.filter { $0 != "all" }.map { .plan(Identifier($0)) }) + unnamed
  }
}

extension Session {
  fileprivate func plansWithoutName() throws -> [Post] {
    try ledger.bureau().responsibilityGaps(on: today).map(\.post).filter { post in
      if case .plan = post { true } else { false }
    }
  }

  /// What a text names: a place, a hazard by number, a section, a plan, or a post.
  ///
  /// - Throws: `ResponsibilityError.nothingCalled`.
  fileprivate func answerable(_ text: String) throws -> (subject: String, post: Post?, Place?) {
    let bureau = try ledger.bureau()
    if let hazard = try ledger.hazard(Identifier(text)) {
      let place = bureau.place(hazard.report.place)
      return ("\(hazard.id)  \(hazard.report.text)", nil, place)
    }
    if let place = bureau.places.first(where: { $0.id.rawValue == text || $0.name == text }) {
      return (place.name, nil, place)
    }
    if let section = bureau.sections.first(where: { $0.id.rawValue == text || $0.name == text }) {
      return (section.name, .section(section.id), nil)
    }
    if let plan = bureau.plans.first(where: {
      $0.id.rawValue == text || $0.present.title.zh == text || $0.present.title.en == text
    }) {
      return (plan.present.title[language], .plan(plan.id), nil)
    }
    guard let post = Post(text) else {
      let near = bureau.places.filter { $0.name.contains(text) }.prefix(3).map(\.name)
      throw ResponsibilityError.nothingCalled(text, near: near)
    }
    return (post.called(in: bureau)[language], post, nil)
  }

  /// Says how posts stand after an act.
  fileprivate func say(_ lines: [Happening], json: Bool) throws {
    let bureau = try ledger.bureau()
    let posts = lines.compactMap { line in
      line.subject.kind == .responsibility ? Post(line.subject.id) : nil
    }
    if json {
      return try Output.json(posts.map { PostJSON(bureau.responsibility($0), bureau) })
    }
    for line in lines {
      guard case .responsibility(let event) = line.event, let post = Post(line.subject.id) else {
        continue
      }
      Output.line(
        "\(post.called(in: bureau)[language])  \(event.name[language])  \(event.words(bureau))")
    }
  }
}

extension ResponsibilityEvent {
  /// Who and which days.
  fileprivate func words(_ bureau: Bureau) -> String {
    switch self {
    case .given(let tenure, _): tenure.words(bureau)
    case .ended(let person, let last, let reason):
      "\(bureau.name(person))  - \(last)  \(reason ?? "")"
    case .withdrawn(let person, let from, let reason):
      "\(bureau.name(person))  \(from) -  \(reason)"
    }
  }
}

extension Responsibility.Tenure {
  /// Who, the days and the document.
  fileprivate func words(_ bureau: Bureau) -> String {
    let days = "\(from?.description ?? "") - \(to?.description ?? "")"
    return [bureau.name(person), trimmed(days), document ?? ""].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}

/// A post with those who held it, in JSON.
struct PostJSON: Encodable {
  struct Tenure: Encodable {
    var person: Person.ID
    @Nullable var from: Day?
    @Nullable var to: Day?
    @Nullable var document: String?
  }

  var post: Post
  var name: Bilingual
  var tenures: [Tenure]

  init(_ responsibility: Responsibility, _ bureau: Bureau) {
    post = responsibility.post
    name = responsibility.post.called(in: bureau)
    tenures = responsibility.tenures.map {
      Tenure(person: $0.person, from: $0.from, to: $0.to, document: $0.document)
    }
  }
}

/// Who holds a post on a day, in JSON; the keys are fixed, others script against them.
struct HolderJSON: Encodable {
  var post: Post
  var title: Bilingual
  var name: Bilingual
  @Nullable var person: Person.ID?
  @Nullable var from: Day?
  @Nullable var to: Day?
  @Nullable var document: String?
  @Nullable var ground: Holder.Ground?
  /// Whether a name is missing here.
  var gap: Bool

  init(_ post: Post, _ holder: Holder?, gap: Bool, _ bureau: Bureau) {
    self.post = post
    title = post.title
    name = post.name(in: bureau)
    person = holder?.person
    from = holder?.from
    to = holder?.to
    document = holder?.document
    ground = holder?.ground
    self.gap = gap
  }

  static let keys = ["post", "name", "title", "person", "from", "to", "document"]
  static let heading = [
    Bilingual(zh: "岗位", en: "Post"), Bilingual(zh: "对象", en: "Of"),
    Bilingual(zh: "职责", en: "As"), Bilingual(zh: "姓名", en: "Person"),
    Bilingual(zh: "起", en: "From"), Bilingual(zh: "止", en: "To"),
    Bilingual(zh: "依据", en: "By"),
  ]

  /// A line of a list; a dash where nobody is.
  func cells(_ bureau: Bureau, _ language: Language) -> [String] {
    let none = gap ? Bilingual(zh: "（缺）", en: "(none)")[language] : "-"
    return [
      post.description, name[language], title[language], person.map { bureau.name($0) } ?? none,
      from?.description ?? "", to?.description ?? "", document ?? "",
    ]
  }
}

/// The day that a list is about.
struct OnDay: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional, help: help(zh: "哪天的情况（今天）", en: "as of which day (today)"))
  var on: TypedDay?
  @OptionGroup var output: ListOptions

  func session() throws -> (Session, Day) {
    let session = try Session(options)
    return (session, on?.day(today: session.today) ?? session.today)
  }

  /// Prints who holds some posts.
  func print(_ rows: [HolderJSON], _ session: Session) throws {
    let bureau = try session.ledger.bureau()
    try output.print(
      rows, keys: HolderJSON.keys, heading: HolderJSON.heading,
      rows: rows.map { $0.cells(bureau, session.language) })
  }
}

/// All posts with those who hold them.
struct ResponsibilityList: ParsableCommand {
  static let configuration = about(
    "list", zh: "列出各岗位的责任人", en: "list all posts and who holds them")
  @OptionGroup var on: OnDay

  func run() throws {
    let (session, day) = try on.session()
    let bureau = try session.ledger.bureau()
    let gaps = Set(bureau.responsibilityGaps(on: day).map(\.post))
    let rows = bureau.allPosts(on: day).flatMap { post -> [HolderJSON] in
      let holders = bureau.holders(of: post, on: day)
      return holders.isEmpty
        ? [HolderJSON(post, nil, gap: gaps.contains(post), bureau)]
        : holders.map { HolderJSON(post, $0, gap: false, bureau) }
    }
    try on.print(rows, session)
  }
}

/// Who answers for a place, a hazard, a section or a plan, the nearest first.
struct ResponsibilityWho: ParsableCommand {
  static let configuration = about(
    "who", zh: "谁负责：场所、隐患、科室、计划", en: "who answers for a place, hazard, section or plan")
  @OptionGroup var on: OnDay
  @Argument(
    help: help(zh: "场所、隐患编号、科室或计划", en: "a place, a hazard's number, a section or a plan"))
  var subject: String

  func run() throws {
    let (session, day) = try on.session()
    let bureau = try session.ledger.bureau()
    let (name, post, place) = try session.answerable(subject)
    var chain = place.map { bureau.answering(for: $0, on: day) } ?? []
    if let post {
      let above: [Post] =
        if case .section(let id) = post { [.leader(id), .chief] } else { [.chief] }
      chain = ([post] + above.filter { $0 != post }).flatMap { bureau.holders(of: $0, on: day) }
    }
    if on.output.isForPeople {
      Output.line("\(name)  \(day)")
      if let hazard = try session.ledger.hazard(Identifier(subject)), hazard.isOpen,
        let person = hazard.person
      {
        Output.line(
          Role.rectifier.name[session.language] + "  " + bureau.name(person))
      }
    }
    try on.print(chain.map { HolderJSON($0.post, $0, gap: false, bureau) }, session)
    if chain.isEmpty {
      throw ShellError.plain(
        .negative, Bilingual(zh: "没有人负责。", en: "Nobody answers for it."))
    }
  }
}

/// The posts that nobody holds.
struct ResponsibilityGaps: ParsableCommand {
  static let configuration = about(
    "gaps", zh: "列出没有责任人的", en: "list what nobody answers for")
  @OptionGroup var on: OnDay

  func run() throws {
    let (session, day) = try on.session()
    let bureau = try session.ledger.bureau()
    let gaps = bureau.responsibilityGaps(on: day)
    try on.print(gaps.map { HolderJSON($0.post, nil, gap: true, bureau) }, session)
  }
}

/// A post with all who held it.
struct ResponsibilityShow: ParsableCommand {
  static let configuration = about("show", zh: "查看一个岗位的历任", en: "show all who held a post")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var posts: PostOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let posts = try posts.named(session)
    guard !posts.isEmpty else { throw ResponsibilityError.noPosts }
    let all = posts.map { bureau.responsibility($0) }
    try output.print(
      all.map { PostJSON($0, bureau) }, keys: HolderJSON.keys, heading: HolderJSON.heading,
      rows: all.flatMap { responsibility in
        let post = responsibility.post
        let held = responsibility.tenures.map { tenure in
          Holder(
            post: post, person: tenure.person, from: tenure.from, to: tenure.to,
            document: tenure.document, ground: .named)
        }
        return (held.isEmpty ? bureau.holders(of: post, on: session.today) : held).map {
          HolderJSON(post, $0, gap: false, bureau).cells(bureau, session.language)
        }
      })
  }
}

/// Names a person for posts.
struct ResponsibilityGive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give",
    abstract: Bilingual(zh: "明确责任人", en: "name a person for posts")[Speech.language],
    discussion: Bilingual(
      zh: "一次可给几个岗位。原任到前一天为止，历任都留着；领导小组里一人只在一个席位。",
      en: "Several posts at once. Who held one until then holds it to the day before; nothing is "
        + "lost. In the leading group a person has one seat.")[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "姓名或编号", en: "a name or an id")) var person: String
  @OptionGroup var posts: PostOptions
  @Option(parsing: .unconditional, help: help(zh: "从哪天起（今天）", en: "the first day (today)"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天为止", en: "the last day")) var to: TypedDay?
  @Option(help: help(zh: "依据文件", en: "by which document")) var document: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let command = ResponsibilityCommand.give(
      try session.person(person).id, from: from?.day(today: session.today) ?? session.today,
      to: to?.day(today: session.today), document: document)
    try session.say(
      session.perform(.responsibility(posts.named(session), command)), json: json)
  }
}

/// Ends that a person holds posts.
struct ResponsibilityEnd: ParsableCommand {
  static let configuration = about(
    "end", zh: "不再担任", en: "end that a person holds posts")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "姓名或编号", en: "a name or an id")) var person: String
  @OptionGroup var posts: PostOptions
  @Option(parsing: .unconditional, help: help(zh: "最后一日（今天）", en: "the last day (today)"))
  var last: TypedDay?
  @Option(help: help(zh: "原因", en: "why")) var reason: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let command = ResponsibilityCommand.end(
      try session.person(person).id, last: last?.day(today: session.today) ?? session.today,
      reason: reason)
    try session.say(
      session.perform(.responsibility(posts.named(session), command)), json: json)
  }
}

/// Takes back what was entered by mistake.
struct ResponsibilityWithdraw: ParsableCommand {
  static let configuration = about(
    "withdraw", zh: "作废误录的任期", en: "take back what was entered by mistake")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "姓名或编号", en: "a name or an id")) var person: String
  @OptionGroup var posts: PostOptions
  @Option(parsing: .unconditional, help: help(zh: "误录的起日", en: "the first day entered"))
  var from: TypedDay
  @Option(help: help(zh: "原因", en: "why")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let command = ResponsibilityCommand.withdraw(
      try session.person(person).id, from: from.day(today: session.today), reason: reason)
    try session.say(
      session.perform(.responsibility(posts.named(session), command)), json: json)
  }
}
