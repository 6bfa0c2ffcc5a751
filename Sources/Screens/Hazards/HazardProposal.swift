import Almanac
import Domain

/// What the fields of an act hold when its form opens, so that Enter takes it.
struct HazardProposal {
  var kind: HazardCommand.Kind
  var hazard: Hazard
  var context: Context

  var fields: [HazardForm.Part: String] {
    switch kind {
    case .assign:
      [
        .person: context.bureau.name(rectifier),
        .deadline: hazard.assignmentDeadline(context.bureau, on: context.today).description,
      ]
    case .extend, .requestExtension:
      [
        .deadline: hazard.requested?.deadline.description ?? "+7",
        .reason: hazard.requested?.reason ?? "",
      ]
    case .reject: [.deadline: deadline.description]
    case .remind:
      [.text: Reminder(hazard, context.bureau, on: context.today).text[context.language]]
    case .safeguard:
      [
        .measures: hazard.oversight.interim?.measures ?? "",
        .watcher: context.bureau.name(hazard.oversight.interim?.watcher ?? rectifier),
      ]
    case .study:
      [.severity: "2", .participants: context.person.name, .day: context.today.description]
    case .takeCase: [.leader: context.bureau.name(leader)]
    case .commit:
      [
        .measures: hazard.oversight.commitments?.measures ?? "",
        .funds: hazard.oversight.commitments?.funds ?? "",
        .contingency: hazard.oversight.commitments?.contingency ?? "",
      ]
    case .delist:
      [
        .authority: hazard.oversight.listing?.authority ?? "", .day: context.today.description,
      ]
    case .patch:
      [
        .version: hazard.oversight.patch?.version ?? "",
        .proof: hazard.oversight.patch?.proof ?? "",
      ]
    case .reportUp, .list: [.day: context.today.description]
    case .transfer, .submit, .decline, .refuseExtension, .withdraw, .accept, .verify, .close,
      .revoke, .note, .merge,
      .photograph:
      [:]
    }
  }

  /// Who has it now, or the section's head.
  private var rectifier: Person.ID? {
    [hazard.person, context.bureau.head(of: hazard.section)?.id].compactMap(context.bureau.person)
      .first { $0.stays(after: context.today) }?.id
  }

  private var leader: Person.ID? {
    hazard.oversight.leader
      ?? context.bureau.persons.first {
        $0.roles.contains(.leader) && $0.stays(after: context.today)
      }?.id
  }

  private var deadline: Day {
    context.bureau.proposedDeadline(
      for: hazard.report.category, hazard.severity, found: context.today)
  }
}
