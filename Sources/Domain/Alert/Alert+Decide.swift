import Almanac

extension Alert {
  /// The id of an alert entered by hand: its kind and the minute of its entry.
  public static func newID(_ kind: Kind, at moment: Moment) -> ID {
    Identifier("\(kind.rawValue)-\(moment.day)-\(moment.hourAndMinute.filter { $0 != ":" })")
  }

  /// Enters an alert by hand. While one of its kind is in force it raises or lowers that one; the response
  /// levels of two issuers stay apart, and so do alerts of no known kind.
  ///
  /// - Throws: ``NotPermitted`` or ``AlertError``, with nothing written.
  public func open(with bureau: Bureau, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.raiseAlert) else { throw NotPermitted(.raiseAlert) }
    guard kind != .response || level != nil else { throw AlertError.levelMissing }
    guard issued <= situation.now else { throw AlertError.notYetIssued(issued) }
    guard kind == .response || level == nil else { throw AlertError.levelOfWeather(kind) }
    guard kind != .response || colour == nil else { throw AlertError.colourOfResponse }
    let own = Alert(
      id: bureau.unusedAlertID(like: id), kind: kind, colour: colour, level: level,
      issuer: issuer, headline: headline, issued: issued, expires: expires, recorded: recorded)
    guard let present = bureau.asOf(situation.now).alerts.last(where: continues) else {
      return [Happening(.alert(own.id), .alert(.opened(own)))]
    }
    guard (present.colour, present.level) != (colour, level) else {
      throw AlertError.alreadyInForce(present.title)
    }
    var message = AlertMessage(own)
    message.purpose = .update
    message.references = [present.message]
    if issuer.isEmpty { message.issuer = present.issuer }
    return [Happening(.alert(own.id), .alert(.received(message)))]
  }

  private func continues(_ present: Alert) -> Bool {
    guard present.isInForce, present.kind == kind else { return false }
    switch kind {
    case .other: return false
    case .response: return issuer.isEmpty || issuer == present.issuer
    case .typhoon, .rainstorm, .heat, .cold, .lightning, .gale, .fog, .flood: return true
    }
  }

  /// Ends it: what it asked for and is still open is lifted with it, not missed.
  ///
  /// - Throws: ``NotPermitted``, or ``AlertError`` when it has ended already.
  public func lift(in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.raiseAlert) else { throw NotPermitted(.raiseAlert) }
    guard asOf(situation.now).isInForce else { throw AlertError.alreadyLifted }
    return [Happening(.alert(message), .alert(.lifted(at: situation.now)))]
  }
}

extension CAPMessage {
  /// Takes a message in; one already taken in does nothing twice.
  ///
  /// - Throws: ``NotPermitted``, or ``AlertError`` where its sender gave another message this identifier.
  public func receive(with bureau: Bureau, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.raiseAlert) else { throw NotPermitted(.raiseAlert) }
    if let known = bureau.messages.first(where: isSame) {
      guard known.issued == sent else { throw AlertError.takenIdentifier(id.rawValue) }
      return []
    }
    let message = message(
      named: name(in: bureau), for: bureau.organization.regions, recorded: situation.today)
    return [Happening(.alert(message.id), .alert(.received(message)))]
  }

  /// Whether a message of the ledger has its sender and identifier, by which CAP tells messages apart.
  public func isSame(_ message: AlertMessage) -> Bool {
    message.sender == sender && message.identifier == id.rawValue
  }

  /// Its identifier, or with the sender behind it where another's message is called so: `A1@sender`.
  private func name(in bureau: Bureau) -> Alert.ID {
    guard bureau.messages.contains(where: { $0.id == id }) else { return id }
    let source = String(sender.map { $0.isWhitespace ? "_" : $0 })
    return bureau.unusedAlertID(like: Alert.ID("\(id)@\(source)"))
  }
}

extension Bureau {
  /// The alert of an id or of the identifier of any of its messages.
  func alert(named id: Alert.ID) -> Alert? {
    if let alert = alert(id) { return alert }
    let log = AlertLog(messages)
    return log.alert(of: id).flatMap { alert($0) }
  }

  fileprivate func unusedAlertID(like id: Alert.ID) -> Alert.ID {
    let taken = Set(messages.map(\.id))
    guard taken.contains(id) else { return id }
    let further = (2...(taken.count + 2)).lazy.map { Alert.ID("\(id)-\($0)") }
    return further.first { !taken.contains($0) } ?? id
  }
}

/// A reason an alert command was refused.
public enum AlertError: Refusal, Hashable {
  case alreadyLifted
  case alreadyInForce(Bilingual)
  case levelMissing
  case notYetIssued(Moment)
  /// Weather has a colour, a response a level.
  case levelOfWeather(Alert.Kind)
  case colourOfResponse
  case takenIdentifier(String)
  case noSuchAlert(String)

  /// ``RefusalKind/noSuchSubject`` for an unknown id, bad data otherwise.
  public var kind: RefusalKind {
    switch self {
    case .alreadyLifted, .alreadyInForce, .levelMissing, .levelOfWeather, .colourOfResponse,
      .notYetIssued, .takenIdentifier:
      .badData
    case .noSuchAlert: .noSuchSubject
    }
  }

  /// What to read, and where to look the alerts up.
  public var message: Bilingual {
    switch self {
    case .alreadyLifted:
      Bilingual(zh: "该预警已解除。", en: "The alert has been lifted already.")
    case .alreadyInForce(let title):
      Bilingual(
        zh: "\(title.zh)已在生效，未重复登记。", en: "\(title.en) is in force already; nothing was entered.")
    case .levelMissing:
      Bilingual(
        zh: "应急响应要有级别，用 --level I 至 IV。",
        en: "A response needs its level; give --level I to IV.")
    case .notYetIssued(let moment):
      Bilingual(
        zh: "发布时间 \(moment.day) \(moment.hourAndMinute) 在现在之后，请核对。",
        en: "It was issued at \(moment.day) \(moment.hourAndMinute), after now; check the time.")
    case .levelOfWeather(let kind):
      Bilingual(
        zh: "\(kind.name.zh)预警用颜色（--colour），没有级别；应急响应请用 --kind response。",
        en:
          "\(kind.name.en) alerts have a colour (--colour), no level; a response is --kind response."
      )
    case .colourOfResponse:
      Bilingual(
        zh: "应急响应只有级别（--level I 至 IV），没有颜色。",
        en: "A response has a level (--level I to IV), no colour.")
    case .takenIdentifier(let id):
      Bilingual(
        zh: "发送者已用报文标识“\(id)”发过另一报文（时间不同），未登记。",
        en: "Its sender used the identifier “\(id)” for another message, of another time.")
    case .noSuchAlert(let id):
      Bilingual(
        zh: "没有预警“\(id)”；用 alert list 查看。", en: "There is no alert “\(id)”; see alert list.")
    }
  }
}
