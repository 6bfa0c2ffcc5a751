import Almanac
import Foundation
import Screens
import Testing

@testable import xunjian

/// What CUPS is told, in the words of lp(1), and what it tells, in those of lpstat(1).
struct PrinterTests {
  @Test func options() {
    #expect(
      Printer.options(.a4, PrintOrder(printer: nil))
        == ["-o", "media=A4", "-o", "print-scaling=none"])
    #expect(
      Printer.options(.a3, PrintOrder(printer: "office", copies: 3, isDuplex: true)) == [
        "-o", "media=A3", "-o", "print-scaling=none", "-n", "3", "-o",
        "sides=two-sided-long-edge", "-d", "office",
      ])
  }

  /// As `lpstat -d -p -a` of CUPS 2.4.2 writes it in the locale C.
  @Test func queues() {
    let told = """
      system default destination: simulation
      printer full is idle.  enabled since Mon Nov 30 21:53:12 2026
      \tRejecting Jobs
      printer simulation now printing simulation-1.  enabled since Mon Nov 30 21:53:11 2026
      printer stopped disabled since Mon Nov 30 21:53:12 2026 -
      \tPaused
      full not accepting requests since Mon Nov 30 21:53:12 2026 -
      \tRejecting Jobs
      simulation accepting requests since Mon Nov 30 21:53:11 2026
      stopped accepting requests since Mon Nov 30 21:53:12 2026
      """
    #expect(
      Printer.queues(told: told) == [
        PrinterQueue("simulation", isDefault: true, state: .printing),
        PrinterQueue("full", isAccepting: false), PrinterQueue("stopped", state: .stopped),
      ])
    #expect(Printer.queues(told: "no system default destination\n") == [])
    #expect(Printer.queues(told: "") == [])
  }

  @Test func jobsAreNamed() {
    #expect(PrintJob(accepted: "request id is office-2-17 (1 file(s))\n")?.name == "office-2-17")
    #expect(PrintJob("office-2-17")?.printer == "office-2")
    for text in ["", "office", "office-", "of fice-1"] { #expect(PrintJob(text) == nil) }
    #expect(PrintJob(accepted: "") == nil)
  }

  /// The job-state of RFC 8011 5.3.7.
  @Test func states() {
    let fates: [PrintJob.Fate] = [
      .waiting, .held, .printing, .stopped, .cancelled, .aborted, .completed,
    ]
    for (offset, fate) in fates.enumerated() {
      #expect(PrintJob.fate(ofState: Int32(3 + offset), isPrinterStopped: false) == fate)
    }
    #expect(PrintJob.fate(ofState: 3, isPrinterStopped: true) == .stopped)
    #expect(PrintJob.fate(ofState: nil, isPrinterStopped: false) == .unknown)
  }

  /// What is asked again and again is told once, and a job that is at its end is asked about no more.
  @Test func newsAreToldOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "fate")
    let job = try #require(PrintJob("office-12"))
    let watch = JobWatch { _ in ["cat", file.path] }
    #expect(watch.look() == nil)
    watch.add(job)
    var told: [Bilingual] = []
    for (index, fate) in ["waiting", "held", "held", "printing", "completed"].enumerated() {
      try Data((fate + "\n").utf8).write(to: file)
      while watch.answers <= index {
        if let news = watch.look() { told.append(news) }
        usleep(1000)
      }
    }
    try Data("aborted\n".utf8).write(to: file)
    for _ in 0..<3 { #expect(watch.look() == nil) }
    #expect(told == [job.words(.held), job.words(.completed)])
  }
}
