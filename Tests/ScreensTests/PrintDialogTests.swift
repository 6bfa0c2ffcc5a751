import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// How documents go out, by digits alone: what is asked of the world in the end.
struct PrintDialogTests {
  struct Case: Sendable {
    var keys: String
    var prints: PrintOrder?
    var saves: FileOrder?
    var says: String?
  }

  @Test(arguments: [
    Case(keys: "p1", prints: PrintOrder(printer: "office")),
    Case(keys: "１⏎", prints: PrintOrder(printer: "office")),
    Case(keys: "p47⏎1", prints: PrintOrder(printer: "office", copies: 17)),
    Case(keys: "p4007⏎", says: "Copies are 1 to 99"),
    Case(keys: "p51", prints: PrintOrder(printer: "office", isDuplex: true)),
    Case(keys: "p551", prints: PrintOrder(printer: "office")),
    Case(keys: "p321", prints: PrintOrder(printer: "archive")),
    Case(keys: "p331", says: "takes no jobs"),
    Case(keys: "p3⎋1", prints: PrintOrder(printer: "office")), Case(keys: "p⎋1⎋"),
    Case(
      keys: "p21",
      saves: FileOrder(format: .pdf, path: "/home/li/Documents/xunjian/xunjian-sample.pdf")),
    Case(
      keys: "e221",
      saves: FileOrder(format: .docx, path: "/home/li/Documents/xunjian/xunjian-sample.docx")),
    Case(keys: "０４1", prints: PrintOrder(printer: "office")), Case(keys: "e⎋"),
  ])
  func byDigits(_ row: Case) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openPapers("6")

    try desk.type(row.keys)
    let orders = desk.effects.compactMap { effect -> PrintOrder? in
      if case .print([.listed], let order) = effect { order } else { nil }
    }
    let files = desk.effects.compactMap { effect -> FileOrder? in
      if case .export([.listed], let order) = effect { order } else { nil }
    }
    #expect(orders == [row.prints].compactMap(\.self))
    #expect(files == [row.saves].compactMap(\.self))
    if let says = row.says { #expect(desk.view.contains(says), "\(desk.view)") }
  }

  /// The summary of a year may bear the next number, or the one that it was given; a list bears none.
  @Test(arguments: [
    (NumberOffer?.none, "p1", false), (.next, "p1", false), (.next, "p61", true),
    (.next, "p661", false), (.drawn("A [2026] 11"), "p1", true),
    (.drawn("A [2026] 11"), "p61", false),
  ])
  func aNumberIsChosen(_ offer: NumberOffer?, _ keys: String, _ isNumbered: Bool) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.number = offer
    try desk.openPapers("6")
    try desk.type(keys)
    let orders = desk.effects.compactMap { effect -> PrintOrder? in
      if case .print(_, let order) = effect { order } else { nil }
    }
    #expect(orders.map(\.isNumbered) == [isNumbered])
    #expect(desk.effects.contains(where: \.isSigned) == isNumbered)
  }

  @Test func whatIsSavedBearsItToo() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.number = .next
    try desk.openPapers("6e")
    #expect(desk.view.contains("4 Number: left blank"))
    try desk.type("4")
    #expect(desk.view.contains("4 Number: the next of the ledger"))
    try desk.type("1")
    let orders = desk.effects.compactMap { effect -> FileOrder? in
      if case .export(_, let order) = effect { order } else { nil }
    }
    #expect(orders.map(\.isNumbered) == [true])
  }

  @Test func whatBearsANumber() {
    let reports: [Report] = [
      .month(Month(2026, 11), .latest), .period(.quarter(3, of: 2026)), .period(.year(2026)),
      .letter(document: "A〔2026〕5号"), .listed, .period(.half(1, of: 2026)),
    ]
    #expect(reports.map { $0.numbering?.kind } == [.month, .quarter, .year, .letter, nil, nil])
    #expect(reports[0].numbering?.about == "2026-11")
    #expect(reports[3].numbering?.about == "A〔2026〕5号")
  }

  @Test func aPathIsTyped() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openPapers("6e3")
    try desk.press([.control("u"), .enter])
    #expect(desk.view.contains("Enter the file's path"))
    try desk.press([.paste("~/out.pdf"), .enter, .character("1")])
    #expect(
      desk.effects.contains { effect in
        if case .export(_, FileOrder(format: .pdf, path: "~/out.pdf")) = effect {
          true
        } else {
          false
        }
      })
  }

  @Test func withoutAPrinterTheOutboxIsOffered() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.printers = []
    try desk.openPapers("6p")
    #expect(desk.view.contains("No printer was found"))
    #expect(desk.view.contains("/home/li/Documents/xunjian/xunjian-sample.pdf"))
    #expect(!desk.view.contains("Print ..."))
    try desk.type("1")
    #expect(desk.exports == [.listed])
  }

  @Test(
    arguments: [
      ("⏎", "/o/a-2.pdf", false), ("1", "/o/a-2.pdf", false), ("２", "/o/a.pdf", true),
      ("3", nil, false), ("⎋", nil, false),
    ] as [(String, String?, Bool)])
  func whatIsThereIsAskedAbout(_ keys: String, _ path: String?, _ mayReplace: Bool) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    let order = FileOrder(format: .pdf, path: "/o/a.pdf")
    try desk.carryOut(desk.app.update(.occupied([.listed], order, free: "/o/a-2.pdf")))
    #expect(desk.view.contains("/o/a.pdf"))
    try desk.type(keys)
    let files = desk.effects.compactMap { effect -> FileOrder? in
      if case .export(_, let order) = effect { order } else { nil }
    }
    #expect(
      files
        == [path].compactMap(\.self).map {
          FileOrder(format: .pdf, path: $0, mayReplace: mayReplace)
        })
    #expect(desk.app.overlay == nil)
  }

  /// A path that the status line cannot hold is told whole in a panel, which any key closes.
  @Test func theWholePathIsTold() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    let path = "/home/li/" + String(repeating: "folder/", count: 15) + "end.pdf"
    try desk.carryOut(desk.app.update(.stored(Bilingual(verbatim: path))))
    let text = desk.view.filter { !"| \n-+".contains($0) }
    #expect(text.contains(path.filter { $0 != " " && $0 != "-" }))
    try desk.type("x")
    #expect(desk.app.overlay == nil)
    try desk.carryOut(desk.app.update(.stored(Bilingual(verbatim: "/home/li/a.pdf"))))
    #expect(desk.app.overlay == nil && desk.view.contains("/home/li/a.pdf"))
  }

  /// Wherever a document is in sight, it can be printed.
  @Test func everyDocumentIsPrinted() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.press([.function(6)])
    try desk.type("11")
    try desk.type("211")
    #expect(desk.prints == [.month(desk.today.month, .latest), .month(desk.today.month, .live)])
  }
}
