import Almanac

/// A number that a document is to bear. May be refused.
public struct DocumentNumberRequest: Hashable, Sendable {
  /// What sort of document it is.
  public var document: DocumentNumber.Kind
  /// Which of its kind.
  public var about: String
  /// Its place in the year, where the number was given outside the program; the next one when nil.
  public var serial: Int?
  /// Whether it is to be another number than one that such a document bears already.
  public var isAnother: Bool

  /// A number for a document.
  public init(
    _ document: DocumentNumber.Kind, about: String, serial: Int? = nil, isAnother: Bool = false
  ) {
    self.document = document
    self.about = about
    self.serial = serial
    self.isAnother = isAnother
  }

  /// Returns the number's name and the event that begins it.
  ///
  /// - Throws: ``DocumentNumberError``, `WordingError` or ``NotPermitted``, with nothing written.
  func decide(
    with records: some Records, in situation: Situation
  ) throws -> (DocumentNumber.ID, DocumentNumberEvent) {
    guard situation.actor.may(.issueNotice) else {
      throw NotPermitted(.issueNotice, asked: Self.act)
    }
    let about = try Wording.text(about)
    guard !about.isEmpty else { throw DocumentNumberError.aboutMissing }
    let rule = try records.bureau.organization.paperRule
    guard let style = rule.number, rule.leavesNumbersBlank != true else {
      throw DocumentNumberError.noStyle
    }
    guard style != rule.noticeStyle else { throw DocumentNumberError.sameSeries }
    let drawn = try records.documentNumbers()
    if !isAnother, let former = drawn.last(where: { $0.isOf(document, about: about) }) {
      throw DocumentNumberError.drawnAlready(former.content.number)
    }
    if let serial, serial < 1 { throw DocumentNumberError.badSerial(serial) }
    var numbering = situation.numbering
    let taken = numbering.takeDocument(style, serial: serial)
    if drawn.contains(where: { $0.id == taken.id || $0.content.number == taken.number }) {
      throw DocumentNumberError.taken(taken.number)
    }
    return (
      taken.id,
      .drawn(
        .init(
          series: style, year: numbering.year, serial: taken.serial, number: taken.number,
          document: document, about: about))
    )
  }

  /// What is asked for, where somebody may not.
  static let act = Bilingual(zh: "取文号", en: "draw a document number")
}

extension DocumentNumber {
  /// Returns the event of its being withdrawn; it is never given again.
  ///
  /// - Throws: ``DocumentNumberError``, `WordingError` or ``NotPermitted``, with nothing written.
  func withdrawing(reason: String, in situation: Situation) throws -> DocumentNumberEvent {
    guard situation.actor.may(.issueNotice) else {
      throw NotPermitted(.issueNotice, asked: DocumentNumberRequest.act)
    }
    guard withdrawn == nil else { throw DocumentNumberError.withdrawnAlready(content.number) }
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw DocumentNumberError.reasonMissing }
    return .withdrawn(reason: reason)
  }
}

/// A reason an act on a document number was refused. Nothing was written.
public enum DocumentNumberError: Refusal, Hashable {
  case noSuchNumber(String)
  /// The office has set no style, or leaves numbers to its document system.
  case noStyle
  /// Letters and notices are numbered in one style, and counted apart.
  case sameSeries
  /// The document bears one already.
  case drawnAlready(String)
  case taken(String)
  case badSerial(Int)
  case withdrawnAlready(String)
  case aboutMissing
  case reasonMissing

  /// Whether the number or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchNumber: .noSuchSubject
    case .noStyle, .sameSeries, .drawnAlready, .taken, .badSerial, .withdrawnAlready,
      .aboutMissing, .reasonMissing:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchNumber(let text):
      Bilingual(
        zh: "没有文号“\(text)”；用 report numbers 查看。",
        en: "There is no document number “\(text)”; see report numbers.")
    case .noStyle:
      Bilingual(
        zh: "没有设文号样式，不能自动编号；先用 organization edit --number-style 设定，"
          + "如 ×统安〔{年}〕{序号}号。",
        en: "No style of document numbers is set; set one first by organization edit "
          + "--number-style, as ×统安〔{year}〕{number}号.")
    case .sameSeries:
      Bilingual(
        zh: "整改通知书与公文的文号样式相同，会重号；请用 organization edit --notice-style 改一个。",
        en: "Notices are numbered in the same style and would bear the same numbers; change one by "
          + "organization edit --notice-style.")
    case .drawnAlready(let number):
      Bilingual(
        zh: "这份公文已有文号 \(number)；要另取一个用 --number new。",
        en: "The document bears \(number) already; --number new draws another one.")
    case .taken(let number):
      Bilingual(
        zh: "文号 \(number) 已经用过，不能再用。",
        en: "The number \(number) was given before and is not given again.")
    case .badSerial(let serial):
      Bilingual(
        zh: "序号从 1 起，不能是 \(serial)。", en: "Serial numbers begin with 1, not with \(serial).")
    case .withdrawnAlready(let number):
      Bilingual(zh: "文号 \(number) 已经作废。", en: "The number \(number) is withdrawn already.")
    case .aboutMissing:
      Bilingual(zh: "请写明是哪份公文。", en: "Say which document it is.")
    case .reasonMissing:
      Bilingual(zh: "请写明作废的原因。", en: "Say why it is withdrawn.")
    }
  }
}
