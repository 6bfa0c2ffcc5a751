import Almanac

/// One thing about a plan that is set anew; what is not named stays.
public enum PlanChange: Hashable, Sendable {
  case title(Bilingual)
  case kind(Trigger.Kind)
  case day(Int?)
  case lead(Int?)
  case holidays([Holiday]?)
  case everyDay(Bool)
  case date(Day)
  case uses([Plan.Use])
  case scope(Plan.Scope)
  case from(Day?)
  case to(Day?)
  case enabled(Bool)
  case assignees(Plan.Assignees?)
  /// The kinds of weather whose alerts open it.
  case weather([Alert.Kind]?)
  /// The hours that a colour or level gives.
  case hours(grade: String, Int)
  /// The sections that a colour or level adds.
  case added(grade: String, [String])
  /// The sections asked once an alert has ended.
  case after([String]?)
}

extension Plan {
  /// Sets one thing anew.
  public mutating func apply(_ change: PlanChange) {
    switch change {
    case .title(let title): self.title = title
    case .kind(let kind): trigger.kind = kind
    case .day(let day): trigger.day = day
    case .lead(let lead): trigger.lead = lead
    case .holidays(let holidays): trigger.holidays = holidays
    case .everyDay(let everyDay): trigger.everyDay = everyDay
    case .date(let date): trigger.date = date
    case .uses(let uses): self.uses = uses
    case .scope(let scope): self.scope = scope
    case .from(let day): from = day
    case .to(let day): to = day
    case .enabled(let isEnabled): self.isEnabled = isEnabled
    case .assignees(let assignees): self.assignees = assignees
    case .weather(let kinds): trigger.weather = kinds
    case .hours(let grade, let hours):
      trigger.hours = (trigger.hours ?? [:]).merging([grade: hours]) { $1 }
    case .added(let grade, let sections):
      trigger.added = (trigger.added ?? [:]).merging([grade: sections]) { $1 }
    case .after(let sections): trigger.after = sections
    }
  }

  /// The plan with several things set anew.
  public func changed(by changes: [PlanChange]) -> Plan {
    changes.reduce(into: self) { $0.apply($1) }
  }
}
