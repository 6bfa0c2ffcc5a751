import Almanac
import Canvas
import Domain

/// What a key did to a form.
enum FormOutcome {
  case stay
  case cancel
  case warn(Bilingual)
  case perform(Effect)
}

/// What is wrong in a field of a form.
struct FieldProblem<Part: FormPart>: Error {
  var part: Part
  var message: Bilingual

  init(_ part: Part, _ message: Bilingual) {
    self.part = part
    self.message = message
  }
}

/// Fields that are filled in for one act and sent at once.
protocol ActForm: Sendable {
  associatedtype Part: FormPart

  var fields: FormFields<Part> { get set }
  /// By what it is found again while it is not sent.
  var id: String { get }
  /// What can be picked in a field; nil where it is typed.
  func names(in part: Part, _ context: Context) -> NameList?
  /// Reads the fields.
  ///
  /// - Throws: ``FieldProblem`` for what a field lacks, or a ``Refusal``.
  func effect(_ context: Context) throws -> Effect
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context)
}

extension ActForm {
  var isFollowedByField: Bool { fields.isFollowed }

  /// What is typed, to be kept until it is sent.
  var typed: TypedForm { TypedForm(id, fields.kept) }

  /// What can be picked in the field that is typed in.
  func names(_ context: Context) -> NameList? { names(in: fields.focused, context) }

  func named(_ context: Context) -> NamedField? {
    names(context).map { NamedField(names: $0, text: fields.focusedText) }
  }

  mutating func press(_ key: Key, _ context: Context) -> FormOutcome {
    switch fields.press(key, among: names(context), context) {
    case .stay: return .stay
    case .cancel: return .cancel
    case .submit: break
    }
    do {
      return .perform(try effect(context))
    } catch let problem as FieldProblem<Part> {
      fields.go(to: problem.part)
      return .warn(problem.message)
    } catch let refusal as any Refusal {
      return .warn(refusal.message)
    } catch {
      return .warn(Bilingual(zh: "无法读取所填内容", en: "The fields cannot be read"))
    }
  }

  /// Reads a field; what is refused of it is its problem.
  func reading<Value>(_ part: Part, _ read: (String) throws -> Value) throws -> Value {
    do {
      return try read(fields.text(part))
    } catch let refusal as any Refusal {
      throw FieldProblem(part, refusal.message)
    }
  }

  /// A day as it is typed.
  func day(_ part: Part, _ context: Context) throws(FieldProblem<Part>) -> Day {
    guard let day = Day(typed: fields.text(part), today: context.today) else {
      throw FieldProblem(
        part, Bilingual(zh: "请填日期，如 11-23", en: "Enter the day, such as 11-23"))
    }
    return day
  }

  /// Clears the rows, and draws a title and what is said above the fields.
  ///
  /// - Returns: The rows that are left below an empty one.
  func drawHead(
    _ title: String, _ hints: [String], into grid: inout Grid, rows: Range<Int>
  ) -> Range<Int> {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    grid.choices = []
    grid.write(
      Cells.clip(title, to: grid.columns - 2), row: rows.lowerBound, column: 1, style: .title)
    let lines = hints.flatMap { Cells.wrap($0, grid.columns - 2) }
    for (offset, line) in lines.enumerated() {
      grid.write(line, row: rows.lowerBound + 1 + offset, column: 1)
    }
    let first = rows.lowerBound + lines.count + 2
    return first..<max(first + 1, rows.upperBound)
  }
}
