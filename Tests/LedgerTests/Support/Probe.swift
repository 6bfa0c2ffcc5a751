import Foundation
import Testing

/// The helper program in a process of its own.
enum Probe {
  /// Where the tests were built, the helper beside them.
  static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "LedgerProbe").path

  struct Outcome {
    var status: Int32
    var lines: [String]
  }

  /// Runs a command to its end.
  static func run(_ command: [String]) throws -> Outcome {
    let (process, output) = try start(command)
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      lines: String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  static func start(_ command: [String]) throws -> (Process, Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  /// Runs a shell script with file systems of its own to mount.
  static func unshared(_ script: String) throws -> Outcome {
    try run(["unshare", "-m", "sh", "-ec", script])
  }

  /// Whether this machine lets the tests mount file systems.
  static var canMount: Bool {
    (try? run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"]).status) == 0
  }

  /// Whether this machine lets the tests act as another user.
  static var canChangeUser: Bool {
    (try? run(["setpriv", "--reuid=65534", "--clear-groups", "true"]).status) == 0
  }
}
