import Almanac
import Canvas
import Domain

/// What goes on paper about hazards and what comes back from it, by number: sheets to be printed, and a
/// sheet of decisions to be entered.
struct HazardPapers: Sendable {
  enum Outcome {
    case stay
    case close
    case load(Query)
    /// Shows documents, to be printed or saved.
    case show([Report])
    /// Opens the list of rectification notices.
    case openNotices
    /// Issues a rectification notice.
    case issue(RectificationNoticeRequest)
    /// Enters what was decided on a sheet.
    case enter([HazardAct], for: Person.ID, Entered, scan: DropFile?)
  }

  /// What the menu offers.
  private enum Choice: CaseIterable {
    case approval
    case decisions
    case rectification
    case returned
    case notice
    case listed
    case notices
    case openRegister
    case yearRegister
    case letter

    var name: Bilingual {
      switch self {
      case .approval: Bilingual(zh: "呈批表，一项一页", en: "For a leader's approval, a page each")
      case .decisions:
        Bilingual(zh: "领导决定单，可打√后录回", en: "A leader's sheet of decisions, to be ticked")
      case .rectification: Bilingual(zh: "整改单（整改前后）", en: "Rectification, before and after")
      case .returned:
        Bilingual(zh: "录入带回的决定单", en: "Enter a sheet that has come back")
      case .notice: Bilingual(zh: "签发整改通知书", en: "Issue a rectification notice")
      case .listed: Bilingual(zh: "挂牌督办清单", en: "Hazards under listed supervision")
      case .notices:
        Bilingual(zh: "整改通知书：签收、回执、撤回", en: "Rectification notices: sign for, answer, withdraw")
      case .openRegister: Bilingual(zh: "隐患台账：未销号", en: "Hazard register: open ones")
      case .yearRegister: Bilingual(zh: "隐患台账：本年全表", en: "Hazard register: this year, in full")
      case .letter:
        Bilingual(zh: "整改复函（答复来文机关）", en: "Letter that answers the authority's document")
      }
    }

    /// Whether it is about the hazards chosen, not about all that wait.
    var isOfHazards: Bool { [.approval, .rectification, .notice].contains(self) }

    /// Whether a person may do it.
    func isOpen(to person: Person) -> Bool {
      switch self {
      case .approval, .decisions, .rectification, .listed, .notices, .openRegister,
        .yearRegister, .letter:
        true
      case .returned: person.may(.enterFor)
      case .notice: person.may(.issueNotice)
      }
    }
  }

  private enum Step {
    case menu
    /// For whom a sheet of decisions is printed; nil while the sheets are asked for.
    case deciders([DecisionSheet]?)
    case returned(ReturnedSheetForm)
    /// Asked once more before a notice is issued.
    case notice
  }

  /// The hazards marked, or the one selected.
  let hazards: [Hazard]
  private var numbers: [Hazard.ID] { hazards.map(\.id) }
  private let choices: [Choice]
  private var step = Step.menu
  private var list = DigitList()

  /// What may be done about some hazards, perhaps none, by a person.
  init(of hazards: [Hazard], by person: Person) {
    self.hazards = hazards
    choices = Choice.allCases.filter { choice in
      (!hazards.isEmpty || !choice.isOfHazards) && choice.isOpen(to: person)
        && (choice != .letter || !Self.documents(of: hazards).isEmpty)
    }
  }

  /// The documents with which hazards came, each once.
  private static func documents(of hazards: [Hazard]) -> [String] {
    Set(hazards.compactMap(\.documentNumber)).sorted()
  }

  /// Takes the sheets of a day, or those of now.
  mutating func take(_ sheets: [DecisionSheet], of day: Day?, _ context: Context) {
    switch step {
    case .menu, .notice: return
    case .deciders: if day == nil { step = .deciders(sheets) }
    case .returned(var form):
      if let day { form.take(sheets, of: day, context) }
      step = .returned(form)
    }
  }

  /// Takes what lies in the folder of photographs, where a scan may be.
  mutating func take(_ listing: DropListing) {
    guard case .returned(var form) = step else { return }
    form.take(listing)
    step = .returned(form)
  }

  /// What is ticked and typed of a sheet that has come back.
  var typed: TypedForm? {
    if case .returned(let form) = step { form.typed } else { nil }
  }

  mutating func restore(_ texts: [String: String]) {
    guard case .returned(var form) = step else { return }
    form.restore(texts)
    step = .returned(form)
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    if case .returned(var form) = step {
      let outcome = form.press(key, context)
      step = .returned(form)
      return switch outcome {
      case .stay: .stay
      case .close: .close
      case .load(let query): .load(query)
      case .enter(let acts, let leader, let entered, let scan):
        .enter(acts, for: leader, entered, scan: scan)
      }
    }
    if key == .escape || key == .control("c") { return .close }
    switch step {
    case .returned: return .stay
    case .menu:
      guard let index = list.pick(key, of: choices.count) else { return .stay }
      return choose(choices[index], context)
    case .deciders(let sheets):
      guard let sheets, let index = list.pick(key, of: sheets.count) else { return .stay }
      return .show([.decisions(sheets[index].leader.id)])
    case .notice:
      guard key == .enter || key.digit == 1 else { return .stay }
      return .issue(RectificationNoticeRequest(hazards: numbers))
    }
  }

  private mutating func choose(_ choice: Choice, _ context: Context) -> Outcome {
    list = DigitList()
    switch choice {
    case .approval: return .show([.approval(numbers)])
    case .rectification: return .show(numbers.map(Report.rectification))
    case .decisions:
      step = .deciders(nil)
      return .load(.decisionSheets(printedOn: nil))
    case .returned:
      step = .returned(ReturnedSheetForm(context))
      return .stay
    case .notice:
      step = .notice
      return .stay
    case .listed: return .show([.listed])
    case .openRegister: return .show([.register(year: nil)])
    case .yearRegister: return .show([.register(year: context.today.year)])
    case .notices: return .openNotices
    case .letter: return .show(Self.documents(of: hazards).map(Report.letter(document:)))
    }
  }

  func draw(over grid: inout Grid, _ context: Context) {
    switch step {
    case .returned(let form): form.draw(over: &grid, context)
    case .menu: menu(context).draw(over: &grid)
    case .deciders(let sheets): deciders(sheets, context).draw(over: &grid)
    case .notice: notice(context).draw(over: &grid)
    }
  }

  private func menu(_ context: Context) -> Dialog {
    Dialog(
      title: [
        context(Bilingual(zh: "纸面办理（按数字）", en: "On paper (a digit)")),
        list.place(of: choices.count),
      ].filter { !$0.isEmpty }.joined(separator: "  "),
      list: (hazards.isEmpty ? [] : flowed(numbers.map(\.rawValue), in: 50) + [""])
        .map(Dialog.Line.init) + list.lines(choices.map { context($0.name) }))
  }

  /// To whom a notice would go, and about what.
  private func notice(_ context: Context) -> Dialog {
    let sections = Set(hazards.compactMap(\.section)).sorted().map { context.bureau.name($0) }
    let names = sections.joined(separator: context(Bilingual(zh: "、", en: ", ")))
    return Dialog(
      title: context(Bilingual(zh: "签发整改通知书？", en: "Issue a rectification notice?")),
      lines: [
        context(Bilingual(zh: "发往：\(names)", en: "To: \(names)")),
        context(Bilingual(zh: "隐患：\(hazards.count) 项", en: "Hazards: \(hazards.count)")),
      ] + flowed(numbers.map(\.rawValue), in: 50) + [""],
      choices: [context(Bilingual(zh: "签发（文号自编）", en: "Issue, numbered by the ledger"))],
      selected: 0)
  }

  private func deciders(_ sheets: [DecisionSheet]?, _ context: Context) -> Dialog {
    guard let sheets else {
      return Dialog(title: context(Bilingual(zh: "读取中", en: "reading ...")))
    }
    return Dialog(
      title: context(Bilingual(zh: "给谁的决定单（按数字）", en: "Whose sheet (a digit)")),
      list: sheets.isEmpty
        ? [.init(context(Bilingual(zh: "没有等人决定的隐患。", en: "Nothing waits for a decision.")))]
        : list.lines(sheets.map { Self.line($0, context) }), place: list.place(of: sheets.count))
  }

  private static func line(_ sheet: DecisionSheet, _ context: Context) -> String {
    let count = sheet.lines.count + sheet.others
    return Cells.fit(sheet.leader.name, 16) + " "
      + context(Bilingual(zh: "待决定 \(count) 条", en: "waiting: \(count)"))
  }
}
