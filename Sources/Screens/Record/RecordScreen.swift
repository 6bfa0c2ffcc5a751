import Almanac
import Canvas
import Domain

/// A signed record as the page that is printed, and what can still be done with it.
struct RecordScreen: Screen {
  /// What stands before the page and takes the keys.
  enum Panel: Sendable {
    case menu([Choice])
    case correction(CorrectionForm)
    case withdrawal(WithdrawalForm)
  }

  /// What the numbered menu offers.
  enum Choice: Hashable, Sendable {
    case correct
    case withdraw
    case print
    case save

    var name: Bilingual {
      switch self {
      case .correct: Bilingual(zh: "更正一项", en: "Correct an answer")
      case .withdraw: Bilingual(zh: "作废", en: "Withdraw")
      case .print: Bilingual(zh: "打印", en: "Print")
      case .save: Bilingual(zh: "存为文件", en: "Save to a file")
      }
    }
  }

  let id: Inspection.ID
  private(set) var sheet: RecordSheet?
  private var pages = PagedText()
  private(set) var panel: Panel?

  init(id: Inspection.ID) { self.id = id }

  var tab: Tab { .inspection }
  var queries: [Query] { [.record(id, columns: PagedText.columns)] }
  func claims(_ key: Key, _ context: Context) -> Bool { panel != nil }

  func title(_ context: Context) -> String {
    guard let sheet else { return id.rawValue }
    let mark = sheet.record.withdrawn == nil ? "" : "[\(context(sheet.record.standing))] "
    let record = "\(mark)\(id)  \(context.bureau.name(sheet.record.occurrence.place))"
    return context.titleFitting(
      ["\(record)  \(context(sheet.record.content.title))", record], beside: progress(context))
  }

  func progress(_ context: Context) -> String { context(pages.progress(context)) }

  func actions(_ context: Context) -> [Action] {
    sheet == nil ? [] : [.acts, .previousRecord, .nextRecord, .print, .save]
  }

  func status(_ context: Context) -> String {
    guard let record = sheet?.record else { return "" }
    let corrected = record.corrections.count
    let words = [record.content.entry.name, record.standing].map { context($0) }
    let more = context(Bilingual(zh: "更正 \(corrected) 处", en: "corrections: \(corrected)"))
    let hint = context(pages.hint(context))
    return (words + (corrected == 0 ? [] : [more]) + (hint.isEmpty ? [] : [hint]))
      .joined(separator: "  ")
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .record(let sheet) = answer, sheet.record.id == id else { return [] }
    self.sheet = sheet
    pages.show(sheet.pages)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .acts: panel = .menu(choices(context))
    case .nextRecord: return neighbour(1)
    case .previousRecord: return neighbour(-1)
    case .print: return begin(.print)
    case .save: return begin(.save)
    default: break
    }
    return []
  }

  /// What is possible now for this person, in the order of the menu.
  private func choices(_ context: Context) -> [Choice] {
    refusal(context) == nil ? [.correct, .withdraw, .print, .save] : [.print, .save]
  }

  func acts(_ context: Context) -> [Bilingual] {
    sheet == nil || refusal(context) != nil
      ? [] : [Choice.correct, .withdraw].map(\.name)
  }

  mutating func act(named name: Bilingual, _ context: Context) -> [Step] {
    choices(context).first { $0.name == name }.map { begin($0) } ?? []
  }

  func refusal(_ context: Context) -> RecordError? {
    sheet?.record.refusal(for: context.person, in: context.bureau)
  }

  /// The next record of the round, in the order of its rooms.
  private func neighbour(_ step: Int) -> [Step] {
    guard let room = sheet?.room else { return [] }
    let rooms = room.round.rooms
    let here = rooms.firstIndex { $0.occurrence.key == room.room.occurrence.key } ?? 0
    let rest = step > 0 ? Array(rooms[(here + 1)...]) : Array(rooms[..<here].reversed())
    guard let next = rest.lazy.compactMap({ $0.fulfilment?.inspection }).first else {
      return [
        .say(
          step > 0
            ? Bilingual(zh: "已是本轮最后一份记录", en: "the last record of the round")
            : Bilingual(zh: "已是本轮第一份记录", en: "the first record of the round"))
      ]
    }
    return [.replace(RecordScreen(id: next))]
  }

  private mutating func begin(_ choice: Choice) -> [Step] {
    panel = nil
    guard let sheet else { return [] }
    switch choice {
    case .correct: panel = .correction(CorrectionForm(sheet))
    case .withdraw: panel = .withdrawal(WithdrawalForm(sheet))
    case .print: return [.effect(.offer([.record(id)], asFile: false))]
    case .save: return [.effect(.offer([.record(id)], asFile: true))]
    }
    return []
  }

  func typed(_ context: Context) -> TypedForm? {
    switch panel {
    case .correction(let form): form.typed
    case .withdrawal(let form): form.typed
    case .menu, nil: nil
    }
  }

  mutating func restore(_ texts: [String: String]) {
    switch panel {
    case .correction(var form):
      form.restore(texts)
      panel = .correction(form)
    case .withdrawal(var form):
      form.restore(texts)
      panel = .withdrawal(form)
    case .menu, nil: break
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    switch panel {
    case nil: pages.type(key, context)
    case .menu(let choices):
      if key == .escape || key == .control("c") {
        panel = nil
      } else if let picked = key == .enter ? 0 : key.digit.map({ $0 - 1 }),
        choices.indices.contains(picked)
      {
        return begin(choices[picked])
      }
    case .correction(var form):
      let outcome = form.press(key, context)
      panel = .correction(form)
      return carryOut(outcome)
    case .withdrawal(var form):
      let outcome = form.press(key)
      panel = .withdrawal(form)
      return carryOut(outcome)
    }
    return []
  }

  private mutating func carryOut(_ outcome: RecordFormOutcome) -> [Step] {
    switch outcome {
    case .stay: return []
    case .cancel:
      panel = nil
      return []
    case .warn(let words): return [.warn(words)]
    case .perform(let command): return [.effect(.perform(command))]
    }
  }

  /// The form goes when its act is written; after a refusal what was typed is still there.
  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    panel = nil
    var what: [Bilingual] = []
    var hazards: [Bilingual: [String]] = [:]
    for line in lines {
      if case .inspection(.corrected) = line.event {
        what.append(Bilingual(zh: "已更正", en: "corrected"))
      } else if case .inspection(.withdrawn) = line.event {
        what.append(Bilingual(zh: "已作废，此处重新待检查", en: "withdrawn, to be walked again"))
      } else if case .hazard(let event) = line.event {
        hazards[event.name, default: []].append(line.subject.id)
      }
    }
    what += hazards.sorted { $0.key.en < $1.key.en }.map { name, ids in
      let few = ids.count > 2 ? "" : " " + ids.joined(separator: " ")
      return Bilingual(
        zh: "隐患\(few.isEmpty ? "\(ids.count)条" : few)：\(name.zh)",
        en: "\(few.isEmpty ? "\(ids.count) hazards" : "hazard" + few): \(name.en)")
    }
    return queries.map { .effect(.load($0)) } + [
      .say(
        Bilingual(
          zh: "\(id) " + what.map(\.zh).joined(separator: "；"),
          en: "\(id) " + what.map(\.en).joined(separator: "; ")))
    ]
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    pages.draw(into: &grid, rows: rows)
    switch panel {
    case nil: break
    case .menu(let choices):
      Dialog(
        title: context(Bilingual(zh: "办理（按数字）", en: "Act (a digit)")),
        lines: refusal(context).map { [context($0.message), ""] } ?? [],
        choices: choices.map { context($0.name) }, selected: 0
      ).draw(over: &grid)
    case .correction(let form): form.draw(into: &grid, rows: rows, context)
    case .withdrawal(let form): form.draw(into: &grid, context)
    }
  }
}

/// What a key did to a form of the record's screen.
enum RecordFormOutcome {
  case stay
  case cancel
  case warn(Bilingual)
  case perform(Command)
}
