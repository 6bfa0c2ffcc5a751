import Almanac
import Canvas
import Domain

/// An entry of the register of activities told in words.
enum ActivityWords {
  /// What the fields hold, one after the other, those left empty left out.
  static func values(
    _ content: Activity.Content, _ kind: ActivityKind?, _ context: Context
  ) -> [String] {
    (kind?.fields ?? []).compactMap { field in
      content.values[field.id].map { value in
        context(field.name) + context(Bilingual(zh: "：", en: ": "))
          + context(field.words(value, context.bureau))
      }
    }
  }

  /// How far a circular is read or what was resolved is done, in few words.
  static func state(_ activity: Activity, _ kind: ActivityKind?) -> Bilingual {
    if !activity.stands { return Bilingual(zh: "已作废", en: "withdrawn") }
    let total = activity.content.persons.count
    if kind?.isCirculated == true, total > 0 {
      let read = total - activity.unread.count
      return Bilingual(zh: "已阅 \(read)/\(total)", en: "read \(read)/\(total)")
    }
    let open = activity.open.count
    return open == 0
      ? Bilingual(verbatim: "") : Bilingual(zh: "待办 \(open)", en: "\(open) open")
  }

  /// The entry in a few lines, below a list.
  static func lines(
    _ activity: Activity, _ kind: ActivityKind?, _ context: Context
  ) -> [String] {
    let content = activity.content
    let head = [
      activity.id.rawValue, kind.map { context($0.name) } ?? content.kind.rawValue,
      content.day.description, content.title,
    ].joined(separator: "  ")
    let place = content.place.map { context(Bilingual(zh: "地点：", en: "Where: ")) + $0 }
    let persons =
      content.persons.isEmpty
      ? nil
      : context(Bilingual(zh: "人员：", en: "Persons: "))
        + context(context.bureau.listed(content.persons))
    return [head]
      + flowed(
        [place].compactMap(\.self) + values(content, kind, context), in: context.columns - 2)
      + [persons].compactMap(\.self)
  }

  /// Everything about it, with what came of it.
  static func whole(
    _ activity: Activity, _ kind: ActivityKind?, _ context: Context
  ) -> [String] {
    let bureau = context.bureau
    func step(_ step: Hazard.Step, _ name: Bilingual, _ note: String?) -> String {
      "\(step.day) \(context(bureau.name(step.person, for: step.standsFor))) \(context(name))"
        + (note.map { "  " + $0 } ?? "")
    }
    let content = activity.content
    let resolutions = content.resolutions.enumerated().map { index, resolution in
      let closing = activity.closing(index + 1)
      let state =
        closing.map {
          Bilingual(zh: "\($0.step.day) 办结", en: "done \($0.step.day)")
        }
        ?? (resolution.due < context.today
          ? Bilingual(zh: "已过期", en: "overdue") : Bilingual(zh: "待办", en: "open"))
      return "  \(index + 1). " + context(resolution.typed(bureau)) + "  " + context(state)
        + (closing?.note.map { "  " + $0 } ?? "")
    }
    let unread =
      kind?.isCirculated == true && !activity.unread.isEmpty
      ? [
        context(Bilingual(zh: "未阅：", en: "Not read by: "))
          + context(bureau.listed(activity.unread))
      ] : []
    let file = content.file.map {
      [context(Bilingual(zh: "附件：", en: "Paper: ")) + $0.particulars]
    }
    let corrected = activity.corrections.map {
      step($0.step, ActivityEvent.corrected($0.before, reason: "").name, $0.reason)
        + context(
          Bilingual(
            zh: "（原为 \($0.before.day) \($0.before.title)）",
            en: " (was \($0.before.day) \($0.before.title))"))
    }
    return lines(activity, kind, context)
      + (resolutions.isEmpty
        ? [] : [context(Bilingual(zh: "议定事项：", en: "Resolved:"))] + resolutions) + unread
      + (file ?? []) + [""]
      + [step(activity.recorded, ActivityEvent.recorded(content).name, nil)] + corrected
      + activity.reads.map { step($0, ActivityEvent.read.name, nil) }
      + (activity.withdrawn.map {
        [step($0, ActivityEvent.withdrawn(reason: "").name, activity.reason)]
      } ?? [])
  }
}
