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
    case performEach([HazardAct])
  }

  enum Purpose: Hashable {
    /// Acts by number, the tenth by 0.
    case menu([HazardCommand.Kind])
    case act(HazardCommand.Kind)
    case report
  }

  let purpose: Purpose
  let hazard: Hazard.ID?
  /// The hazards that the act is for, where it is for several.
  private(set) var several: [Hazard] = []
  /// Whether Enter has been pressed once: an act on several wants it twice.
  private(set) var asksAgain = false
  var parts: [Part]
  var fields: [Part: TextField] = [:]
  var focus = 0
  /// The list under the field of a person or place.
  private(set) var picker = NamePicker()
  var trouble: Bilingual?
  /// The acts that the menu keeps for a second page.
  private(set) var more: [HazardCommand.Kind] = []

  /// The acts on the way to closure by number; what lies beside it is one digit further.
  init(menu acts: [HazardCommand.Kind], of hazard: Hazard) {
    let way = acts.filter { !hazard.isBeside($0) }
    purpose = .menu(way.isEmpty ? acts : way)
    more = way.isEmpty ? [] : acts.filter(hazard.isBeside)
    self.hazard = hazard.id
    parts = []
  }

  private init(more acts: [HazardCommand.Kind], of hazard: Hazard.ID?) {
    purpose = .menu(acts)
    self.hazard = hazard
    parts = []
  }

  /// A new hazard that was not found on a walk.
  init(reportIn context: Context) {
    purpose = .report
    hazard = nil
    parts = [.place, .text, .category, .source, .document, .deadline, .basis]
    fields[.category] = TextField("0")
    fields[.source] = TextField("1")
  }

  /// The form of one act, its fields proposed so that Enter takes them.
  init(_ kind: HazardCommand.Kind, of hazard: Hazard, _ context: Context) {
    purpose = .act(kind)
    self.hazard = hazard.id
    parts = Self.parts(of: kind, on: hazard)
    for (part, text) in HazardProposal(kind: kind, hazard: hazard, context: context).fields {
      fields[part] = TextField(text)
    }
  }

  /// Whether another field follows the one in which something is typed.
  var isFollowedByField: Bool { focus < parts.count - 1 }

  /// The field being typed, where it names persons or a place.
  func named(_ context: Context) -> NamedField? {
    guard parts.indices.contains(focus), let names = parts[focus].names(context) else { return nil }
    return NamedField(names: names, text: text(parts[focus]))
  }

  /// What is typed, by the names of the fields.
  var typed: TypedForm? {
    let subjects = several.isEmpty ? hazard.map { [$0] } ?? [] : several.map(\.id)
    let numbers = subjects.map(\.rawValue).joined(separator: " ")
    let texts = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value.text) })
    return switch purpose {
    case .menu: nil
    case .act(let kind): TypedForm("hazard \(kind) \(numbers)", texts)
    case .report: TypedForm("hazard report", texts)
    }
  }

  mutating func restore(_ texts: [String: String]) {
    for part in parts { fields[part] = texts[part.rawValue].map(TextField.init) }
  }

  /// One form for several hazards, with nothing proposed: what one of them asks for is no reason for another.
  init?(_ kind: HazardCommand.Kind, ofEach hazards: [Hazard], _ context: Context) {
    guard let first = hazards.first else { return nil }
    self.init(kind, of: first, context)
    several = hazards
    fields = [:]
    if kind == .remind { parts = [] }
  }

  /// The command of an act that needs no field: one key decides.
  var immediateCommand: HazardCommand? {
    guard case .act(let kind) = purpose else { return nil }
    switch kind {
    case .accept: return .accept
    case .verify: return .verify()
    case .close: return .close
    case .revoke: return .revoke
    case .assign, .extend, .refuseExtension, .reject, .submit, .requestExtension, .decline,
      .transfer, .withdraw,
      .note, .remind, .safeguard, .study, .takeCase, .commit, .reportUp, .list, .delist, .patch,
      .merge,
      .photograph:
      return nil
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    trouble = nil
    if key == .escape || key == .control("c") { return .cancel }
    if case .menu(let acts) = purpose { return choose(among: acts, key) }
    if key != .enter { asksAgain = false }
    if parts.isEmpty { return key == .enter ? submit(context) : .stay }
    if pick(key, context) { return .stay }
    switch key {
    case .tab, .down: move(1)
    case .backTab, .up: move(-1)
    case .enter: return submit(context)
    default: _ = fields[parts[focus], default: TextField()].update(key)
    }
    return .stay
  }

  private mutating func move(_ step: Int) {
    focus = (focus + step + parts.count) % parts.count
    picker.close()
  }

  /// Gives a key to the list of persons or places, if the field has one; whether it was spent there.
  private mutating func pick(_ key: Key, _ context: Context) -> Bool {
    let part = parts[focus]
    guard let names = part.names(context) else { return false }
    return picker.press(key, in: &fields[part, default: TextField()], among: names, context)
  }

  private mutating func choose(among acts: [HazardCommand.Kind], _ key: Key) -> Outcome {
    let count = acts.count + (more.isEmpty ? 0 : 1)
    switch key {
    case .up: focus = (focus + count - 1) % count
    case .down: focus = (focus + 1) % count
    case .enter: return choose(among: acts, at: focus)
    default: if let digit = key.digit { return choose(among: acts, at: (digit + 9) % 10) }
    }
    return .stay
  }

  private mutating func choose(among acts: [HazardCommand.Kind], at index: Int) -> Outcome {
    if acts.indices.contains(index) { return .choose(acts[index]) }
    if index == acts.count, !more.isEmpty { self = HazardForm(more: more, of: hazard) }
    return .stay
  }

  func text(_ part: Part) -> String { trimmed(fields[part]?.text ?? "") }

  private mutating func submit(_ context: Context) -> Outcome {
    if let empty = parts.firstIndex(where: { isNeeded($0) && text($0).isEmpty }) {
      focus = empty
      picker.close()
      let name = parts[empty].label
      trouble = Bilingual(zh: "请填“\(name.zh)”", en: "Fill in “\(name.en)”")
      return .stay
    }
    do {
      let reader = HazardFormReader(form: self, context: context)
      guard !several.isEmpty else { return .perform(try reader.command()) }
      let commands = try reader.commands()
      guard asksAgain else {
        asksAgain = true
        return .stay
      }
      return .performEach(commands)
    } catch let problem as HazardFormReader.Problem {
      trouble = problem.message
      focus = parts.firstIndex(of: problem.part) ?? focus
    } catch {
      trouble = Bilingual(zh: "无法读取所填内容", en: "The fields cannot be read")
    }
    return .stay
  }
}
