import Almanac
import Canvas
import Domain

extension RoomScreen {
  func title(_ context: Context) -> String {
    guard let sheet else { return key.description }
    let section = context.bureau.name(sheet.room.place.section)
    let (place, mark) = (sheet.room.place.name, joinedMark(context))
    let room = "\(place)  \(mark)\(context(sheet.round.title))"
    // What has no room gives way: the section, then the round's period.
    return context.titleFitting(
      [
        section.isEmpty ? room : "\(room)  (\(section))", room,
        "\(place)  \(mark)\(context(context.bureau.plan(of: key)?.title ?? sheet.round.title))",
        "\(place)  \(mark)",
      ], beside: progress(context))
  }

  func progress(_ context: Context) -> String {
    guard let rooms = sheet?.round.rooms, !isSearching else { return "" }
    let place = (rooms.firstIndex { $0.occurrence.key == key } ?? 0) + 1
    return context(
      Bilingual(
        zh: "第\(place)/\(rooms.count)间  本间 \(answered)/\(questions.count)",
        en: "room \(place)/\(rooms.count)  item \(answered)/\(questions.count)"))
  }

  func status(_ context: Context) -> String {
    if let record = sheet?.record {
      return context(
        Bilingual(
          zh: "已签名：\(record.id)；Enter 到下一间", en: "signed: \(record.id); Enter goes to the next room"
        ))
    }
    if let reason = barrier(context) { return context(reason) }
    guard let draft, !draft.entries.isEmpty else {
      if let due = sheet?.room.occurrence.due, due < context.today {
        return context(
          Bilingual(
            zh: "期限 \(due) 已过，签名后计为补检", en: "due \(due): signed now it is made up late"))
      }
      guard let reason = sheet?.room.place.keyReason else {
        return context(Bilingual(zh: "每按一键自动保存", en: "every key is saved"))
      }
      return context(Bilingual(zh: "重点部位：\(reason)", en: "key place: \(reason)"))
    }
    // Read out, the next item says enough.
    guard !context.isSpoken else { return "" }
    return context(
      Bilingual(
        zh: "已自动保存 \(draft.saved.clockTime)（已答 \(answered) 项）",
        en: "saved \(draft.saved.clockTime) (\(answered) answered)"))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    guard sheet != nil else {
      grid.write(
        context(Bilingual(zh: "正在打开……", en: "Opening ...")), row: rows.lowerBound, column: 3)
      return
    }
    if case .search(let search) = panel {
      return drawSearch(search, into: &grid, rows: rows, context)
    }
    let height = listHeight(context)
    for (offset, index) in list.visible(count: questions.count, height: height).enumerated() {
      let row = rows.lowerBound + offset
      if index == list.selected { grid.focus = Position(row: row, column: 0) }
      guard isDrawn(questions[index], context) else { continue }
      drawItem(questions[index], into: &grid, row: row, context)
      grid.choices.append(row)
      guard index == list.selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
    }
    drawDetail(into: &grid, top: rows.lowerBound + height, context)
    drawPanel(into: &grid, rows, context)
  }

  /// Read out, an item is told when it is asked, and stands in the list once it is answered by itself; all
  /// of them are told of a room that was signed before.
  private func isDrawn(_ question: Questionnaire.Question, _ context: Context) -> Bool {
    guard context.isSpoken, signed != nil || sheet?.record == nil else { return true }
    return draft?[question.key] != nil && !(draft?.passedAtOnce.contains(question.key) ?? false)
  }

  private func answer(of question: Questionnaire.Question) -> Answer? {
    sheet?.record?.content.answers.first { $0.item == question.key }?.answer ?? draft?[question.key]
  }

  func drawItem(
    _ question: Questionnaire.Question, into grid: inout Grid, row: Int, _ context: Context
  ) {
    let answer = answer(of: question)
    grid.write(
      AnswerWords.line(question, answer, context), row: row, column: 1,
      style: AnswerWords.style(answer))
  }

  func drawDetail(into grid: inout Grid, top: Int, _ context: Context) {
    grid.rule(row: top)
    drawTogether(into: &grid, row: top, context)
    guard let question, !(context.isSpoken && signed != nil) else { return }
    let item = question.item
    let head = context(
      Bilingual(
        zh: "第\(question.number)项 [\(question.section.zh)] \(item.text.zh)",
        en: "Item \(question.number) [\(question.section.en)] \(item.text.en)"))
    let answer = answer(of: question)
    var said = [head]
    if let answer, answer != .pass { said.append(AnswerWords.result(answer, item, context)) }
    if sheet?.record == nil { said += help(for: question, context) }
    if let hint = item.hint { said.append(context(Bilingual(zh: "提示：", en: "Hint: ") + hint)) }
    if let basis = item.basis {
      said.append(context(Bilingual(zh: "依据：", en: "Basis: ") + basis))
    }
    let width = context.columns - 2
    let lines = said.flatMap { Cells.wrap($0, width) }
    let room = detailRows(context) - 1
    for (offset, line) in lines.prefix(room).enumerated() {
      let isCut = offset == room - 1 && lines.count > room
      grid.write(
        isCut ? Cells.clip(line, to: width - 3) + " .." : line, row: top + 1 + offset, column: 1,
        style: offset == 0 ? .title : .plain)
    }
  }

  /// What to press, what was found here before, what is open here.
  private func help(for question: Questionnaire.Question, _ context: Context) -> [String] {
    var lines: [String] = []
    switch question.item.kind {
    // Read out, they are told where one of them is picked.
    case .tick where context.isSpoken: break
    case .tick:
      let phrases = question.item.phrases.enumerated().map { "\($0 + 1) \(context($1))" }
      if !phrases.isEmpty {
        let head = context(Bilingual(zh: "常见问题（按2后按数字）：", en: "Common (2, then a digit):"))
        lines += flowed([head] + phrases, in: context.columns - 2)
      }
    case .reading:
      lines.append(
        context(
          Bilingual(
            zh: "输入数值后按 Enter；范围 \(question.item.rangeText.zh)",
            en: "Type the value, then Enter; range \(question.item.rangeText.en)")))
    case .choice(let options):
      let choices = options.enumerated().map { "\($0 + 1) \(context($1.text))" }
      lines += flowed(choices, in: context.columns - 2)
    case .text:
      lines.append(context(Bilingual(zh: "直接打字，Enter 确认", en: "Type, then Enter")))
    }
    let own = (sheet?.context.hazards ?? []).filter { $0.report.item == question.key }
    for hazard in own {
      lines.append(
        context(
          Bilingual(
            zh: "此项有未销号隐患 \(hazard.id)：\(hazard.report.text)（按 2 再按 Enter 并入）",
            en: "Open hazard on this item \(hazard.id): \(hazard.report.text) (2, Enter joins it)"))
      )
    }
    if let last = lastRecord(of: question),
      let former = last.content.answers.first(where: { $0.item == question.key })
    {
      let who = last.content.inspectors.first.map { context.bureau.name($0) } ?? ""
      lines.append(
        context(Bilingual(zh: "上次", en: "Last time"))
          + " (\(last.content.walked) \(who)): "
          + AnswerWords.result(former.answer, question.item, context))
    }
    return lines
  }

  private func drawPanel(into grid: inout Grid, _ rows: Range<Int>, _ context: Context) {
    switch panel {
    case nil, .search: break
    case .finding(let form):
      var whole = Grid(columns: grid.columns, rows: rows.count)
      form.draw(into: &whole, rows: 0..<rows.count, context)
      grid.draw(whole, row: rows.lowerBound, column: 0)
    case .signing:
      signingDialog(context).draw(over: &grid)
      company?.draw(into: &grid, context)
    case .entry(let field), .noEntry(let field), .notApplicable(.some(let field), _):
      drawField(field, into: &grid, context)
    case .notApplicable(.none, let always):
      Dialog(
        title: context(Bilingual(zh: "不适用的原因（Enter = 1）", en: "Why not applicable (Enter = 1)")),
        lines: NotApplicableReason.allCases.enumerated().map { "\($0 + 1) \(context($1.name))" }
          + ["", context(forGood(always, context))]
      ).draw(over: &grid)
    case .together: togetherDialog(context).draw(over: &grid)
    case .emptyReading:
      Dialog(
        title: context(Bilingual(zh: "没有填数值", en: "No value was typed")),
        choices: [
          context(Bilingual(zh: "填写", en: "Type it")),
          context(Bilingual(zh: "不适用", en: "Not applicable")),
          context(Bilingual(zh: "稍后再填", en: "Later")),
        ]
      ).draw(over: &grid)
    case .allPass:
      let open = questions.count { $0.item.kind == .tick && draft?[$0.key] == nil }
      Dialog(
        title: context(
          Bilingual(zh: "余下 \(open) 项全部合格？", en: "Pass all \(open) remaining items?")),
        lines: [
          context(
            Bilingual(
              zh: "会记为一次操作。9 或 Enter 确定，Esc 取消",
              en: "Recorded as one act. 9 or Enter confirms, Esc cancels"))
        ]
      ).draw(over: &grid)
    case .takeOver(let found):
      let owner = context.bureau.name(found.owner)
      Dialog(
        title: context(
          Bilingual(
            zh:
              "\(owner) 在 \(found.saved.day) \(found.saved.hourAndMinute) 留下草稿，已答 \(found.entries.count) 项",
            en:
              "\(owner) left a draft on \(found.saved.day) \(found.saved.hourAndMinute), \(counted(found.entries.count, "item"))"
          )),
        choices: [
          context(Bilingual(zh: "接手继续", en: "Take it over")),
          context(Bilingual(zh: "返回", en: "Go back")),
        ]
      ).draw(over: &grid)
    case .discard:
      Dialog(
        title: context(Bilingual(zh: "丢弃本间的草稿？", en: "Discard this room's draft?")),
        lines: [
          context(
            Bilingual(
              zh: "已答的 \(answered) 项会清空。", en: "What is lost: \(counted(answered, "answer"))."))
        ],
        choices: [
          context(Bilingual(zh: "丢弃", en: "Discard")), context(Bilingual(zh: "保留", en: "Keep")),
        ]
      ).draw(over: &grid)
    }
  }

  /// The line under the reasons: the wish that the item be asked here no more.
  private func forGood(_ always: Bool, _ context: Context) -> Bilingual {
    if isProposed(context) {
      return Bilingual(zh: "本场所长期不适用：已提请，待管理员确认", en: "Always here: proposed, not confirmed yet")
    }
    let mark = context.isSpoken ? context.tick(always) : always ? "[x]" : "[ ]"
    return Bilingual(
      zh: "9 \(mark) 本场所长期不适用（管理员确认后不再问）",
      en: "9 \(mark) always here (not asked again once confirmed)")
  }

  private func drawField(_ field: TextField, into grid: inout Grid, _ context: Context) {
    let label: Bilingual =
      switch panel {
      case .noEntry: Bilingual(zh: "进不去的原因", en: "why no entry")
      case .notApplicable: Bilingual(zh: "不适用的原因", en: "why not applicable")
      default:
        if case .reading(let unit, _, _) = question?.item.kind {
          Bilingual(zh: "数值（\(unit.zh)）", en: "value (\(unit.en))")
        } else {
          Bilingual(zh: "内容", en: "text")
        }
      }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: hint(for: field.text), context)
  }

  private func hint(for text: String) -> TypedHint? {
    if case .entry = panel, let item = question?.item, case .reading = item.kind {
      return .reading(text, of: item)
    }
    return .room(text)
  }

  private func signingDialog(_ context: Context) -> Dialog {
    let answers = questions.compactMap { question in
      answer(of: question).map { (question, $0) }
    }
    let findings = answers.filter { $0.1.finding != nil }
    let skipped = answers.count { if case .notApplicable = $0.1 { true } else { false } }
    var lines = [
      context(
        Bilingual(
          zh:
            "合格 \(answers.count - findings.count - skipped)  不合格 \(findings.count)  不适用 \(skipped)",
          en:
            "passed \(answers.count - findings.count - skipped)  failed \(findings.count)  n/a \(skipped)"
        ))
    ]
    let records = recordLines(context)
    lines += records
    if let passed = draft?.passedAtOnce.intersection(questions.map(\.key)).count, passed > 0 {
      lines.append(
        context(
          Bilingual(
            zh: "其中一次全部合格 \(passed) 项", en: "\(passed) of them passed at once")))
    }
    let shown = max(1, context.rows - 15 - records.count)
    for (question, answer) in findings.prefix(shown) {
      lines.append("\(question.number) " + AnswerWords.result(answer, question.item, context))
    }
    if findings.count > shown {
      let rest = findings.count - shown
      lines.append(context(Bilingual(zh: "另有 \(rest) 项", en: "and \(rest) more")))
    }
    lines.append("")
    let walkers = company ?? Company(context)
    for part in Company.Part.allCases {
      let names = walkers.text(part).isEmpty ? "-" : walkers.text(part)
      lines.append((walkers.focus == part ? "> " : "  ") + context(part.label) + ": " + names)
    }
    lines.append(
      context(
        Bilingual(
          zh: "Enter 签名（现场录入）  Tab 改检查人、带队领导  Esc 返回修改",
          en: "Enter signs (on site)  Tab changes who walked  Esc goes back")))
    return Dialog(
      title: context(
        Bilingual(
          zh: "签名：\(sheet?.room.place.name ?? "")", en: "Sign: \(sheet?.room.place.name ?? "")")),
      lines: lines)
  }
}

/// How answers are told: a mark, words and, besides, a colour.
enum AnswerWords {
  /// One row of a list: number, mark, item and result.
  static func line(
    _ question: Questionnaire.Question, _ answer: Answer?, _ context: Context
  ) -> String {
    let resultWidth = context.columns >= 100 ? 44 : context.columns / 4
    let textWidth = context.columns - 11 - resultWidth
    return Cells.fit(String(question.number), 3, .trailing) + " " + mark(answer) + " "
      + Cells.fit(context(question.item.text), textWidth) + "  "
      + Cells.fit(result(answer, question.item, context), resultWidth)
  }

  static func mark(_ answer: Answer?) -> String {
    switch answer {
    case nil: "[ ]"
    case .notApplicable: "[-]"
    case .some(let answer): answer.finding == nil ? "[v]" : "[X]"
    }
  }

  static func style(_ answer: Answer?) -> Style {
    switch answer {
    case nil, .notApplicable: .plain
    case .some(let answer): answer.finding == nil ? .good : .bad
    }
  }

  static func result(_ answer: Answer?, _ item: Item, _ context: Context) -> String {
    switch answer {
    case nil: context(Bilingual(zh: "未检", en: "open"))
    case .pass: context(Bilingual(zh: "合格", en: "pass"))
    case .fail(let finding): told(finding, context)
    case .notApplicable(let reason, let note, let always):
      context(Bilingual(zh: "不适用 ", en: "n/a "))
        + context(NotApplicableReason.words(reason, note: note, always: always))
    case .reading(let value, let finding):
      value + unit(item, context) + (finding.map { " " + told($0, context) } ?? "")
    case .choice(let id, let finding):
      option(id, item, context) + (finding.map { " " + told($0, context) } ?? "")
    case .text(let words): words
    }
  }

  private static func told(_ finding: Finding, _ context: Context) -> String {
    let spot = finding.spot.map { " (\($0))" } ?? ""
    let handling =
      switch finding.handling {
      case .rectify: ""
      case .onTheSpot: context(Bilingual(zh: "，当场整改", en: ", fixed on the spot"))
      case .joins(let hazard): " -> \(hazard)"
      }
    let mark = finding.isPlain ? "" : context(Bilingual(zh: "不合格 ", en: "FAIL "))
    let photos =
      finding.photos.isEmpty
      ? ""
      : context(
        Bilingual(zh: "，照片\(finding.photos.count)", en: ", photos: \(finding.photos.count)"))
    return mark + finding.text + spot + handling + photos
  }

  private static func unit(_ item: Item, _ context: Context) -> String {
    if case .reading(let unit, _, _) = item.kind { " " + context(unit) } else { "" }
  }

  private static func option(_ id: String, _ item: Item, _ context: Context) -> String {
    guard case .choice(let options) = item.kind, let option = options.first(where: { $0.id == id })
    else { return id }
    return context(option.text)
  }
}
