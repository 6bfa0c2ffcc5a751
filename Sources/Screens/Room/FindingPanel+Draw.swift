import Almanac
import Canvas
import Domain

extension FindingPanel {
  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for row in rows { grid.write(Cells.blank(grid.columns), row: row) }
    var row = rows.lowerBound
    let isPicking = field == .pick && !isPicked
    func line(_ text: String, _ style: Style = .plain, order: Int? = nil, digit: Int? = nil) {
      guard row < rows.upperBound else { return }
      if let order {
        grid.mark(
          .line, row: row, order: order, isHere: order == selected && isPicking,
          digit: isPicking ? digit : nil)
      }
      let width = grid.columns - 2
      let isCut = Cells.width(text) > width
      grid.write(isCut ? Cells.fit(text, width) : text, row: row, column: 1, style: style)
      row += 1
    }
    if !context.isSpoken {
      line(
        context(
          Bilingual(
            zh: "第\(question.number)项 \(question.item.text.zh)",
            en: "Item \(question.number) \(question.item.text.en)")), .title)
    }
    // A short window shows first what may be picked, then the fields.
    let isShort = rows.count < 16 || context.isSpoken
    let showsLists = (!isShort || isPicking) && field != .photos
    for (index, hazard) in hazards.enumerated() where showsLists {
      let mark = index == selected && !isPicked ? "> " : "  "
      let own =
        index < ownHazards
        ? Bilingual(zh: "本项", en: "this item") : Bilingual(zh: "本处", en: "this place")
      line(
        mark
          + context(
            Bilingual(
              zh: "并入未销号隐患 \(hazard.id)（\(own.zh)）：\(hazard.report.text)",
              en: "Join \(hazard.id), open at \(own.en): \(hazard.report.text)")),
        index == selected && !isPicked ? .selected : .plain, order: index)
    }
    flowed(question(context), in: grid.columns - 2).forEach { line($0) }
    for (index, phrase) in phrases.enumerated() where showsLists {
      let isSelected =
        hazards.count + index == selected && (!isPicked || text.text == phrase)
      line(
        "\(isSelected ? ">" : " ") \(index + 1) \(phrase)",
        isSelected && !isPicked ? .selected : .plain, order: hazards.count + index,
        digit: index + 1)
    }
    row += row + 8 < rows.upperBound ? 1 : 0
    if !isShort || !isPicking { drawFields(into: &grid, row: &row, rows, context) }
    if let trouble { line(context(trouble), .alarm) }
    let last = rows.upperBound - 1
    grid.write(keys(context), row: last, column: 1, style: .keyHint)
    if field == .pick { grid.focus = Position(row: rows.lowerBound + 1, column: 0) }
  }

  /// The keys that work besides digits, in full or, where that does not fit, in short.
  private func keys(_ context: Context) -> String {
    let full = isJoining ? joiningKeys(context) : Self.keys
    let short = isJoining ? Self.joiningKeysInShort : Self.keysInShort
    return context.titleFitting(
      [(full, "   "), (short, "  ")].map { hints, gap in
        hints.filter { takesPhotos || $0 != Self.photoKey }.map { context($0) }.joined(
          separator: gap)
      }, beside: "")
  }

  /// Read out, which hazard is selected is told by its number.
  private func joiningKeys(_ context: Context) -> [Bilingual] {
    guard context.isSpoken else { return Self.joiningKeys }
    let id = hazards[selected].id
    return [Bilingual(zh: "Enter 并入 \(id) 并到下一项", en: "Enter joins \(id), next")]
      + Self.joiningKeys.dropFirst()
  }

  private static let keys = [
    Bilingual(zh: "Enter 保存并到下一项", en: "Enter saves, next"),
    Bilingual(zh: "Tab 下一栏", en: "Tab field"), photoKey,
    Bilingual(zh: "退格 重选", en: "Backspace re-picks"), dropKey,
  ]
  private static let keysInShort = [
    Bilingual(zh: "Enter 保存", en: "Enter saves"), Bilingual(zh: "Tab 下一栏", en: "Tab field"),
    photoKey, Bilingual(zh: "退格 重选", en: "Bksp re-picks"), shortDropKey,
  ]
  private static let joiningKeys = [
    Bilingual(zh: "Enter 并入所选隐患并到下一项", en: "Enter joins it, next"),
    Bilingual(zh: "上下 选择", en: "Up Down choose"), Bilingual(zh: "Tab 下一栏", en: "Tab field"),
    photoKey, dropKey,
  ]
  private static let joiningKeysInShort = [
    Bilingual(zh: "Enter 并入", en: "Enter joins"), Bilingual(zh: "上下 选择", en: "Arrows choose"),
    Bilingual(zh: "Tab 下一栏", en: "Tab field"), photoKey, shortDropKey,
  ]
  private static let photoKey = Bilingual(zh: "F7 照片", en: "F7 photo")
  private static let dropKey = Bilingual(zh: "Esc 不记了", en: "Esc drops it")
  private static let shortDropKey = Bilingual(zh: "Esc 不记了", en: "Esc drops")

  /// What the next digit answers.
  private func question(_ context: Context) -> [String] {
    guard isPicked else {
      return [context(Bilingual(zh: "问题（按数字；0 自己写）：", en: "What (a digit; 0 own words):"))]
    }
    let spots = Spot.allCases.sorted { ($0.rawValue + 9) % 10 < ($1.rawValue + 9) % 10 }
      .map { "\($0.rawValue) \(context($0.name))" }
    return [context(Bilingual(zh: "位置（按数字，可不选）：", en: "Where (a digit, or none):"))] + spots
  }

  private static let handlings = [
    Bilingual(zh: "限期整改", en: "by a deadline"),
    Bilingual(zh: "当场整改", en: "fixed on the spot"),
  ]
  private static let studies = [
    Bilingual(zh: "一般", en: "general"), Bilingual(zh: "提请重大研判", en: "ask for a study"),
  ]

  private func drawFields(
    into grid: inout Grid, row: inout Int, _ rows: Range<Int>, _ context: Context
  ) {
    let width = grid.columns - 4
    func head(_ wanted: Field, _ label: Bilingual) -> String {
      let isHere = field == wanted && (wanted != .pick || isPicked)
      return (isHere ? "> " : "  ") + Cells.fit(context(label), 9)
    }
    func put(_ text: String, _ wanted: Field) {
      guard row < rows.upperBound - 1 else { return }
      grid.write(
        Cells.clip(text, to: grid.columns - 2), row: row, column: 1,
        style: field == wanted && (wanted != .pick || isPicked) ? .selected : .plain)
      grid.mark(
        .field, row: row, order: wanted.rawValue, isHere: field == wanted)
      row += 1
    }
    /// A choice by number, the chosen one in brackets; read out, it stands before what is offered.
    func choose(
      _ names: [Bilingual], _ chosen: Int, _ wanted: Field, _ label: Bilingual
    ) {
      let isHere = field == wanted
      let title = head(wanted, label) + " "
      let isWhole = names.count == 2 || isHere
      guard isWhole, !context.isSpoken else {
        put(title + context(names[chosen]), wanted)
        if isHere { put(numbered(names).joined(separator: "  "), wanted) }
        return
      }
      let offered = numbered(names).enumerated().map { index, name in
        index == chosen ? "(\(name.prefix(1)))\(name.dropFirst())" : name
      }
      for (index, line) in flowed(offered, in: grid.columns - 15).enumerated() {
        put((index == 0 ? title : Cells.blank(Cells.width(title))) + line, wanted)
      }
    }
    func numbered(_ names: [Bilingual]) -> [String] {
      names.enumerated().map { "\(($0 + 1) % 10) \(context($1))" }
    }
    text.draw(
      into: &grid, row: row, column: 1, width: width,
      label: head(.text, Bilingual(zh: "描述", en: "Words")), isFocused: field == .text,
      order: Field.text.rawValue, telling: .room(text.text), context)
    row += 1
    let place = spot.map { context($0.name) } ?? context(Bilingual(zh: "（未选）", en: "(none)"))
    put(head(.pick, Bilingual(zh: "位置", en: "Where")) + " " + place, .pick)
    choose(
      Self.handlings, isOnTheSpot ? 1 : 0, .handling, Bilingual(zh: "处理", en: "Handling"))
    let categories = HazardCategory.allCases
    choose(
      categories.map(\.name), categories.firstIndex(of: category) ?? 0, .category,
      Bilingual(zh: "类别", en: "Category"))
    deadline.draw(
      into: &grid, row: row, column: 1, width: min(32, width),
      label: head(.deadline, Bilingual(zh: "期限", en: "Deadline")), isFocused: field == .deadline,
      order: Field.deadline.rawValue)
    if deadline.text.isEmpty {
      grid.write(
        context(
          Bilingual(zh: "空 = \(proposed)", en: "empty = \(proposed)")), row: row,
        column: min(32, width) + 3)
    }
    TypedDate.draw(deadline.text, into: &grid, row: row, column: min(32, width) + 2, context)
    row += 1
    choose(
      Self.studies, asksForStudy ? 1 : 0, .study, Bilingual(zh: "研判", en: "Study"))
    guard takesPhotos else { return }
    photoLines(context, width: grid.columns - 15).enumerated().forEach { index, line in
      let label = head(.photos, Bilingual(zh: "照片", en: "Photos")) + " "
      put((index == 0 ? label : Cells.blank(Cells.width(label))) + line, .photos)
    }
  }

  /// What is chosen; while it is asked, the files by number.
  private func photoLines(_ context: Context, width: Int) -> [String] {
    let chosen =
      photos.isEmpty
      ? context(Bilingual(zh: "（未附）", en: "(none)"))
      : Cells.fit(photos.joined(separator: "  "), width)
    guard field == .photos, let listing else { return [trimmed(chosen)] }
    let unnamed = [listing.unnamedWords].compactMap { $0.map { context($0) } }
    guard !files.isEmpty else {
      return [
        context(
          Bilingual(
            zh: "文件夹里没有照片：\(listing.folder)", en: "no photographs in \(listing.folder)"))
      ] + unnamed
    }
    let ask = context(
      Bilingual(zh: "数字选，再按取消；0 都不附", en: "a digit chooses, again: not; 0 none"))
    return [ask]
      + files.enumerated().map { index, file in
        let mark = context.tick(photos.contains(file.name))
        let tail = "  \(file.modified.day.monthAndDay) \(file.modified.hourAndMinute)"
        return "\(index + 1) \(mark) " + Cells.fit(file.name, min(40, width - 20)) + tail
      } + unnamed
  }
}
