import Domain

/// Who does what in the demonstration, found by role.
struct DemoStaff: Sendable {
  let persons: [Person]
  let administrator: Person.ID
  let supervisor: Person.ID

  /// - Throws: ``SetupError`` where nobody may do what every office needs.
  init(_ bureau: Bureau) throws {
    persons = bureau.persons
    func first(_ act: Act) throws -> Person.ID {
      guard let person = bureau.persons.first(where: { $0.may(act) }) else {
        throw SetupError.lacks(act)
      }
      return person.id
    }
    administrator = try first(.administer)
    supervisor = try first(.close)
    guard bureau.persons.contains(where: { $0.roles.contains(.inspector) }) else {
      throw SetupError.lacks(.inspect)
    }
  }

  /// Those who walk a place: who answers for it, its section's inspectors, or any; never a section head,
  /// who signs for what others found.
  func inspectors(of place: Place) -> [Person.ID] {
    let all = persons.filter { $0.roles.contains(.inspector) && !$0.roles.contains(.sectionHead) }
    let keeper = all.filter { $0.id == place.keyPerson }
    let own = all.filter { $0.section == place.section }
    return (keeper.isEmpty ? own.isEmpty ? all : own : keeper).map(\.id)
  }

  /// Those who can be asked to mend something in a section.
  func rectifiers(in section: Section.ID?) -> [Person.ID] {
    let all = persons.filter { $0.roles.contains(.rectifier) }
    let own = all.filter { $0.section == section }
    return (own.isEmpty ? all : own).map(\.id)
  }

  /// Who types what was decided or walked on paper by another.
  func recorder(for person: Person.ID?) -> Person.ID {
    let able = persons.filter { $0.may(.inspect) && $0.id != person }
    return (able.first { $0.may(.administer) } ?? able.first)?.id ?? administrator
  }

  /// Leaders who sometimes lead a round.
  var leaders: [Person.ID] { persons.filter { $0.roles.contains(.leader) }.map(\.id) }

  /// Who may do an act, other than one person.
  func may(_ act: Act, except person: Person.ID?) -> [Person.ID] {
    persons.filter { $0.may(act) && $0.id != person }.map(\.id)
  }
}
