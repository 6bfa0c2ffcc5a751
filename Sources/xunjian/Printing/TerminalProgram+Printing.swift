import Almanac
import Canvas
import Domain
import Foundation
import Reports
import Screens

/// Documents leaving the program: printed, or written into files.
extension TerminalProgram {
  /// The lines of a plain page, where pages cannot be laid out as they are printed.
  private static let plainRows = 50

  /// A document's pages as they are printed, drawn in cells; read out, as running text. Without the library for
  /// paper they are pages of text, which is said once; likewise where one does not wait for many pages.
  func pages(of document: Document, _ wanted: Int) -> [[String]] {
    let context = app.context
    if context.isSpoken { return context.pages(of: document, wanted) }
    let columns = context.columns - 2
    if let preview, preview.document == document, preview.columns == columns {
      return preview.pages
    }
    do {
      let pages = try watching(after: .milliseconds(500)) { meter in
        try PaperPreview(document, columns: columns, progress: meter.measuring(.typeset)).pages
      }
      // A window that has changed meanwhile needs other pages.
      guard app.context.columns - 2 == columns else { return self.pages(of: document, wanted) }
      preview = (document, columns, pages)
      return pages
    } catch {
      tell(previewTrouble: (error as? PaperError) ?? .stopped)
      return TextPages(document, columns: min(wanted, columns - 1), rows: Self.plainRows).pages
    }
  }

  private func tell(previewTrouble error: PaperError) {
    guard error == .stopped || !isPreviewTroubleTold else { return }
    isPreviewTroubleTold = error != .stopped || isPreviewTroubleTold
    warning = Bilingual(zh: "预览改用文字：", en: "The preview is in plain text. ") + error.message
  }

  /// Where documents can go from here.
  func outlets(for reports: [Screens.Report]) throws -> Outlets {
    let printouts = try reports.map { try Printout($0, of: session) }
    var chosen = Remembered(ProcessInfo.processInfo.environment).printing
    chosen.printer = chosen.printer ?? Settings.present.printer
    return Outlets(
      reports: reports, printers: Printer.queues(), formats: FileFormat.allCases,
      folder: Settings.present.outbox, stem: printouts.count == 1 ? printouts[0].name : nil,
      chosen: chosen, number: try numberOffer(for: reports))
  }

  /// The number that a document may bear, for one who may draw it.
  private func numberOffer(for reports: [Screens.Report]) throws -> NumberOffer? {
    guard let numbering = reports.first?.numbering, reports.count == 1,
      app.context.person.may(.issueNotice)
    else { return nil }
    let former = try session.ledger.documentNumbers().last {
      $0.isOf(numbering.kind, about: numbering.about)
    }
    if let former { return .drawn(former.content.number) }
    let rule = try session.ledger.bureau().organization.paperRule
    return rule.number != nil && rule.leavesNumbersBlank != true ? .next : nil
  }

  /// Prints documents one after the other and goes on to ask what becomes of them.
  func print(
    _ reports: [Screens.Report], _ order: PrintOrder, _ meter: Meter
  ) throws -> Message {
    Remembered.change { kept in
      (kept.printer, kept.duplex) = (order.printer, order.isDuplex)
    }
    var names: [String] = []
    var note: Bilingual?
    for report in reports {
      guard
        let job = try Printout(
          report, of: session, isNumbered: order.isNumbered
        ).print(order, meter, note: &note)
      else { continue }
      jobs.add(job)
      names.append(job.name)
    }
    let list = names.joined(separator: " ")
    return stored(
      Bilingual(zh: "已送打印机 \(list)", en: "sent to the printer \(list)"), note,
      isPrinted: true)
  }

  /// Tells what was done with documents, and once in a sitting which fonts they were set in instead.
  private func stored(
    _ words: Bilingual, _ note: Bilingual?, isPrinted: Bool = false
  ) -> Message {
    defer { areFontsTold = areFontsTold || note != nil }
    return .stored(words, note: areFontsTold ? nil : note, isPrinted: isPrinted)
  }

  /// Writes documents into files; asks first where a file is there.
  func export(
    _ reports: [Screens.Report], _ order: FileOrder, _ meter: Meter
  ) throws -> Message {
    Remembered.change { $0.format = order.format.rawValue }
    let printouts = try reports.map {
      try Printout(
        $0, of: session, isTable: order.format.isTable, isNumbered: order.isNumbered)
    }
    let place = OutPlace(order, isFolder: printouts.count > 1)
    var note: Bilingual?
    if let printout = printouts.first, printouts.count == 1 {
      let path = place.file(printout.name)
      guard order.mayReplace || !FileManager.default.fileExists(atPath: path) else {
        var order = order
        order.path = path
        return .occupied(reports, order, free: Files.unusedName(like: path))
      }
      try place.make()
      try Files.write(printout.bytes(order.format, meter, note: &note), to: path)
      return stored(Bilingual(zh: "已存为 \(path)", en: "saved as \(path)"), note)
    }
    try place.make()
    for printout in printouts {
      try Files.write(
        printout.bytes(order.format, meter, note: &note),
        to: Files.unusedName(like: place.file(printout.name)))
    }
    return stored(
      Bilingual(
        zh: "已存 \(printouts.count) 份到 \(place.folder)",
        en: "saved \(printouts.count) files in \(place.folder)"), note)
  }
}

/// Where files are written, as it was typed.
struct OutPlace {
  /// The folder, by its whole path.
  let folder: String
  /// The file's name; nil where each document has its own.
  private let name: String?
  private let suffix: String

  /// Takes a path: from the root, from `~/`, or from the outbox. What is a folder gets the document's own
  /// name.
  ///
  /// - Parameter isFolder: Whether it names the folder of several.
  init(_ order: FileOrder, isFolder: Bool) {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
    let whole =
      order.path.hasPrefix("/")
      ? order.path
      : order.path.hasPrefix("~/")
        ? home + order.path.dropFirst() : Settings.present.outbox + "/" + order.path
    var isThere: ObjCBool = false
    let isKnown = FileManager.default.fileExists(atPath: whole, isDirectory: &isThere)
    let url = URL(fileURLWithPath: whole).standardizedFileURL
    suffix = order.format.suffix
    if isFolder || order.path.hasSuffix("/") || (isKnown && isThere.boolValue) {
      (folder, name) = (url.path, nil)
    } else {
      (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    }
  }

  /// The path of a document's file.
  func file(_ stem: String) -> String { "\(folder)/\(name ?? "\(stem).\(suffix)")" }

  /// Makes the outbox where it is not there yet; other folders are not made, for they may be mistyped.
  ///
  /// - Throws: ``ShellError`` for a folder that is not there.
  func make() throws {
    if folder == Settings.present.outbox {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    guard FileManager.default.fileExists(atPath: folder) else {
      throw ShellError.plain(
        .cannotCreate,
        Bilingual(
          zh: "没有文件夹：\(folder)，没有存。", en: "There is no folder \(folder); nothing was saved."))
    }
  }
}
