import Almanac
import Canvas
import Domain
import Foundation
import Reports

/// A month's summary on its way to paper or into a file.
struct MonthOutput {
  var session: Session
  var month: Month

  func document() throws -> Document {
    MonthReport.document(
      try session.ledger.summary(of: month, today: session.today), language: session.language)
  }

  /// Sends it to the printer.
  func print() throws {
    try Printer.print(Paper(document(), createdOn: session.today), title: fileName, on: nil)
  }

  /// Saves it as PDF in the present folder.
  ///
  /// - Returns: The file's name.
  func save() throws -> String {
    try Files.write(Paper(document(), createdOn: session.today).bytes, to: fileName)
    return fileName
  }

  private var fileName: String { "xunjian-\(month).pdf" }
}

/// The printers of CUPS, through `lp`.
enum Printer {
  /// Prints a paper; returns when the printing system has taken it.
  ///
  /// - Parameter printer: The printer's name; the system's default when nil.
  /// - Throws: ``ShellError`` with what `lp` said.
  static func print(_ paper: Paper, title: String, on printer: String?) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("xunjian-\(UUID().uuidString).pdf")
    try Files.write(paper.bytes, to: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["lp", "-s", "-o", "media=A4", "-o", "print-scaling=none", "-t", title]
      + (printer.map { ["-d", $0] } ?? []) + [file.path]
    let trouble = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = trouble
    do { try process.run() } catch { throw ShellError.cannotPrint(error.localizedDescription) }
    let words = String(decoding: trouble.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ShellError.cannotPrint(words.split(separator: "\n").first.map(String.init) ?? "lp")
    }
  }

  /// The queues that can be printed on; none where there is no printing system.
  static func names() -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["lpstat", "-e"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return words.split(separator: "\n").map(String.init)
  }
}
