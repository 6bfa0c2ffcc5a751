import Almanac
import Domain

/// An entry of the register of activities in JSON.
struct ActivityJSON: Encodable {
  struct Resolution: Encodable {
    var number: Int
    var text: String
    var owner: Person.ID
    var due: Day
    @Nullable var closed: Day?
    @Nullable var note: String?
  }

  struct Read: Encodable {
    var person: Person.ID
    var day: Day
  }

  var id: Activity.ID
  var kind: ActivityKind.ID
  var day: Day
  var title: String
  @Nullable var place: String?
  var values: [String: ActivityValue]
  var persons: [Person.ID]
  var resolutions: [Resolution]
  var read: [Read]
  var unread: [Person.ID]
  @Nullable var file: String?
  var recorded: Day
  var recorder: Person.ID
  var corrections: Int
  var state: String
  @Nullable var reason: String?

  init(_ activity: Activity, _ kind: ActivityKind?) {
    let content = activity.content
    id = activity.id
    self.kind = content.kind
    day = content.day
    title = content.title
    place = content.place
    values = content.values
    persons = content.persons
    resolutions = content.resolutions.enumerated().map { index, resolution in
      let closing = activity.closing(index + 1)
      return Resolution(
        number: index + 1, text: resolution.text, owner: resolution.owner, due: resolution.due,
        closed: closing?.step.day, note: closing?.note)
    }
    read = activity.reads.map { Read(person: $0.person, day: $0.day) }
    unread = kind?.isCirculated == true ? activity.unread : []
    file = content.file?.name
    recorded = activity.recorded.day
    recorder = activity.recorded.person
    corrections = activity.corrections.count
    state = activity.stands ? "recorded" : "withdrawn"
    reason = activity.reason
  }
}

/// A kind of activities in JSON.
struct ActivityKindJSON: Encodable {
  struct Field: Encodable {
    var id: String
    var name: Bilingual
    var type: ActivityField.Kind
    var choices: [ActivityField.Choice]
    @Nullable var retired: Day?
  }

  var id: ActivityKind.ID
  var name: Bilingual
  var fields: [Field]
  var circulated: Bool
  var resolutions: Bool
  @Nullable var target: Int?
  @Nullable var retired: Day?
  var entries: Int

  init(_ kind: ActivityKind, entries: Int, _ organization: Organization) {
    id = kind.id
    name = kind.name
    fields = kind.fields.map {
      Field(id: $0.id, name: $0.name, type: $0.kind, choices: $0.choices, retired: $0.retired)
    }
    circulated = kind.isCirculated
    resolutions = kind.hasResolutions
    target = kind.target(for: organization)
    retired = kind.retired
    self.entries = entries
  }
}

/// The totals of a period in JSON.
struct ActivityTotalsJSON: Encodable {
  struct Figure: Encodable {
    var figure: String
    var name: Bilingual
    var value: Int
    @Nullable var before: Int?
    @Nullable var target: Int?
    /// Persons as a share of the staff, in percent.
    @Nullable var share: Double?
    var activities: [Activity.ID]
  }

  struct Kind: Encodable {
    var kind: ActivityKind.ID
    var name: Bilingual
    var figures: [Figure]
  }

  var period: String
  var from: Day
  var to: Day
  var countedOn: Day
  var staff: Int
  var entries: Int
  var kinds: [Kind]

  init(_ totals: ActivityTotals) {
    period = totals.period.description
    from = totals.period.first
    to = totals.period.last
    countedOn = totals.countedOn
    staff = totals.staff
    entries = totals.activities.count
    kinds = totals.groups.map { group in
      Kind(
        kind: group.kind.id, name: group.kind.name,
        figures: group.rows.map { row in
          Figure(
            figure: row.figure.key, name: row.name, value: row.value, before: row.before,
            target: row.target, share: row.share.map { Double($0) / 10 },
            activities: totals.activities.filter(row.figure.counts).map(\.id))
        })
    }
  }
}
