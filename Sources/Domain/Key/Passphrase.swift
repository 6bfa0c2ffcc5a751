import Almanac

/// What a person types to open the private half of a key: a PIN of digits or a longer passphrase.
public struct Passphrase: Hashable, Sendable {
  /// The fewest characters.
  public static let shortest = 6
  /// Minutes for which it is remembered where the office has not said otherwise.
  public static let usualMinutes = 15
  /// The most minutes for which an office may have it remembered: a working day.
  public static let longestMinutes = 480

  /// The characters, of ASCII only: what an input method makes of a digit is the digit.
  public let text: String

  /// What was typed, to be tried on a key. Characters in full width are read as those in half width.
  public init(_ typed: String) {
    let scalars = typed.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    text = String(String.UnicodeScalarView(scalars))
  }

  /// One that is to protect a key from now on.
  ///
  /// - Throws: ``PassphraseError`` for one that is too easily guessed or cannot be typed everywhere.
  public init(choosing typed: String) throws(PassphraseError) {
    self.init(typed)
    let scalars = Array(text.unicodeScalars)
    guard scalars.allSatisfy({ ("!"..."~").contains($0) || $0 == " " }) else { throw .notASCII }
    guard scalars.count >= Self.shortest else { throw .tooShort }
    let steps = Set(zip(scalars.dropFirst(), scalars).map { Int($0.value) - Int($1.value) })
    guard steps.count > 1 || ![-1, 0, 1].contains(steps.first) else { throw .tooEasy }
  }
}

/// A reason a PIN or passphrase was not taken.
public enum PassphraseError: Refusal, Hashable {
  case tooShort
  case notASCII
  case tooEasy
  case wrong
  case different
  case minutes(Int)

  /// Not permitted for a wrong one.
  public var kind: RefusalKind {
    switch self {
    case .wrong: .notPermitted
    case .tooShort, .notASCII, .tooEasy, .different, .minutes: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .tooShort:
      Bilingual(
        zh: "PIN 至少\(Passphrase.shortest)位数字，口令至少\(Passphrase.shortest)个字符。",
        en: """
          A PIN has \(Passphrase.shortest) digits at least, a passphrase \(Passphrase.shortest) \
          characters.
          """)
    case .notASCII:
      Bilingual(
        zh: "PIN 和口令只能用数字、英文字母和半角符号；输入法开着请按 Shift 切英文。",
        en: "A PIN or passphrase has digits, Latin letters and ASCII signs only.")
    case .tooEasy:
      Bilingual(
        zh: "这样的 PIN 太好猜（全部相同或连号），请换一个。",
        en: "That is too easily guessed (all the same, or in a row); take another.")
    case .wrong:
      Bilingual(zh: "PIN 或口令不对，没有写入。", en: "The PIN or passphrase is wrong; nothing was written.")
    case .different: Bilingual(zh: "两次输入的不一样，没有改动。", en: "The two differ; nothing was changed.")
    case .minutes(let minutes):
      Bilingual(
        zh: "\(minutes) 分钟不行：请写 0 到 \(Passphrase.longestMinutes)，0 为每次都问。",
        en: "\(minutes) minutes will not do: 0 to \(Passphrase.longestMinutes), 0 to ask each time."
      )
    }
  }
}
