import Foundation

/// The program on a terminal of its own, without a shell: quick to start and quick to kill.
final class PseudoTerminal {
  private let master: Int32
  private let process = Process()
  private(set) var screen = VT100(rows: 24, columns: 80)

  struct Unavailable: Error { var code = errno }

  /// Starts the program built beside the tests on 80 by 24 cells.
  convenience init(_ arguments: [String], in folder: Folder) throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("xunjian")
    try self.init(
      [program.path] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "zh_CN.UTF-8"])
  }

  /// Starts a program by its path and arguments.
  init(_ command: [String], environment: [String: String]) throws {
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Unavailable() }
    self.master = master
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment.merging(["TERM": "vt100", "XUNJIAN_NO_TOUR": "1"]) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = FileHandle.nullDevice
    try process.run()
    try terminal.close()
  }

  deinit { close(master) }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Takes in what the program shows, until something holds on the screen or a generous time is over.
  func shows(_ condition: (VT100) -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while !condition(screen) {
      guard ContinuousClock.now < end, look(for: .seconds(1)) != .over else {
        return condition(screen)
      }
    }
    return true
  }

  /// Takes in what the program shows within a stretch of time.
  func watch(for time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end, look(for: end - ContinuousClock.now) != .over {}
  }

  /// Ends the program as nothing can hinder, and takes in what it had shown until then.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    while look(for: .zero) == .seen {}
  }

  var wasKilled: Bool {
    process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL
  }

  private enum Sight { case seen, nothing, over }

  private func look(for time: Duration) -> Sight {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(time / .milliseconds(1))) > 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return .over }
    screen.take(bytes[..<count])
    return .seen
  }
}
