import Almanac
import Canvas
import Domain

/// One field of a form on an incident.
enum IncidentField: String, CaseIterable, FormPart {
  case at
  case known
  case place
  case location
  case kind
  case what
  case dead
  case serious
  case slight
  case missing
  case loss
  case cause
  case measures
  case next
  case note
  case to
  case reportedAt
  case how
  case heard
  case conclusion
  case reason

  var label: Bilingual {
    switch self {
    case .at: Bilingual(zh: "发生时间", en: "When")
    case .known: Bilingual(zh: "得知时间", en: "Known at")
    case .place: Bilingual(zh: "场所", en: "Place")
    case .location: Bilingual(zh: "地点", en: "Where")
    case .kind: Bilingual(zh: "类别", en: "Sort")
    case .what: Bilingual(zh: "简要经过", en: "What")
    case .dead: Bilingual(zh: "死亡", en: "Dead")
    case .serious: Bilingual(zh: "重伤", en: "Serious")
    case .slight: Bilingual(zh: "轻伤", en: "Slight")
    case .missing: Bilingual(zh: "下落不明", en: "Missing")
    case .loss: Bilingual(zh: "损失（元）", en: "Loss, yuan")
    case .cause: Bilingual(zh: "原因", en: "Cause")
    case .measures: Bilingual(zh: "已采取措施", en: "Done")
    case .next: Bilingual(zh: "下一步", en: "Next")
    case .note: Bilingual(zh: "新情况", en: "What is new")
    case .to: Bilingual(zh: "向谁报告", en: "To whom")
    case .reportedAt: Bilingual(zh: "报告时间", en: "When")
    case .how: Bilingual(zh: "方式", en: "How")
    case .heard: Bilingual(zh: "接报人等", en: "Taken by")
    case .conclusion: Bilingual(zh: "处理结果", en: "How it ended")
    case .reason: Bilingual(zh: "原因", en: "Reason")
    }
  }

  /// Whether it is a time.
  var isTime: Bool { [.at, .known, .reportedAt].contains(self) }
  /// Whether it is a whole number.
  var isNumber: Bool { [.dead, .serious, .slight, .missing, .loss].contains(self) }
  /// Whether it is free text, whose room is told.
  var isText: Bool {
    [.location, .what, .cause, .measures, .next, .note, .heard, .conclusion, .reason].contains(self)
  }

  /// What is told of its text while it is typed.
  func hint(_ text: String, _ context: Context) -> TypedHint? {
    if isText { return .room(text) }
    guard !trimmed(text).isEmpty else { return nil }
    if isTime {
      return Moment(typed: text, today: context.today).map {
        TypedHint(Bilingual(verbatim: "\($0.dayAndTime) ") + $0.day.weekdayName)
      } ?? TypedHint(Self.noTime, isTrouble: true)
    }
    let isRead = Int(trimmed(text)).map { $0 >= 0 } ?? false
    return isNumber && !isRead ? TypedHint(Self.noNumber, isTrouble: true) : nil
  }

  static let noTime = Bilingual(
    zh: "请填时间，如 11-23 14:30 或 14:30", en: "Enter a time, as 11-23 14:30 or 14:30")
  static let noNumber = Bilingual(zh: "请填整数", en: "Enter a whole number")

  /// What can be picked in it; nil where it is typed.
  func names(_ context: Context, of incident: Incident?) -> NameList? {
    func list(_ choices: [(id: String, name: Bilingual)], takesOthers: Bool = false) -> NameList {
      NameList(
        choices: choices.map { NameChoice(id: $0.id, name: context($0.name)) },
        takesOthers: takesOthers)
    }
    switch self {
    case .place: return .places(context)
    case .kind: return list(IncidentKind.allCases.map { ($0.rawValue, $0.name) })
    case .how: return list(IncidentReport.Manner.allCases.map { ($0.rawValue, $0.name) })
    case .to:
      let day = incident?.content.start.day ?? context.today
      return list(
        context.bureau.incidentRules(on: day).table.map { ($0.id.rawValue, $0.to) },
        takesOthers: true)
    case .at, .known, .location, .what, .dead, .serious, .slight, .missing, .loss, .cause,
      .measures, .next, .note, .reportedAt, .heard, .conclusion, .reason:
      return nil
    }
  }
}

extension Moment {
  /// As forms write it: `2026-11-23 14:30`.
  var typedText: String { dayAndTime }

  /// Reads `14:30` of today, or a day as it is typed and a time, as `11-23 14:30`.
  init?(typed text: String, today: Day) {
    let words = text.replacing("\u{FF1A}", with: ":").split(separator: " ").map(String.init)
    guard (1...2).contains(words.count), let last = words.last else { return nil }
    let day = words.count == 2 ? Day(typed: words[0], today: today) : today
    let clock = last.count == 4 ? "0" + last : last
    guard let day, let moment = Moment("\(day)T\(clock)") else { return nil }
    self = moment
  }
}
