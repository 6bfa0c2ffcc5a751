import Almanac
import Canvas
import Domain

/// Several rounds walked together in one room: asked in one list, signed in one act, a record for each.
extension RoomScreen {
  /// What else is open at the place and may be walked together with this round.
  var offered: [Companion] { isOver ? [] : sheet?.companions ?? [] }

  /// What is walked together with it.
  var joined: [Companion] {
    offered.filter { draft?.companions.contains($0.occurrence) ?? false }
  }

  /// A walk with nothing answered, together with what was chosen for this round in this sitting.
  func blankDraft(_ context: Context) -> Draft {
    let rounds = context.together[key.round] ?? []
    return Draft(
      occurrence: key,
      companions: offered.map(\.occurrence).filter { rounds.contains($0.round) },
      owner: context.person.id, started: context.now)
  }

  /// Goes to the draft that walks this round together with another one, so that no second walk begins.
  func lead(to found: Draft, _ context: Context) -> [Step] {
    let other = title(of: found.occurrence, context)
    return [
      .replace(RoomScreen(key: found.occurrence, company: company)),
      .say(
        Bilingual(
          zh: "已有草稿与\(other.zh)一起查此处，接着用它", en: "already being walked together with \(other.en)")),
    ]
  }

  /// Lets go of what has been signed, begun or excused elsewhere meanwhile.
  mutating func dropSettledCompanions(_ context: Context) -> [Step] {
    guard let sheet, !isOver else { return [] }
    let open = Set(sheet.companions.map(\.occurrence))
    let gone = draft?.companions.filter { !open.contains($0) } ?? []
    guard !gone.isEmpty else { return [] }
    let selected = question?.key
    draft?.companions.removeAll(where: gone.contains)
    reselect(selected, context)
    let names = gone.map { title(of: $0, context) }
    return (isKept ? save(context) : []) + [
      .warn(
        Bilingual(
          zh: "\(names.map(\.zh).joined(separator: "、"))已另行办理，不再一起查",
          en: "no longer walked together: \(names.map(\.en).joined(separator: "; "))"))
    ]
  }

  /// One other round is joined or left out at once; of several any may be chosen, all to begin with.
  mutating func changeTogether(_ context: Context) -> [Step] {
    guard offered.count > 1 else { return walk(with: joined.isEmpty ? offered : [], context) }
    panel = .together
    return joined.isEmpty ? walk(with: offered, context) : []
  }

  mutating func pressTogether(_ key: Key, _ context: Context) -> [Step] {
    let chosen = Set(joined.map(\.occurrence))
    switch key.folded {
    case .enter: panel = nil
    case .character("8"), .character("t"):
      return walk(with: chosen.count == offered.count ? [] : offered, context)
    default:
      guard let digit = key.digit, offered.indices.contains(digit - 1) else { return [] }
      let changed = chosen.symmetricDifference([offered[digit - 1].occurrence])
      return walk(with: offered.filter { changed.contains($0.occurrence) }, context)
    }
    return []
  }

  private mutating func walk(with chosen: [Companion], _ context: Context) -> [Step] {
    let selected = question?.key
    draft?.companions = chosen.map(\.occurrence)
    reselect(selected, context)
    return (isKept ? save(context) : []) + [
      keepTogether(context), .say(chosen.isEmpty ? alone(context) : together),
    ]
  }

  /// From now on this round is walked together with what is joined here; what is not open here stays as
  /// it was chosen.
  func keepTogether(_ context: Context) -> Step {
    let elsewhere = (context.together[key.round] ?? []).subtracting(offered.map(\.occurrence.round))
    return .walk(key.round, with: elsewhere.union(joined.map(\.occurrence.round)))
  }

  private var together: Bilingual {
    Bilingual(
      zh: "\(joined.count + 1)个轮次一起查，共 \(questions.count) 项，签名时各成一份记录",
      en:
        "\(joined.count + 1) rounds in one walk, \(counted(questions.count, "item")); a record for each"
    )
  }

  private func alone(_ context: Context) -> Bilingual {
    let title = title(of: key, context)
    let left = leftoverDrafts(context).reduce(0) { $0 + $1.entries.count }
    guard left > 0 else { return Bilingual(zh: "只查\(title.zh)", en: "only \(title.en)") }
    return Bilingual(
      zh: "只查\(title.zh)；其余已答的 \(left) 项留着", en: "only \(title.en); \(left) other answers are kept")
  }

  /// The item selected stays so; where it is asked no more, a panel over it is closed.
  private mutating func reselect(_ item: ItemKey?, _ context: Context) {
    if let index = questions.firstIndex(where: { $0.key == item }) {
      list.selected = index
    } else if panel != nil {
      panel = nil
    }
    list.keep(count: questions.count, height: listHeight(context))
  }

  /// What was answered for rounds left out again, each to be gone on with as its own draft. Items that
  /// are signed now are not among it: they are asked again there.
  func leftoverDrafts(_ context: Context) -> [Draft] {
    guard let draft else { return [] }
    var taken = Set(questions.map(\.key))
    return offered.filter { !draft.companions.contains($0.occurrence) }.compactMap { companion in
      let own = companion.questionnaire.questions.filter { taken.insert($0.key).inserted }
      let entries = draft.entries.filter { entry in own.contains { $0.key == entry.item } }
      guard !entries.isEmpty else { return nil }
      var left = Draft(
        occurrence: companion.occurrence, owner: draft.owner, started: draft.started)
      left.saved = context.now
      left.entries = entries
      let next = companion.questionnaire.questions.first { left[$0.key] == nil }
      left.cursor = next?.number ?? 1
      return left
    }
  }

  /// The first day off that a round asking this prepares: what is found is due before.
  func firstOff(of question: Questionnaire.Question) -> Day? {
    guard let sheet else { return nil }
    let asking =
      [(sheet.round.firstOff, sheet.questionnaire)]
      + joined.map { ($0.firstOff, $0.questionnaire) }
    return asking.filter { $0.1.questions.contains { $0.key == question.key } }
      .compactMap(\.0).min()
  }

  /// The last record that answers this, by the plans walked.
  func lastRecord(of question: Questionnaire.Question) -> Inspection? {
    ([sheet?.context.last] + joined.map(\.last)).compactMap { $0 }
      .filter { $0.content.answers.contains { $0.item == question.key } }
      .max { $0.content.walked < $1.content.walked }
  }

  private func title(of occurrence: OccurrenceKey, _ context: Context) -> Bilingual {
    let book = RoundBook(bureau: context.bureau, fulfilments: [:], notes: [:], drafts: [:])
    return context.bureau.plan(occurrence.plan)
      .map { book.title(of: $0, period: occurrence.period) }
      ?? Bilingual(verbatim: occurrence.description)
  }
}

extension RoomScreen {
  /// What stands before the round's title while others are walked together with it.
  func joinedMark(_ context: Context) -> String {
    guard !joined.isEmpty else { return "" }
    return context(
      Bilingual(zh: "[\(joined.count + 1)轮一起查] ", en: "[\(joined.count + 1) rounds] "))
  }

  /// Says on the rule under the list what else is open here, or what is walked together.
  func drawTogether(into grid: inout Grid, row: Int, _ context: Context) {
    guard !offered.isEmpty else { return }
    let width = context.columns - 6
    let hint = context.isSpoken ? "" : keyHint(context)
    let lines = (joined.isEmpty ? invitations : walkedTogether).map { context($0) + hint }
    let line = lines.first { Cells.width($0) <= width } ?? lines.last ?? ""
    grid.write(" \(Cells.clip(line, to: width)) ", row: row, column: 2, style: .notice)
  }

  private func keyHint(_ context: Context) -> String {
    var room = self
    room.panel = nil
    guard let key = Action.together.keys(on: room, context).first?.name else { return "" }
    return context(
      joined.isEmpty
        ? Bilingual(zh: "  按 \(key.zh) 一起查", en: "  \(key.en) joins them")
        : Bilingual(zh: "  按 \(key.zh) 改", en: "  \(key.en) changes it"))
  }

  /// What else is open here, ever shorter.
  private var invitations: [Bilingual] {
    let told = offered.map { size($0) }
    let new = Questionnaire(merging: offered.map(\.questionnaire)).questions.count {
      isNew($0.key)
    }
    return [
      Bilingual(
        zh: "同室还有：\(told.map(\.zh).joined(separator: "、"))",
        en: "Also open here: \(told.map(\.en).joined(separator: "; "))"),
      Bilingual(
        zh: "同室还有 \(offered.count) 个轮次，新问 \(new) 项",
        en: "Also open here: \(counted(offered.count, "round")), "
          + counted(new, "new item")),
    ]
  }

  /// What is walked together, ever shorter.
  private var walkedTogether: [Bilingual] {
    [
      Bilingual(
        zh: "一起查：\(joined.map(\.title.zh).joined(separator: "、"))",
        en: "Together: \(joined.map(\.title.en).joined(separator: "; "))"),
      Bilingual(
        zh: "同室 \(joined.count + 1) 个轮次一起查，共 \(questions.count) 项",
        en: "\(joined.count + 1) rounds together, \(counted(questions.count, "item"))"),
    ]
  }

  /// A round with the number of its items, and of those that this round does not ask.
  private func size(_ companion: Companion) -> Bilingual {
    let asked = companion.questionnaire.questions
    let new = asked.count { isNew($0.key) }
    return Bilingual(
      zh: "\(companion.title.zh) \(asked.count)项" + (new < asked.count ? "（新问 \(new)）" : ""),
      en: "\(companion.title.en), \(counted(asked.count, "item"))"
        + (new < asked.count ? " (\(new) new)" : ""))
  }

  private func isNew(_ item: ItemKey) -> Bool {
    !(sheet?.questionnaire.questions.contains { $0.key == item } ?? false)
  }

  func togetherDialog(_ context: Context) -> Dialog {
    Dialog(
      title: context(Bilingual(zh: "哪些轮次一起查", en: "Which rounds to walk together")),
      lines: [
        context(
          Bilingual(
            zh: "数字选或不选，8 全选或全不选，Enter 好了", en: "A digit takes or leaves one, 8 all; Enter: done")),
        "",
      ],
      choices: offered.map { companion in
        let isJoined = joined.contains { $0.occurrence == companion.occurrence }
        return context.tick(isJoined) + " " + context(size(companion))
      })
  }

  /// The records that a signature will make, where there are several.
  func recordLines(_ context: Context) -> [String] {
    guard let sheet, !joined.isEmpty else { return [] }
    let records =
      [(sheet.round.title, sheet.questionnaire)]
      + joined.map { ($0.title, $0.questionnaire) }
    return [
      context(Bilingual(zh: "签成 \(records.count) 份记录：", en: "\(records.count) records:"))
    ]
      + records.map { title, asked in
        let found = asked.questions.count { draft?[$0.key]?.finding != nil }
        return context(
          Bilingual(
            zh: "  \(title.zh)  \(asked.questions.count)项，不合格 \(found)",
            en: "  \(title.en)  items \(asked.questions.count), failed \(found)"))
      }
  }
}
