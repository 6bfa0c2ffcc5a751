/// Who may do what, written out by hand from the design's rules of hazards (DESIGN §4.4: assign and verify
/// by administrator, office head, supervisor; extend, reject and decide majors by the supervisor; closure by
/// the supervisor, of a fire hazard by those whom order 61, article 33 names) and from the roles' own work
/// (DESIGN §1), never from the program.
public enum RoleTable {
  /// The columns, in order.
  public static let roles = [
    "inspector", "rectifier", "sectionHead", "officeHead", "supervisor", "fireSafetyManager",
    "fireResponsible", "administrator", "leader", "archivist", "observer",
  ]

  /// One row an act: `x` where the role of the column may do it.
  private static let table = """
    act           ins rec sec off sup fsm fre adm lea arc obs
    inspect        x   .   x   x   .   x   .   x   .   .   .
    reportHazard   x   x   x   x   x   x   x   x   x   x   .
    assign         .   .   .   x   x   .   .   x   .   .   .
    verify         .   .   .   x   x   .   .   x   .   .   .
    extend         .   .   .   .   x   .   .   .   .   .   .
    reject         .   .   .   .   x   .   .   .   .   .   .
    close          .   .   .   .   x   .   .   .   .   .   .
    closeFire      .   .   .   .   .   x   x   .   .   .   .
    withdraw       .   .   .   x   x   .   .   x   .   .   .
    issueNotice    .   .   .   x   x   .   .   x   .   .   .
    photograph     x   .   x   x   x   x   x   x   .   .   .
    annotate       .   .   .   .   x   .   x   .   x   .   .
    remind         .   .   x   x   x   .   .   x   x   .   .
    decideMajor    .   .   .   .   x   .   .   .   x   .   .
    countersign    .   .   x   .   .   .   .   .   .   .   .
    excuse         .   .   .   .   x   .   .   .   .   .   .
    raiseAlert     .   .   .   x   x   .   .   x   .   .   .
    seal           .   .   .   x   x   .   .   x   .   .   .
    administer     .   .   .   .   .   .   .   x   .   .   .
    keepDuty       .   .   .   x   .   .   .   x   .   .   .
    checkDuty      .   .   .   x   x   .   .   x   x   .   .
    keepActivities x   .   x   x   x   .   .   x   .   .   .
    correctActivity .  .   .   .   x   .   .   .   .   .   .
    recordIncident x   x   x   x   x   x   x   x   x   x   .
    keepIncidents  .   .   .   x   x   .   .   x   .   .   .
    declareNil     .   .   .   x   x   .   .   x   .   .   .
    keepSafetyFile .   .   .   x   x   x   .   x   .   .   .
    keepAssets     .   .   .   x   x   .   .   x   .   .   .
    keepResponsibility . . .  x   .   .   .   x   .   .   .
    keepGoals      .   .   .   x   x   .   .   x   .   .   .
    keepVehicles   .   .   .   x   .   .   .   x   .   .   .
    approveTrip    .   .   .   x   x   .   .   x   .   .   .
    enterFor       x   x   x   x   x   x   x   x   x   x   .
    """

  /// The acts in order, each with the roles that may do it.
  public static let rows: [(act: String, roles: Set<String>)] = table.split(separator: "\n")
    .dropFirst()
    .map { line in
      let cells = line.split(separator: " ").map(String.init)
      let allowed = zip(roles, cells.dropFirst()).filter { $0.1 == "x" }.map(\.0)
      return (cells[0], Set(allowed))
    }

  /// The roles that may do an act; none for an act that is not in the table.
  public static func roles(of act: String) -> Set<String> {
    rows.first { $0.act == act }?.roles ?? []
  }
}
