import Almanac

/// One page of the hazards that wait for a leader's decision (领导决定单), numbered, to be ticked by hand
/// and entered again.
public struct DecisionSheet: Hashable, Sendable {
  /// A numbered line: a hazard and what "agree" would do about it.
  public struct Line: Hashable, Sendable {
    /// From 1, as printed.
    public var number: Int
    /// As it stands.
    public var hazard: Hazard
    /// What "agree" asks for.
    public var agreement: HazardCommand
    /// The boxes of the line: which acts the leader may choose besides.
    public var mayExtend: Bool
    /// Whether it can be sent back.
    public var mayReject: Bool
  }

  /// The most lines of a sheet: what stands on one page.
  public static let most = 12

  /// The day for which it was made.
  public let day: Day
  /// Whose decisions it asks for.
  public let leader: Person
  /// Most urgent first.
  public let lines: [Line]
  /// How many more wait and found no room.
  public let others: Int

  /// The sheet of a leader on a day: of the hazards waiting only those that the leader may decide.
  public init(for leader: Person, of hazards: [Hazard], _ bureau: Bureau, on day: Day) {
    self.day = day
    self.leader = leader
    let waiting = hazards.filter(\.isWaiting).sorted(in: .urgency)
      .compactMap { hazard -> (Hazard, HazardCommand, [HazardCommand.Kind])? in
        let acts = hazard.possibleActs(for: leader)
        guard let agreement = hazard.agreement(bureau, on: day), acts.contains(agreement.kind)
        else { return nil }
        return (hazard, agreement, acts)
      }
    lines = waiting.prefix(Self.most).enumerated().map { index, row in
      Line(
        number: index + 1, hazard: row.0, agreement: row.1,
        mayExtend: row.2.contains(.extend) && !row.0.isBoundByAuthority,
        mayReject: row.2.contains(.reject) || row.2.contains(.refuseExtension))
    }
    others = waiting.count - lines.count
  }

  /// The sheets of all who are in office on a day and for whom something waits, in the order of persons.
  public static func all(of hazards: [Hazard], _ bureau: Bureau, on day: Day) -> [DecisionSheet] {
    let waiting = hazards.filter(\.isWaiting)
    let deciders = bureau.persons.filter { person in
      Self.decisions.contains(where: person.may) && person.to.map { day <= $0 } ?? true
    }
    return deciders.map { DecisionSheet(for: $0, of: waiting, bureau, on: day) }
      .filter { !$0.lines.isEmpty }
  }

  /// What agreeing to a line may ask of the one who decides.
  private static let decisions: [Act] = [.assign, .extend, .verify, .close, .closeFire]

  /// Made from what is listed and how it stands: a changed list has another number.
  public var number: SheetNumber {
    SheetNumber(
      day: day,
      lines: ["\(leader.id)", "\(others)"]
        + lines.map { line in
          "\(line.number) \(line.hazard.id) \(line.hazard.state.rawValue) "
            + Self.code(line.agreement)
        })
  }

  private static func code(_ agreement: HazardCommand) -> String {
    switch agreement {
    case .assign(let person, let deadline, _): "assign \(person) \(deadline)"
    case .extend(let day, _, _): "extend \(day)"
    case .accept, .decline, .transfer, .requestExtension, .refuseExtension, .submit, .verify,
      .reject,
      .close,
      .withdraw, .photograph, .oversee, .merge, .revoke:
      "\(agreement.kind)"
    }
  }

  /// Returns what a leader's choice at a line asks for.
  ///
  /// - Parameters:
  ///   - today: The day of entering, from which a deadline without a date of its own counts.
  ///   - language: Of the reason that is written where the leader gave none.
  /// - Throws: ``DecisionError`` for a line that the sheet does not have.
  public func act(
    _ choice: SheetChoice, _ bureau: Bureau, today: Day, in language: Language
  ) throws(DecisionError) -> (hazard: Hazard, command: HazardCommand) {
    guard let line = lines.first(where: { $0.number == choice.line }) else {
      throw .noSuchLine(choice.line, of: lines.count)
    }
    let hazard = line.hazard
    switch choice.mark {
    case .agree: return (hazard, line.agreement)
    case .extend(let day):
      let decided = Bilingual(zh: "按决定单 \(number)", en: "as decided on sheet \(number)")[language]
      return (hazard, .extend(to: day, reason: hazard.requested?.reason ?? decided))
    case .reject(let reason) where hazard.requested != nil:
      return (hazard, .refuseExtension(reason: reason))
    case .reject(let reason):
      return (hazard, .reject(reason: reason, deadline: deadline(of: hazard, bureau, today)))
    }
  }

  /// The deadline after a rejection: the proposed days from today unless the present one is later; an
  /// authority's stays.
  private func deadline(of hazard: Hazard, _ bureau: Bureau, _ today: Day) -> Day {
    let proposed = bureau.proposedDeadline(
      for: hazard.report.category, hazard.severity, found: today)
    guard let present = hazard.deadline else { return proposed }
    return hazard.isBoundByAuthority ? present : max(proposed, present)
  }
}
