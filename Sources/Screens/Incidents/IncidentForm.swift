import Almanac
import Canvas
import Domain

/// The fields of one act on an incident: recording it, adding, correcting, noting a report, closing, withdrawing.
struct IncidentForm: Sendable {
  enum Outcome {
    case stay
    case cancel
    case warn(Bilingual)
    case perform(Command)
  }

  /// The act; nil for recording a new one.
  private let kind: IncidentCommand.Kind?
  private let incident: Incident?
  private var fields: [(field: IncidentField, text: TextField)]
  private var focus = 0
  private var picker = NamePicker()

  /// - Parameter incident: What it is about; nil for a new one.
  init(_ kind: IncidentCommand.Kind?, of incident: Incident?, _ context: Context) {
    self.kind = kind
    self.incident = incident
    fields = Self.filled(kind, incident, context).map { ($0.0, TextField($0.1)) }
  }

  private static func filled(
    _ kind: IncidentCommand.Kind?, _ incident: Incident?, _ context: Context
  ) -> [(IncidentField, String)] {
    switch kind {
    case nil: facts(nil, context)
    case .correct: [(.reason, "")] + facts(incident?.content, context)
    case .add:
      [(.note, "")]
        + facts(incident?.content, context).filter {
          [.dead, .serious, .slight, .missing, .loss, .cause, .measures, .next].contains($0.0)
        }
    case .report:
      [
        (.to, incident.map { addressee($0, context) } ?? ""),
        (.reportedAt, context.now.typedText),
        (.how, context(IncidentReport.Manner.phone.name)), (.heard, ""),
      ]
    case .close: [(.conclusion, "")]
    case .withdraw: [(.reason, "")]
    }
  }

  /// The first that is still to be told.
  private static func addressee(_ incident: Incident, _ context: Context) -> String {
    context.bureau.dues(of: incident).first { $0.reported == nil }
      .map { context($0.rule.to) } ?? ""
  }

  private static func facts(
    _ content: Incident.Content?, _ context: Context
  ) -> [(IncidentField, String)] {
    func number(_ number: Int?) -> String { number.map { $0 == 0 ? "" : "\($0)" } ?? "" }
    let harm = content?.casualties
    return [
      (.at, (content?.at ?? context.now).typedText), (.known, content?.known?.typedText ?? ""),
      (.place, content?.place.map { context.bureau.name($0) } ?? ""),
      (.location, content?.location ?? ""),
      (.kind, content.map { context($0.kind.name) } ?? ""), (.what, content?.what ?? ""),
      (.dead, number(harm?.dead)), (.serious, number(harm?.serious)),
      (.slight, number(harm?.slight)), (.missing, number(harm?.missing)),
      (.loss, number(content?.loss)), (.cause, content?.cause ?? ""),
      (.measures, content?.measures ?? ""), (.next, content?.next ?? ""),
    ]
  }

  private var name: Bilingual {
    kind?.name ?? Bilingual(zh: "登记事故（事件）", en: "Record an incident")
  }

  /// What is typed, to be kept until it is sent.
  var typed: TypedForm {
    TypedForm(
      "incident \(kind.map { "\($0)" } ?? "record") \(incident?.id.rawValue ?? "")",
      Dictionary(uniqueKeysWithValues: fields.map { ($0.field.rawValue, $0.text.text) }))
  }

  /// Puts in what was typed before.
  mutating func restore(_ texts: [String: String]) {
    for index in fields.indices {
      fields[index].text = TextField(texts[fields[index].field.rawValue] ?? "")
    }
  }

  var isFollowedByField: Bool { focus < fields.count - 1 }

  func named(_ context: Context) -> NamedField? {
    fields[focus].field.names(context, of: incident)
      .map { NamedField(names: $0, text: fields[focus].text.text) }
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if key == .function(8) { return submit(context) }
    if let names = fields[focus].field.names(context, of: incident),
      picker.press(key, in: &fields[focus].text, among: names, context)
    {
      return .stay
    }
    switch key {
    case .tab, .down: move(1)
    case .backTab, .up: move(-1)
    case .enter where isFollowedByField: move(1)
    case .enter: return submit(context)
    default: _ = fields[focus].text.update(key.folded)
    }
    return .stay
  }

  private mutating func move(_ step: Int) {
    picker.close()
    focus = (focus + step + fields.count) % fields.count
  }

  private mutating func submit(_ context: Context) -> Outcome {
    let reader = IncidentFormReader(
      texts: Dictionary(uniqueKeysWithValues: fields.map { ($0.field, trimmed($0.text.text)) }),
      incident: incident, context: context)
    do {
      return .perform(try reader.command(kind))
    } catch {
      focus = fields.firstIndex { $0.field == error.field } ?? focus
      return .warn(error.message)
    }
  }

  /// What is said above the fields.
  private var hint: Bilingual {
    let keys = Bilingual(
      zh: "F8 存；Enter、Tab 下一栏；Esc 取消", en: "F8 saves; Enter or Tab goes on; Esc cancels")
    switch kind {
    case nil, .correct:
      return Bilingual(
        zh: "没有的空着；场所和地点填一个即可。", en: "What there is none of stays empty; a place or where. ")
        + keys
    case .add: return Bilingual(zh: "人数和损失填累计数。", en: "Numbers are totals. ") + keys
    case .report:
      return Bilingual(zh: "超时的照实登记，会标明。", en: "A late one is noted as late. ") + keys
    case .close, .withdraw: return keys
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    grid.choices = []
    let title = [context(name), incident.map { "\($0.id)  \($0.content.what)" } ?? ""]
    grid.write(
      Cells.clip(title.joined(separator: "  "), to: grid.columns - 2), row: rows.lowerBound,
      column: 1, style: .title)
    grid.write(
      Cells.clip(context(hint), to: grid.columns - 2), row: rows.lowerBound + 1, column: 1)
    let first = rows.lowerBound + 3
    let room = max(1, rows.upperBound - first)
    let top = max(0, min(focus - room / 2, fields.count - room))
    for (index, entry) in fields.enumerated().dropFirst(top).prefix(room)
    where !context.isSpoken || index <= focus {
      draw(
        entry.field, entry.text, at: first + index - top, isFocused: index == focus, into: &grid,
        context)
    }
    guard let names = fields[focus].field.names(context, of: incident) else { return }
    picker.draw(
      over: &grid, row: first + focus - top, column: 16, fields[focus].text.text, among: names,
      context)
  }

  private func draw(
    _ field: IncidentField, _ text: TextField, at row: Int, isFocused: Bool,
    into grid: inout Grid, _ context: Context
  ) {
    text.draw(
      into: &grid, row: row, column: 1, width: min(76, grid.columns - 2),
      label: (isFocused ? "> " : "  ") + Cells.fit(context(field.label), 12),
      isFocused: isFocused, telling: field.isText ? .room(text.text) : nil, context)
  }
}

/// Reads what is typed about an incident.
struct IncidentFormReader {
  /// What cannot be read, and in which field.
  struct Failure: Error {
    var field: IncidentField
    var message: Bilingual
  }

  let texts: [IncidentField: String]
  let incident: Incident?
  let context: Context

  private func text(_ field: IncidentField) -> String { texts[field] ?? "" }
  private func optional(_ field: IncidentField) -> String? {
    text(field).isEmpty ? nil : text(field)
  }

  func command(_ kind: IncidentCommand.Kind?) throws(Failure) -> Command {
    guard let kind, let incident else { return .recordIncident(try content()) }
    let command: IncidentCommand =
      switch kind {
      case .add: .add(try edit(note: text(.note)))
      case .correct: .correct(try edit(note: text(.reason)))
      case .report: .report(try report())
      case .close: .close(conclusion: optional(.conclusion))
      case .withdraw: .withdraw(reason: text(.reason))
      }
    return .incident(incident.id, command)
  }

  private func content() throws(Failure) -> Incident.Content {
    let at = try moment(.at) ?? context.now
    return Incident.Content(
      at: at, known: try moment(.known), place: try place(), location: optional(.location),
      kind: try picked(.kind, IncidentKind.self), what: text(.what),
      casualties: try casualties(), loss: try number(.loss), cause: optional(.cause),
      measures: optional(.measures), next: optional(.next))
  }

  private func edit(note: String) throws(Failure) -> IncidentEdit {
    let casualties = try casualties()
    var edit = IncidentEdit(
      casualties: casualties == incident?.content.casualties ? nil : casualties,
      loss: try number(.loss), cause: optional(.cause), measures: optional(.measures),
      next: optional(.next), note: note)
    guard texts[.what] != nil else { return edit }
    edit.at = try moment(.at)
    edit.known = try moment(.known)
    edit.place = try place()
    edit.location = optional(.location)
    edit.kind = try picked(.kind, IncidentKind.self)
    edit.what = text(.what)
    return edit
  }

  private func report() throws(Failure) -> IncidentReport {
    let names = IncidentField.to.names(context, of: incident)
    let known = names?.choices.first { $0.name == text(.to) || $0.id == text(.to) }
    return IncidentReport(
      to: known?.name ?? text(.to), rule: known.map { Identifier($0.id) },
      at: try moment(.reportedAt) ?? context.now,
      how: try picked(.how, IncidentReport.Manner.self), by: context.person.id,
      note: optional(.heard))
  }

  private func moment(_ field: IncidentField) throws(Failure) -> Moment? {
    guard let text = optional(field) else { return nil }
    guard let moment = Moment(typed: text, today: context.today) else {
      throw Failure(
        field: field,
        message: Bilingual(
          zh: "请填时间，如 11-23 14:30 或 14:30", en: "Enter a time, as 11-23 14:30 or 14:30"))
    }
    return moment
  }

  private func place() throws(Failure) -> Place.ID? {
    guard let text = optional(.place) else { return nil }
    let places = context.bureau.places.filter { $0.name == text || $0.id.rawValue == text }
    guard let place = places.first, places.count == 1 else {
      throw Failure(field: .place, message: IncidentError.noSuchPlace(text).message)
    }
    return place.id
  }

  private func picked<Value: RawRepresentable<String>>(
    _ field: IncidentField, _: Value.Type
  ) throws(Failure) -> Value {
    let choice = field.names(context, of: incident)?.choices.first {
      $0.name == text(field) || $0.id == text(field)
    }
    guard let choice, let value = Value(rawValue: choice.id) else {
      throw Failure(
        field: field, message: Bilingual(zh: "请从列出的里选一个", en: "Choose one of those listed"))
    }
    return value
  }

  private func casualties() throws(Failure) -> Casualties {
    Casualties(
      dead: try number(.dead), serious: try number(.serious), slight: try number(.slight),
      missing: try number(.missing))
  }

  private func number(_ field: IncidentField) throws(Failure) -> Int {
    guard let text = optional(field) else { return 0 }
    guard let number = Int(text), number >= 0 else {
      throw Failure(field: field, message: Bilingual(zh: "请填整数", en: "Enter a whole number"))
    }
    return number
  }
}
