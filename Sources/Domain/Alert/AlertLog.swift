import Almanac

/// All messages about alerts put in order: the alerts they make, and what has become of each message.
///
/// Pure and without memory: whichever message came first, the same messages give the same alerts. A
/// message belongs to every alert whose first message its references lead to; one that leads to none
/// waits. Of an alert's messages the latest decides, where a message is later than those it refers to and
/// otherwise later by the time it was sent. An update that covers only areas of others takes the place of the
/// deciding message it refers to, so that the alert is over here; any other message of theirs only links.
public struct AlertLog: Sendable {
  /// What has become of a message.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case inForce
    case superseded
    case lifted
    case expired
    case waiting
    case ignored

    /// That of the message which decides about an alert.
    public init(of alert: Alert) {
      self = alert.lifted != nil ? .lifted : alert.isInForce ? .inForce : .expired
    }

    /// As lists have it.
    public var name: Bilingual {
      switch self {
      case .inForce: Bilingual(zh: "生效中", en: "in force")
      case .superseded: Bilingual(zh: "已更新", en: "superseded")
      case .lifted: Bilingual(zh: "已解除", en: "lifted")
      case .expired: Bilingual(zh: "已到期", en: "expired")
      case .waiting: Bilingual(zh: "等首次发布", en: "waiting for its alert")
      case .ignored: Bilingual(zh: "不涉及", en: "ignored")
      }
    }
  }

  /// A message with what has become of it.
  public struct Entry: Sendable {
    /// The message; a cancellation has the weather of what it cancels.
    public var message: AlertMessage
    /// How it stands at the moment asked for.
    public var state: State

    /// Its state as lists have it: of an ignored message why it is, where that is not its area.
    public var standing: Bilingual {
      guard state == .ignored else { return state.name }
      return message.status.mark ?? message.purpose.answerName ?? state.name
    }

    /// As `台风黄色预警`, or `解除台风预警` for a cancellation.
    public var title: Bilingual {
      guard message.ends else { return message.title }
      let kind = (message.kind ?? .other).name
      return Bilingual(zh: "解除\(kind.zh)预警", en: "\(kind.en) alert cancelled")
    }
  }

  /// The messages of one alert.
  private struct Chain {
    var root: Alert.ID
    /// Those that give it its grades here, in order; the last decides.
    var counted: [AlertMessage]
    /// When it was first ended after that by a message.
    var lifted: Moment?
    /// When the first of those that cover the office was entered.
    var recorded: Day?
    var all: Set<Alert.ID>
  }

  /// By the time they were sent.
  public let messages: [AlertMessage]
  private let chains: [Chain]
  private let links: AlertLinks

  /// Orders the messages of a ledger.
  public init(_ messages: [AlertMessage]) {
    self.messages = messages.sorted(by: Self.isEarlier)
    links = AlertLinks(messages)
    chains = Self.chains(self.messages, links)
  }

  /// The alerts that concern the office, in order of issue; those that have ended included.
  public var alerts: [Alert] {
    chains.compactMap(Self.alert).sorted { ($0.issued, $0.id) < ($1.issued, $1.id) }
  }

  /// The alert that a message belongs to; nil if it belongs to none.
  func alert(of message: Alert.ID) -> Alert.ID? {
    chains.first { $0.all.contains(message) }?.root
  }

  /// Every message with its state at a moment, in order of sending.
  public func entries(at now: Moment) -> [Entry] {
    let alerts = Dictionary(
      uniqueKeysWithValues: self.alerts.map { ($0.id, $0.asOf(now)) })
    return messages.map { message in
      let own = chains.filter { $0.all.contains(message.id) }
      var shown = message
      if shown.kind == nil { shown.kind = own.compactMap { alerts[$0.root]?.kind }.first }
      let state = own.isEmpty ? State.waiting : Self.state(of: message, in: own, alerts)
      return Entry(
        message: shown, state: message.bears && !message.isElsewhere ? state : .ignored)
    }
  }

  /// The exercises and tests that run at a moment and have not been changed or ended by a later one. They
  /// open nothing; those that name no end are over with their day.
  public func drills(at now: Moment) -> [AlertMessage] {
    messages.filter { message in
      guard message.isDrill, !message.isElsewhere, !message.ends,
        now < message.expires ?? Moment(message.issued.day + 1, second: 0)
      else { return false }
      return !messages.contains {
        $0.status == message.status && $0.isDrill && links[$0].contains(message.id)
      }
    }
  }

  private static func state(
    of message: AlertMessage, in own: [Chain], _ alerts: [Alert.ID: Alert]
  ) -> State {
    let here = own.compactMap { alerts[$0.root] }
    if message.ends { return here.isEmpty ? .ignored : .lifted }
    guard let alert = here.first(where: { $0.message == message.id }) else { return .superseded }
    return State(of: alert)
  }

  private static func chains(_ messages: [AlertMessage], _ links: AlertLinks) -> [Chain] {
    var followers: [Alert.ID: [AlertMessage]] = [:]
    for message in messages where message.bears && !message.begins {
      for earlier in links[message] { followers[earlier, default: []].append(message) }
    }
    return messages.filter(\.begins).map { first in
      var found = [first]
      var seen: Set = [first.id]
      var index = 0
      while index < found.count {
        for next in followers[found[index].id] ?? [] where seen.insert(next.id).inserted {
          found.append(next)
        }
        index += 1
      }
      let messages = ordered(found, links)
      let counted = messages.filter { !$0.isElsewhere && !$0.ends }
      return Chain(
        root: first.id, counted: counted,
        lifted: counted.last.flatMap { lifting($0, messages, links) }?.issued,
        recorded: messages.filter { !$0.isElsewhere }.map(\.recorded).min(), all: seen)
    }
  }

  /// The first message that ends what another decided: a later cancellation, or an update that goes on with
  /// it for areas of others alone. One that goes on with an earlier message left it as it was: a warning is
  /// split by towns, each part with an update of its own.
  private static func lifting(
    _ present: AlertMessage, _ messages: [AlertMessage], _ links: AlertLinks
  ) -> AlertMessage? {
    let sent = links.behindHand(of: present)
    return messages.drop { $0.id != present.id }.dropFirst().first { later in
      later.isElsewhere
        ? !later.ends && !links[later].isDisjoint(with: sent) : later.ends
    }
  }

  /// A message after those it refers to, otherwise by the time it was sent.
  private static func ordered(
    _ messages: [AlertMessage], _ links: AlertLinks
  ) -> [AlertMessage] {
    var rest = messages.sorted(by: isEarlier)
    var missing = Set(rest.map(\.id))
    var result: [AlertMessage] = []
    while !rest.isEmpty {
      // Messages that refer to each other in a circle go by their time alone.
      let next = rest.firstIndex { missing.isDisjoint(with: links[$0]) } ?? 0
      let message = rest.remove(at: next)
      missing.remove(message.id)
      result.append(message)
    }
    return result
  }

  private static func isEarlier(_ left: AlertMessage, _ right: AlertMessage) -> Bool {
    (left.issued, left.ends ? 1 : 0, left.id)
      < (right.issued, right.ends ? 1 : 0, right.id)
  }

  private static func alert(_ chain: Chain) -> Alert? {
    guard let first = chain.counted.first, let present = chain.counted.last else { return nil }
    var alert = Alert(
      id: chain.root, kind: chain.counted.compactMap(\.kind).first ?? .other,
      colour: present.colour,
      level: present.level, issuer: present.issuer, headline: present.headline,
      issued: first.issued, expires: present.expires,
      lifted: [present.lifted, chain.lifted].compactMap { $0 }.min(),
      recorded: chain.recorded ?? first.recorded)
    alert.message = present.id
    alert.steps = chain.counted.map { Alert.Step($0) }
    return alert
  }
}
