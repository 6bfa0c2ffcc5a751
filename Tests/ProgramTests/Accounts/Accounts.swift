import Foundation
import Testing

/// Accounts of this machine made for one test and removed with it: two of one group, one outside.
final class Accounts {
  enum Name: String, CaseIterable { case ann, bob, eve }

  private let mark = String(UUID().uuidString.lowercased().prefix(8))
  private let folder: Folder

  /// Whether accounts can be made here.
  static var canBeMade: Bool {
    let tools: [String] = ["/usr/sbin/useradd", "/usr/sbin/groupadd", "/usr/bin/setpriv"]
    return geteuid() == 0 && tools.allSatisfy { access($0, X_OK) == 0 }
  }

  var group: String { "xj-\(mark)" }
  /// The folder that the group shares.
  var share: String { folder.path + "/share" }

  init(in folder: Folder) throws {
    self.folder = folder
    try Self.run("/usr/sbin/groupadd", "--system", group)
    for name in Name.allCases {
      try Self.run(
        ["/usr/sbin/useradd", "--system", "--no-create-home", "--user-group", "--shell", "/bin/sh"]
          + (name == .eve ? [] : ["--groups", group]) + [login(name)])
      try FileManager.default.createDirectory(
        atPath: home(name), withIntermediateDirectories: true)
      try Self.run("chown", login(name), home(name))
      try Self.run("chmod", "700", home(name))
    }
    // As the administrator's page of the README has it.
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    try Self.run("chgrp", group, share)
    try Self.run("chmod", "2770", share)
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("xunjian"),
      to: URL(fileURLWithPath: program))
    try Self.run("chmod", "755", program, folder.path)
  }

  deinit {
    for name in Name.allCases { try? Self.run("/usr/sbin/userdel", login(name)) }
    try? Self.run("/usr/sbin/groupdel", group)
  }

  func login(_ name: Name) -> String { "xj-\(mark)-\(name)" }
  func home(_ name: Name) -> String { folder.path + "/" + name.rawValue }
  private var program: String { folder.path + "/xunjian" }

  /// The command line by which an account runs the program, with an umask that keeps all from others.
  func command(_ name: Name, _ arguments: [String]) -> [String] {
    let login = login(name)
    return [
      "/usr/bin/setpriv", "--reuid", login, "--regid", login, "--init-groups", "/bin/sh", "-c",
      "umask 077; exec \"$0\" \"$@\"", program,
    ] + arguments
  }

  func environment(_ name: Name) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home(name), "XDG_CONFIG_HOME": home(name) + "/settings",
      "LANG": "zh_CN.UTF-8", "XUNJIAN_NO_TOUR": "1",
    ]
  }

  /// Runs the program as an account, and waits for it.
  func callAsFunction(_ name: Name, _ line: String) throws -> Run {
    let process = Process()
    let command = command(name, line.split(separator: " ").map(String.init))
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment(name)
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    let (output, trouble) = (try folder.file("output"), try folder.file("trouble"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: trouble)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      trouble: try String(contentsOf: trouble, encoding: .utf8))
  }

  private static func run(_ command: String...) throws { try run(command) }

  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
  }
}
