import Foundation

/// A Swift file of the repository, as text.
public struct SourceFile: Sendable {
  /// Relative to the repository, as `Sources/Domain/Plan/Plan.swift`.
  public var path: String
  /// What stands in it.
  public var text: String

  /// A file with a text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The target it belongs to.
  public var target: String { String(path.split(separator: "/")[1]) }
  /// How many lines it has.
  public var lines: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

  /// The modules it imports.
  public var imports: Set<String> {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    return Set(
      lines.compactMap { words in
        guard let index = words.firstIndex(of: "import"), words.indices.contains(index + 1),
          words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
        else { return nil }
        let last = words[words.count - 1]
        return last.split(separator: ".").first.map(String.init)
      })
  }

  /// Every Swift file under a folder of the repository.
  public static func all(under folder: String) throws -> [SourceFile] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let base = root.appending(path: folder).resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path())
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(
        path: "\(folder)/\(path)",
        text: try String(contentsOf: base.appending(path: path), encoding: .utf8))
    }
  }
}
