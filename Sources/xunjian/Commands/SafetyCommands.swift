import Almanac
import ArgumentParser
import Domain
import Foundation
import Ledger

/// Walks the chain and compares the registers.
struct VerifyCommand: ParsableCommand {
  static let configuration = about("verify", zh: "核验台账", en: "check the ledger")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "纸上的校验码", en: "the check code on a paper")) var code: String?
  @Option(
    name: .customLong("copy"),
    help: help(zh: "再与这份副本（台账库文件）比对，可多次", en: "ask this copy of the ledger too, repeatable"))
  var copies: [String] = []
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    for copy in copies where !FileManager.default.isReadableFile(atPath: copy) {
      throw LedgerError.missing(path: copy)
    }
    let code = try code.map { typed in
      guard let code = CheckCode(typed) else { throw SealError.notACode(typed) }
      return code
    }
    // Not as a person's session, which needs registers that can be read.
    let ledger = try LedgerFile.shown(options.ledgerPath)
    let found = try Progress.shown {
      try ledger.verify(against: copies, progress: $0.measuring(.verify))
    }
    let seal = code.flatMap(found.seal)
    if json {
      try Output.json(VerificationJSON(found, seal: seal))
    } else {
      let lines =
        [Self.outcome(found)]
        + (found.problems + found.photographs + found.notices).map(Self.line)
      for line in lines + (code == nil ? [] : [Self.outcome(found, of: seal)]) {
        Output.line(line[Speech.language])
      }
    }
    let isPrinted = code == nil || seal.map(found.isSound) ?? false
    if !found.isGood || !isPrinted { throw ExitCode(ExitStatus.negative.rawValue) }
  }

  private static func outcome(_ found: Verification) -> Bilingual {
    let count = found.problems.count + found.photographs.count
    return found.isGood
      ? Bilingual(
        zh: "核验无误：\(found.events) 条记录，有签名 \(found.signed) 条，无签名 \(found.unsigned) 条",
        en: """
          All is well: \(counted(found.events, "line")), \(found.signed) signed, \
          \(found.unsigned) unsigned
          """)
      : Bilingual(
        zh: "发现 \(count) 处问题", en: "\(counted(count, "problem")) found")
  }

  private static func line(_ problem: Verification.Problem) -> Bilingual {
    let row = problem.line.map { Bilingual(zh: "第\($0)条 ", en: "line \($0): ") }
    return Bilingual(verbatim: "  ") + (row ?? Bilingual(verbatim: "")) + problem.what
  }

  private static func outcome(_ found: Verification, of seal: Verification.FoundSeal?) -> Bilingual
  {
    guard let seal else {
      return Bilingual(
        zh: "本台账库没有这个校验码的月结：纸不是它印的，或它已被改动。",
        en:
          "No seal of this ledger has that code: it did not print the paper, or was changed since.")
    }
    let (month, number) = (seal.seal.month, seal.seal.number)
    guard found.isSound(before: seal) else {
      return Bilingual(
        zh: "校验码属于 \(month) 第\(number)次月结，但其前的记录有问题（见上）。",
        en:
          "The code is that of seal no. \(number) of \(month), but lines before it are wrong (above)."
      )
    }
    return Bilingual(
      zh: "校验码相符：\(month) 第\(number)次月结，\(seal.seal.at.dayAndTime)，"
        + "其前 \(seal.line - 1) 条记录即印这张纸时的记录。",
      en: """
        The code matches: seal no. \(number) of \(month), \
        \(seal.seal.at.dayAndTime); the \(seal.line - 1) lines before it are those that printed the \
        paper.
        """)
  }
}

/// `verify --json`.
struct VerificationJSON: Encodable {
  /// Something wrong.
  struct Problem: Encodable {
    @Nullable var line: Int?
    var what: Bilingual
  }

  /// The seal that a code was found on.
  struct FoundSeal: Encodable {
    var line: Int
    var month: String
    var number: Int
    var sealed: Moment
    var sound: Bool
  }

  var ok: Bool
  var events: Int
  var signed: Int
  var unsigned: Int
  var head: String
  var problems: [Problem]
  var notices: [Problem]
  @Nullable var seal: FoundSeal?

  init(_ found: Verification, seal: Verification.FoundSeal?) {
    ok = found.isGood
    events = found.events
    signed = found.signed
    unsigned = found.unsigned
    head = found.head
    problems = (found.problems + found.photographs).map { Problem(line: $0.line, what: $0.what) }
    notices = found.notices.map { Problem(line: $0.line, what: $0.what) }
    self.seal = seal.map {
      FoundSeal(
        line: $0.line, month: $0.seal.month.description, number: $0.seal.number,
        sealed: $0.seal.at, sound: found.isSound(before: $0))
    }
  }
}

/// Folds the registers anew from the journal.
struct RebuildCommand: ParsableCommand {
  static let configuration = about("rebuild", zh: "由流水重建登记表", en: "remake the registers")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let ledger = try LedgerFile.shown(options.ledgerPath)
    try Progress.shown { try ledger.rebuild(progress: $0.measuring(.rebuild)) }
    Output.line(
      Bilingual(zh: "登记表已由流水重建。", en: "The registers were remade from the journal.")[
        Speech.language])
  }
}
