import Almanac
import Domain
import Testing

/// A moment of September 2026, from its day and its clock: `at(22, 16)`.
func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
  Moment(Day(2026, 9, day), hour: hour, minute: minute)
}

/// A message about a typhoon over 示例区, sent when it was sent.
func message(
  _ id: Alert.ID, _ purpose: AlertMessage.Purpose = .alert, of references: [Alert.ID] = [],
  _ colour: Alert.Colour? = .blue, sent: Moment, expires: Moment? = nil,
  areas: [String] = ["示例区"], status: AlertMessage.Status = .actual, hasInfo: Bool = true,
  from sender: String = "s"
) -> CAPMessage {
  let info = CAPMessage.Info(
    language: "zh-CN", kind: .typhoon, colour: colour, headline: "h", areas: areas,
    expires: expires)
  return CAPMessage(
    id: id, sender: sender, sent: sent, status: status, purpose: purpose,
    references: references.map { CAPMessage.Reference(sender: sender, identifier: $0) },
    infos: hasInfo ? [info] : [])
}

/// An office in 示例区 with two offices and a building, its typhoon plan and the calendar of 2026.
struct AlertWorld {
  static let plan = Plan(
    id: "typhoon", title: Bilingual(verbatim: "Typhoon"),
    trigger: Trigger(
      .alert, weather: [.typhoon, .gale, .response], hours: ["white": 48, "blue": 24, "I": 2],
      added: ["red": ["during"], "I": ["during"]], after: ["after"]),
    uses: [Plan.Use("storm", sections: ["before"])])
  static let weather = Plan(
    id: "weather", title: Bilingual(verbatim: "Weather"),
    trigger: Trigger(.alert, weather: [.rainstorm, .heat, .flood]), uses: [Plan.Use("sky")])

  private static func section(
    _ id: String, weather: String? = nil, _ kinds: [PlaceKind]
  ) -> ChecklistSection {
    ChecklistSection(
      id: id, title: Bilingual(verbatim: "the \(id)"), weather: weather,
      items: [
        Item(id: "\(id)-1", text: Bilingual(verbatim: id), category: .order, placeKinds: kinds)
      ])
  }

  static let storm = Checklist(
    id: "storm", version: 1, title: Bilingual(verbatim: "Storm"), placeKinds: [.office, .building],
    sections: [
      section("before", [.office, .building]), section("during", [.building]),
      section("after", [.office]),
    ])
  static let sky = Checklist(
    id: "sky", version: 1, title: Bilingual(verbatim: "Sky"), placeKinds: [.office, .building],
    sections: [
      section("heat", weather: "heat", [.office]),
      section("rainstorm", weather: "rainstorm", [.building]),
    ])

  private(set) var fold: Fold
  private var signed = 0

  init(regions: [String] = ["示例区"]) throws {
    fold = Fold(calendar: try ScheduleFixtures.calendar())
    let setup = MasterDataTests.setup {
      $0.organization.regions = regions
      $0.persons.append(WalkFixtures.inspector)
      $0.places.append(Place(id: "302", name: "302", kind: .office))
      $0.places.append(Place(id: "house", name: "House", kind: .building))
      $0.plans = [Self.plan, Self.weather]
      $0.checklists = [Self.storm, Self.sky]
    }
    let start = Moment(Day(2026, 5, 1), second: 0)
    for line in try setup.decide(hash: { "\($0.id)-\($0.version)" }) {
      fold.apply(line.subject, line.event, Stamp(at: start, day: start.day, actor: "setup"))
    }
  }

  /// What an act wrote, as `alert.received alert/a`.
  @discardableResult
  mutating func perform(
    _ command: Command, at now: Moment, by actor: Person.ID = "admin"
  ) throws -> [String] {
    let situation = Situation(
      now: now, actor: try #require(fold.persons[actor]),
      numbering: Numbering(year: 2026, hazard: 1, inspection: signed + 1))
    let lines = try command.decide(with: fold, in: situation)
    for line in lines {
      if line.subject.kind == .inspection { signed += 1 }
      var stamp = situation.stamp
      stamp.day = line.day ?? stamp.day
      fold.apply(line.subject, line.event, stamp)
    }
    return lines.map { "\($0.event.type) \($0.subject)" }
  }

  /// Takes in messages, each some minutes after it was sent unless said otherwise.
  mutating func take(_ messages: CAPMessage..., at now: Moment? = nil) throws {
    for message in messages {
      try perform(.receiveAlert(message), at: now ?? message.sent + 300)
    }
  }

  /// Folds messages as they stand in a journal.
  mutating func write(_ messages: [AlertMessage]) {
    for message in messages {
      fold.apply(
        .alert(message.id), .alert(.received(message)),
        Stamp(at: message.issued, day: message.recorded, actor: "admin"))
    }
  }

  mutating func sign(_ place: Place.ID, _ period: String, at now: Moment) throws {
    let key = OccurrenceKey(plan: "typhoon", place: place, period: period)
    let questions = try #require(try fold.questionnaire(key)).questions
    let answers = Dictionary(uniqueKeysWithValues: questions.map { ($0.key, Answer.pass) })
    let walk = Signing.Walk(inspectors: ["wang"], from: now + -60, to: now, seconds: 60)
    try perform(
      .sign(SignRequest(occurrence: key, answers: answers, walk: walk)), at: now, by: "wang")
  }

  /// Every message as `id state`, in order of sending.
  func states(at now: Moment) -> [String] {
    AlertLog(fold.bureau.messages).entries(at: now).map { "\($0.message.id) \($0.state.rawValue)" }
  }

  /// The alerts as `id colour`, those that have ended with an `x`.
  func alerts(at now: Moment) -> [String] {
    fold.bureau.asOf(now).alerts.map {
      "\($0.id) \($0.colour?.rawValue ?? $0.level ?? "-")\($0.isInForce ? "" : " x")"
    }
  }

  /// The rounds of the typhoon plan as `period start due: place state …`.
  func rounds(at now: Moment, plan: Plan.ID = "typhoon") -> [String] {
    let fulfilments = fold.inspections.values.map { ($0.occurrence, Fulfilment($0)) }
    let book = RoundBook(
      bureau: fold.bureau.asOf(now), fulfilments: Dictionary(uniqueKeysWithValues: fulfilments),
      notes: fold.notes, drafts: [:])
    let window = (now.day - 30)...(now.day + 10)
    return book.rounds(in: window, on: now.day).filter { $0.id.plan == plan }.map { round in
      let rooms = round.rooms.map { "\($0.place.id) \($0.state.rawValue)" }
      let days = "\(round.start.monthAndDay) \(round.due.monthAndDay)"
      return "\(round.id.period) \(days): \(rooms.joined(separator: ", "))"
    }
    .sorted()
  }
}
