import Almanac
import ArgumentParser
import Domain
import Ledger

/// Walks the chain and compares the registers.
struct VerifyCommand: ParsableCommand {
  static let configuration = about("verify", zh: "核验台账", en: "check the ledger")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let found = try session.ledger.verify()
    if json {
      try Output.json(VerificationJSON(found))
    } else {
      let words =
        found.isGood
        ? Bilingual(
          zh: "核验无误：\(found.events) 条记录", en: "All is well: \(found.events) lines")
        : Bilingual(
          zh: "发现 \(found.problems.count) 处问题", en: "\(found.problems.count) problems found")
      Output.line(words[session.language])
      for problem in found.problems {
        let row = problem.line.map {
          Bilingual(zh: "第\($0)条 ", en: "line \($0): ")[session.language]
        }
        Output.line("  " + (row ?? "") + problem.what[session.language])
      }
    }
    if !found.isGood { throw ExitCode(ExitStatus.negative.rawValue) }
  }
}

/// `verify --json`.
struct VerificationJSON: Encodable {
  /// Something wrong.
  struct Problem: Encodable {
    @Nullable var line: Int?
    var what: Bilingual
  }

  var ok: Bool
  var events: Int
  var head: String
  var problems: [Problem]

  init(_ found: Verification) {
    ok = found.isGood
    events = found.events
    head = found.head
    problems = found.problems.map { Problem(line: $0.line, what: $0.what) }
  }
}

/// Folds the registers anew from the journal.
struct RebuildCommand: ParsableCommand {
  static let configuration = about("rebuild", zh: "由流水重建登记表", en: "remake the registers")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try session.ledger.rebuild()
    Output.line(
      Bilingual(zh: "登记表已由流水重建。", en: "The registers were remade from the journal.")[
        session.language])
  }
}
