import Almanac

/// All that deciding about a seal needs, as the ledger holds it.
public struct Sealing: Sendable {
  /// The summary as it stands.
  public var summary: MonthlySummary
  /// The month's seals so far, in order.
  public var seals: [Seal]
  /// Walks of the month's rounds that were begun and not signed.
  public var drafts: [OccurrenceKey]
  /// The last line of each chain.
  public var heads: [ChainHead]

  /// What is known of a month that is to be sealed.
  public init(
    summary: MonthlySummary, seals: [Seal], drafts: [OccurrenceKey], heads: [ChainHead]
  ) {
    self.summary = summary
    self.seals = seals
    self.drafts = drafts
    self.heads = heads
  }

  /// Seals the month.
  ///
  /// - Parameters:
  ///   - reason: Why, where it amends a seal or is forced; printed.
  ///   - force: Whether to seal before the month's end or over open drafts.
  ///   - wording: The wording of the paper by language, kept with it.
  /// - Throws: ``NotPermitted`` or ``SealError``.
  func decide(
    reason: String?, force: Bool, wording: [String: String]?, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.seal) else { throw NotPermitted(.seal) }
    let month = summary.month
    guard month <= situation.today.month else { throw SealError.notBegun(month) }
    let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if force, reason == nil { throw SealError.forcedWithoutReason }
    if !force {
      guard situation.today > month.last else { throw SealError.notEnded(month) }
      guard drafts.isEmpty else { throw SealError.openDrafts(month, drafts) }
    }
    guard seals.isEmpty || reason != nil else {
      throw SealError.sealed(month, number: seals.count)
    }
    let isForced = force && (situation.today <= month.last || !drafts.isEmpty)
    let sealed = SealedMonth(
      number: seals.count + 1, reason: reason, isForced: isForced, form: Seal.presentForm,
      heads: heads, summary: summary, wording: wording)
    return [Happening(.seal(month), .sealed(sealed))]
  }
}

/// A reason a month was not sealed.
public enum SealError: Refusal, Hashable {
  case notBegun(Month)
  case notEnded(Month)
  case openDrafts(Month, [OccurrenceKey])
  case sealed(Month, number: Int)
  case forcedWithoutReason
  case noSuchSeal(Month, number: Int)
  case notACode(String)

  /// What was asked does not hold, or is not there.
  public var kind: RefusalKind {
    switch self {
    case .notBegun, .notEnded, .openDrafts, .sealed, .forcedWithoutReason, .notACode: .badData
    case .noSuchSeal: .noSuchSubject
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .notBegun(let month):
      Bilingual(zh: "\(month) 还没有开始，不能月结。", en: "\(month) has not begun; it cannot be sealed.")
    case .notEnded(let month):
      Bilingual(
        zh: "\(month) 还没有结束，\(month.next.first) 起可以月结；确需提前的，用 --force 并以 --reason 写明原因。",
        en: """
          \(month) is not over; it can be sealed from \(month.next.first). To seal it before, use \
          --force and say why with --reason.
          """)
    case .openDrafts(let month, let drafts):
      Bilingual(
        zh: "\(month) 还有 \(drafts.count) 份未签名的草稿，请先签名或丢弃（draft list）：\n"
          + drafts.map { "  \($0)" }.joined(separator: "\n"),
        en: "Drafts of \(month) that are not signed: \(drafts.count). Sign or discard them first "
          + "(draft list):\n" + drafts.map { "  \($0)" }.joined(separator: "\n"))
    case .sealed(let month, let number):
      Bilingual(
        zh: "\(month) 已月结（第\(number)次）；要更正，请用 --reason 写明原因再次月结，原月结保留。",
        en: """
          \(month) is sealed (no. \(number)). To amend it, seal it again and say why with --reason; \
          the former seal stays.
          """)
    case .forcedWithoutReason:
      Bilingual(
        zh: "提前或带草稿月结须写明原因（命令用 --reason），原因会印在汇总表上。",
        en: "To seal early or over drafts, say why (--reason); it is printed on the summary.")
    case .noSuchSeal(let month, let number):
      Bilingual(
        zh: "\(month) 没有第\(number)次月结；用 seal list 查看。",
        en: "\(month) has no seal no. \(number); see seal list.")
    case .notACode(let text):
      Bilingual(
        zh: "“\(text)”不是校验码：校验码为20位字母和数字，4位一组，印在每页页眉。",
        en: """
          “\(text)” is no check code: one has 20 letters and digits in groups of four and stands at \
          the head of each page.
          """)
    }
  }
}
