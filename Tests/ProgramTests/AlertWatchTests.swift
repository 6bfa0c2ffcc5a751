import Foundation
import Testing

/// `alert import --watch` beside an agency's client that drops files.
struct AlertWatchTests {
  /// The program watching a folder, with what it has printed so far.
  private final class Watcher {
    let drop: Folder
    private let log: URL
    private let process = Process()

    init(_ office: Office) throws {
      drop = try Folder()
      log = try office.folder.file("watch.log")
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("xunjian")
      process.arguments = [
        "alert", "import", "--watch", drop.path, "--as", "li", "--ledger", office.ledger, "--now",
        office.now,
      ]
      process.environment = ["LANG": "en_US.UTF-8", "HOME": office.folder.path]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: log)
      process.standardError = process.standardOutput
    }

    deinit { if process.isRunning { process.terminate() } }

    func start() throws { try process.run() }

    var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// Waits, counting, until it has said something so many times.
    func hears(_ text: String, times: Int = 1) -> Bool {
      for _ in 0..<600 {
        if said.components(separatedBy: text).count > times { return true }
        usleep(100_000)
      }
      return false
    }

    /// Ends it as Ctrl-C does.
    func interrupt() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private func sample(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: AlertImportTests.samples + "/" + name))
  }

  private func write(_ data: Data, _ name: String, _ watcher: Watcher) throws {
    let handle = try FileHandle(
      forWritingTo: FileManager.default.fileExists(atPath: watcher.drop.path + "/" + name)
        ? watcher.drop.url.appendingPathComponent(name) : watcher.drop.file(name))
    try handle.seekToEnd()
    try handle.write(contentsOf: data)
    try handle.close()
  }

  @Test func filesAreTakenAsTheyCome() throws {
    let office = try Office(now: "2026-09-23T20:40", made: "2026-05-01T08:00")
    let watcher = try Watcher(office)
    try write(sample("01-typhoon-white.xml"), "1.xml", watcher)
    try watcher.start()
    #expect(watcher.hears("Typhoon white alert  in force"), "\(watcher.said)")

    // Half of a message is no message, and no error either while it grows.
    let update = try sample("03-typhoon-yellow-update.xml")
    try write(update.prefix(700), "3.xml", watcher)
    try write(sample("02-typhoon-blue-update.xml"), "2.xml", watcher)
    #expect(watcher.hears("Typhoon blue alert  in force"), "\(watcher.said)")
    try write(update.dropFirst(700), "3.xml", watcher)
    #expect(watcher.hears("Typhoon yellow alert  in force"), "\(watcher.said)")

    // What stays broken is told once; set right it is taken.
    try write(sample("90-bad-malformed.xml"), "4.xml", watcher)
    #expect(watcher.hears("4.xml: line 16: malformed"), "\(watcher.said)")
    try FileManager.default.removeItem(atPath: watcher.drop.path + "/4.xml")
    try write(sample("09-rainstorm-exercise.xml"), "4.xml", watcher)
    #expect(watcher.hears("Rainstorm yellow alert  exercise"), "\(watcher.said)")

    #expect(watcher.interrupt() == 0)
    #expect(watcher.said.hasSuffix("recorded 4, known 0, refused 1\n"), "\(watcher.said)")
    #expect(watcher.said.components(separatedBy: "malformed").count == 2)
    let left = try FileManager.default.contentsOfDirectory(atPath: watcher.drop.path)
    #expect(left.sorted() == ["1.xml", "2.xml", "3.xml", "4.xml"])
    // Its clock went on meanwhile.
    office.now = "2026-09-23T21:40"
    let states = try office("alert list --json").json().list.map { $0["state"].string ?? "" }
    #expect(states == ["ignored", "superseded", "superseded", "inForce"])

    // Begun again it does nothing twice.
    let again = try Watcher(office)
    for name in left {
      try FileManager.default.copyItem(
        atPath: watcher.drop.path + "/" + name, toPath: again.drop.path + "/" + name)
    }
    try again.start()
    #expect(again.hears("(known)", times: 4), "\(again.said)")
    #expect(again.interrupt() == 0)
    #expect(again.said.hasSuffix("recorded 0, known 4, refused 0\n"), "\(again.said)")
  }

  @Test func aFolderThatIsNotThere() throws {
    let office = try Office()
    #expect(try office("alert import --watch /nonexistent", as: "li").status == 66)
    let folder = try Folder()
    #expect(try office("alert import --watch \(folder.path) a.xml", as: "li").status == 64)
    #expect(try office("alert import --watch \(folder.path)").status == 77)
  }

  /// No message tells that an alert has run out: the watcher says so by the clock.
  @Test func anAlertThatRunsOutIsTold() throws {
    let office = try Office(now: "2026-09-24T08:59:56", made: "2026-05-01T08:00")
    let watcher = try Watcher(office)
    try write(sample("01-typhoon-white.xml"), "1.xml", watcher)
    try write(sample("02-typhoon-blue-update.xml"), "2.xml", watcher)
    try watcher.start()
    #expect(watcher.hears("Typhoon blue alert  in force"), "\(watcher.said)")
    #expect(watcher.hears("Typhoon blue alert  expired"), "\(watcher.said)")
    #expect(watcher.interrupt() == 0)
    #expect(watcher.said.components(separatedBy: "expired").count == 2, "once")
  }
}
