import Almanac
import Canvas
import Domain

/// Enters or lifts a weather alert by digits: the kind, then the colour or level; it counts from now. When
/// it was issued before, by whom and in what words may be told first; a response has its issuer besides,
/// the last one offered.
struct AlertPanel: Sendable {
  enum Outcome {
    case stay
    case cancel
    case perform(Command)
  }

  private enum Step {
    case kind
    case grade(Alert.Kind)
    case details(Alert.Kind)
    case issuer(level: String, TextField)
    case lifting
  }

  private static let kinds: [Alert.Kind] = [
    .typhoon, .rainstorm, .heat, .cold, .lightning, .gale, .fog, .flood, .response,
  ]
  private static let levels = ["I", "II", "III", "IV"]

  private var step: Step
  private var details = AlertDetails()

  /// A panel that enters an alert.
  init() { step = .kind }

  /// A panel that lifts one.
  static var lifting: AlertPanel {
    var panel = AlertPanel()
    panel.step = .lifting
    return panel
  }

  /// Whether another field follows the one in which something is typed.
  var isFollowedByField: Bool {
    if case .details = step { details.isFollowedByField } else { false }
  }

  /// What is told of an alert before its colour.
  var typed: TypedForm? {
    if case .details(let kind) = step { TypedForm("alert \(kind)", details.texts) } else { nil }
  }

  mutating func restore(_ texts: [String: String]) { details.restore(texts) }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if case .issuer(let level, var field) = step {
      if key == .enter { return open(.response, level: level, issuer: field.text, context) }
      _ = field.update(key)
      step = .issuer(level: level, field)
      return .stay
    }
    if case .details(let kind) = step {
      if details.press(key, context) { step = .grade(kind) }
      return .stay
    }
    guard let choice = dialog(context).choice(for: key) else { return .stay }
    switch step {
    case .kind: step = .grade(Self.kinds[choice])
    case .grade(let kind) where choice == grades(of: kind, context).count: step = .details(kind)
    case .grade(.response):
      step = .issuer(level: Self.levels[choice], TextField(Self.lastIssuer(context)))
    case .grade(let kind): return open(kind, colour: Alert.Colour.allCases[choice], context)
    case .lifting: return .perform(.liftAlert(context.bureau.alertsInForce[choice].id))
    case .issuer, .details: break
    }
    return .stay
  }

  private func open(
    _ kind: Alert.Kind, colour: Alert.Colour? = nil, level: String? = nil, issuer: String = "",
    _ context: Context
  ) -> Outcome {
    .perform(
      .openAlert(
        Alert(
          id: Alert.newID(kind, at: context.now), kind: kind, colour: colour, level: level,
          issuer: issuer.isEmpty ? details.issuer : trimmed(issuer), headline: details.headline,
          issued: details.issued ?? context.now, recorded: context.today)))
  }

  /// Who issued the response entered last.
  private static func lastIssuer(_ context: Context) -> String {
    context.bureau.alerts.last { $0.kind == .response && !$0.issuer.isEmpty }?.issuer ?? ""
  }

  private func dialog(_ context: Context) -> Dialog {
    switch step {
    case .kind:
      Dialog(
        title: context(Bilingual(zh: "登记预警：按数字选种类", en: "New alert: its kind")),
        choices: Self.kinds.map { context($0.name) })
    case .grade(let kind):
      Dialog(
        title: title(kind, context),
        choices: grades(of: kind, context) + [context(AlertDetails.offer)])
    case .details(let kind):
      Dialog(
        title: title(kind, context),
        lines: [context(AlertDetails.help)] + details.trouble.map { context($0) }
          + Array(
            repeating: String(repeating: " ", count: 50), count: AlertDetails.Field.allCases.count))
    case .issuer(let level, _):
      Dialog(
        title: context(Alert.Kind.response.name) + " " + level,
        lines: [
          context(Bilingual(zh: "发布单位，可不填；Enter 登记", en: "Issuer, if known; Enter enters it")),
          String(repeating: " ", count: 40),
        ])
    case .lifting:
      Dialog(
        title: context(Bilingual(zh: "解除预警：按数字选", en: "Lift which alert?")),
        choices: context.bureau.alertsInForce.prefix(9).map {
          context($0.title) + "  " + context($0.span)
        })
    }
  }

  private func grades(of kind: Alert.Kind, _ context: Context) -> [String] {
    kind == .response ? Self.levels : Alert.Colour.allCases.map { context($0.name) }
  }

  /// The kind, with the grade in force that a choice would change.
  private func title(_ kind: Alert.Kind, _ context: Context) -> String {
    let present = context.bureau.alertsInForce.last { $0.kind == kind }
    return context(kind.name)
      + (present.map {
        context(Bilingual(zh: "（现为", en: " (now ")) + context($0.title)
          + context(Bilingual(zh: "）", en: ")"))
      } ?? "")
  }

  func draw(over grid: inout Grid, _ context: Context) {
    let dialog = dialog(context)
    dialog.draw(over: &grid)
    let size = dialog.grid(columns: grid.columns - 4, rows: grid.rows - 2)
    let top = (grid.rows - size.rows) / 2 + 4
    let column = (grid.columns - size.columns) / 2 + 2
    switch step {
    case .issuer(_, let field):
      field.draw(
        into: &grid, row: top, column: column, width: size.columns - 4, label: "",
        telling: .room(field.text), context)
    case .details:
      details.draw(
        into: &grid, row: top + details.trouble.count, column: column, width: size.columns - 4,
        context)
    case .kind, .grade, .lifting: break
    }
  }
}
