import Almanac
import Domain

/// The records of a walk and the hazards it opened or met again.
struct SignedWalks {
  var inspections: [String]
  var hazards: [String]
  /// What else the act leads to: walks that count as late, proposals to be confirmed.
  private var effects: [Bilingual] = []

  /// What an act has signed, with what it leads to besides, as of the session's day.
  init(_ lines: [Happening], of session: Session) throws {
    self.init(lines)
    let bureau = try session.ledger.bureau().asOf(session.clock.now)
    let late = lines.madeUpLate(recorded: session.today) {
      bureau.occurrence($0, around: session.today)?.due
    }
    let confirmation = Bilingual(zh: "（待管理员确认）", en: " (for an administrator to confirm)")
    effects = [late, lines.proposedExemptions.map { $0 + confirmation }].compactMap(\.self)
  }

  init(_ lines: [Happening]) {
    inspections = Self.ids(of: .inspection, lines)
    hazards = Self.ids(of: .hazard, lines)
  }

  private static func ids(of kind: Subject.Kind, _ lines: [Happening]) -> [String] {
    var seen: Set<String> = []
    return lines.map(\.subject).filter { $0.kind == kind && seen.insert($0.id).inserted }.map(\.id)
  }

  /// `{inspection, hazards:[number]}`.
  private struct One: Encodable {
    var inspection: String
    var hazards: [String]
  }

  /// `{inspection, inspections:[number], hazards:[number]}`: a walk of several rounds, the record of the
  /// round named first once more by itself.
  private struct Joint: Encodable {
    var inspection: String
    var inspections: [String]
    var hazards: [String]
  }

  /// `{inspections:[], hazards:[]}`.
  private struct Many: Encodable {
    var inspections: [String]
    var hazards: [String]
  }

  func printAll() throws {
    try Output.json(Many(inspections: inspections, hazards: hazards))
  }

  func print(json: Bool) throws {
    let first = inspections.first ?? ""
    if json {
      guard inspections.count > 1 else {
        return try Output.json(One(inspection: first, hazards: hazards))
      }
      return try Output.json(
        Joint(inspection: first, inspections: inspections, hazards: hazards))
    }
    let record = inspections.joined(separator: " ")
    let found = hazards.joined(separator: " ")
    let words =
      hazards.isEmpty
      ? Bilingual(zh: "已签名，记录 \(record)", en: "Signed, record \(record)")
      : Bilingual(
        zh: "已签名，记录 \(record)，隐患 \(found)", en: "Signed, record \(record), hazards \(found)")
    Output.line((words + said)[Speech.language])
  }

  /// What else the act leads to, to stand after its records; mostly nothing.
  var said: Bilingual {
    effects.reduce(Bilingual(verbatim: "")) { $0 + Bilingual(zh: "，", en: ", ") + $1 }
  }
}
