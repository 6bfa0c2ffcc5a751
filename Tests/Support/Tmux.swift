import Foundation

/// A terminal of its own for one test: a shell under tmux, 80 by 24.
public struct Tmux {
  /// A temporary folder where the shell starts; tmux's socket lies in it too.
  public let directory: URL

  /// A program built beside the tests.
  public static func built(_ name: String) -> String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name).path
  }

  /// Starts a shell in a new folder; the size is in cells.
  public init(shell: String = "bash --norc", columns: Int = 80, rows: Int = 24) throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "probe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    run("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", directory.path, shell)
    run("set-option", "-g", "default-terminal", "tmux-256color")
    run("respawn-pane", "-k", "-c", directory.path, shell)
  }

  /// Ends the shell and its tmux server and removes the folder.
  public func end() {
    run("kill-server")
    try? FileManager.default.removeItem(at: directory)
  }

  /// A file that the shell or the probe writes.
  public func file(_ name: String) -> URL { directory.appendingPathComponent(name) }

  /// The content of such a file; empty while there is none.
  public func text(_ name: String) -> String {
    (try? String(contentsOf: file(name), encoding: .utf8)) ?? ""
  }

  /// Types keys by their tmux names.
  public func type(_ keys: String...) { run(["send-keys"] + keys) }

  /// Types a command line in the test's directory and waits for the shell to finish it.
  public func shell(_ line: String) async -> Bool {
    let mark = UUID().uuidString
    type("\(line); echo \(mark) > done", "Enter")
    return await eventually { text("done").contains(mark) }
  }

  /// Runs one tmux command on this server and gives what it printed.
  @discardableResult
  public func run(_ arguments: String...) -> String { run(arguments) }

  /// Runs one tmux command, its words in an array.
  @discardableResult
  public func run(_ arguments: [String]) -> String {
    // Started by the first command, the server hands this on: no newcomer's tour.
    output(
      of: ["env", "XUNJIAN_NO_TOUR=1", "tmux", "-u", "-S", file("tmux").path, "-f", "/dev/null"]
        + arguments)
  }

  /// The rows on the screen, without trailing spaces.
  public var rows: [String] {
    run("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.trimmed(String($0)) }
  }

  /// A property of the pane, as `#{alternate_on}`.
  public func pane(_ format: String) -> String {
    run("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  /// The row without its trailing spaces.
  public static func trimmed(_ row: String) -> String {
    var row = row
    while row.last == " " { row.removeLast() }
    return row
  }
}

/// Whether something comes true within a generous time.
public func eventually(_ condition: () -> Bool) async -> Bool {
  for _ in 0..<3000 {
    if condition() { return true }
    try? await Task.sleep(for: .milliseconds(20))
  }
  return condition()
}
