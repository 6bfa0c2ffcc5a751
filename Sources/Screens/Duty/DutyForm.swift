import Almanac
import Canvas
import Domain

/// The fields of one act on a roster: names with their list, days, texts.
struct DutyForm: ActForm {
  /// One field.
  enum Part: String, FormPart {
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

    var isDay: Bool { self == .day }
    var isNames: Bool { [.leading, .onDuty, .person, .other, .from, .next].contains(self) }
  }

  private let act: DutyAct
  private let row: DutyRow
  private let roster: DutyRoster
  var fields: FormFields<Part>

  /// The form of an act about a row; nil for an act that asks nothing.
  ///
  /// - Parameter addressee: To whom rosters were sent before.
  init?(
    _ act: DutyAct, _ row: DutyRow, of roster: DutyRoster, addressee: String, _ context: Context
  ) {
    func names(_ ids: [Person.ID]) -> String {
      ids.map { context.bureau.name($0) }.joined(separator: ", ")
    }
    let filled: [(part: Part, text: String)]
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
    fields = FormFields(filled, enter: .submits)
  }

  var id: String { "duty \(act) \(roster.id) \(row.day) \(row.shift)" }

  func names(in part: Part, _ context: Context) -> NameList? {
    part.isNames ? .persons(context) : nil
  }

  func effect(_ context: Context) throws -> Effect {
    .perform(.duty(roster.id, try command(context)))
  }

  private func persons(_ part: Part, _ context: Context) throws -> [Person.ID] {
    let names = NameList.persons(context)
    return try names.words(fields.text(part)).map { word in
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
          onDuty: try persons(.onDuty, context), phone: fields.text(.phone),
          remark: fields.text(.remark), reason: fields.optional(.reason)))
    case .swap: return try swap(context)
    case .log:
      return .handOver(
        Handover(
          at: context.now, from: try persons(.from, context), to: try persons(.next, context),
          visitors: fields.optional(.visitors), incidents: fields.optional(.incidents),
          calls: fields.optional(.calls), remark: fields.optional(.errand)))
    case .send:
      let day = try day(.day, context)
      return .send(DutySending(to: fields.text(.to), on: day, how: fields.optional(.how)))
    case .withdraw: return .withdraw(reason: fields.text(.reason))
    case .agree: return .answerSwap(isAgreed: true)
    case .decline: return .answerSwap(isAgreed: false, reason: fields.optional(.reason))
    case .adopt, .propose: return .adopt
    }
  }

  private func swap(_ context: Context) throws -> DutyCommand {
    let day = try day(.day, context)
    guard let person = try persons(.person, context).first,
      let other = try persons(.other, context).first
    else {
      throw FieldProblem(
        Part.other, Bilingual(zh: "请写明换班的双方", en: "Name both who change places"))
    }
    let rows = roster.content.rows.filter { $0.day == day && $0.persons.contains(other) }
    guard let given = rows.first else {
      throw DutyError.notOnDuty(context.bureau.name(other), day)
    }
    let swap = DutySwap(
      .init(day: row.day, shift: row.shift, person: person),
      .init(day: day, shift: given.shift, person: other), reason: fields.text(.reason))
    return .swap(swap, isAgreed: context.person.may(.keepDuty))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let width = min(70, grid.columns - 8)
    let dialog = Dialog(
      title: context(act.name) + "  \(row.day.monthAndDay) \(context(row.day.weekdayName))",
      lines: fields.parts.map { _ in Cells.blank(width) } + [""] + help.map { context($0) })
    dialog.draw(over: &grid)
    let size = dialog.grid(columns: grid.columns - 4, rows: grid.rows - 2)
    let (top, left) = ((grid.rows - size.rows) / 2 + 3, (grid.columns - size.columns) / 2 + 2)
    let frame = FormFields<Part>.Frame(
      rows: top..<(top + fields.parts.count), column: left, width: width, labelWidth: 9)
    fields.draw(into: &grid, frame, among: names(context), context) { part, text in
      part.isNames ? nil : .room(text)
    }
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
