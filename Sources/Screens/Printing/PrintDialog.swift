import Almanac
import Canvas
import Domain

/// How documents go out: on a printer, or as files. Every line has its digit.
struct PrintDialog: Overlay {
  /// What the panel asks.
  enum Step: Equatable {
    case paper
    case printer
    case copies(TextField)
    case file
    case format
    case path(TextField)
  }

  /// What a line of the panel does.
  private enum Choice {
    case print
    case toFile
    case printer
    case copies
    case duplex
    case number
    case save
    case format
    case path
    case toPaper
  }

  private let outlets: Outlets
  private(set) var step: Step
  private var order: PrintOrder
  private var file: FileOrder
  private var list = DigitList()
  private var trouble: Bilingual?

  /// Begins with printing, or with a file: always so where there is no printer.
  init(_ outlets: Outlets, asFile: Bool) {
    self.outlets = outlets
    let format =
      outlets.formats.contains(outlets.chosen.format)
      ? outlets.chosen.format : outlets.formats.first ?? .pdf
    let isNumbered = outlets.number?.isDrawn ?? false
    file = FileOrder(format: format, path: outlets.path(format), isNumbered: isNumbered)
    let printer =
      outlets.printers.first { $0.name == outlets.chosen.printer } ?? outlets.printers.first
    order = PrintOrder(
      printer: printer?.name, isDuplex: outlets.chosen.isDuplex, isNumbered: isNumbered)
    step = asFile || outlets.printers.isEmpty ? .file : .paper
  }

  private var paperChoices: [Choice] {
    [.print, .toFile, .printer, .copies, .duplex] + (outlets.number == nil ? [] : [.number])
  }

  private var fileChoices: [Choice] {
    [.save, .format, .path] + (outlets.number == nil ? [] : [.number])
      + (outlets.printers.isEmpty ? [] : [.toPaper])
  }

  private var printer: PrinterQueue? { outlets.printers.first { $0.name == order.printer } }

  private var formats: [FileFormat] { FileFormat.offered.filter(outlets.formats.contains) }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    trouble = nil
    switch step {
    case .copies(let field): return type(key, field, in: Step.copies, take: takeCopies)
    case .path(let field): return type(key, field, in: Step.path, take: takePath)
    case .paper, .printer, .file, .format: break
    }
    if key == .escape || key == .control("c") { return leave() }
    guard let line = list.pick(key.folded, of: lines(app.context).count) else { return .stay }
    list = DigitList()
    switch step {
    case .paper: return choose(paperChoices[line])
    case .file: return choose(fileChoices[line])
    case .printer:
      order.printer = outlets.printers[line].name
      step = .paper
    case .format: choose(formats[line])
    case .copies, .path: break
    }
    return .stay
  }

  private mutating func choose(_ choice: Choice) -> OverlayOutcome {
    switch choice {
    case .print: return print()
    case .save: return .goOn(.export(outlets.reports, file))
    case .toFile: step = .file
    case .toPaper: step = .paper
    case .printer: step = .printer
    case .copies: step = .copies(TextField("\(order.copies)"))
    case .duplex: order.isDuplex.toggle()
    case .format: step = .format
    case .path: step = .path(TextField(file.path))
    case .number:
      order.isNumbered.toggle()
      file.isNumbered = order.isNumbered
    }
    return .stay
  }

  private mutating func print() -> OverlayOutcome {
    guard printer?.isAccepting ?? true else {
      trouble = Bilingual(
        zh: "这台打印机不接受任务，请换一台，或存为文件",
        en: "This printer takes no jobs; choose another, or save a file")
      return .stay
    }
    return .goOn(.print(outlets.reports, order))
  }

  /// Goes back to the panel before, or away.
  private mutating func leave() -> OverlayOutcome {
    list = DigitList()
    switch step {
    case .paper, .file: return .close
    case .printer, .copies: step = .paper
    case .format, .path: step = .file
    }
    return .stay
  }

  private mutating func choose(_ format: FileFormat) {
    let former = "." + file.format.suffix
    if outlets.stem != nil, file.path.hasSuffix(former) {
      file.path = file.path.dropLast(former.count) + "." + format.suffix
    }
    file.format = format
    step = .file
  }

  /// Takes a key of a field; Enter ends it.
  private mutating func type(
    _ key: Key, _ field: TextField, in step: (TextField) -> Step,
    take: (inout PrintDialog, String) -> Void
  ) -> OverlayOutcome {
    var field = field
    switch key {
    case .escape, .control("c"): return leave()
    case .enter: take(&self, trimmed(field.text))
    case _:
      _ = field.update(key)
      self.step = step(field)
    }
    return .stay
  }

  private func takeCopies(_ dialog: inout PrintDialog, _ text: String) {
    let digits = String(text.map { Key.character($0).digit.map { Character("\($0)") } ?? $0 })
    guard let copies = Int(digits), (1...99).contains(copies) else {
      dialog.trouble = Bilingual(zh: "份数填 1 至 99", en: "Copies are 1 to 99")
      return
    }
    dialog.order.copies = copies
    dialog.step = .paper
  }

  private func takePath(_ dialog: inout PrintDialog, _ text: String) {
    guard !text.isEmpty else {
      dialog.trouble = Bilingual(zh: "请填文件的路径", en: "Enter the file's path")
      return
    }
    dialog.file.path = text
    if let format = formats.first(where: { text.hasSuffix("." + $0.suffix) }) {
      dialog.file.format = format
    }
    dialog.step = .file
  }

  private func lines(_ context: Context) -> [String] {
    switch step {
    case .paper: paperChoices.map { context(line($0)) }
    case .printer: outlets.printers.map { Cells.fit($0.name, 20) + " " + context($0.words) }
    case .file: fileChoices.map { context(line($0)) }
    case .format: formats.map { context($0.name) }
    case .copies, .path: []
    }
  }

  private func line(_ choice: Choice) -> Bilingual {
    switch choice {
    case .print: Bilingual(zh: "打印", en: "Print")
    case .toFile: Bilingual(zh: "存为文件……", en: "Save as a file ...")
    case .printer: printerLine
    case .copies: Bilingual(zh: "份数：\(order.copies)", en: "Copies: \(order.copies)")
    case .duplex:
      order.isDuplex
        ? Bilingual(zh: "双面打印：是（长边翻转）", en: "Both sides: yes, turned at the long edge")
        : Bilingual(zh: "双面打印：否", en: "Both sides: no")
    case .number: Bilingual(zh: "文号：", en: "Number: ") + numberWords
    case .save:
      outlets.stem == nil
        ? Bilingual(
          zh: "存 \(outlets.reports.count) 份到文件夹：\(file.path)",
          en: "Save \(outlets.reports.count) files in \(file.path)")
        : Bilingual(zh: "存为：\(file.path)", en: "Save as \(file.path)")
    case .format: Bilingual(zh: "格式：", en: "Format: ") + file.format.name
    case .path: Bilingual(zh: "改存放的位置……", en: "Put it elsewhere ...")
    case .toPaper: Bilingual(zh: "打印……", en: "Print ...")
    }
  }

  private var printerLine: Bilingual {
    let standing = printer.map {
      Bilingual(zh: "（", en: " (") + $0.words + Bilingual(zh: "）", en: ")")
    }
    return Bilingual(zh: "打印机：", en: "Printer: ") + Bilingual(verbatim: order.printer ?? "")
      + (standing ?? Bilingual(verbatim: ""))
  }

  private var numberWords: Bilingual {
    guard order.isNumbered else { return Bilingual(zh: "留空", en: "left blank") }
    return switch outlets.number {
    case .drawn(let number): Bilingual(verbatim: number)
    case .next, nil: Bilingual(zh: "由台账编下一号", en: "the next of the ledger")
    }
  }

  private var title: Bilingual {
    switch step {
    case .paper: Bilingual(zh: "打印（按数字）", en: "Print (a digit)")
    case .printer: Bilingual(zh: "用哪台打印机（按数字）", en: "Which printer (a digit)")
    case .copies: Bilingual(zh: "打印几份？Enter 确定", en: "How many copies? Enter takes it")
    case .file: Bilingual(zh: "存为文件（按数字）", en: "Save as a file (a digit)")
    case .format: Bilingual(zh: "哪种格式（按数字）", en: "Which format (a digit)")
    case .path: Bilingual(zh: "存到哪里？Enter 确定", en: "Where to? Enter takes it")
    }
  }

  /// What is said above the lines.
  private var notes: [Bilingual] {
    switch step {
    case .file where outlets.printers.isEmpty:
      [
        Bilingual(
          zh: "没有找到打印机，可先存入发件夹，再拿去打印。", en: "No printer was found; save it and print it elsewhere.")
      ]
    case .paper where printer?.state == .stopped && printer?.isAccepting ?? false:
      [
        Bilingual(
          zh: "打印机已停用：任务会排队，启用后才打印。",
          en: "The printer is stopped: the job waits until it is started.")
      ]
    case _: []
    }
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let about = outlets.reports.map { context($0.name(context.bureau)) }
    let shown = Array(about.prefix(3)) + (about.count > 3 ? ["... (\(about.count))"] : [])
    let said = (notes + [trouble].compactMap(\.self)).map { context($0) }
    Dialog(
      title: context(title),
      list: (shown + said + [""]).map(Dialog.Line.init) + list.lines(lines(context))
    ).draw(over: &grid)
    switch step {
    case .copies(let field): draw(field, Bilingual(zh: "份数", en: "Copies"), into: &grid, context)
    case .path(let field): draw(field, Bilingual(zh: "路径", en: "Path"), into: &grid, context)
    case .paper, .printer, .file, .format: break
    }
  }

  private func draw(
    _ field: TextField, _ label: Bilingual, into grid: inout Grid, _ context: Context
  ) {
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    field.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: nil, context)
  }
}

/// Whether a file that is there may be replaced.
struct ReplaceQuestion: Overlay {
  let reports: [Report]
  let order: FileOrder
  /// A path that no file has.
  let free: String

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    var order = order
    switch key.folded {
    case .enter, .character("1"): order.path = free
    case .character("2"): order.mayReplace = true
    case .escape, .control("c"), .character("3"): return .close
    case _: return .stay
    }
    return .goOn(.export(reports, order))
  }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    Dialog(
      title: context(Bilingual(zh: "已有这个文件", en: "There is such a file")),
      lines: [order.path, ""],
      choices: [
        context(Bilingual(zh: "另存为 \(free)", en: "Save as \(free)")),
        context(Bilingual(zh: "换掉原来的文件", en: "Replace the file")),
        context(Bilingual(zh: "不存", en: "Do not save")),
      ], selected: 0
    ).draw(over: &grid)
  }
}

/// Where documents were written, where the status line is too short to say it; any key closes it.
struct StoredPanel: Overlay {
  let words: Bilingual
  let note: Bilingual?
  let isPrinted: Bool

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome { .close }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    Dialog(
      title: context(
        isPrinted
          ? Bilingual(zh: "已送打印（按任意键）", en: "Printed (any key)")
          : Bilingual(zh: "已存好（按任意键）", en: "Saved (any key)")),
      lines: [words, note].compactMap { $0.map { context($0) } }
    ).draw(over: &grid)
  }
}
