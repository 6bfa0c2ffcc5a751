import Crypto
import Domain
import Foundation

/// The files of photographs and scans, in a folder beside the ledger, each once by its content.
///
/// A file is on disk before the event that names it; one that no event names is harmless.
public struct PhotographStore: Sendable {
  /// Whether a photograph's file is the one that the journal names.
  public enum State: String, Sendable {
    case sound
    case missing
    case changed
    /// There, or perhaps not: this login may not look.
    case unreadable
  }

  /// The folder, which may not be there yet.
  public let folder: String
  /// Whether the ledger's own folder is one that a group writes in.
  private let sharing: Sharing

  /// The photographs of the ledger at a path.
  init(ledger path: String) {
    folder = path + ".photos"
    sharing = Sharing(beside: path)
  }

  /// SHA-256 of a file's bytes.
  public static func checksum(of bytes: [UInt8]) -> Checksum? {
    Checksum(rawValue: SHA256.hash(data: bytes).map(hexadecimal).joined())
  }

  /// Where a file is.
  public func path(of file: some KeptFile) -> String { "\(folder)/\(file.file)" }

  /// Keeps a file's bytes, whole or not at all; those it has already stay.
  ///
  /// - Throws: ``LedgerError``.
  public func keep(_ bytes: [UInt8], as kept: some KeptFile) throws {
    try put(as: kept.file, isThere: state(of: kept) == .sound) { file in
      try file.write(contentsOf: bytes)
    }
  }

  /// Takes a file over from another folder of photographs, by copying; what is there already stays.
  ///
  /// - Returns: Whether it was not there before.
  /// - Throws: ``LedgerError``.
  @discardableResult
  func take(_ file: String, from other: PhotographStore) throws -> Bool {
    let isThere = isSound(file)
    try put(as: file, isThere: isThere) { copy in
      let original = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(other.folder)/\(file)"))
      defer { try? original.close() }
      while let piece = try original.read(upToCount: 1 << 20), !piece.isEmpty {
        try copy.write(contentsOf: piece)
      }
    }
    return !isThere
  }

  /// Whether a file is there and has its checksum.
  public func state(of file: some KeptFile) -> State {
    Self.state(at: path(of: file), checksum: file.checksum)
  }

  /// Whether a file is there and has the checksum that is its name.
  func isSound(_ file: String) -> Bool {
    Self.state(at: "\(folder)/\(file)", checksum: Self.checksum(in: file)) == .sound
  }

  /// Whether the folder is there.
  var isThere: Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file of the name and size is there, whatever is in it.
  func isLikely(_ file: some KeptFile) -> Bool {
    var status = stat()
    return lstat(path(of: file), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_size == file.size
  }

  /// Gives a file of another folder of photographs a second name here, where it is sound and the disk
  /// can do that.
  ///
  /// - Parameter isThorough: Whether its content is looked at, or its size alone.
  func link(
    _ photograph: some KeptFile, to other: PhotographStore, isThorough: Bool
  ) throws -> Bool {
    guard other.isLikely(photograph), !isThorough || other.state(of: photograph) == .sound
    else { return false }
    let target = path(of: photograph)
    try make(folder)
    try make(URL(fileURLWithPath: target).deletingLastPathComponent().path)
    return Foundation.link(other.path(of: photograph), target) == 0
  }

  /// Takes files away again that were brought by an act which did not come about.
  func remove(_ files: [String]) {
    for file in files { unlink("\(folder)/\(file)") }
  }

  /// Every file in the folder, as `ab/cdef….jpg`, in order.
  func files() -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var status = stat()
      return lstat("\(folder)/\(path)", &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }.sorted()
  }

  /// A link in place of a file counts as changed: it may lead elsewhere tomorrow.
  private static func state(at path: String, checksum: Checksum?) -> State {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == EACCES ? .unreadable : .missing }
    guard status.st_mode & S_IFMT == S_IFREG else { return .changed }
    guard let found = try? LedgerFile.checksum(of: URL(fileURLWithPath: path)) else {
      return .unreadable
    }
    return found == checksum?.rawValue ? .sound : .changed
  }

  private static let endings = Set(
    Photograph.Kind.allCases.map(\.suffix) + Scan.Kind.allCases.map(\.suffix))

  /// The checksum that a file's name consists of; nil for another file.
  static func checksum(in file: String) -> Checksum? {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2,
      let (digits, ending) = parts.last.flatMap({ name in
        name.firstIndex(of: ".").map { (name[..<$0], name[name.index(after: $0)...]) }
      }), endings.contains(String(ending))
    else { return nil }
    return Checksum(rawValue: String(parts[0] + digits))
  }
}

extension PhotographStore {
  private func put(
    as file: String, isThere: Bool, _ write: (FileHandle) throws -> Void
  ) throws {
    guard !isThere else { return }
    let target = "\(folder)/\(file)"
    let place = URL(fileURLWithPath: target).deletingLastPathComponent().path
    try make(folder)
    try make(place)
    let draft = "\(place)/.new-\(UUID().uuidString)"
    do {
      let handle = try create(draft)
      defer { try? handle.close() }
      try write(handle)
      guard fsync(handle.fileDescriptor) == 0 else { throw failure(draft) }
      guard rename(draft, target) == 0 else { throw failure(target) }
      Self.settle(place)
    } catch {
      let reason = errno
      unlink(draft)
      throw error is LedgerError ? error : failure(target, reason)
    }
  }

  private func create(_ path: String) throws -> FileHandle {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, sharing.fileMode)
    guard file >= 0 else { throw failure(path) }
    sharing.settle(path)
    return FileHandle(fileDescriptor: file, closeOnDealloc: false)
  }

  /// Makes a folder for the ledger's owner alone, or for the group that shares the ledger.
  private func make(_ folder: String) throws {
    if sharing.makeFolder(folder) {
      Self.settle(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    } else if errno != EEXIST {
      throw failure(folder)
    }
  }

  /// Has the system write down what a folder holds.
  private static func settle(_ folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = fsync(file)
    close(file)
  }

  private func failure(_ path: String, _ code: Int32 = errno) -> LedgerError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path)
      : .cannotCreate(path: path, reason: String(cString: strerror(code)))
  }
}
