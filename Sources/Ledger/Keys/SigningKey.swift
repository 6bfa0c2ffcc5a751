import Crypto
import Domain
import Foundation

/// The private half of a person's key, open for signing: Ed25519 (RFC 8032).
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  /// The half that everybody may know.
  public let publicKey: PublicKey

  /// A new key, of the system's random numbers.
  ///
  /// - Throws: ``KeyFileError/damaged`` never in practice: a public half always has 32 bytes.
  public init() throws { try self.init(Curve25519.Signing.PrivateKey()) }

  /// A key from its 32 secret bytes.
  ///
  /// - Throws: ``KeyFileError/damaged`` where they are no key.
  init(secret: Data) throws {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
      throw KeyFileError.damaged
    }
    try self.init(key)
  }

  private init(_ key: Curve25519.Signing.PrivateKey) throws {
    guard let publicKey = PublicKey(key.publicKey.rawRepresentation) else {
      throw KeyFileError.damaged
    }
    self.key = key
    self.publicKey = publicKey
  }

  /// The 32 secret bytes.
  var secret: Data { key.rawRepresentation }

  /// The signature of a line's hash: 64 bytes.
  func signature(of hash: Data) throws -> Data { try key.signature(for: hash) }
}

extension PublicKey {
  /// Whether a signature of a line's hash was made with the private half of this key.
  func verifies(_ signature: Data, of hash: Data) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: Data(bytes)) else {
      return false
    }
    return key.isValidSignature(signature, for: hash)
  }
}
