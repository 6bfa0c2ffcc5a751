import Almanac

/// A person's settings as their file has them: `name: value`, and under `keys` a key or a list of keys for
/// each action. What is wrong in it is told and left out; the rest stands.
public struct SettingsFile: Sendable {
  /// One setting.
  public struct Entry: Hashable, Sendable {
    /// Its name, as `theme` or `keys.pass`.
    public var field: String
    /// What is set: one text, or those of a list.
    public var texts: [String]
    /// The line, counted from 1.
    public var line: Int?
  }

  /// The settings in the order of the file.
  public private(set) var entries: [Entry] = []
  /// What was left out, and why.
  public private(set) var troubles: [IntakeError] = []

  private let file: String

  /// The most lines left out because they are not YAML, before the whole file is.
  private static let mostBadLines = 10

  /// Reads a file.
  ///
  /// - Parameter file: Its name, for errors.
  public init(_ bytes: [UInt8], file: String) {
    self.file = file
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for _ in 0...Self.mostBadLines where lines.contains(where: Self.saysSomething) {
      do throws(IntakeError) {
        let body = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        takeAll(of: try YAMLDocument.root(body, file: file))
        return
      } catch {
        let place = Self.badLine(error, lines)
        troubles.append(
          IntakeError(
            file: file, line: place ?? error.line, field: error.field, problem: error.problem))
        guard let place else { return }
        lines[place - 1] = []
      }
    }
  }

  /// Whether a line is more than blank or a comment.
  private static func saysSomething(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
  }

  /// The line to leave out: of a field that stands twice the later one; where the parser stopped at a line
  /// that says nothing, as at the end, the last one before it that says something.
  private static func badLine(_ error: IntakeError, _ lines: [ArraySlice<UInt8>]) -> Int? {
    if let field = error.field,
      let twice = lines.lastIndex(where: { line in
        line.drop { $0 <= 0x20 }.starts(with: Array("\(field):".utf8))
      })
    {
      return twice + 1
    }
    return error.line.flatMap { lines.prefix($0).lastIndex(where: saysSomething) }.map { $0 + 1 }
  }

  private mutating func takeAll(of root: YAMLValue) {
    guard case .mapping(let mapping) = root.node else {
      troubles.append(
        root.error(Bilingual(zh: "这里应是若干“名称: 值”", en: "settings are expected here, name: value")))
      return
    }
    for (key, node) in mapping {
      let name = key.scalar?.string ?? "?"
      let value = YAMLValue(node: node, file: file, field: name)
      guard name == "keys" else {
        take(value)
        continue
      }
      guard case .mapping(let actions) = node else {
        if !value.isNothing {
          troubles.append(
            value.error(
              Bilingual(zh: "这里应是若干“动作: 键”", en: "keys are expected here, action: key")))
        }
        continue
      }
      for (action, node) in actions {
        take(YAMLValue(node: node, file: file, field: "keys.\(action.scalar?.string ?? "?")"))
      }
    }
  }

  private mutating func take(_ value: YAMLValue) {
    guard !value.isNothing else { return }
    do throws(IntakeError) {
      var texts: [String] = []
      for part in value.isList ? try value.list() : [value] { texts.append(try part.text()) }
      entries.append(Entry(field: value.field, texts: texts, line: value.node.mark?.line))
    } catch {
      troubles.append(error)
    }
  }
}
