import Almanac
import Canvas
import Domain

/// A shift told in lines.
enum DutyWords {
  static func names(_ persons: [Person.ID], _ context: Context) -> String {
    context(context.bureau.names(persons))
  }

  /// Who has a shift, and who leads.
  static func words(_ row: DutyRow, _ context: Context) -> String {
    let lead = context(row.names(of: .leading, context.bureau))
    let duty = context(row.names(of: .onDuty, context.bureau))
    return context(Bilingual(zh: "值班 \(duty)，带班 \(lead)", en: "on duty \(duty), leading \(lead)"))
  }

  static func lines(
    _ row: DutyRow, of roster: DutyRoster?, _ warnings: [DutyWarning], _ context: Context
  ) -> [String] {
    let head =
      "\(row.day) \(context(row.day.weekdayName))  \(context(row.shift.name))  "
      + words(row, context) + (row.remark.map { "  " + $0 } ?? "")
    let warned = warnings.filter { $0.day == row.day }
      .map { "! " + context($0.message(context.bureau)) }
    let asked = roster?.asked.map { swap in
      let names = swap.parties.map { context.bureau.name($0) }.joined(separator: " / ")
      return context(DutyEvent.swapAsked(swap).name) + "  \(names)  \(swap.reason)"
    }
    let changes = (roster?.changes ?? []).filter { $0.after.day == row.day }.map { change in
      let before = words(change.before, context)
      return context(
        Bilingual(
          zh: "\(change.step.day.monthAndDay) 调整，原为\(before)：\(change.reason ?? "")",
          en: "changed \(change.step.day.monthAndDay), was \(before): \(change.reason ?? "")"))
    }
    let log = (roster?.log ?? []).filter { $0.at.day == row.day }.map { entry in
      let (from, to) = (names(entry.from, context), names(entry.to, context))
      return "\(entry.at.hourAndMinute) \(from) → \(to)  "
        + [entry.visitors, entry.calls, entry.incidents, entry.remark].compactMap(\.self)
        .joined(separator: "; ")
    }
    return [head] + warned + [asked].compactMap(\.self) + changes + log
  }
}
