import Almanac
import Domain
import Foundation

/// The folder into which a person drops photographs from a phone or a camera.
struct DropFolder {
  /// Its path.
  let path: String

  /// The most files that are looked at: the newest.
  private static let most = 200

  init(path: String) { self.path = path }

  /// The folder of this login: `XUNJIAN_PHOTOS`, else the one that was set, else that of the
  /// settings, else `xunjian-photos` at home.
  static var present: DropFolder { DropFolder(path: Settings.readAnew()[.photos].text) }

  /// Whether this login has named one, and does not go by the usual place.
  static var isNamed: Bool { Settings.readAnew()[.photos].origin != .standard }

  /// Sets the folder of this login for all its ledgers.
  ///
  /// - Throws: ``ShellError`` where it is no folder, or the setting cannot be written.
  static func set(_ path: String) throws {
    var isFolder: ObjCBool = false
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), isFolder.boolValue
    else { throw ShellError.noSuchFile(path) }
    let folder = (setting as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Files.write(Array((whole + "\n").utf8), to: setting)
  }

  private static var home: String {
    ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
  }

  /// The file that keeps the folder's path.
  private static var setting: String {
    let named = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"]
    let base = named.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
    return base + "/xunjian/photos-folder"
  }

  /// What lies in it: ordinary files, the newest first; links and hidden files are left alone.
  func listing() -> DropListing {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    var unnamed = 0
    let files = (names ?? []).filter { !$0.hasPrefix(".") }.compactMap { name -> DropFile? in
      var status = stat()
      guard lstat(file(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        // A name that is no UTF-8 has been read with other bytes in place of its own.
        if errno == ENOENT, name.contains("\u{FFFD}") { unnamed += 1 }
        return nil
      }
      return DropFile(
        name: name, size: Int(status.st_size),
        modified: Moment(secondsSince1970: status.st_mtim.tv_sec))
    }
    let newest = files.sorted { ($1.modified, $0.name) < ($0.modified, $1.name) }
    return DropListing(
      folder: path, exists: names != nil, files: Array(newest.prefix(Self.most)),
      unnamed: unnamed)
  }

  /// The path of one of its files.
  func file(_ name: String) -> String { "\(path)/\(name)" }
}
