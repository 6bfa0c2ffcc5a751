import Almanac

/// A command with the hazard it is for.
public struct HazardAct: Hashable, Sendable {
  /// The hazard.
  public var hazard: Hazard.ID
  /// What is asked.
  public var command: HazardCommand
  /// The hazard as the paper showed it on which this was decided; nil where it was decided on what stands.
  public var printed: Hazard?

  /// A command for a hazard.
  public init(_ command: HazardCommand, on hazard: Hazard.ID, printed: Hazard? = nil) {
    self.hazard = hazard
    self.command = command
    self.printed = printed
  }

  /// Checks that what was decided on paper was decided about the hazard as it stands now.
  ///
  /// - Throws: ``DecisionError/changed(_:_:)`` where something was decided about it since.
  public func check(_ present: Hazard?) throws(DecisionError) {
    guard let printed, let present, !present.stands(as: printed) else { return }
    throw .changed(hazard, present.state)
  }
}

extension Hazard {
  /// Whether all that a decision goes by is as it was: notes, reminders, sightings and photographs change
  /// nothing of that.
  func stands(as printed: Hazard) -> Bool {
    state == printed.state && severity == printed.severity && section == printed.section
      && person == printed.person && outside == printed.outside && deadlines == printed.deadlines
      && requested == printed.requested && rectified == printed.rectified
      && verified == printed.verified && rejections == printed.rejections
  }
}

/// A sheet of decisions that has come back, ticked and signed.
public struct ReturnedSheet: Hashable, Sendable {
  /// As it was printed.
  public let sheet: DecisionSheet

  /// Finds a sheet by the number on it.
  ///
  /// - Parameters:
  ///   - sheets: All that could be printed on the number's day.
  ///   - leader: Whose it must be, where that is known.
  /// - Throws: ``DecisionError/unknown(_:)`` where none of them has the number.
  public init(
    _ number: SheetNumber, among sheets: [DecisionSheet], of leader: Person.ID? = nil
  ) throws(DecisionError) {
    let sheet = sheets.first {
      $0.number == number && (leader == nil || leader == $0.leader.id)
    }
    guard let sheet else { throw .unknown(number.description) }
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
      acts.append(HazardAct(command, on: hazard.id, printed: hazard))
    }
    return acts
  }
}
