import Almanac
import Domain

/// Reads a plan file: places and plans by themselves, as JSON (which is YAML too), of the form
/// `{window?, places: [{id, kind?, from?, to?}], plans: [{id, kind, places: "all" or [id], from?, to?,
/// day?, lead?, holidays?, everyDay?, seasons?: [{start, end}], date?}]}`.
public enum PlanFile {
  /// Reads a plan file.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  /// - Throws: ``IntakeError`` that names the line and the field.
  public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> PlanSheet {
    let fields = try YAMLDocument.root(bytes, file: file, mayBeJSON: true)
      .fields(["window", "places", "plans"])
    let window = try window(fields["window"])
    var taken = TakenIDs()
    var places: [Place] = []
    for value in try fields.required("places").list() {
      places.append(try place(value, &taken))
    }
    let known = Set(places.map(\.id))
    var takenPlans = TakenIDs()
    var entries: [PlanSheet.Entry] = []
    for value in try fields.required("plans").list() {
      entries.append(try entry(value, known, &takenPlans))
    }
    return PlanSheet(window: window, places: places, entries: entries)
  }

  private static func window(_ value: YAMLValue?) throws(IntakeError) -> ClosedRange<Day>? {
    guard let value else { return nil }
    let fields = try value.fields(["from", "to"])
    let window = try range(fields.required("from"), fields.required("to"))
    for (key, day) in [("from", window.lowerBound), ("to", window.upperBound)]
    where !Schedule.years.contains(day.year) {
      throw try fields.required(key).error(Schedule.yearsMessage)
    }
    return window
  }

  private static func place(
    _ value: YAMLValue, _ taken: inout TakenIDs
  ) throws(IntakeError) -> Place {
    let fields = try value.fields(["id", "name", "kind", "from", "to"])
    let source = try fields.required("id")
    let id = try name(source)
    try taken.take(id, at: source)
    let (from, to) = try limits(fields)
    return Place(
      id: Place.ID(id), name: try fields["name"]?.name() ?? id,
      kind: try fields["kind"]?.choice(Vocabulary(PlaceKind.self, name: \.name)) ?? .office,
      from: from, to: to)
  }

  private static func entry(
    _ value: YAMLValue, _ known: Set<Place.ID>, _ taken: inout TakenIDs
  ) throws(IntakeError) -> PlanSheet.Entry {
    let fields = try value.fields([
      "id", "kind", "places", "from", "to", "day", "lead", "holidays", "everyDay", "seasons",
      "date",
    ])
    let source = try fields.required("id")
    let id = try name(source)
    try taken.take(id, at: source)
    let (from, to) = try limits(fields)
    let plan = Plan(
      id: Plan.ID(id), title: Bilingual(verbatim: id), trigger: try trigger(fields), uses: [],
      scope: try scope(fields.required("places"), known), from: from, to: to)
    return PlanSheet.Entry(plan, seasons: try seasons(fields["seasons"]))
  }

  /// An id that stands in no ledger and is typed in no command: one line of any words without a slash.
  private static func name(_ value: YAMLValue) throws(IntakeError) -> String {
    let text = try value.text()
    guard !text.contains("/") else {
      throw value.error(Bilingual(zh: "编号中不能有“/”", en: "an id has no slash"))
    }
    return text
  }

  private static func trigger(_ fields: YAMLFields) throws(IntakeError) -> Trigger {
    let kind = try fields.required("kind").choice(kinds)
    return Trigger(
      kind, day: try dayOfMonth(fields["day"]), lead: try lead(fields["lead"]),
      holidays: try holidays(fields["holidays"]),
      everyDay: try fields["everyDay"]?.choice(.yesOrNo) ?? false,
      date: kind == .once ? try fields.required("date").day() : try fields["date"]?.day())
  }

  /// Weather alerts come from a ledger, so that a plan file has none.
  private static let kinds = Vocabulary(
    words: Vocabulary(Trigger.Kind.self, name: \.name).words.filter { $0.meaning != .alert })

  private static func dayOfMonth(_ value: YAMLValue?) throws(IntakeError) -> Int? {
    guard let value else { return nil }
    let day = try value.count()
    guard day <= 31 else {
      throw value.error(Bilingual(zh: "每月没有\(day)日", en: "no month has a day \(day)"))
    }
    return day
  }

  private static func lead(_ value: YAMLValue?) throws(IntakeError) -> Int? {
    guard let value else { return nil }
    let lead = try value.count()
    guard Trigger.leads.contains(lead) else {
      let most = Trigger.leads.upperBound
      throw value.error(
        Bilingual(zh: "最多往前数\(most)个工作日", en: "at most \(most) working days before"))
    }
    return lead
  }

  private static func holidays(_ value: YAMLValue?) throws(IntakeError) -> [Holiday]? {
    guard let value else { return nil }
    var holidays: [Holiday] = []
    for entry in try value.filledList() {
      let text = try entry.text()
      guard let holiday = Holiday(named: text) else {
        let all = Holiday.allCases
        throw entry.error(
          Bilingual(
            zh: "没有“\(text)”这个节日，有：\(all.map(\.name.zh).joined(separator: "、"))",
            en: "“\(text)” is none of: \(all.map(\.rawValue).joined(separator: ", "))"))
      }
      holidays.append(holiday)
    }
    return holidays
  }

  private static func scope(
    _ value: YAMLValue, _ known: Set<Place.ID>
  ) throws(IntakeError) -> Plan.Scope {
    guard value.isList else {
      return try value.choice(
        Vocabulary(words: [.init(id: "all", name: everywhere, meaning: .all)]))
    }
    var places: [Place.ID] = []
    for entry in try value.filledList() {
      let id = Place.ID(try entry.text())
      guard known.contains(id) else {
        throw entry.error(
          Bilingual(zh: "places 里没有场所“\(id)”", en: "places has no place “\(id)”"))
      }
      if !places.contains(id) { places.append(id) }
    }
    return .places(places)
  }

  private static let everywhere = Bilingual(zh: "全部", en: "all")

  /// Seasons under the keys of their year: `2026-flood`, then `2026-flood2`.
  private static func seasons(_ value: YAMLValue?) throws(IntakeError) -> [Season] {
    var ranges: [ClosedRange<Day>] = []
    for entry in try value?.list() ?? [] {
      let fields = try entry.fields(["start", "end"])
      let last = try fields.required("end")
      let days = try range(fields.required("start"), last)
      do { try Season.check(days.lowerBound, days.upperBound) } catch {
        throw last.error(error.message)
      }
      ranges.append(days)
    }
    var count: [Int: Int] = [:]
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.map { range in
      let year = range.lowerBound.year
      let number = count[year, default: 0] + 1
      count[year] = number
      return Season(
        id: Season.ID("\(padded(year, 4))-flood\(number == 1 ? "" : "\(number)")"),
        start: range.lowerBound, end: range.upperBound)
    }
  }

  private static func limits(_ fields: YAMLFields) throws(IntakeError) -> (Day?, Day?) {
    guard let from = fields["from"], let to = fields["to"] else {
      return (try fields["from"]?.day(), try fields["to"]?.day())
    }
    let days = try range(from, to)
    return (days.lowerBound, days.upperBound)
  }

  private static func range(
    _ from: YAMLValue, _ to: YAMLValue
  ) throws(IntakeError) -> ClosedRange<Day> {
    let (first, last) = (try from.day(), try to.day())
    guard first <= last else {
      throw to.error(
        Bilingual(zh: "结束日\(last)早于开始日\(first)", en: "\(last) is before the first day, \(first)"))
    }
    return first...last
  }
}
