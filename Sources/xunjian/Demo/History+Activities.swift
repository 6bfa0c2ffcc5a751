import Almanac
import Domain

/// The register of activities: some entries every month, circulars read, what meetings resolved carried out.
extension History {
  /// To whom circulars go and who sits in meetings: the heads of sections, or all who inspect.
  private var addressees: [Person.ID] {
    let heads = staff.persons.filter { $0.roles.contains(.sectionHead) }
    return (heads.isEmpty ? staff.persons.filter { $0.may(.inspect) } : heads).map(\.id)
  }

  /// The entries of every month from the first day on, at fixed days.
  mutating func planActivities(from first: Day) {
    var month = first.month
    while month <= now.day.month {
      for (index, entry) in DemoActivities.entries(of: month).enumerated() {
        let day = hours.calendar.firstWorkday(onOrAfter: Day(month.year, month.month, entry.day))
        guard day > first, let kind = Shipped.activityKinds.first(where: { $0.id == entry.kind })
        else { continue }
        let content = content(of: entry, kind, on: day)
        put(
          .recordActivities([ActivityRequest(kind, content)]), by: staff.administrator, on: day,
          minute: index)
      }
      month = month.next
    }
  }

  private func content(
    of entry: DemoActivities.Entry, _ kind: ActivityKind, on day: Day
  ) -> Activity.Content {
    var content = Activity.Content(kind: kind.id, day: day, title: entry.title[language])
    content.values = entry.values.mapValues { value in
      switch value {
      case .count(let count): .count(count)
      case .word(let id): .words(id)
      case .text(let text): .words(text[language])
      case .yes: .flag(true)
      }
    }
    let heads = addressees
    content.persons = entry.isForHeads ? heads : Array(heads.prefix(2))
    if kind.hasResolutions, let last = heads.last {
      content.resolutions = [
        Activity.Resolution(
          text: DemoActivities.resolved[language], owner: last,
          due: hours.calendar.workday(8, after: day))
      ]
    }
    return content
  }

  private mutating func put(_ command: Command, by actor: Person.ID, on day: Day, minute: Int) {
    let moment = Moment(day, hour: 16, minute: minute)
    queue.put(.act(DatedAct(at: moment, actor: actor, command: command)), at: moment)
  }

  /// Means to read a circular and to carry out what was resolved; the last head of a section is behind.
  mutating func meanToFollow(_ content: Activity.Content, _ id: Activity.ID, at moment: Moment) {
    let kind = Shipped.activityKinds.first { $0.id == content.kind }
    let isRecent = moment.day > now.day - 20
    if kind?.isCirculated == true {
      for (index, person) in content.persons.enumerated()
      where !isRecent || index < content.persons.count - 1 {
        put(
          .activity(id, .read), by: person, on: hours.calendar.workday(1, after: moment.day),
          minute: 10 + index)
      }
    }
    for (index, resolution) in content.resolutions.enumerated() {
      put(
        .activity(id, .resolve(index + 1, note: DemoActivities.done[language])),
        by: resolution.owner, on: hours.calendar.workday(6, after: moment.day), minute: 30)
    }
  }
}
