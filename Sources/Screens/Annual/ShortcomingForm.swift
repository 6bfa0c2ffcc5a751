import Almanac
import Canvas
import Domain

/// The fields of stating what fell short in a year, or of taking it back.
struct ShortcomingForm: ActForm {
  /// What the form does.
  enum Act {
    /// States one in a year.
    case state(Int)
    case withdraw(StatedShortcoming)
  }

  enum Part: String, FormPart {
    case text
    case measure
    case reason

    var label: Bilingual {
      switch self {
      case .text: Bilingual(zh: "不足之处", en: "What fell short")
      case .measure: Bilingual(zh: "下一年怎么做", en: "Next year")
      case .reason: Bilingual(zh: "撤销原因", en: "Reason")
      }
    }

    var isDay: Bool { false }
  }

  private let act: Act
  var fields: FormFields<Part>

  init(_ act: Act) {
    self.act = act
    let parts: [Part] =
      switch act {
      case .state: [.text, .measure]
      case .withdraw: [.reason]
      }
    fields = FormFields(parts.map { ($0, "") }, enter: .goesOn)
  }

  var id: String {
    switch act {
    case .state(let year): "shortcoming state \(year)"
    case .withdraw(let shortcoming): "shortcoming withdraw \(shortcoming.id)"
    }
  }

  func names(in part: Part, _ context: Context) -> NameList? { nil }

  func effect(_ context: Context) throws -> Effect {
    switch act {
    case .state(let year):
      guard !fields.text(.text).isEmpty else {
        throw FieldProblem(Part.text, ShortcomingError.textMissing.message)
      }
      return .perform(
        .shortcoming(
          .state(
            .init(year: year, text: fields.text(.text), measure: fields.optional(.measure)))))
    case .withdraw(let shortcoming):
      guard !fields.text(.reason).isEmpty else {
        throw FieldProblem(Part.reason, ShortcomingError.reasonMissing.message)
      }
      return .perform(
        .shortcoming(.withdraw(shortcoming.id, reason: fields.text(.reason))))
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let title =
      switch act {
      case .state(let year):
        Bilingual(zh: "写\(year)年的不足", en: "State what fell short in \(year)")
      case .withdraw(let shortcoming):
        Bilingual(zh: "撤销自填的不足 ", en: "Withdraw ")
          + Bilingual(verbatim: "\(shortcoming.id)  \(shortcoming.content.text)")
      }
    let hint =
      switch act {
      case .state:
        Bilingual(
          zh: "总结里照写，附件注明是谁自填的。F8 存；Esc 取消",
          en: "The report says it so; its annex tells who stated it. F8 saves; Esc cancels")
      case .withdraw: Bilingual(zh: "F8 存；Esc 取消", en: "F8 saves; Esc cancels")
      }
    let rest = drawHead(context(title), [context(hint)], into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: nil, context
    ) { _, text in .room(text) }
  }
}
