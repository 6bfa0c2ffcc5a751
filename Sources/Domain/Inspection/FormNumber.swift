import Almanac

/// The number of a printed form (表号): derived from round and place, so that printing writes nothing.
///
/// Six digits that stand for the occurrence, a dash, and two check digits by which every wrong digit
/// and every exchange of neighbours is noticed.
///
/// Source: ISO/IEC 7064, MOD 97-10, for the check digits.
public struct FormNumber: Hashable, Sendable, CustomStringConvertible {
  /// Eight digits, the check digits last.
  private let digits: String

  /// The number of an occurrence's form.
  public init(_ occurrence: OccurrenceKey) {
    let body = padded(Int(Self.hash(occurrence.description) % 1_000_000), 6)
    let check = 98 - (Int(body) ?? 0) * 100 % 97
    digits = body + padded(check, 2)
  }

  /// Reads a number as typed; spaces, dashes and full-width digits do not matter.
  ///
  /// - Returns: nil unless it has eight digits and the last two are right.
  public init?(_ text: String) {
    let typed = text.filter { !$0.isWhitespace && $0 != "-" && $0 != "－" }
    let values = typed.compactMap(\.wholeNumberValue)
    guard values.count == 8, values.count == typed.count else { return nil }
    let digits = values.map(String.init).joined()
    guard Int(digits).map({ $0 % 97 == 1 }) == true else { return nil }
    self.digits = digits
  }

  /// As `482913-57`.
  public var description: String { "\(digits.prefix(6))-\(digits.suffix(2))" }

  /// FNV-1a with 64 bits, the same on every machine.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// A reason a form number was refused. Nothing was written.
public enum FormError: Refusal, Hashable {
  case miswritten(String)
  case otherPlace(String)

  public var kind: RefusalKind { .badData }
  public var message: Bilingual {
    switch self {
    case .miswritten(let text):
      Bilingual(
        zh: "表号“\(text)”有误，请对照表上重填。", en: "“\(text)” is not a form number; read it again.")
    case .otherPlace(let text):
      Bilingual(
        zh: "表号“\(text)”是别处或别的轮次的表。",
        en: "Form \(text) belongs to another place or round.")
    }
  }
}
