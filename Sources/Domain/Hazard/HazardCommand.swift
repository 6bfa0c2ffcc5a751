import Almanac

/// What a person may ask to be done with a hazard. May be refused.
public enum HazardCommand: Hashable, Sendable {
  case assign(to: Person.ID, deadline: Day, reason: String? = nil)
  case accept
  case decline(reason: String)
  /// To a person, with the section that answers for it then and the outside party that mends it, if any.
  case transfer(
    to: Person.ID, section: Section.ID? = nil, outside: String? = nil, reason: String)
  case requestExtension(Hazard.Request)
  case extend(to: Day, reason: String, document: String? = nil)
  case refuseExtension(reason: String)
  case submit(measures: String, cost: String? = nil, photographs: [Photograph] = [])
  /// By one who may also close it closes too, unless it is to be kept open.
  case verify(note: String? = nil, keepOpen: Bool = false)
  case reject(reason: String, deadline: Day)
  case close
  case withdraw(reason: String)
  case photograph([Photograph])
  case oversee(OversightCommand)
  /// It is the same as another one: withdrawn, with what was seen kept under the other's number.
  case merge(into: Hazard.ID)
  /// Takes the last decision back, by the one who made it, on the same day.
  case revoke

  /// The persons it gives work to, who must be in office.
  var persons: [Person.ID] {
    switch self {
    case .assign(let person, _, _), .transfer(let person, _, _, _): [person]
    case .oversee(let command): command.persons
    case .accept, .decline, .requestExtension, .extend, .refuseExtension, .submit, .verify, .reject,
      .close,
      .withdraw, .merge, .revoke, .photograph:
      []
    }
  }

  /// Which act it asks for, without its values.
  public var kind: Kind {
    switch self {
    case .assign: .assign
    case .accept: .accept
    case .decline: .decline
    case .transfer: .transfer
    case .requestExtension: .requestExtension
    case .extend: .extend
    case .refuseExtension: .refuseExtension
    case .submit: .submit
    case .verify: .verify
    case .reject: .reject
    case .close: .close
    case .withdraw: .withdraw
    case .photograph: .photograph
    case .oversee(let command): command.kind
    case .merge: .merge
    case .revoke: .revoke
    }
  }
}

extension HazardCommand {
  /// Checks the persons and hazards that a command names besides its own.
  ///
  /// - Throws: ``HazardError``, or what the records throw.
  func check(with records: some Records, on today: Day) throws {
    let bureau = try records.bureau
    for id in persons {
      guard let person = bureau.person(id) else { throw HazardError.noSuchPerson(id) }
      if let last = person.to, !person.stays(after: today) {
        throw HazardError.rectifierLeft(person.name, last: last)
      }
    }
    switch self {
    case .assign(let rectifier, _, _), .transfer(let rectifier, _, _, _):
      guard let person = bureau.person(rectifier), person.may(.reportHazard) else {
        throw HazardError.cannotRectify(bureau.name(rectifier))
      }
    case .oversee(.takeCase(let leader)):
      guard let person = bureau.person(leader), person.may(.decideMajor) else {
        throw HazardError.notALeader(bureau.name(leader))
      }
    case .merge(let other):
      guard let target = try records.hazard(other) else {
        throw HazardError.noSuchHazard(other.rawValue)
      }
      guard target.isOpen else { throw HazardError.mergedIntoEnded(other) }
    case .accept, .decline, .requestExtension, .extend, .refuseExtension, .submit, .verify, .reject,
      .close,
      .withdraw, .oversee, .revoke, .photograph:
      break
    }
  }
}
