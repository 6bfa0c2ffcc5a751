import Almanac
import Canvas
import Domain

/// The fields of one act on an incident: recording it, adding, correcting, noting a report, closing, withdrawing.
struct IncidentForm: ActForm {
  /// The act; nil for recording a new one.
  private let kind: IncidentCommand.Kind?
  private let incident: Incident?
  var fields: FormFields<IncidentField>

  /// - Parameter incident: What it is about; nil for a new one.
  init(_ kind: IncidentCommand.Kind?, of incident: Incident?, _ context: Context) {
    self.kind = kind
    self.incident = incident
    fields = FormFields(Self.filled(kind, incident, context), enter: .goesOn)
  }

  private static func filled(
    _ kind: IncidentCommand.Kind?, _ incident: Incident?, _ context: Context
  ) -> [(part: IncidentField, text: String)] {
    switch kind {
    case nil: facts(nil, context)
    case .correct: [(.reason, "")] + facts(incident?.content, context)
    case .add:
      [(.note, "")]
        + facts(incident?.content, context).filter {
          [.dead, .serious, .slight, .missing, .loss, .cause, .measures, .next].contains($0.part)
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
  ) -> [(part: IncidentField, text: String)] {
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

  var id: String {
    "incident \(kind.map { "\($0)" } ?? "record") \(incident?.id.rawValue ?? "")"
  }

  func names(in part: IncidentField, _ context: Context) -> NameList? {
    part.names(context, of: incident)
  }

  func effect(_ context: Context) throws -> Effect {
    let reader = IncidentFormReader(fields: fields, incident: incident, context: context)
    return .perform(try reader.command(kind))
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
    let about = incident.map { "\($0.id)  \($0.content.what)" } ?? ""
    let rest = drawHead(
      context(name) + "  " + about, [context(hint)], into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { $0.hint($1, context) }
  }
}

/// Reads what is typed about an incident.
struct IncidentFormReader {
  let fields: FormFields<IncidentField>
  let incident: Incident?
  let context: Context

  private typealias Failure = FieldProblem<IncidentField>
  private func text(_ field: IncidentField) -> String { fields.text(field) }
  private func optional(_ field: IncidentField) -> String? { fields.optional(field) }

  func command(_ kind: IncidentCommand.Kind?) throws(FieldProblem<IncidentField>) -> Command {
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

  private func content() throws(FieldProblem<IncidentField>) -> Incident.Content {
    let at = try moment(.at) ?? context.now
    return Incident.Content(
      at: at, known: try moment(.known), place: try place(), location: optional(.location),
      kind: try picked(.kind, IncidentKind.self), what: text(.what),
      casualties: try casualties(), loss: try number(.loss), cause: optional(.cause),
      measures: optional(.measures), next: optional(.next))
  }

  private func edit(note: String) throws(FieldProblem<IncidentField>) -> IncidentEdit {
    let casualties = try casualties()
    var edit = IncidentEdit(
      casualties: casualties == incident?.content.casualties ? nil : casualties,
      loss: try number(.loss), cause: optional(.cause), measures: optional(.measures),
      next: optional(.next), note: note)
    guard fields.parts.contains(.what) else { return edit }
    edit.at = try moment(.at)
    edit.known = try moment(.known)
    edit.place = try place()
    edit.location = optional(.location)
    edit.kind = try picked(.kind, IncidentKind.self)
    edit.what = text(.what)
    return edit
  }

  private func report() throws(FieldProblem<IncidentField>) -> IncidentReport {
    let names = IncidentField.to.names(context, of: incident)
    let known = names?.choices.first { $0.name == text(.to) || $0.id == text(.to) }
    return IncidentReport(
      to: known?.name ?? text(.to), rule: known.map { Identifier($0.id) },
      at: try moment(.reportedAt) ?? context.now,
      how: try picked(.how, IncidentReport.Manner.self), by: context.person.id,
      note: optional(.heard))
  }

  private func moment(_ field: IncidentField) throws(FieldProblem<IncidentField>) -> Moment? {
    guard let text = optional(field) else { return nil }
    guard let moment = Moment(typed: text, today: context.today) else {
      throw Failure(field, IncidentField.noTime)
    }
    return moment
  }

  private func place() throws(FieldProblem<IncidentField>) -> Place.ID? {
    guard let text = optional(.place) else { return nil }
    let places = context.bureau.places.filter { $0.name == text || $0.id.rawValue == text }
    guard let place = places.first, places.count == 1 else {
      throw Failure(.place, IncidentError.noSuchPlace(text).message)
    }
    return place.id
  }

  private func picked<Value: RawRepresentable<String>>(
    _ field: IncidentField, _: Value.Type
  ) throws(FieldProblem<IncidentField>) -> Value {
    let choice = field.names(context, of: incident)?.choices.first {
      $0.name == text(field) || $0.id == text(field)
    }
    guard let choice, let value = Value(rawValue: choice.id) else {
      throw Failure(field, Bilingual(zh: "请从列出的里选一个", en: "Choose one of those listed"))
    }
    return value
  }

  private func casualties() throws(FieldProblem<IncidentField>) -> Casualties {
    Casualties(
      dead: try number(.dead), serious: try number(.serious), slight: try number(.slight),
      missing: try number(.missing))
  }

  private func number(_ field: IncidentField) throws(FieldProblem<IncidentField>) -> Int {
    guard let text = optional(field) else { return 0 }
    guard let number = Int(text), number >= 0 else {
      throw Failure(field, IncidentField.noNumber)
    }
    return number
  }
}
