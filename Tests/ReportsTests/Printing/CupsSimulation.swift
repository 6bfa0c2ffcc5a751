import Foundation

/// A CUPS of its own with one simulated network printer that keeps what it is sent.
///
/// Needs the packages `cups cups-client cups-filters cups-ipp-utils dbus avahi-daemon` and root. All its
/// files are in one temporary directory; the machine's own CUPS is left alone. The printer announces
/// itself through Avahi: one that runs already is used, else one is started on a bus of its own.
final class CupsSimulation {
  enum Failure: Error {
    case notStarted(String)
    case nothingArrived(String)
  }

  /// What a program needs in its environment for `lp` to reach this printer, which is the default one.
  private(set) var environment = ProcessInfo.processInfo.environment

  private let directory: URL
  private let port = 20_000 + Int.random(in: 0..<20_000)
  private var daemons: [Process] = []

  /// Starts everything and waits until the printer answers.
  init() throws {
    directory = URL(fileURLWithPath: "/tmp/cups-\(UUID().uuidString.prefix(8))")
    environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
    environment["CUPS_SERVER"] = path("cups.sock")
    do {
      try writeConfiguration()
      try startBus()
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
  func stop() {
    for daemon in daemons.reversed() {
      daemon.terminate()
      daemon.waitUntilExit()
    }
    daemons = []
    try? FileManager.default.removeItem(at: directory)
  }

  /// Waits until nothing is left to print, and returns the PDF files that arrived, in order.
  ///
  /// CUPS rewrites a PDF: compare its text, not its bytes.
  func printed() throws -> [URL] {
    for _ in 0..<600 where try !run("lpstat", "-o").output.isEmpty { usleep(100_000) }
    let files = try FileManager.default.contentsOfDirectory(
      at: directory.appending(path: "printed"), includingPropertiesForKeys: nil)
    guard !files.isEmpty else {
      throw Failure.nothingArrived(
        (try? String(contentsOf: directory.appending(path: "error.log"), encoding: .utf8)) ?? "")
    }
    return files.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Runs a command in the simulation's environment.
  @discardableResult
  func run(_ command: String...) throws -> (status: Int32, output: String) {
    try run(command)
  }

  private func run(_ command: [String]) throws -> (status: Int32, output: String) {
    let pipe = Pipe()
    let process = self.process(command)
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func wait(for command: String...) throws {
    for _ in 0..<100 {
      if try run(command).status == 0 { return }
      usleep(100_000)
    }
    throw Failure.notStarted(command.joined(separator: " "))
  }

  private func start(_ command: String...) throws {
    let process = self.process(command)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    daemons.append(process)
  }

  private func process(_ command: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = environment
    return process
  }

  private func startBus() throws {
    guard try run("avahi-daemon", "--check").status != 0 else { return }
    environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=\(path("bus"))"
    try start("dbus-daemon", "--config-file=\(path("bus.conf"))", "--nofork", "--nopidfile")
    try wait(for: "test", "-S", path("bus"))
    try start("avahi-daemon", "--no-rlimits", "--no-drop-root", "--no-chroot")
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
      "bus.conf": """
      <busconfig>
        <type>system</type>
        <listen>unix:path=\(path("bus"))</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow user="*"/>
          <allow own="*"/>
          <allow send_destination="*" eavesdrop="true"/>
        </policy>
      </busconfig>

      """,
    ]
    for (name, text) in files {
      try text.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }
  }
}
