import Foundation
import Testing

/// What one run of the built program gave back.
struct Run {
  var status: Int32
  var output: String
  var trouble: String

  /// The one JSON document on standard output.
  func json() throws -> JSON {
    JSON(
      value: try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed))
  }
}

/// A JSON document as it is read in tests: `run.json()["rounds"][0]["id"].string`.
struct JSON {
  var value: Any?

  subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSON {
    guard let list = value as? [Any], list.indices.contains(index) else { return JSON() }
    return JSON(value: list[index])
  }

  var string: String? { value as? String }
  var int: Int? { value as? Int }
  var bool: Bool? { value as? Bool }
  var isNull: Bool { value == nil || value is NSNull }
  var list: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var strings: [String] { list.compactMap(\.string) }
  /// The keys of an object, sorted.
  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
}

/// Runs the program built beside the tests, in an environment that names no ledger and no language, and
/// waits for it.
///
/// - Parameters:
///   - input: Standard input, which is no terminal.
///   - language: The locale's language, `zh` or `en`.
///   - environment: What else the environment holds.
func xunjian(
  _ arguments: [String], ledger: String? = nil, now: String? = nil, as person: String? = nil,
  input: String = "", language: String = "zh", environment: [String: String] = [:]
) throws -> Run {
  let folder = try Folder()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("xunjian")
  process.arguments =
    arguments + option("--ledger", ledger) + option("--now", now) + option("--as", person)
  process.environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
    "LANG": language == "en" ? "en_US.UTF-8" : "zh_CN.UTF-8",
  ].merging(environment) { $1 }
  process.currentDirectoryURL = folder.url
  process.standardInput = try FileHandle(forReadingFrom: folder.file("input", holding: input))
  let output = try folder.file("output")
  let trouble = try folder.file("trouble")
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: trouble)
  try process.run()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
    trouble: try String(contentsOf: trouble, encoding: .utf8))
}

func xunjian(
  _ arguments: String..., ledger: String? = nil, now: String? = nil, as person: String? = nil,
  input: String = "", language: String = "zh"
) throws -> Run {
  try xunjian(
    arguments, ledger: ledger, now: now, as: person, input: input, language: language)
}

private func option(_ name: String, _ value: String?) -> [String] {
  value.map { [name, $0] } ?? []
}

/// A temporary folder that goes with its last user.
final class Folder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "xunjian-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file of this name.
  func file(_ name: String, holding text: String = "") throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file
  }
}

/// A practice ledger of the sample office with the clock of its commands.
final class Office {
  let folder: Folder
  var now: String
  var ledger: String { folder.path + "/ledger.sqlite" }

  init(now: String = "2026-11-23T09:00", made: String = "2026-11-01T08:00") throws {
    folder = try Folder()
    self.now = now
    let sample = try xunjian("init", "--print-sample").output
    let file = try folder.file("bureau.yaml", holding: sample).path
    let run = try xunjian(
      "init", "--practice", "--from", file, ledger: ledger, now: made)
    try #require(run.status == 0, "\(run.trouble)")
  }

  /// Runs one command line, its words parted by spaces.
  func callAsFunction(
    _ line: String, as person: String? = nil, input: String = "", language: String = "zh"
  ) throws -> Run {
    try xunjian(
      line.split(separator: " ").map(String.init), ledger: ledger, now: now, as: person,
      input: input, language: language)
  }
}
