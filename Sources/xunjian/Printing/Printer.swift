import Almanac
import Canvas
import Foundation
import Reports
import Screens

/// The printers of CUPS, through `lp` and `lpstat`.
enum Printer {
  /// Prints a paper; returns when the printing system has taken it.
  ///
  /// - Parameter progress: Told while `lp` is waited for; what it throws ends that.
  /// - Returns: The job, where `lp` has named it.
  /// - Throws: ``ShellError`` with what `lp` said, or what `progress` throws.
  static func print(
    _ paper: Paper, title: String, _ order: PrintOrder,
    _ progress: Meter.Progress = { _, _ in }
  ) throws -> PrintJob? {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("xunjian-\(UUID().uuidString).pdf")
    try Files.write(paper.bytes, to: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    let lp: Spooler
    do {
      lp = try Spooler(["lp", "-t", title] + options(paper.size, order) + [file.path])
    } catch {
      throw ShellError.cannotPrint(error.localizedDescription)
    }
    defer { lp.stop() }
    while lp.isRunning {
      try progress(0, 0)
      usleep(20_000)
    }
    guard lp.hasSucceeded else { throw refusal(lp.trouble, order) }
    return PrintJob(accepted: lp.output)
  }

  /// What `lp` is told besides the title and the file.
  ///
  /// Source: lp(1) of CUPS, and the keywords of PWG 5100.13 for media and sides.
  static func options(_ size: Document.PaperSize, _ order: PrintOrder) -> [String] {
    var options = ["-o", "media=\(size.rawValue.uppercased())", "-o", "print-scaling=none"]
    if order.copies > 1 { options += ["-n", "\(order.copies)"] }
    if order.isDuplex { options += ["-o", "sides=two-sided-long-edge"] }
    if let printer = order.printer { options += ["-d", printer] }
    return options
  }

  /// What `lp` said, in words of the office where it is known.
  private static func refusal(_ said: String, _ order: PrintOrder) -> ShellError {
    let first = said.split(separator: "\n").first.map(String.init) ?? "lp"
    let words: Bilingual? =
      if first.contains("does not exist") || first.contains("No such") {
        Bilingual(
          zh: "打印失败：没有打印机“\(order.printer ?? "")”。",
          en: "Printing failed: there is no printer “\(order.printer ?? "")”.")
      } else if first.contains("not accepting") {
        Bilingual(
          zh: "打印失败：打印机“\(order.printer ?? "")”不接受任务。",
          en: "Printing failed: the printer “\(order.printer ?? "")” is not accepting jobs.")
      } else {
        nil
      }
    guard let words else { return .cannotPrint(first) }
    return .plain(
      .inputOutput,
      words
        + Bilingual(
          zh: "有哪些打印机见 lpstat -p -a。", en: " lpstat -p -a lists the printers."))
  }

  /// The queues that can be printed on, the default one first; none where there is no printing system, or
  /// where it does not answer within two seconds.
  static func queues() -> [PrinterQueue] {
    guard let asked = try? Spooler(["lpstat", "-d", "-p", "-a"]) else { return [] }
    defer { asked.stop() }
    for _ in 0..<200 where asked.isRunning { usleep(10_000) }
    return queues(told: asked.output)
  }

  /// What `lpstat -d -p -a` told of the queues.
  static func queues(told text: String) -> [PrinterQueue] {
    var queues: [PrinterQueue] = []
    var standard: Substring?
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let match = line.firstMatch(of: /^(system|user) default destination: ([^ \/]+)/) {
        standard = match.2
      } else if words.first == "printer", words.count > 2 {
        let state: PrinterQueue.State =
          line.contains(" disabled since ")
          ? .stopped : line.contains(" now printing ") ? .printing : .idle
        queues.append(PrinterQueue(String(words[1]), state: state))
      } else if line.contains(" not accepting requests"), let name = words.first,
        let index = queues.firstIndex(where: { $0.name == name })
      {
        queues[index].isAccepting = false
      }
    }
    for index in queues.indices { queues[index].isDefault = queues[index].name == standard ?? "" }
    return queues.filter(\.isDefault) + queues.filter { !$0.isDefault }
  }
}

/// A program of the printing system while it runs: its output goes to files, so that however much it says
/// nothing waits to be read.
final class Spooler {
  private let process = Process()
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("xunjian-\(UUID().uuidString)")

  /// Starts it, speaking English, which alone is read.
  init(_ command: [String]) throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    do {
      let (output, trouble) = (try file("output"), try file("trouble"))
      // The child has its own; whoever prints all day long would run out of them.
      defer { for handle in [output, trouble] { try? handle.close() } }
      (process.standardOutput, process.standardError) = (output, trouble)
      try process.run()
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit { stop() }

  var isRunning: Bool { process.isRunning }
  var hasSucceeded: Bool { !process.isRunning && process.terminationStatus == 0 }
  var output: String { text("output") }
  var trouble: String { text("trouble") }

  /// Ends it if it still runs, and forgets what it said.
  func stop() {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: folder)
  }

  private func file(_ name: String) throws -> FileHandle {
    let url = folder.appendingPathComponent(name)
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
  }
}
