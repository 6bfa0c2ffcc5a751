import Almanac

/// How the office's own documents are numbered, sent and signed; what is not said is left blank on paper.
///
/// Source: GB/T 9704-2012 7.2.5 (document number), 7.3.2 (addressee) and 7.4.2 (copies).
public struct PaperRule: Hashable, Sendable, Codable {
  /// How letters and reports are numbered, as `×统安〔{year}〕{number}号`; numbers are written whole where nil.
  public var number: NumberStyle?
  /// How rectification notices are numbered; the usual series where nil.
  public var notice: NumberStyle?
  /// Whether notices bear no number of ours, because the office's document system gives them.
  public var leavesNumbersBlank: Bool?
  /// To whom summaries are sent (主送、报送), in order.
  public var sentTo: [String]?
  /// Who is sent a copy (抄送), in order.
  public var copiedTo: [String]?
  /// Who fills a summary in (填报人), by name or as ``Role``.
  public var filledBy: String?
  /// Who checks it (审核人).
  public var checkedBy: String?
  /// Who approves and issues it (签发人).
  public var approvedBy: String?

  enum CodingKeys: String, CodingKey {
    case number
    case notice
    case leavesNumbersBlank = "blankNumbers"
    case sentTo
    case copiedTo
    case filledBy
    case checkedBy
    case approvedBy
  }

  /// A rule that leaves all blank.
  public init() {}

  /// How notices are numbered where the office has not said otherwise: 安整〔2026〕3号.
  public static let usualNotice = NumberStyle(
    rawValue: Bilingual(zh: "安整〔{year}〕{number}号", en: "安整〔{year}〕{number}号").zh)

  /// How notices are numbered; nil where they are left blank.
  public var noticeStyle: NumberStyle? {
    leavesNumbersBlank == true ? nil : notice ?? Self.usualNotice
  }

  /// One who signs, as printed: a role in the document's language, else the name.
  public static func signer(_ text: String?) -> Bilingual? {
    text.map { Role(rawValue: $0)?.name ?? Bilingual(verbatim: $0) }
  }

  /// The rule as it is kept: roles by identifier, persons by name, nothing that is empty.
  ///
  /// - Throws: ``WordingError`` or ``SetupError``.
  func checked(_ persons: [Person]) throws -> PaperRule? {
    var rule = self
    if let number { rule.number = try NumberStyle(typed: number.rawValue) }
    if let notice { rule.notice = try NumberStyle(typed: notice.rawValue) }
    if leavesNumbersBlank == false { rule.leavesNumbersBlank = nil }
    rule.sentTo = try Self.names(sentTo)
    rule.copiedTo = try Self.names(copiedTo)
    for field in [\Self.filledBy, \.checkedBy, \.approvedBy] {
      rule[keyPath: field] = try self[keyPath: field].flatMap {
        try Self.signer($0, among: persons)
      }
    }
    return rule == PaperRule() ? nil : rule
  }

  private static func names(_ typed: [String]?) throws -> [String]? {
    let names = try (typed ?? []).filter { !trimmed($0).isEmpty }.map { try Wording.name($0) }
    return names.isEmpty ? nil : names
  }

  private static func signer(_ typed: String, among persons: [Person]) throws -> String? {
    let text = trimmed(typed)
    guard !text.isEmpty else { return nil }
    let role = Role.allCases.first {
      $0.rawValue.lowercased() == text.lowercased() || $0.name.zh == text
        || $0.name.en == text.lowercased()
    }
    if let role { return role.rawValue }
    return try persons.first { $0.id.rawValue == text }?.name ?? Wording.name(text)
  }
}

/// How the numbers of a series are written, with places for the year and the number within it.
public struct NumberStyle: Hashable, Sendable, RawRepresentable, Codable {
  /// As `×统安〔{year}〕{number}号`.
  public let rawValue: String

  /// A style as it is kept, unchecked.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The places for the year and the number, as they are typed in either language.
  public static let places = (
    year: Bilingual(zh: "{年}", en: "{year}"), number: Bilingual(zh: "{序号}", en: "{number}")
  )

  /// Reads a style as typed: the places in either language, the year in whichever brackets.
  ///
  /// - Throws: ``SetupError/badNumberStyle(_:)`` unless year and number stand in it once each.
  public init(typed: String) throws {
    let (year, number) = Self.places
    let style = String(
      try Wording.name(typed).map { character -> Character in
        switch character {
        case "\u{FF5B}": "{"
        case "\u{FF5D}": "}"
        case "[", "\u{FF3B}", "\u{3010}": "\u{3014}"
        case "]", "\u{FF3D}", "\u{3011}": "\u{3015}"
        case _: character
        }
      }
    ).replacing(year.zh, with: year.en).replacing(number.zh, with: number.en)
    guard style.count(of: year.en) == 1, style.count(of: number.en) == 1,
      style.count(of: "{") == 2, style.count(of: "}") == 2
    else { throw SetupError.badNumberStyle(typed) }
    rawValue = style
  }

  /// The number of a document of a year.
  ///
  /// - Parameter number: Its place in the year's series, with the letter of a second device before it.
  public func number(_ number: String, of year: Int) -> String {
    rawValue.replacing(Self.places.year.en, with: "\(year)")
      .replacing(Self.places.number.en, with: number)
  }
}

extension PaperRule {
  /// A document number as it was typed: one that is only a place in the year's series is set in the style.
  public func number(typed text: String, of year: Int) -> String {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }),
      leavesNumbersBlank != true
    else { return text }
    return number?.number(text, of: year) ?? text
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
