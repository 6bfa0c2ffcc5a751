import Foundation

/// The wording of documents as an office has edited it: plain files in a folder beside its ledger, which goes
/// with the ledger into a backup and comes back with it. What they say is no matter here.
public struct TemplateStore: Sendable {
  /// The folder, whether it is there or not.
  public let folder: String

  /// The store beside a ledger.
  public init(ledger: String) { folder = ledger + Self.suffix }

  /// What a folder is called after its ledger.
  private static let suffix = ".templates"
  private static let prefix = Backup.ledgerName + suffix + "/"

  /// The names of its files, in order; those that a manifest could not name on a line are left out.
  var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { Self.isPlain($0) && isFile($0) }.sorted()
  }

  private func url(_ name: String) -> URL {
    URL(fileURLWithPath: folder).appendingPathComponent(name)
  }

  private func isFile(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url(name).path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\\")
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// The file that a line of a backup's manifest names; nil where it names none of these.
  static func file(inManifest name: String) -> String? {
    guard name.hasPrefix(prefix) else { return nil }
    let file = String(name.dropFirst(prefix.count))
    return isPlain(file) ? file : nil
  }

  /// Copies all files of another store.
  ///
  /// - Returns: The lines of a backup's manifest.
  func takeAll(from other: TemplateStore) throws -> [String] {
    try other.names.map { name in
      try take(name, from: other)
      return "\(try LedgerFile.checksum(of: url(name)))  \(Self.prefix)\(name)"
    }
  }

  /// Copies a file of another store, unless one of its name is here: that is the one in use.
  ///
  /// - Returns: Whether it was copied.
  @discardableResult
  func take(_ name: String, from other: TemplateStore) throws -> Bool {
    guard !FileManager.default.fileExists(atPath: url(name).path) else { return false }
    try LedgerFile.makeFolder(folder)
    try Data(contentsOf: other.url(name)).write(to: url(name), options: .atomic)
    Sharing(in: folder).settle(url(name).path)
    return true
  }

  /// Takes files away again, and the folder where it is empty then.
  func remove(_ names: [String]) {
    for name in names { try? FileManager.default.removeItem(at: url(name)) }
    rmdir(folder)
  }
}
