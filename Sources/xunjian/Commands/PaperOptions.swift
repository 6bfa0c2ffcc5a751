import Almanac
import ArgumentParser
import Domain

/// How the office's documents are numbered, sent and signed; what is not named stays, an empty text takes
/// it away.
struct PaperOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "文号样式，如 ×统安〔{年}〕{序号}号",
      en: "how documents are numbered, as ×统安〔{year}〕{number}号"))
  var numberStyle: String?
  @Option(
    help: help(
      zh: "整改通知书的文号样式；空为“安整”号",
      en: "how rectification notices are numbered; empty for the usual series"))
  var noticeStyle: String?
  @Option(
    help: help(
      zh: "通知书文号是否留空，由公文系统编号：yes 或 no",
      en: "whether notices bear no number, for the document system gives it: yes or no"))
  var blankNumbers: YesOrNo?
  @Option(
    name: .customLong("sent-to"), help: help(zh: "报送（主送），可多次", en: "to whom, repeatable"))
  var sentTo: [String] = []
  @Option(
    name: .customLong("copied-to"), help: help(zh: "抄送，可多次", en: "copies to, repeatable"))
  var copiedTo: [String] = []
  @Option(help: help(zh: "填报人：姓名、编号或角色", en: "who fills summaries in: a name, id or role"))
  var filledBy: String?
  @Option(help: help(zh: "审核人", en: "who checks them")) var checkedBy: String?
  @Option(help: help(zh: "签发（批准）人", en: "who approves them")) var approvedBy: String?

  /// The rule with what was named; nil where nothing is left of it.
  ///
  /// - Throws: ``SetupError/badNumberStyle(_:)``.
  func changed(_ former: PaperRule) throws -> PaperRule? {
    var rule = former
    if let numberStyle { rule.number = try Self.style(numberStyle) }
    if let noticeStyle { rule.notice = try Self.style(noticeStyle) }
    if let blankNumbers { rule.leavesNumbersBlank = blankNumbers == .yes ? true : nil }
    if !sentTo.isEmpty { rule.sentTo = sentTo }
    if !copiedTo.isEmpty { rule.copiedTo = copiedTo }
    if let filledBy { rule.filledBy = filledBy }
    if let checkedBy { rule.checkedBy = checkedBy }
    if let approvedBy { rule.approvedBy = approvedBy }
    return rule == PaperRule() ? nil : rule
  }

  private static func style(_ text: String) throws -> NumberStyle? {
    text.isEmpty ? nil : try NumberStyle(typed: text)
  }
}
