import Almanac

/// An act decided on paper and entered by another (代录), with what the decider has said to it since.
public struct EnteredAct: Hashable, Sendable, Identifiable {
  /// What Today says to the one for whose word so many wait.
  public static func reminder(of count: Int) -> Bilingual {
    Bilingual(
      zh: "有 \(count) 条代录等您确认", en: "Acts entered for you that wait for your word: \(count)")
  }

  /// Whether the decider has looked at it.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case waiting
    case confirmed
    case disputed

    /// The state as lists and timelines show it.
    public var name: Bilingual {
      switch self {
      case .waiting: Bilingual(zh: "待本人确认", en: "waiting")
      case .confirmed: Bilingual(zh: "本人已确认", en: "confirmed")
      case .disputed: Bilingual(zh: "本人有异议", en: "disputed")
      }
    }
  }

  /// The act's own id in the journal.
  public let id: Identifier<EnteredAct>
  /// Who decided, on paper.
  public let decider: Person.ID
  /// Who typed it, and the date on the paper.
  public let entered: Entered
  /// When it was recorded.
  public let at: Moment
  /// What was recorded, line by line.
  public var lines: [Happening]
  /// What the decider said last; nil while it waits.
  public var answer: EntryAnswer?

  /// An act without its lines; nil for a stamp of what nobody entered for another.
  public init?(_ stamp: Stamp) {
    guard let entered = stamp.entered, entered.by != stamp.actor else { return nil }
    id = Identifier(stamp.act)
    decider = stamp.actor
    self.entered = entered
    at = stamp.at
    lines = []
  }

  /// Where it stands now.
  public var state: State { answer?.state ?? .waiting }

  /// What it was about, each subject once.
  public var subjects: [Subject] {
    lines.map(\.subject).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The numbers of what it was about; of many, the first and how many.
  public var about: Bilingual {
    let numbers = subjects.map(\.id)
    guard numbers.count > 2, let first = numbers.first else {
      return Bilingual(verbatim: numbers.joined(separator: " "))
    }
    return Bilingual(zh: "\(first) 等\(numbers.count)项", en: "\(first) +\(numbers.count - 1)")
  }

  /// What was recorded, in words, the same of several subjects said once.
  public func words(_ bureau: Bureau) -> Bilingual {
    let told = lines.map { Self.words($0.event, bureau) }
      .reduce(into: [Bilingual]()) { if !$0.contains($1) { $0.append($1) } }
    return Bilingual(
      zh: told.map(\.zh).joined(separator: "；"), en: told.map(\.en).joined(separator: "; "))
  }

  private static func words(_ event: Event, _ bureau: Bureau) -> Bilingual {
    if case .inspection(.countersigned) = event { return Act.countersign.name }
    if case .notice(let event) = event { return event.name }
    if case .duty(let event) = event { return event.name }
    if case .number(let event) = event { return event.name }
    if case .activity(let event) = event { return event.name }
    if case .incident(let event) = event { return event.name }
    if case .nilReport(let event) = event { return event.name }
    if case .expiry(let event) = event { return event.name }
    if case .rule(let event) = event { return event.name }
    if case .asset(let event) = event { return event.name }
    guard case .hazard(let event) = event else { return Bilingual(verbatim: event.type) }
    let note = event.note(bureau)
    return Bilingual(
      zh: event.name.zh + (note.zh.isEmpty ? "" : "（\(note.zh)）"),
      en: event.name.en + (note.en.isEmpty ? "" : " (\(note.en))"))
  }
}

/// What a decider said to an act that another had entered: as decided, or not.
public struct EntryAnswer: Hashable, Sendable, Codable, Identifiable {
  /// The act.
  public let id: Identifier<EnteredAct>
  /// Confirmed or disputed, whichever was said last.
  public var state: EnteredAct.State
  /// Who said so.
  public var person: Person.ID
  /// The day on which it was recorded.
  public var day: Day
  /// What is wrong with the entry; nil where it is confirmed.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case state
    case person
    case day
    case reason
  }

  /// As timelines show it beside who entered the act.
  public var words: Bilingual {
    let said = state.name + Bilingual(verbatim: " \(day)")
    return reason.map { said + Bilingual(zh: "：\($0)", en: ": \($0)") } ?? said
  }
}

extension TimelineEntry {
  /// What the one who decided said to the entry; nil for what no other person has entered.
  public var entryState: EnteredAct.State? {
    guard let entered = stamp.entered, entered.by != stamp.actor else { return nil }
    return answer?.state ?? .waiting
  }

  /// Who entered it for the one who decided, and what that one said to it (代录); nil where nobody did.
  public func enteredWords(_ bureau: Bureau) -> Bilingual? {
    stamp.entered.map { entered in
      let name = bureau.name(entered.by)
      let scan = entered.scan.map {
        Bilingual(zh: "，扫描件 \($0.particulars)", en: ", scan \($0.particulars)")
      }
      let by =
        Bilingual(
          zh: "\(name) 代录，纸上日期 \(entered.paper)",
          en: "entered by \(name), paper of \(entered.paper)") + (scan ?? Bilingual(verbatim: ""))
      guard let state = entryState else { return by }
      return by + Bilingual(zh: "，", en: ", ") + (answer?.words ?? state.name)
    }
  }
}
