import Foundation

/// A CUPS of its own with one simulated network printer that keeps what it is sent.
///
/// Needs the packages `cups cups-client cups-filters cups-ipp-utils dbus avahi-daemon` and root. All its
/// files are in one temporary directory; the machine's own CUPS is left alone. The printer announces
/// itself through Avahi: one that runs already is used, else one is started.
public final class CupsSimulation {
  /// Why the simulation is of no use.
  public enum Failure: Error {
    case notStarted(String)
    case nothingArrived(String)
    case refused(String)
  }

  /// What a program needs in its environment for `lp` to reach this printer, which is the default one.
  public private(set) var environment = ProcessInfo.processInfo.environment

  private let directory: URL
  private let port = 20_000 + Int.random(in: 0..<20_000)
  private var daemons: [(process: pid_t, name: String)] = []

  /// Held while the bus is started, which all simulations share.
  private static let starting = NSLock()

  /// Starts everything and waits until the printer answers.
  public init() throws {
    directory = URL(fileURLWithPath: "/tmp/cups-\(UUID().uuidString.prefix(8))")
    environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
    environment["CUPS_SERVER"] = path("cups.sock")
    do {
      try writeConfiguration()
      try Self.starting.withLock { try startBus() }
      try start("cupsd", "-f", "-c", path("cupsd.conf"), "-s", path("cups-files.conf"))
      try start(
        "ippeveprinter", "-n", "localhost", "-p", "\(port)", "-d", path("printed"), "-k",
        "-f", "application/pdf", "Simulation")
      let printer = "ipp://localhost:\(port)/ipp/print"
      try wait(for: "ipptool", "-q", "-t", printer, "get-printer-attributes.test")
      try wait(for: "lpstat", "-r")
      try wait(for: "lpadmin", "-p", "simulation", "-E", "-v", printer, "-m", "everywhere")
      try wait(for: "lpadmin", "-d", "simulation")
    } catch {
      stop()
      throw error
    }
  }

  /// Ends what was started and removes its files.
  public func stop() {
    for daemon in daemons.reversed() where isRunning(daemon) { kill(daemon.process, SIGTERM) }
    daemons = []
    try? FileManager.default.removeItem(at: directory)
  }

  /// Whether a daemon's number is still its own: that of one which has ended soon belongs to another process, or to
  /// a thread of this one, which would be ended with all its tests.
  private func isRunning(_ daemon: (process: pid_t, name: String)) -> Bool {
    let words = try? String(contentsOfFile: "/proc/\(daemon.process)/cmdline", encoding: .utf8)
    return words?.split(separator: "\0").first.map { $0.hasSuffix(daemon.name) } ?? false
  }

  /// Waits until nothing is left to print, and returns the PDF files that arrived, in order.
  ///
  /// CUPS rewrites a PDF: compare its text, not its bytes.
  public func printed() throws -> [URL] {
    for _ in 0..<600 where !run(["lpstat", "-o"]).output.isEmpty { usleep(100_000) }
    let files = try FileManager.default.contentsOfDirectory(
      at: directory.appending(path: "printed"), includingPropertiesForKeys: nil)
    guard !files.isEmpty else {
      throw Failure.nothingArrived(log)
    }
    return files.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Runs a command in the simulation's environment.
  ///
  /// - Throws: ``Failure/refused(_:)`` with the printing system's log where the command does not succeed.
  public func run(_ command: String...) throws {
    let (status, _) = run(command)
    guard status == 0 else { throw Failure.refused("\(command) \(status)\n\(log)") }
  }

  /// Stops the printer, and returns when the printing system says that it is stopped.
  public func stopPrinter() throws {
    try run("cupsdisable", "simulation")
    for _ in 0..<100 {
      if run(["lpstat", "-p", "simulation"]).output.contains("disabled") { return }
      usleep(100_000)
    }
    throw Failure.refused("cupsdisable\n\(log)")
  }

  /// What the printing system has written about itself.
  private var log: String {
    (try? String(contentsOf: directory.appending(path: "error.log"), encoding: .utf8)) ?? ""
  }

  /// Runs a command to its end, for at most two minutes.
  private func run(_ command: [String]) -> (status: Int32, output: String) {
    shell("\(settings) timeout 120 \(quoted(command))")
  }

  private func wait(for command: String...) throws {
    for _ in 0..<100 {
      if run(command).status == 0 { return }
      usleep(100_000)
    }
    throw Failure.notStarted(command.joined(separator: " "))
  }

  /// Starts a daemon that belongs to nobody, and keeps its process number.
  private func start(_ command: String...) throws {
    let line = "\(settings) setsid \(quoted(command)) </dev/null >/dev/null 2>&1 & echo $!"
    let started = run(["sh", "-c", line]).output
    guard let number = pid_t(started.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure.notStarted(command.joined(separator: " "))
    }
    daemons.append((number, command.first ?? ""))
  }

  private var settings: String {
    (["env"]
      + ["PATH", "CUPS_SERVER"].compactMap { name in
        environment[name].map { "\(name)='\($0)'" }
      }).joined(separator: " ")
  }

  /// The printer announces itself through Avahi on the system bus; both go on after the test.
  private func startBus() throws {
    guard run(["avahi-daemon", "--check"]).status != 0 else { return }
    if !run([
      "dbus-send", "--system", "--print-reply", "--dest=org.freedesktop.DBus", "/",
      "org.freedesktop.DBus.ListNames",
    ]).output.contains("org.freedesktop.DBus") {
      _ = run(["sh", "-c", "mkdir -p /run/dbus; rm -f /run/dbus/pid; dbus-daemon --system"])
    }
    _ = run(["avahi-daemon", "--no-rlimits", "-D"])
    try wait(for: "avahi-daemon", "--check")
  }

  private func path(_ name: String) -> String { directory.appending(path: name).path }

  private func writeConfiguration() throws {
    for folder in ["printed", "root", "spool/tmp", "cache", "state"] {
      try FileManager.default.createDirectory(
        at: directory.appending(path: folder), withIntermediateDirectories: true)
    }
    let files = [
      "cupsd.conf": """
      Listen \(path("cups.sock"))
      Browsing Off
      WebInterface No
      DefaultAuthType None
      <Policy default>
        <Limit All>
          Order allow,deny
          Allow all
        </Limit>
      </Policy>

      """,
      "cups-files.conf": """
      ServerRoot \(path("root"))
      RequestRoot \(path("spool"))
      TempDir \(path("spool/tmp"))
      CacheDir \(path("cache"))
      StateDir \(path("state"))
      AccessLog \(path("access.log"))
      ErrorLog \(path("error.log"))
      PageLog \(path("page.log"))

      """,
    ]
    for (name, text) in files {
      try text.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }
  }
}
