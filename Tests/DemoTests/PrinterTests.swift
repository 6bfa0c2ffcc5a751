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
    #expect(PrintJob("office-2-17").printer == "office-2")
    #expect(PrintJob(accepted: "") == nil)
  }

  /// As `lpstat -W all -l -p -o` of CUPS 2.4.2 writes it: what follows a job's line is about that job.
  @Test(arguments: [
    ("Status: Printing.\n\tAlerts: job-printing", "", PrintJob.Fate.printing),
    ("Alerts: none", "", .waiting),
    ("Alerts: none", "printer office disabled since Mon Nov 30 2026 -\n\tPaused\n", .stopped),
    ("Alerts: job-hold-until-specified", "", .held),
    ("Alerts: job-completed-successfully", "", .completed),
    ("Status: loadFilename failed\n\tAlerts: job-completed-with-errors", "", .faulty),
    ("Alerts: processing-to-stop-point", "", .aborted),
    ("Alerts: aborted-by-system", "", .aborted),
    ("Alerts: job-canceled-by-user", "", .aborted),
  ])
  func fates(_ alerts: String, _ printer: String, _ fate: PrintJob.Fate) {
    let others = "office-1    root   1024   Mon\n\tAlerts: job-completed-successfully\n"
    let told =
      printer + others + "office-12    root   1024   Mon\n\t\(alerts)\n\tqueued for office\n"
      + "office-13   root   1024   Mon\n\tAlerts: job-printing\n"
    #expect(PrintJob("office-12").fate(told: told) == fate)
    #expect(PrintJob("office-2").fate(told: told) == .unknown)
  }
}
