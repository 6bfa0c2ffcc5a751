import Almanac
import Crypto
import CryptoExtras
import Domain
import Foundation

/// What a key's file holds: whose key it is in which ledger, and its private half, open or under a
/// passphrase.
///
/// A passphrase opens it by scrypt (RFC 7914) and ChaCha20-Poly1305 (RFC 8439); ledger, person and public
/// half are authenticated with it, so that no file can be passed off as another's.
public struct KeyFile: Sendable {
  /// The work that each guess at a passphrase costs: scrypt's N, with r = 8 and p = 1.
  public struct Cost: Hashable, Sendable {
    /// N, a power of two; 1,024 bytes of memory each.
    public var rounds: Int

    /// Some 128 MiB and a good part of a second.
    public static let usual = Cost(rounds: 1 << 17)
    /// Nearly none, for tests.
    public static let least = Cost(rounds: 2)
    /// What is still read: a file that asks for more is damaged.
    static let greatest = Cost(rounds: 1 << 20)
  }

  /// The ledger's id.
  public let ledger: String
  /// Whose key it is.
  public let person: Person.ID
  /// The public half.
  public let publicKey: PublicKey
  private let half: Half

  private enum Half {
    case open(Data)
    case sealed(Envelope)
  }

  /// Whether a passphrase is needed.
  public var isSealed: Bool {
    switch half {
    case .open: false
    case .sealed: true
    }
  }

  /// A file for a key.
  ///
  /// - Throws: ``KeyFileError`` where the machine lacks the memory to seal it.
  public init(
    _ key: SigningKey, ledger: String, person: Person.ID, under passphrase: Passphrase? = nil,
    cost: Cost = .usual
  ) throws {
    self.ledger = ledger
    self.person = person
    publicKey = key.publicKey
    let bound = Self.bound(ledger, person, key.publicKey)
    half =
      try passphrase.map { try .sealed(Envelope(key.secret, under: $0, cost: cost, bound: bound)) }
      ?? .open(key.secret)
  }

  /// The private half.
  ///
  /// - Throws: `PassphraseError.wrong` where a passphrase is needed and this is not it, or
  ///   ``KeyFileError``.
  public func open(with passphrase: Passphrase? = nil) throws -> SigningKey {
    let key =
      switch half {
      case .open(let secret): try SigningKey(secret: secret)
      case .sealed(let envelope):
        try SigningKey(
          secret: envelope.opened(
            with: passphrase ?? Passphrase(""), bound: Self.bound(ledger, person, publicKey)))
      }
    guard key.publicKey == publicKey else { throw KeyFileError.damaged }
    return key
  }

  private static func bound(_ ledger: String, _ person: Person.ID, _ key: PublicKey) -> Data {
    Data("xunjian key\n\(ledger)\n\(person)\n\(key)".utf8)
  }
}

extension KeyFile {
  private struct Stored: Codable {
    var format: Int
    var ledger: String
    var person: Person.ID
    var publicKey: PublicKey
    var secret: String?
    var sealed: Envelope?

    enum CodingKeys: String, CodingKey {
      case format
      case ledger
      case person
      case publicKey = "public"
      case secret
      case sealed
    }
  }

  /// Reads a file's text.
  ///
  /// - Throws: ``KeyFileError``.
  public init(text: Data) throws {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: text) else {
      throw KeyFileError.damaged
    }
    guard stored.format == 1 else { throw KeyFileError.newer(stored.format) }
    (ledger, person, publicKey) = (stored.ledger, stored.person, stored.publicKey)
    if let envelope = stored.sealed {
      half = .sealed(envelope)
    } else if let secret = stored.secret.flatMap(Data.init(hexadecimal:)) {
      half = .open(secret)
    } else {
      throw KeyFileError.damaged
    }
  }

  /// The file's text.
  public func text() throws -> Data {
    var stored = Stored(format: 1, ledger: ledger, person: person, publicKey: publicKey)
    switch half {
    case .open(let secret): stored.secret = secret.map(hexadecimal).joined()
    case .sealed(let envelope): stored.sealed = envelope
    }
    return Data((try JSON.text(stored) + "\n").utf8)
  }
}

/// A secret under a passphrase.
private struct Envelope: Codable {
  private static let block = 8
  private var rounds: Int
  private var salt: String
  private var box: String

  enum CodingKeys: String, CodingKey {
    case rounds
    case salt
    case box
  }

  init(_ secret: Data, under passphrase: Passphrase, cost: KeyFile.Cost, bound: Data) throws {
    rounds = cost.rounds
    var random = SystemRandomNumberGenerator()
    let grains = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    salt = grains.map(hexadecimal).joined()
    let key = try Self.key(passphrase, grains, rounds)
    guard let sealed = try? ChaChaPoly.seal(secret, using: key, authenticating: bound) else {
      throw KeyFileError.damaged
    }
    box = sealed.combined.map(hexadecimal).joined()
  }

  func opened(with passphrase: Passphrase, bound: Data) throws -> Data {
    guard (2...KeyFile.Cost.greatest.rounds).contains(rounds), rounds & (rounds - 1) == 0,
      let grains = Data(hexadecimal: salt), let bytes = Data(hexadecimal: box),
      let sealed = try? ChaChaPoly.SealedBox(combined: bytes)
    else { throw KeyFileError.damaged }
    let key = try Self.key(passphrase, grains, rounds)
    guard let secret = try? ChaChaPoly.open(sealed, using: key, authenticating: bound) else {
      throw PassphraseError.wrong
    }
    return secret
  }

  private static func key(
    _ passphrase: Passphrase, _ salt: Data, _ rounds: Int
  ) throws -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Data(passphrase.text.utf8), salt: salt, outputByteCount: 32, rounds: rounds,
        blockSize: block, parallelism: 1)
    } catch {
      throw KeyFileError.noMemory
    }
  }
}

/// A reason a key's file could not be used. Nothing was written.
public enum KeyFileError: Error, Hashable, Sendable {
  case damaged
  case newer(Int)
  case noMemory

  /// What is the matter, to follow the file's name.
  public var reason: Bilingual {
    switch self {
    case .damaged:
      Bilingual(
        zh: "内容已损坏，请用备份的密钥文件，或用 key make 另做",
        en: "it is damaged: take a copy, or make another with key make")
    case .newer(let format):
      Bilingual(
        zh: "由更新的版本写成（格式\(format)），请先升级本程序",
        en: "it was written by a newer version (format \(format)): update xunjian")
    case .noMemory: Bilingual(zh: "内存不足，打不开", en: "there is not enough memory to open it")
    }
  }
}

extension Data {
  /// Bytes from pairs of hexadecimal digits; nil for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    self.init(
      stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }
}
