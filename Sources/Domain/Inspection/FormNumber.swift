import Almanac

/// The number of a printed form: five digits for the round, four for the room, a check digit, as
/// `41872-0305-X`. It is worked out from plan, period and place alone, so printing writes nothing.
///
/// The check digit is ISO 7064 MOD 11-2, as in the identity number of GB 11643: every wrong digit and
/// every exchange of neighbours is caught.
public struct FormNumber: Hashable, Sendable, CustomStringConvertible {
  /// Nine digits and the check digit, without hyphens.
  private let digits: String

  /// The number of the form of one place in one round.
  public init(_ occurrence: OccurrenceKey) {
    let round = padded(Self.spread(occurrence.round.description, over: 100_000), 5)
    let body = round + Self.room(occurrence.place.rawValue)
    digits = body + String(Self.checkDigit(body))
  }

  /// Reads a number as typed, with or without hyphens and spaces, in full-width digits too.
  ///
  /// - Throws: ``FormNumberError`` if it is none, or its check digit does not fit.
  public init(typed text: String) throws(FormNumberError) {
    let plain = text.map(\.halfWidth).filter { $0 != "-" && $0 != " " }
    let digits = String(plain).uppercased()
    guard digits.count == 10, digits.dropLast().allSatisfy(\.isDigit),
      digits.last.map({ $0.isDigit || $0 == "X" }) ?? false
    else { throw .malformed(text) }
    guard digits.last == Self.checkDigit(String(digits.dropLast())) else {
      throw .wrongDigit(text)
    }
    self.digits = digits
  }

  /// As it is printed: `41872-0305-X`.
  public var description: String {
    "\(digits.prefix(5))-\(digits.dropFirst(5).prefix(4))-\(digits.suffix(1))"
  }

  /// Checks that the number is that of an occurrence's form.
  ///
  /// - Throws: ``FormNumberError`` for the form of another round or place.
  public func require(_ occurrence: OccurrenceKey) throws(FormNumberError) {
    let wanted = FormNumber(occurrence)
    guard self != wanted else { return }
    throw digits.prefix(5) == wanted.digits.prefix(5)
      ? .otherPlace(description) : .otherRound(description)
  }

  /// ISO 7064 MOD 11-2: the digit that makes the sum of digit × 2^position come to 1 modulo 11.
  static func checkDigit(_ digits: String) -> Character {
    let sum = digits.reduce(0) { ($0 + ($1.wholeNumberValue ?? 0)) * 2 % 11 }
    let check = (12 - sum) % 11
    return check == 10 ? "X" : Character(String(check))
  }

  /// A room's own number where it has one of at most four digits; a spread of its id otherwise.
  private static func room(_ id: String) -> String {
    if (1...4).contains(id.count), id.allSatisfy(\.isDigit), let number = Int(id) {
      return padded(number, 4)
    }
    return padded(spread(id, over: 10_000), 4)
  }

  /// The FNV-1a hash of a text's UTF-8, 64 bits, modulo a count.
  private static func spread(_ text: String, over count: UInt64) -> Int {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int(hash % count)
  }
}

/// A reason a form number was refused.
public enum FormNumberError: Refusal, Hashable {
  case malformed(String)
  case wrongDigit(String)
  case otherPlace(String)
  case otherRound(String)

  /// Always bad data.
  public var kind: RefusalKind { .badData }

  /// What is wrong, and what to do.
  public var message: Bilingual {
    switch self {
    case .malformed(let text):
      Bilingual(
        zh: "“\(text)”不是表号；表号如 41872-0305-7，印在检查表上。",
        en: "“\(text)” is no form number; one looks like 41872-0305-7, printed on the form.")
    case .wrongDigit(let text):
      Bilingual(
        zh: "表号“\(text)”校验不符，请核对每一位。",
        en: "The check digit of form “\(text)” does not fit; compare every digit.")
    case .otherPlace(let text):
      Bilingual(
        zh: "表号“\(text)”是本轮另一场所的检查表，请核对场所。",
        en: "Form “\(text)” is that of another place of this round; check the place.")
    case .otherRound(let text):
      Bilingual(
        zh: "表号“\(text)”不是此处本轮的检查表，请核对轮次和场所。",
        en: "Form “\(text)” is not this round's; check the round and the place.")
    }
  }
}
