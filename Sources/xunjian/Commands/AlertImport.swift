import Almanac
import ArgumentParser
import Domain
import Foundation
import Intake

/// Takes in alert messages as agencies send them (CAP 1.2): files, a folder's, or standard input.
struct AlertImport: ParsableCommand {
  static let configuration = about(
    "import", zh: "导入预警报文（CAP 1.2）", en: "take in alert messages (CAP 1.2)")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "文件、文件夹，或 - 表示标准输入", en: "files, folders, or - for standard input"))
  var sources: [String] = []
  @Option(
    help: help(
      zh: "看守文件夹，有新报文即导入，直到 Ctrl-C", en: "take files as they are dropped there, until Ctrl-C"))
  var watch: String?

  func validate() throws {
    guard sources.isEmpty != (watch == nil) else {
      throw ValidationError(
        Bilingual(
          zh: "请给出文件或文件夹，或用 --watch 指明文件夹。", en: "Name files or folders, or a folder with --watch.")[
            Speech.language])
    }
  }

  func run() throws {
    if let watch { return try AlertWatch(folder: watch, options: options).run() }
    var intake = AlertIntake(session: try Session(options))
    guard sources.contains(where: AlertFolder.isFolder) || sources.count > 1 else {
      return try intake.takeOne(sources[0])
    }
    let files = try sources.flatMap(AlertFolder.files)
    try Progress.shown { try intake.takeAll(files, $0.measuring(.takeIn)) }
    intake.tell()
    if intake.refused > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}

/// Writes messages into the ledger, each an act of its own that may be refused by itself.
struct AlertIntake {
  /// A message with the name of its file.
  struct Read {
    var file: String
    var message: CAPMessage
  }

  let session: Session
  private(set) var recorded = 0
  private(set) var repeated = 0
  private(set) var refused = 0
  /// The alerts in force when they were last looked at.
  private var inForce: Set<Alert.ID> = []

  init(session: Session) { self.session = session }

  /// Reads one file, not further than a message may be long.
  ///
  /// - Throws: ``ShellError`` or ``IntakeError``.
  static func read(_ path: String) throws -> Read {
    let bytes = try AlertFolder.bytes(path)
    return Read(file: path, message: try CAPFile.read(bytes, file: path))
  }

  /// Takes in one message; whatever is wrong with it ends the command.
  mutating func takeOne(_ path: String) throws {
    try record(Self.read(path))
  }

  /// Reads all files first, then takes their messages in; a step of the progress for each file and message.
  ///
  /// - Throws: What concerns all of them, such as a missing permission, or what `progress` throws.
  mutating func takeAll(_ files: [String], _ progress: Meter.Progress) throws {
    var good: [Read] = []
    for (count, file) in files.enumerated() {
      try progress(count, 2 * files.count)
      do {
        good.append(try Self.read(file))
      } catch {
        try refuse(error)
      }
    }
    try take(good) { try progress(2 * files.count - good.count + $0, 2 * files.count) }
  }

  /// Takes in messages in the order in which they were sent.
  ///
  /// - Parameter progress: Told before each how many are done; what it throws leaves the rest.
  /// - Throws: What concerns all of them, such as a missing permission, or what `progress` throws.
  mutating func take(_ messages: [Read], progress: (Int) throws -> Void = { _ in }) throws {
    let inOrder = messages.sorted { ($0.message.sent, $0.file) < ($1.message.sent, $1.file) }
    for (count, read) in inOrder.enumerated() {
      try progress(count)
      do {
        try record(read)
      } catch let error as AlertError {
        try refuse(error, of: read.file)
      }
    }
  }

  /// Says why a file was refused, on one line.
  ///
  /// - Throws: What is no refusal of this file alone.
  mutating func refuse(_ error: any Error, of file: String? = nil) throws {
    guard error is IntakeError || error is AlertError || error is ShellError,
      let failure = Failure(error)
    else { throw error }
    refused += 1
    let place = Bilingual(zh: file.map { $0 + "：" } ?? "", en: file.map { $0 + ": " } ?? "")
    Output.error(place + failure.message)
  }

  private mutating func record(_ read: Read) throws {
    let lines = try session.perform(.receiveAlert(read.message))
    let entry = try session.alertEntries().first { read.message.isSame($0.message) }
    lines.isEmpty ? (repeated += 1) : (recorded += 1)
    let again = lines.isEmpty ? Bilingual(zh: "（已有）", en: " (known)") : Bilingual(verbatim: "")
    if let entry {
      let words = entry.title + Bilingual(verbatim: "  ") + entry.standing + again
      Output.line("\(entry.message.id)  \(words[session.language])")
    }
  }

  /// Says which alerts have run out since it was last asked: no message tells of that.
  ///
  /// - Throws: ``LedgerError``.
  mutating func tellOfExpiry() throws {
    let entries = try session.alertEntries()
    for entry in entries where entry.state == .expired && inForce.contains(entry.message.id) {
      let words = entry.title + Bilingual(verbatim: "  ") + entry.state.name
      Output.line("\(entry.message.id)  \(words[session.language])")
    }
    inForce = Set(entries.filter { $0.state == .inForce }.map(\.message.id))
  }

  /// The count of all.
  func tell() {
    let words = Bilingual(
      zh: "登记 \(recorded)，已有 \(repeated)，拒绝 \(refused)",
      en: "recorded \(recorded), known \(repeated), refused \(refused)")
    Output.line(words[session.language])
  }
}

/// Files of alert messages on disk.
enum AlertFolder {
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The file itself, or a folder's `*.xml` by name: regular files only, so that no link leads elsewhere.
  ///
  /// - Throws: ``ShellError``.
  static func files(_ path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw ShellError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    return names.filter { $0.lowercased().hasSuffix(".xml") && !$0.hasPrefix(".") }.sorted()
      .map { (path.hasSuffix("/") ? path : path + "/") + $0 }
      .filter { stamp(of: $0) != nil }
  }

  /// What tells a regular file from another or from itself as it was; nil for anything else.
  static func stamp(of path: String) -> String? {
    guard let found = try? FileManager.default.attributesOfItem(atPath: path),
      found[.type] as? FileAttributeType == .typeRegular, let changed = found[.modificationDate],
      let size = found[.size], let number = found[.systemFileNumber], let date = changed as? Date
    else { return nil }
    return "\(number) \(size) \(date.timeIntervalSince1970)"
  }

  /// The first bytes of a file, one more than a message may have.
  ///
  /// - Throws: ``ShellError``.
  static func bytes(_ path: String) throws -> [UInt8] {
    let limit = CAPFile.maximumBytes + 1
    if path == "-" { return try bytes(of: .standardInput, limit, path) }
    guard FileManager.default.fileExists(atPath: path) else { throw ShellError.noSuchFile(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ShellError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    defer { try? handle.close() }
    return try bytes(of: handle, limit, path)
  }

  private static func bytes(
    of handle: FileHandle, _ limit: Int, _ path: String
  ) throws -> [UInt8] {
    var found: [UInt8] = []
    do {
      while found.count < limit, let more = try handle.read(upToCount: limit - found.count),
        !more.isEmpty
      { found += more }
    } catch {
      throw ShellError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    return found
  }
}
