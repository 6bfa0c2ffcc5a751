import Almanac

/// A command with the hazard it is for.
public struct HazardAct: Hashable, Sendable {
  /// The hazard.
  public var hazard: Hazard.ID
  /// What is asked.
  public var command: HazardCommand

  /// A command for a hazard.
  public init(_ command: HazardCommand, on hazard: Hazard.ID) {
    self.hazard = hazard
    self.command = command
  }
}

/// A sheet of decisions that has come back, ticked and signed.
public struct ReturnedSheet: Hashable, Sendable {
  /// As it was printed.
  public let sheet: DecisionSheet

  /// Finds a sheet by the number on it.
  ///
  /// - Parameters:
  ///   - sheets: As the ledger gives them now for the number's day.
  ///   - now: The numbers of sheets printed today, to be told where none fits.
  /// - Throws: ``DecisionError/outdated(_:now:)`` where none of them has the number.
  public init(
    _ number: SheetNumber, among sheets: [DecisionSheet], now: [SheetNumber], today: Day
  ) throws(DecisionError) {
    guard number.day <= today, let sheet = sheets.first(where: { $0.number == number }) else {
      throw .outdated(
        number.description, now: now.map(\.description).joined(separator: ", "))
    }
    self.sheet = sheet
  }

  /// Returns what was ticked as acts, in the order of the choices.
  ///
  /// - Parameters:
  ///   - paper: The date signed on it.
  ///   - language: Of the reason that is written where the leader gave none.
  /// - Throws: ``DecisionError`` where the date is before its printing, or it has no such line.
  public func acts(
    _ choices: [SheetChoice], paper: Day, _ bureau: Bureau, today: Day, in language: Language
  ) throws(DecisionError) -> [HazardAct] {
    guard paper >= sheet.day else { throw .paperBeforeSheet(paper, printed: sheet.day) }
    var acts: [HazardAct] = []
    for choice in choices {
      let (hazard, command) = try sheet.act(choice, bureau, today: today, in: language)
      acts.append(HazardAct(command, on: hazard.id))
    }
    return acts
  }
}
