import Almanac

extension DutyRoster {
  /// Whether a swap waits for a person's word.
  public func isAsked(_ person: Person) -> Bool {
    guard let asked, isInForce else { return false }
    let other = asked.parties.first { $0 != asked.asker }
    return other.map(person.seats.contains) ?? false
  }

  /// What Today says to the one whose word a swap waits for.
  public var swapReminder: Bilingual {
    let name = content.name
    return Bilingual(zh: "有换班申请等您答复：\(name.zh)", en: "A swap waits for your word: \(name.en)")
  }
}

extension Person {
  /// Oneself and those in whose place one acts now.
  public var seats: Set<Person.ID> { Set(manners.flatMap { [$0.id, $0.standsFor ?? $0.id] }) }
}
