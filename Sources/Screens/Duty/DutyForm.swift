import Almanac
import Canvas
import Domain

/// The fields of one act on a roster: names with their list, days, texts.
struct DutyForm: Sendable {
  enum Outcome {
    case stay
    case cancel
    case warn(Bilingual)
    case perform(DutyCommand)
  }

  /// One field.
  private enum Part: String {
    case leading
    case onDuty
    case phone
    case remark
    case reason
    case person
    case other
    case from
    case next
    case errand
    case day
    case to
    case how
    case visitors
    case calls
    case incidents

    var label: Bilingual {
      switch self {
      case .leading: Bilingual(zh: "带班", en: "Leading")
      case .onDuty: Bilingual(zh: "值班", en: "On duty")
      case .phone: Bilingual(zh: "电话", en: "Phone")
      case .remark: Bilingual(zh: "备注", en: "Remark")
      case .reason: Bilingual(zh: "原因", en: "Reason")
      case .person: Bilingual(zh: "换出人", en: "Who gives")
      case .other: Bilingual(zh: "对方", en: "With whom")
      case .from: Bilingual(zh: "交班人", en: "From")
      case .next: Bilingual(zh: "接班人", en: "To")
      case .errand: Bilingual(zh: "交办事项", en: "To do")
      case .day: Bilingual(zh: "日期", en: "Day")
      case .to: Bilingual(zh: "报送单位", en: "To whom")
      case .how: Bilingual(zh: "方式", en: "How")
      case .visitors: Bilingual(zh: "来访", en: "Visitors")
      case .calls: Bilingual(zh: "来电来文", en: "Calls")
      case .incidents: Bilingual(zh: "突发事项", en: "Incidents")
      }
    }

    var isNames: Bool { [.leading, .onDuty, .person, .other, .from, .next].contains(self) }
  }

  private let act: DutyAct
  private let row: DutyRow
  private let roster: DutyRoster
  private let parts: [Part]
  private var fields: [TextField]
  private var focus = 0
  private var picker = NamePicker()

  /// The form of an act about a row; nil for an act that asks nothing.
  ///
  /// - Parameter addressee: To whom rosters were sent before.
  init?(
    _ act: DutyAct, _ row: DutyRow, of roster: DutyRoster, addressee: String, _ context: Context
  ) {
    func names(_ ids: [Person.ID]) -> String {
      ids.map { context.bureau.name($0) }.joined(separator: ", ")
    }
    let filled: [(Part, String)]
    switch act {
    case .agree, .adopt, .propose: return nil
    case .change:
      filled = [
        (.leading, names(row.leading)), (.onDuty, names(row.onDuty)), (.phone, row.phone ?? ""),
        (.remark, row.remark ?? ""), (.reason, ""),
      ]
    case .swap:
      let own = row.persons.first(where: context.person.seats.contains)
      filled = [
        (.person, names(own.map { [$0] } ?? Array(row.onDuty.prefix(1)))), (.other, ""),
        (.day, ""), (.reason, ""),
      ]
    case .log:
      filled = [
        (.from, names(row.onDuty)), (.next, ""), (.visitors, ""), (.calls, ""),
        (.incidents, ""), (.errand, ""),
      ]
    case .send: filled = [(.to, addressee), (.day, context.today.description), (.how, "")]
    case .decline, .withdraw: filled = [(.reason, "")]
    }
    self.act = act
    self.row = row
    self.roster = roster
    parts = filled.map(\.0)
    fields = filled.map { TextField($0.1) }
  }

  /// Whether another field follows.
  var isFollowedByField: Bool { focus < parts.count - 1 }

  /// What is typed, by the names of the fields.
  var typed: TypedForm {
    let texts = zip(parts, fields).map { ($0.rawValue, $1.text) }
    return TypedForm(
      "duty \(act) \(roster.id) \(row.day) \(row.shift)", Dictionary(uniqueKeysWithValues: texts))
  }

  mutating func restore(_ texts: [String: String]) {
    fields = parts.map { TextField(texts[$0.rawValue] ?? "") }
  }

  func named(_ context: Context) -> NamedField? {
    guard parts[focus].isNames else { return nil }
    return NamedField(names: Self.names(context), text: fields[focus].text)
  }

  private static func names(_ context: Context) -> NameList { .persons(context) }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if key == .escape || key == .control("c") { return .cancel }
    if parts[focus].isNames,
      picker.press(key, in: &fields[focus], among: Self.names(context), context)
    {
      return .stay
    }
    switch key {
    case .enter:
      do {
        return .perform(try command(context))
      } catch let refusal as any Refusal {
        return .warn(refusal.message)
      } catch {
        return .stay
      }
    case .tab, .down: move(by: 1)
    case .backTab, .up: move(by: parts.count - 1)
    default: _ = fields[focus].update(key)
    }
    return .stay
  }

  private mutating func move(by steps: Int) {
    picker.close()
    focus = (focus + steps) % parts.count
  }

  private func text(_ part: Part) -> String {
    parts.firstIndex(of: part).map { trimmed(fields[$0].text) } ?? ""
  }

  private func optional(_ part: Part) -> String? { text(part).isEmpty ? nil : text(part) }

  private func persons(_ part: Part, _ context: Context) throws -> [Person.ID] {
    let names = Self.names(context)
    return try names.words(text(part)).map { word in
      guard let choice = names.choices.first(where: { $0.name == word || $0.id == word }) else {
        throw DutyError.noSuchPerson(word)
      }
      return Identifier(choice.id)
    }
  }

  private func command(_ context: Context) throws -> DutyCommand {
    switch act {
    case .change:
      return .change(
        DutyEdit(
          day: row.day, shift: row.shift, leading: try persons(.leading, context),
          onDuty: try persons(.onDuty, context), phone: text(.phone), remark: text(.remark),
          reason: optional(.reason)))
    case .swap: return try swap(context)
    case .log:
      return .handOver(
        Handover(
          at: context.now, from: try persons(.from, context), to: try persons(.next, context),
          visitors: optional(.visitors), incidents: optional(.incidents),
          calls: optional(.calls), remark: optional(.errand)))
    case .send:
      guard let day = Day(typed: text(.day), today: context.today) else {
        throw DutyFormError.noDay
      }
      return .send(DutySending(to: text(.to), on: day, how: optional(.how)))
    case .withdraw: return .withdraw(reason: text(.reason))
    case .agree: return .answerSwap(isAgreed: true)
    case .decline: return .answerSwap(isAgreed: false, reason: optional(.reason))
    case .adopt, .propose: return .adopt
    }
  }

  private func swap(_ context: Context) throws -> DutyCommand {
    guard let day = Day(typed: text(.day), today: context.today) else { throw DutyFormError.noDay }
    guard let person = try persons(.person, context).first,
      let other = try persons(.other, context).first
    else { throw DutyFormError.nobody }
    let rows = roster.content.rows.filter { $0.day == day && $0.persons.contains(other) }
    guard let given = rows.first else {
      throw DutyError.notOnDuty(context.bureau.name(other), day)
    }
    let swap = DutySwap(
      .init(day: row.day, shift: row.shift, person: person),
      .init(day: day, shift: given.shift, person: other), reason: text(.reason))
    return .swap(swap, isAgreed: context.person.may(.keepDuty))
  }

  func draw(over grid: inout Grid, _ context: Context) {
    let width = min(70, grid.columns - 8)
    let lines = help.map { context($0) }
    let dialog = Dialog(
      title: context(act.name) + "  \(row.day.monthAndDay) \(context(row.day.weekdayName))",
      lines: parts.map { _ in String(repeating: " ", count: width) } + [""] + lines)
    dialog.draw(over: &grid)
    let size = dialog.grid(columns: grid.columns - 4, rows: grid.rows - 2)
    let (top, left) = ((grid.rows - size.rows) / 2 + 3, (grid.columns - size.columns) / 2 + 2)
    for (index, part) in parts.enumerated() where !context.isSpoken || index <= focus {
      let room = width - (part == .day ? TypedDate.width : 0)
      fields[index].draw(
        into: &grid, row: top + index, column: left, width: room,
        label: (index == focus ? "> " : "  ") + Cells.fit(context(part.label), 9),
        isFocused: index == focus,
        telling: part.isNames || part == .day ? nil : .room(fields[index].text), context)
      if part == .day {
        TypedDate.draw(
          fields[index].text, into: &grid, row: top + index, column: left + room + 1, context)
      }
    }
    guard parts[focus].isNames else { return }
    picker.draw(
      over: &grid, row: top + focus, column: left + 13, fields[focus].text,
      among: Self.names(context), context)
  }

  private var help: [Bilingual] {
    let keys = Bilingual(
      zh: "Enter 确定    Tab 下一栏    Esc 取消", en: "Enter does it    Tab next    Esc cancels")
    switch act {
    case .change:
      return [
        Bilingual(
          zh: "几个人之间用逗号；值班表确定后须写原因", en: "A comma between persons; a reason once it is adopted"),
        keys,
      ]
    case .swap:
      return [
        Bilingual(
          zh: "管理值班表的人登记，即双方都已同意；本人申请的等对方同意",
          en: "Entered by who keeps the roster, both have agreed; else the other is asked"),
        keys,
      ]
    case .log:
      return [
        Bilingual(zh: "时间记为现在；没有的空着", en: "It counts from now; what there was none of stays empty"),
        keys,
      ]
    case .agree, .decline, .adopt, .send, .propose, .withdraw: return [keys]
    }
  }
}

/// What a form on duty lacks.
enum DutyFormError: Refusal {
  case noDay
  case nobody

  var kind: RefusalKind { .badData }

  var message: Bilingual {
    switch self {
    case .noDay: Bilingual(zh: "请填日期，如 01-02", en: "Enter a day, such as 01-02")
    case .nobody: Bilingual(zh: "请写明换班的双方", en: "Name both who change places")
    }
  }
}
