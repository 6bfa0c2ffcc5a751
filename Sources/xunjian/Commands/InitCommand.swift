import Almanac
import ArgumentParser
import Domain
import Foundation
import Intake
import Ledger

/// Makes a ledger.
struct InitCommand: ParsableCommand {
  static let configuration = about("init", zh: "建立台账库", en: "make a ledger")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "按文件建立", en: "set up from a file")) var from: String?
  @Flag(help: help(zh: "只作演练", en: "for practice only")) var practice = false
  @Flag(help: help(zh: "打印样例文件", en: "print the sample file")) var printSample = false

  func run() throws {
    if printSample {
      Output.bytes(Array(Shipped.bytes("bureau.yaml")))
      return
    }
    guard !FileManager.default.fileExists(atPath: options.ledgerPath) else {
      throw LedgerError.exists(path: options.ledgerPath)
    }
    guard let from else { return try GuidedSetup.run(options, isPractice: practice) }
    if options.now != nil, !practice { throw ShellError.nowOnlyForPractice }
    var setup = try BureauFile.read(
      Files.read(from), file: from, checklists: Shipped.checklists())
    setup.isPractice = practice
    try Founding.write(setup, to: options.ledgerPath, at: Clock(from: options.now).now)
    Output.line(
      Bilingual(zh: "已建立台账库：", en: "Made the ledger ")[Speech.language] + options.ledgerPath)
    let isKnown =
      setup.organization.sharedLogins.contains(Actor.login)
      || setup.persons.contains { $0.logins.contains(Actor.login) }
    if !practice, !isKnown { Output.error(Self.unknown(Actor.login)) }
  }

  /// Said where whoever set up could only look at what was made.
  private static func unknown(_ login: String) -> Bilingual {
    Bilingual(
      zh: """
        注意：没有人员登记了登录名“\(login)”，用它只能查看。请管理员用自己的登录名执行：\
        xunjian person edit 编号 --login \(login)
        """,
      en: """
        Note: no person has the login “\(login)”, which may only look. An administrator, by a login of \
        the file, can add it: xunjian person edit ID --login \(login)
        """)
  }
}

/// Writes the first lines of a ledger.
enum Founding {
  static func write(_ setup: Setup, to path: String, at now: Moment) throws {
    var setup = setup
    for index in setup.seasons.indices { setup.seasons[index].recorded = now.day }
    let lines = try setup.decide(in: Speech.language, hash: { try Publishing.hash($0) })
    try Progress.shown {
      try LedgerFile.create(
        path: path, calendar: Shipped.calendar, lines: lines, at: now,
        progress: $0.measuring(.found))
    }
    if let warning = Mounts.warning(of: path) { Output.error(warning) }
  }
}

/// Files named on the command line.
enum Files {
  /// - Throws: ``ShellError``.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ShellError.noSuchFile(path)
    }
    guard !isFolder.boolValue else { throw ShellError.isFolder(path) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ShellError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    // Bounded, for a device may have no end; what is this large no reader takes.
    while bytes.count < 64 << 20, let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      bytes += piece
    }
    return bytes
  }

  /// The name itself, or with the first number behind it that no file has, in its folder.
  static func unusedName(like name: String) -> String {
    guard FileManager.default.fileExists(atPath: name) else { return name }
    let url = URL(fileURLWithPath: name)
    let (stem, suffix) = (url.deletingPathExtension().relativePath, url.pathExtension)
    let names = (2...).lazy.map { "\(stem)-\($0).\(suffix)" }
    return names.first { !FileManager.default.fileExists(atPath: $0) } ?? name
  }

  /// Writes a file whole or not at all.
  ///
  /// - Throws: ``ShellError``.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ShellError.cannotWrite(path, reason: String(cString: strerror(errno)))
    }
  }
}
