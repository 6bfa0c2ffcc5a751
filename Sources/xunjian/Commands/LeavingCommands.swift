import Almanac
import ArgumentParser
import Domain
import Ledger

/// Ends a person's time in office and lists what is to be handed over.
struct PersonClose: ParsableCommand {
  static let configuration = about("close", zh: "离任", en: "end a person's time in office")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号或姓名", en: "an id or a name")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "最后一日（今天）", en: "the last day (today)"))
  var on: TypedDay?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    var person = try session.person(id)
    let last = on?.day(today: session.today) ?? session.today
    person.to = last
    try session.perform(.set(.person(person)))
    if !json { Output.line("\(person.id)  \(person.name)  - \(last)") }
    try session.inHand(of: person).print(session, json: json)
  }
}

/// Hands over what a person has in hand, or lists it. Each thing is judged on its own, and those that are
/// refused are listed with the reason.
struct PersonHandover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: Bilingual(zh: "移交经办事项", en: "hand over what a person has in hand")[
      Speech.language],
    discussion: Bilingual(
      zh: "不写 --to 只列出。隐患改派给接手人，期限不变；计划改由接手人检查；重点部位和责任岗位改由接手人负责。",
      en: """
        Without --to it only lists. Hazards are assigned to the successor with their deadlines, plans \
        name the successor, key places and posts too.
        """)[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号或姓名", en: "an id or a name")) var id: String
  @Option(help: help(zh: "接手人", en: "the successor")) var to: String?
  @Option(help: help(zh: "原因", en: "reason")) var reason: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  /// What became of one thing.
  private struct Answer: Encodable {
    var subject: String
    @Nullable var refused: String?
  }

  func run() throws {
    let session = try Session(options)
    let person = try session.person(id)
    let hand = try session.inHand(of: person)
    guard let to else { return try hand.print(session, json: json) }
    let heir = try session.person(to)
    guard heir.id != person.id else {
      throw ShellError.plain(
        .badData, Bilingual(zh: "接手人不能是本人。", en: "The successor is the same person."))
    }
    if let last = heir.to, last < session.today {
      throw PersonError.left(heir.name, last: last)
    }
    let acts = try commands(hand, to: heir, session)
    let actor = try session.actor().id
    let refusals = try session.eachShown(acts) { try session.refusal(of: $0.1, by: actor) }
    let answers = zip(acts, refusals).map { act, refusal in
      Answer(subject: act.0.description, refused: refusal?.message[session.language])
    }
    guard !json else {
      try Output.json(answers)
      return try refusals.requireNone()
    }
    let bureau = try session.ledger.bureau()
    let names = hand.names(in: bureau)
    for (act, answer) in zip(acts, answers) {
      say(answer, of: names[act.0]?[session.language] ?? answer.subject)
    }
    try refusals.requireNone()
  }

  private func say(_ answer: Answer, of name: String) {
    let done = Bilingual(zh: "已移交", en: "handed over")[Speech.language]
    let refused = answer.refused.map { Self.notDone[Speech.language] + $0 }
    Output.line("\(name)  \(refused ?? done)")
  }

  private static let notDone = Bilingual(zh: "未办：", en: "not done: ")

  /// The acts that give to the successor what can be given.
  private func commands(
    _ hand: InHand, to heir: Person, _ session: Session
  ) throws -> [(Subject, Command)] {
    let bureau = try session.ledger.bureau()
    let hazards = try hand.hazards.compactMap { id -> (Subject, Command)? in
      let deadline = try session.ledger.hazard(id)?.deadline ?? session.today
      return (
        .hazard(id),
        .hazard(id, .assign(to: heir.id, deadline: deadline, reason: reason))
      )
    }
    let plans = hand.plans.map { id -> (Subject, Command) in
      var assignees = bureau.plan(id)?.assignees ?? Plan.Assignees()
      assignees.persons.removeAll { [hand.person.id, heir.id].contains($0) }
      assignees.persons.append(heir.id)
      return (.plan(id), .plan(id, .revise([.assignees(assignees)], from: nil)))
    }
    let places = bureau.places.filter { hand.places.contains($0.id) }
      .map { place -> (Subject, Command) in
        var place = place
        place.keyPerson = heir.id
        return (.place(place.id), .set(.place(place)))
      }
    let first = max(session.today, (hand.person.to ?? session.today) + 1)
    let posts = hand.posts.map { post -> (Subject, Command) in
      (
        .responsibility(post),
        .responsibility([post], .give(heir.id, from: first, document: reason))
      )
    }
    return hazards + plans + places + posts
  }
}

extension Session {
  fileprivate func inHand(of person: Person) throws -> InHand {
    try ledger.bureau().inHand(
      of: person, hazards: ledger.openBriefs(), drafts: ledger.drafts(),
      rosters: ledger.dutyRosters(), on: today)
  }
}

extension InHand {
  /// It in JSON.
  private struct Document: Encodable {
    var person: Person.ID
    @Nullable var to: Day?
    var hazards: [Hazard.ID]
    var plans: [Plan.ID]
    var places: [Place.ID]
    var posts: [Post]
    var sections: [Section.ID]
    var drafts: [String]
    var shifts: [Day]
    var deputies: [Deputy]

    struct Deputy: Encodable {
      var person: Person.ID
      var `for`: Person.ID
      var from: Day
      var to: Day
    }
  }

  /// What people call what can be handed over.
  fileprivate func names(in bureau: Bureau) -> [Subject: Bilingual] {
    let named: [(Subject, Bilingual)] =
      hazards.map { (.hazard($0), Bilingual(zh: "隐患 \($0)", en: "hazard \($0)")) }
      + plans.map { id in
        let title = bureau.plan(id)?.title ?? Bilingual(verbatim: id.rawValue)
        return (.plan(id), Bilingual(zh: "检查计划 ", en: "plan ") + title)
      }
      + places.map { id in
        (
          .place(id),
          Bilingual(zh: "重点部位 ", en: "key place ") + Bilingual(verbatim: bureau.name(id))
        )
      } + posts.map { (.responsibility($0), $0.called(in: bureau)) }
    return Dictionary(named) { first, _ in first }
  }

  fileprivate func print(_ session: Session, json: Bool) throws {
    if json { return try Output.json(document) }
    let bureau = try session.ledger.bureau()
    var rows: [(Bilingual, [String])] = [
      (Bilingual(zh: "未销号隐患", en: "Open hazards"), hazards.map(\.rawValue)),
      (Bilingual(zh: "检查计划", en: "Plans"), plans.map(\.rawValue)),
      (Bilingual(zh: "负责的重点部位", en: "Key places"), places.map { bureau.name($0) }),
      (Bilingual(zh: "责任岗位", en: "Posts"), posts.map { $0.called(in: bureau)[session.language] }),
      (Bilingual(zh: "无人接任的科室", en: "Sections without a head"), sections.map { bureau.name($0) }),
      (Bilingual(zh: "未签名的草稿", en: "Drafts"), drafts.map(\.description)),
      (Bilingual(zh: "值班班次", en: "Shifts on duty"), shifts.map(\.description)),
    ]
    rows.append(
      (
        Bilingual(zh: "代理", en: "Deputies"),
        deputies.map {
          "\(bureau.name($0.deputy)) \($0.deputyship.words(bureau)[session.language])"
        }
      ))
    let shown = rows.filter { !$0.1.isEmpty }
    guard !shown.isEmpty else {
      return Output.line(
        Bilingual(zh: "没有要移交的事项。", en: "Nothing is to be handed over.")[session.language])
    }
    let separator = Bilingual(zh: "、", en: ", ")[session.language]
    let colon = Bilingual(zh: "：", en: ": ")[session.language]
    for (name, things) in shown {
      Output.line(name[session.language] + colon + things.joined(separator: separator))
    }
  }

  private var document: Document {
    Document(
      person: person.id, to: person.to, hazards: hazards, plans: plans, places: places,
      posts: posts, sections: sections, drafts: drafts.map(\.description), shifts: shifts,
      deputies: deputies.map {
        .init(
          person: $0.deputy, for: $0.deputyship.person, from: $0.deputyship.from,
          to: $0.deputyship.to)
      })
  }
}
