import Foundation

/// A terminal of its own for one program, without anything between: the bytes themselves.
public final class Pty {
  /// The program's number.
  public let process: pid_t
  /// How the terminal was set before the program began.
  public let settingsAtFirst: [UInt32]
  /// What the program has written so far.
  public private(set) var output: [UInt8] = []

  private let master: Int32
  private let slave: Int32
  private var status: Int32?
  private var shown: VT100
  /// How much of the output is shown.
  private var taken = 0

  /// A terminal could not be had, or the program not started.
  public struct Failure: Error {}

  /// Starts a program as the leader of a session whose terminal this is.
  ///
  /// - Parameter environment: All that the program's environment holds.
  public init(
    _ command: [String], environment: [String: String], columns: Int = 80, rows: Int = 24
  ) throws {
    shown = VT100(rows: rows, columns: columns)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw Failure() }
    let path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    Self.size(slave, columns, rows)
    settingsAtFirst = Self.settings(slave)
    // No newcomer's tour, but where it is asked for.
    process = try Self.spawn(
      command, ["XUNJIAN_NO_TOUR": "1"].merging(environment) { $1 }, on: path)
  }

  deinit {
    if status == nil {
      Foundation.kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
    close(slave)
  }

  // Of Linux (asm-generic/ioctls.h); glibc's module leaves them out.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// What the program has written so far, as text; what is no UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: read(), as: UTF8.self) }

  /// Takes in what the program has written and gives all of it.
  @discardableResult
  public func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Foundation.read(master, &buffer, buffer.count)
      guard count > 0 else { return output }
      output += buffer[..<count]
    }
  }

  /// Sends bytes as the keyboard would.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes that need not be text.
  public func send(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// The bytes sent that the program has not taken yet.
  public var untaken: Int {
    var count: Int32 = 0
    _ = ioctl(slave, UInt(FIONREAD), &count)
    return Int(count)
  }

  /// Makes the window another size; the program is told by SIGWINCH.
  public func resize(columns: Int, rows: Int) { Self.size(master, columns, rows) }

  /// How the terminal is set: the flags of termios.
  public var settings: [UInt32] { Self.settings(slave) }

  private static func settings(_ file: Int32) -> [UInt32] {
    var settings = termios()
    tcgetattr(file, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  /// How the program ended, as a shell would say it: its status, or 128 and its signal; nil while it runs.
  public func ended() -> Int32? {
    read()
    var result: Int32 = 0
    if status == nil, waitpid(process, &result, WNOHANG) == process { note(result) }
    return status
  }

  /// How the program ended, as ``ended()`` says it, once it has within a generous time; nil where it has not.
  public func end() -> Int32? {
    let end = ContinuousClock.now + .seconds(60)
    while ended() == nil, ContinuousClock.now < end { rest(for: .milliseconds(50)) }
    return ended()
  }

  /// Whether a program that writes line after line has written a text within a generous time, wherever its
  /// line is by now.
  public func writes(_ words: String) -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while !text.contains(words) {
      guard ContinuousClock.now < end, ended() == nil else { return text.contains(words) }
      rest(for: .milliseconds(100))
    }
    return true
  }

  /// What the terminal shows, in the size that it had at first.
  public var screen: VT100 {
    read()
    shown.take(output[taken...])
    taken = output.count
    return shown
  }

  /// Whether something comes true of the screen within a generous time.
  public func shows(_ condition: (VT100) -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while !condition(screen) {
      guard ContinuousClock.now < end, ended() == nil else { return condition(screen) }
      rest(for: .milliseconds(100))
    }
    return true
  }

  /// Takes in what the program writes within a stretch of time.
  public func watch(for time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end { rest(for: end - ContinuousClock.now) }
  }

  /// Waits until the program writes something or a time is over.
  public func rest(for time: Duration) {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    // Less than nothing would be for ever.
    if poll(&waiting, 1, max(0, Int32(time / .milliseconds(1)))) > 0 { read() }
  }

  /// Drops what the program has written so far, shown or not.
  public func forget() {
    read()
    output.removeAll(keepingCapacity: true)
    taken = 0
  }

  /// Ends the program as nothing can hinder, and takes in what it had written until then.
  public func kill() {
    guard status == nil else { return }
    Foundation.kill(process, SIGKILL)
    var result: Int32 = 0
    waitpid(process, &result, 0)
    note(result)
  }

  private func note(_ result: Int32) {
    let signal = result & 0x7F
    status = signal == 0 ? (result >> 8) & 0xFF : 128 + signal
    read()
  }

  private static func size(_ file: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }

  private static func spawn(
    _ command: [String], _ environment: [String: String], on path: String
  ) throws -> pid_t {
    // The first terminal that the leader of a session opens becomes its own.
    let process = TestSupport.spawn(command, environment, inNewSession: true) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    guard let process else { throw Failure() }
    return process
  }
}
