import Almanac
import Canvas
import Domain

/// What an act on a hazard needs to be told: a numbered menu first, then fields one below the other.
struct HazardForm: Sendable {
  enum Outcome {
    case stay
    case cancel
    case choose(HazardCommand.Kind)
    case perform(Command)
  }

  /// What a field is for.
  enum Part: Hashable {
    case person
    case deadline
    case reason
    case measures
    case place
    case text
    case category
    case source
    case document

    var label: Bilingual {
      switch self {
      case .person: Bilingual(zh: "责任人", en: "Person")
      case .deadline: Bilingual(zh: "期限", en: "Deadline")
      case .reason: Bilingual(zh: "原因", en: "Reason")
      case .measures: Bilingual(zh: "整改措施", en: "Measures")
      case .place: Bilingual(zh: "场所", en: "Place")
      case .text: Bilingual(zh: "问题", en: "What")
      case .category: Bilingual(zh: "类别", en: "Category")
      case .source: Bilingual(zh: "来源", en: "Source")
      case .document: Bilingual(zh: "来文", en: "Document")
      }
    }
  }

  enum Purpose: Hashable {
    case menu([HazardCommand.Kind])
    case act(HazardCommand.Kind)
    case report
  }

  let purpose: Purpose
  let hazard: Hazard.ID?
  var parts: [Part]
  var fields: [Part: TextField] = [:]
  var focus = 0
  var trouble: Bilingual?

  init(menu acts: [HazardCommand.Kind], of hazard: Hazard) {
    purpose = .menu(acts)
    self.hazard = hazard.id
    parts = []
  }

  /// A new hazard that was not found on a walk.
  init(reportIn context: Context) {
    purpose = .report
    hazard = nil
    parts = [.place, .text, .category, .source, .document, .deadline]
    fields[.category] = TextField("0")
    fields[.source] = TextField("1")
  }

  /// The form of one act, its fields proposed so that Enter takes them.
  init(_ kind: HazardCommand.Kind, of hazard: Hazard, _ context: Context) {
    purpose = .act(kind)
    self.hazard = hazard.id
    let proposed = DeadlineRule.proposed(
      for: hazard.report.category, found: context.today, calendar: context.bureau.calendar,
      beforeBreak: nil)
    switch kind {
    case .assign:
      parts = [.person, .deadline]
      fields[.person] = TextField(
        context.bureau.name(
          [hazard.person, context.bureau.head(of: hazard.report.section)?.id]
            .compactMap(context.bureau.person).first { $0.stays(after: context.today) }?.id))
      fields[.deadline] = TextField(
        (hazard.deadline.map { max($0, context.today) } ?? proposed).description)
    case .transfer: parts = [.person, .reason]
    case .extend, .requestExtension:
      parts =
        [.deadline, .reason]
        + (kind == .extend && hazard.report.source == .authorityOrder ? [.document] : [])
      fields[.deadline] = TextField(hazard.requested?.deadline.description ?? "+7")
      fields[.reason] = TextField(hazard.requested?.reason ?? "")
    case .reject:
      parts = [.reason, .deadline]
      fields[.deadline] = TextField(proposed.description)
    case .submit: parts = [.measures]
    case .decline, .withdraw: parts = [.reason]
    case .accept, .verify, .close, .photograph: parts = []
    }
  }

  /// The command of an act that needs no field: one key decides.
  var immediateCommand: HazardCommand? {
    guard case .act(let kind) = purpose else { return nil }
    switch kind {
    case .accept: return .accept
    case .verify: return .verify()
    case .close: return .close
    case .assign, .extend, .reject, .submit, .requestExtension, .decline, .transfer, .withdraw,
      .photograph:
      return nil
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    trouble = nil
    if key == .escape || key == .control("c") { return .cancel }
    if case .menu(let acts) = purpose {
      if let digit = key.digit, acts.indices.contains(digit - 1) { return .choose(acts[digit - 1]) }
      if key == .enter, let first = acts.first { return .choose(first) }
      return .stay
    }
    guard parts.indices.contains(focus) else { return .cancel }
    switch key {
    case .tab, .down: focus = (focus + 1) % parts.count
    case .backTab, .up: focus = (focus + parts.count - 1) % parts.count
    case .enter: return submit(context)
    default: _ = fields[parts[focus], default: TextField()].update(key)
    }
    return .stay
  }

  func text(_ part: Part) -> String { trimmed(fields[part]?.text ?? "") }

  private mutating func submit(_ context: Context) -> Outcome {
    if let empty = parts.firstIndex(where: { isNeeded($0) && text($0).isEmpty }) {
      focus = empty
      return .stay
    }
    do {
      return .perform(try HazardFormReader(form: self, context: context).command())
    } catch let problem as HazardFormReader.Problem {
      trouble = problem.message
      focus = parts.firstIndex(of: problem.part) ?? focus
    } catch {
      trouble = Bilingual(zh: "无法读取所填内容", en: "The fields cannot be read")
    }
    return .stay
  }

  private func isNeeded(_ part: Part) -> Bool {
    switch part {
    case .document: text(.source) != "1" && purpose == .report
    case .deadline: purpose != .report
    case .person, .reason, .measures, .place, .text, .category, .source: true
    }
  }
}
