import Almanac
import Canvas
import Domain

/// Who walks together: the inspectors, and the leader who leads it if any. Kept from room to room.
struct Company: Sendable {
  enum Part: CaseIterable {
    case inspectors
    case leader

    var label: Bilingual {
      switch self {
      case .inspectors: Bilingual(zh: "检查人", en: "inspectors")
      case .leader: Bilingual(zh: "带队领导", en: "led by")
      }
    }
  }

  private var inspectors: TextField
  private var leader = TextField()
  /// The field that is being typed.
  private(set) var focus: Part?
  /// The list under the field.
  private var picker = NamePicker()

  /// The person at the keyboard alone.
  init(_ context: Context) { inspectors = TextField(context.person.name) }

  /// Goes to the next field, and after the last to none.
  mutating func moveFocus() {
    picker.close()
    switch focus {
    case nil: focus = .inspectors
    case .inspectors: focus = .leader
    case .leader: focus = nil
    }
  }

  mutating func leaveFields() { focus = nil }

  /// Types into the field; whether the key was spent there.
  mutating func type(_ key: Key, _ context: Context) -> Bool {
    guard let focus else { return false }
    let names = Self.names(focus, context)
    switch focus {
    case .inspectors:
      return picker.press(key, in: &inspectors, among: names, context)
    case .leader:
      return picker.press(key, in: &leader, among: names, context)
    }
  }

  private static func names(_ part: Part, _ context: Context) -> NameList {
    switch part {
    case .inspectors: NameList.inspectors(context)
    case .leader: NameList.persons(context) { $0.to == nil && $0.roles.contains(.leader) }
    }
  }

  /// The field being typed.
  func named(_ context: Context) -> NamedField? {
    focus.map { NamedField(names: Self.names($0, context), text: text($0)) }
  }

  /// The persons named; nil where a name is not known or nobody is named.
  func persons(in bureau: Bureau) -> (inspectors: [Person.ID], leader: Person.ID?)? {
    guard let named = PersonNames.persons(inspectors.text, in: bureau), !named.isEmpty,
      let leaders = PersonNames.persons(leader.text, in: bureau), leaders.count <= 1
    else { return nil }
    return (named.map(\.id), leaders.first?.id)
  }

  func text(_ part: Part) -> String {
    switch part {
    case .inspectors: inspectors.text
    case .leader: leader.text
    }
  }

  /// Draws the field being typed on the row above the status line.
  func draw(into grid: inout Grid, _ context: Context) {
    guard let focus else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    (focus == .inspectors ? inspectors : leader).draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(focus.label))
    picker.draw(
      over: &grid, row: row, column: 2 + Cells.width(context(focus.label)), text(focus),
      among: Self.names(focus, context), context)
  }
}

/// Persons as they are typed: names or ids with commas between.
enum PersonNames {
  /// What may stand between two names, besides the comma.
  private static let separators: Set<Character> = ["\u{3001}", "\u{FF0C}", ";", "\u{FF1B}"]

  static let trouble = Bilingual(
    zh: "人员请填姓名或编号，用顿号分开", en: "Enter names or ids, with commas between")

  /// The persons named; nil where a name is not known.
  static func persons(_ text: String, in bureau: Bureau) -> [Person]? {
    let names = text.map { separators.contains($0) ? "," : $0 }
      .split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    let persons = names.compactMap { name in
      bureau.persons.first { $0.to == nil && ($0.name == name || $0.id.rawValue == name) }
    }
    return persons.count == names.count ? persons : nil
  }
}
