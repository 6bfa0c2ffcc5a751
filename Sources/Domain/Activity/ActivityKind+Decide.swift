import Almanac

extension ActivityKind {
  /// Returns the line that puts the kind in the ledger as it is from now on.
  ///
  /// - Parameter shipped: What the program has under the same id, where the ledger has nothing yet.
  /// - Throws: ``ActivityError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    shipped: ActivityKind?, with records: some Records, in situation: Situation
  ) throws -> Happening {
    guard situation.actor.may(.administer) else {
      throw NotPermitted(
        .administer, asked: Bilingual(zh: "改活动种类", en: "change kinds of activities"))
    }
    let former = try records.bureau.activityKind(id) ?? shipped
    let kind = try worded()
    guard kind != former else { throw ActivityError.sameAsBefore }
    let uses = try records.activities().flatMap { [$0.content] + $0.corrections.map(\.before) }
      .filter { $0.kind == id }
    for field in former?.fields ?? [] {
      try field.check(
        becoming: kind.field(field.id), answers: uses.compactMap { $0.values[field.id] })
    }
    return Happening(.activityKind(id), .activityKind(kind))
  }

  /// The kind with its words cleaned.
  private func worded() throws -> ActivityKind {
    try Self.check(id: id.rawValue)
    var kind = self
    kind.name = try Self.worded(name)
    kind.fields = try fields.map { field in
      try Self.check(id: field.id)
      guard fields.count(where: { $0.id == field.id }) == 1 else {
        throw ActivityError.doubledField(field.id)
      }
      var field = field
      field.name = try Self.worded(field.name)
      guard field.kind != .choice || !field.choices.isEmpty else {
        throw ActivityError.choicesMissing(field.name)
      }
      field.choices = try field.choices.map { choice in
        try Self.check(id: choice.id)
        guard field.choices.count(where: { $0.id == choice.id }) == 1 else {
          throw ActivityError.doubledField(choice.id)
        }
        return ActivityField.Choice(id: choice.id, name: try Self.worded(choice.name))
      }
      return field
    }
    for number in [target, keyUnitTarget].compactMap(\.self) where !(1...9999).contains(number) {
      throw ActivityError.badTarget(number)
    }
    return kind
  }

  private static func worded(_ name: Bilingual) throws -> Bilingual {
    Bilingual(zh: try Wording.name(name.zh), en: try Wording.name(name.en))
  }

  private static func check(id: String) throws {
    guard isWellFormed(id: id), !id.contains("=") else { throw ActivityError.badID(id) }
  }
}

extension ActivityField {
  /// Checks that a field keeps the meaning of the answers that it has.
  fileprivate func check(becoming next: ActivityField?, answers: [ActivityValue]) throws {
    guard let next else { throw ActivityError.fieldGone(id) }
    guard !answers.isEmpty else { return }
    guard next.kind == kind else { throw ActivityError.fieldUsed(name) }
    guard kind == .choice else { return }
    for case .words(let id) in answers where next.choice(id) == nil {
      throw ActivityError.choiceGone(name, id)
    }
  }
}
