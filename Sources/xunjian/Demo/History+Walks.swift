import Almanac
import Domain

/// What is answered on a walk.
extension History {
  mutating func sign(_ walk: PlannedWalk, at moment: Moment) -> DatedAct? {
    guard let questionnaire = questionnaire(of: walk.occurrence, walk.place) else { return nil }
    var answers: [ItemKey: Answer] = [:]
    for question in questionnaire.questions {
      answers[question.key] = answer(question, walk)
    }
    let passed = answers.filter { $0.value == .pass }.keys
    let request = SignRequest(
      occurrence: walk.occurrence.key, answers: answers,
      passedAtOnce: dice.happens(perMille: 550) ? Set(passed) : [], walk: walk.walk)
    let actor =
      switch walk.entry {
      case .onSite, .belated: walk.inspector
      case .fromPaper: staff.recorder(for: walk.inspector)
      }
    return DatedAct(at: moment, actor: actor, command: .sign(request))
  }

  private mutating func answer(_ question: Questionnaire.Question, _ walk: PlannedWalk) -> Answer {
    let item = question.item
    switch item.kind {
    case .tick:
      if let known = openItems[walk.place.id]?[question.key].flatMap({ hazards[$0] }),
        dice.happens(perMille: 600)
      {
        return .fail(Finding(text: known.report.text, handling: .joins(known.id)))
      }
      if lacks(item.id, walk.place.id) {
        return .notApplicable(reason: NotApplicableReason.noFacility.rawValue)
      }
      guard dice.happens(perMille: walk.failures) else { return .pass }
      return .fail(finding(item))
    case .reading(_, let min, let max):
      let value = DemoReading(min: min, max: max, seed: walk.place.id.rawValue.utf8.count)
        .value(on: walk.to.day, &dice)
      return settled(item.judge(reading: value, in: language), question, walk) ?? .text(value)
    case .choice(let options):
      let isBad = dice.happens(perMille: walk.failures)
      let option = dice.pick(options.filter { $0.isFinding == isBad }) ?? options.first
      return settled(option.flatMap { item.judge(choice: $0.id, in: language) }, question, walk)
        ?? .pass
    case .text: return .text(DemoWords.nothingSpecial[language])
    }
  }

  /// A few places have no such thing, and never have.
  private func lacks(_ item: String, _ place: Place.ID) -> Bool {
    let sum = (item + place.rawValue).utf8.reduce(7) { ($0 * 31 + Int($1)) % 10_007 }
    return sum % 40 == 0
  }

  private mutating func finding(_ item: Item) -> Finding {
    let words = dice.pick(item.phrases)?[language]
    var finding =
      words.map { Finding(text: $0, category: item.category) } ?? item.plainFinding(in: language)
    if dice.happens(perMille: 350), let spot = dice.pick(Spot.allCases) {
      finding.spot = spot.name[language]
    }
    if dice.happens(perMille: 350), let measures = dice.pick(DemoWords.onTheSpot) {
      finding.handling = .onTheSpot(measures: measures[language])
    } else if item.flagsMajor, dice.happens(perMille: 100) {
      finding.asksForStudy = true
    }
    return finding
  }

  /// A reading or choice that is a finding: the same as an open hazard, or, in the archive, put right.
  private func settled(
    _ answer: Answer?, _ question: Questionnaire.Question, _ walk: PlannedWalk
  ) -> Answer? {
    guard let answer, var finding = answer.finding else { return answer }
    if let known = openItems[walk.place.id]?[question.key] {
      finding.handling = .joins(known)
    } else if question.item.category == .archive {
      finding.handling = .onTheSpot(measures: DemoWords.humidity[language])
    }
    switch answer {
    case .reading(let value, _): return .reading(value, finding)
    case .choice(let option, _): return .choice(option, finding)
    case .fail: return .fail(finding)
    case .pass, .notApplicable, .text: return answer
    }
  }
}

/// A plausible number for a reading, seldom outside its limits.
struct DemoReading {
  var min: Double?
  var max: Double?
  /// Sets the odometers of two cars apart.
  var seed: Int

  private static let outliers = 14

  func value(on day: Day, _ dice: inout Dice) -> String {
    let isOutside = dice.happens(perMille: Self.outliers)
    let share = dice.fraction()
    switch (min, max) {
    case (let min?, let max?):
      let width = max - min
      let inside = min + width * (0.15 + 0.7 * share)
      return text(isOutside ? max + width * (0.03 + 0.2 * share) : inside, step: width)
    case (let min?, nil):
      if min == 0 { return String(20_000 + seed * 1_000 + (day - Day(2020, 1, 1)) * 23) }
      let value = min * (isOutside ? 0.6 + 0.35 * share : 1.05 + 0.6 * share)
      // What is at least a whole number is counted, as torches are.
      return min == min.rounded() ? String(Int(value.rounded())) : text(value, step: min)
    case (nil, let max?):
      if max == 0 { return isOutside ? "1" : "0" }
      return text(max * (isOutside ? 1.1 : 0.2 + 0.6 * share), step: max)
    case (nil, nil): return String(Int(share * 10))
    }
  }

  private func text(_ value: Double, step: Double) -> String {
    let digits: Double = step < 1.5 ? 100 : step < 20 ? 10 : 1
    let rounded = (value * digits).rounded() / digits
    return digits == 1 ? String(Int(rounded)) : String(rounded)
  }
}
