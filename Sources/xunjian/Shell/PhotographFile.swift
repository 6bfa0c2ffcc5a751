import Almanac
import Domain
import Foundation
import Intake
import Ledger

/// A photograph read from a person's file and checked, with the bytes to keep.
struct PhotographFile {
  let photograph: Photograph
  let bytes: [UInt8]

  /// Reads a file and looks at what is in it.
  ///
  /// - Throws: ``ShellError`` where it cannot be read, ``ImageError`` where it is no photograph.
  init(path: String, role: Photograph.Role) throws {
    let name = (path as NSString).lastPathComponent
    let image = try ImageFile(Attachment.read(path), name: name)
    guard let checksum = PhotographStore.checksum(of: image.bytes) else {
      throw ImageError(file: name, fault: .damaged)
    }
    bytes = image.bytes
    photograph = Photograph(
      role: role, checksum: checksum, name: name, size: image.bytes.count, kind: image.kind,
      taken: image.taken)
  }
}

/// A scan of a paper read from a person's file and checked, with the bytes to keep.
struct ScannedPaper {
  let scan: Scan
  let bytes: [UInt8]

  /// Reads a file and looks at what is in it.
  ///
  /// - Throws: ``ShellError`` where it cannot be read, ``ImageError`` where it is no scan.
  init(path: String) throws {
    let name = (path as NSString).lastPathComponent
    let file = try ScanFile(Attachment.read(path), name: name)
    guard let checksum = PhotographStore.checksum(of: file.bytes) else {
      throw ImageError(file: name, fault: .damaged)
    }
    bytes = file.bytes
    scan = Scan(checksum: checksum, name: name, size: file.bytes.count, kind: file.kind)
  }
}

/// A person's file that is to be kept beside the ledger.
enum Attachment {
  /// At most one byte more than may be taken: a device or a pipe may have no end.
  static func read(_ path: String) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ShellError.noSuchFile(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw ShellError.isFolder(path)
    case _: throw ShellError.unreadable(path, reason: notAFile[Speech.language])
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ShellError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    defer { try? file.close() }
    do {
      return [UInt8](try file.read(upToCount: ImageFile.largest + 1) ?? Data())
    } catch {
      throw ShellError.unreadable(path, reason: error.localizedDescription)
    }
  }

  private static let notAFile = Bilingual(zh: "不是普通文件", en: "it is no ordinary file")
}

extension Session {
  /// Records what a person asks, with the photographs and the scan that it names, all of it or nothing.
  ///
  /// A file is on disk before the line that names it, and not written where the act is refused.
  @discardableResult
  func perform(
    _ command: Command, photographs files: [PhotographFile] = [], scan: ScannedPaper? = nil,
    entered: Entered? = nil, by decider: Person.ID? = nil
  ) throws -> [Happening] {
    var entered = entered
    entered?.scan = scan?.scan
    return try perform(deciding: [command], entered: entered, by: decider ?? actor().id) { lines in
      if let scan { try ledger.photographs.keep(scan.bytes, as: scan.scan) }
      for case .hazard(.photographed(let photograph)) in lines.map(\.event) {
        let file = files.first { $0.photograph.checksum == photograph.checksum }
        guard let file else { continue }
        try ledger.photographs.keep(file.bytes, as: photograph)
      }
    }
  }
}

/// Shows a photograph or a scan with the desktop's own program.
enum Desktop {
  /// Opens a copy, so that no viewer can change the file that the ledger names.
  ///
  /// - Parameter waits: Whether to wait until the viewer has taken it, and tell where it could not.
  /// - Throws: ``ShellError`` where there is no desktop, or the file is not as it was attached.
  static func open(
    _ file: some KeptFile, of store: PhotographStore, waits: Bool = true
  ) throws {
    let environment = ProcessInfo.processInfo.environment
    let isThere = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    guard isThere else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "这里没有桌面，打不开；文件在 \(store.path(of: file))。",
          en: "There is no desktop here to show it; the file is \(store.path(of: file))."))
    }
    guard store.state(of: file) == .sound else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“\(file.name)”缺失或与附上时不符；请用 verify 核验。",
          en: "“\(file.name)” is missing or changed; see verify."))
    }
    let copy = try self.copy(of: file, from: store)
    let failed = ShellError.plain(
      .configuration,
      Bilingual(
        zh: "xdg-open 没有打开它（需要软件包 xdg-utils 和看图软件）；副本在 \(copy)。",
        en: "xdg-open did not show it (install xdg-utils and a viewer); a copy is \(copy)."))
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    guard folders.contains(where: { access("\($0)/xdg-open", X_OK) == 0 }) else { throw failed }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", copy]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { throw failed }
    guard waits else { return }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw failed }
  }

  private static func copy(of file: some KeptFile, from store: PhotographStore) throws -> String {
    let folder = NSTemporaryDirectory() + "xunjian-photos-\(getuid())"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == getuid()
    else { throw ShellError.cannotWrite(folder, reason: String(cString: strerror(EPERM))) }
    let copy = "\(folder)/\(file.checksum.short).\(file.suffix)"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path(of: file)))
    try Files.write([UInt8](bytes), to: copy)
    return copy
  }
}
