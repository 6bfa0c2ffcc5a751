import Almanac
import Canvas

/// What a check of the whole ledger found.
public struct LedgerCheck: Sendable {
  /// Something wrong or to be known.
  public struct Finding: Sendable {
    /// The row of the journal; nil for what is not of one row.
    public var row: Int?
    /// What it is, without the row.
    public var what: Bilingual

    /// A finding at a row of the journal, or at none.
    public init(row: Int?, what: Bilingual) {
      self.row = row
      self.what = what
    }
  }

  /// Lines of the journal.
  public var events: Int
  /// Lines with a good signature.
  public var signed: Int
  /// Lines that nobody had to sign.
  public var unsigned: Int
  /// Months sealed, each as often as it was.
  public var seals: Int
  /// What is wrong, in order of row.
  public var problems: [Finding]
  /// What is no fault and yet to be known.
  public var notices: [Finding]

  /// The outcome of a check.
  public init(
    events: Int, signed: Int, unsigned: Int, seals: Int, problems: [Finding], notices: [Finding]
  ) {
    self.events = events
    self.signed = signed
    self.unsigned = unsigned
    self.seals = seals
    self.problems = problems
    self.notices = notices
  }
}

/// The outcome of a check of the ledger, in the person's words.
struct LedgerCheckPanel: Overlay {
  let check: LedgerCheck
  private var scroll = Scroll()

  init(_ check: LedgerCheck) { self.check = check }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let count = lines(app.context).count
    return scroll.press(key, count: count, height: app.context.rows - 6) ? .stay : .close
  }

  func draw(over grid: inout Grid, _ app: App) {
    let count = check.problems.count
    let title =
      count == 0
      ? Bilingual(zh: "核验台账：没有发现问题", en: "The ledger is sound")
      : Bilingual(
        zh: "核验台账：发现 \(count) 处问题", en: "\(counted(count, "problem")) found in the ledger")
    Dialog(title: app.context(title), lines: lines(app.context), top: scroll.top).draw(over: &grid)
  }

  private func lines(_ context: Context) -> [String] {
    let width = min(70, context.columns - 8)
    func told(_ findings: [LedgerCheck.Finding]) -> [String] {
      findings.flatMap { finding -> [String] in
        let row = finding.row.map { Bilingual(zh: "第\($0)条 ", en: "Line \($0): ") }
        return Cells.wrap(context((row ?? Bilingual(verbatim: "")) + finding.what), width)
      }
    }
    let notices = told(check.notices)
    let closing = Bilingual(zh: "按任意键关闭", en: "Any key closes")
    return
      (check.problems.isEmpty
      ? [] : told(check.problems) + Cells.wrap(context(Self.advice), width) + [""])
      + counts.map { context($0) }
      + (notices.isEmpty ? [] : [""] + notices) + ["", context(closing)]
  }

  /// What was gone through.
  private var counts: [Bilingual] {
    [
      Bilingual(zh: "记录      \(check.events) 条", en: "Lines       \(check.events)"),
      Bilingual(
        zh: "签名      有签名 \(check.signed) 条，无签名 \(check.unsigned) 条",
        en: "Signatures  \(check.signed) signed, \(check.unsigned) unsigned"),
      Bilingual(zh: "月结      \(check.seals) 次", en: "Seals       \(check.seals)"),
    ]
  }

  private static let advice = Bilingual(
    zh: "请不要再改动台账库，先告诉管理员；没有问题的备份可用 xunjian restore 恢复到别处。",
    en:
      "Leave the ledger as it is and tell the administrator; xunjian restore puts a good backup elsewhere."
  )
}
