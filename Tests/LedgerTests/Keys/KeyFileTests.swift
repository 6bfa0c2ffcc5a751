import Crypto
import Domain
import Foundation
import Ledger
import Testing

/// A private half comes out of its file only with its passphrase, and only as what it was put in.
struct KeyFileTests {
  private let pin = Passphrase("204816")

  private func file(_ key: SigningKey, under passphrase: Passphrase?) throws -> KeyFile {
    try KeyFile(key, ledger: "l", person: "wang", under: passphrase, cost: .least)
  }

  @Test func openAndSealed() throws {
    let key = try SigningKey()
    for passphrase in [nil, pin] {
      let read = try KeyFile(text: file(key, under: passphrase).text())
      #expect(read.ledger == "l" && read.person == "wang" && read.publicKey == key.publicKey)
      #expect(read.isSealed == (passphrase != nil))
      #expect(try read.open(with: passphrase).publicKey == key.publicKey)
    }
  }

  @Test func onlyItsPassphraseOpensIt() throws {
    let sealed = try file(SigningKey(), under: pin)
    for wrong in [nil, Passphrase(""), Passphrase("204817"), Passphrase("2048160")] {
      #expect(throws: PassphraseError.wrong) { try sealed.open(with: wrong) }
    }
  }

  /// The secret does not stand in a sealed file, nor do two files of one key look alike.
  @Test func nothingLeaks() throws {
    let key = try SigningKey()
    let open = String(decoding: try file(key, under: nil).text(), as: UTF8.self)
    let match = try #require(open.firstMatch(of: /"secret":"([0-9a-f]{64})"/))
    let sealed = try file(key, under: pin).text()
    #expect(!String(decoding: sealed, as: UTF8.self).contains(match.output.1))
    #expect(try file(key, under: pin).text() != sealed)
  }

  /// The file of one person or ledger does not open as another's.
  @Test func boundToItsPerson() throws {
    let text = String(decoding: try file(SigningKey(), under: pin).text(), as: UTF8.self)
    for (from, to) in [
      (#""person":"wang""#, #""person":"li""#), (#""ledger":"l""#, #""ledger":"m""#),
    ] {
      let forged = try KeyFile(text: Data(text.replacing(from, with: to).utf8))
      #expect(throws: PassphraseError.wrong) { try forged.open(with: pin) }
    }
    let other = try SigningKey().publicKey.description
    let swapped = text.replacing(/"public":"[0-9a-f]{64}"/, with: #""public":"\#(other)""#)
    #expect(throws: PassphraseError.wrong) {
      try KeyFile(text: Data(swapped.utf8)).open(with: pin)
    }
  }

  @Test func damage() throws {
    let text = try file(SigningKey(), under: nil).text()
    #expect(throws: KeyFileError.damaged) { try KeyFile(text: Data()) }
    #expect(throws: KeyFileError.damaged) { try KeyFile(text: text.dropLast(9)) }
    let other = String(decoding: text, as: UTF8.self).replacing(
      /"public":"[0-9a-f]{64}"/, with: #""public":"\#(try SigningKey().publicKey)""#)
    #expect(throws: KeyFileError.damaged) { try KeyFile(text: Data(other.utf8)).open() }
    let later = String(decoding: text, as: UTF8.self).replacing(
      #""format":1"#, with: #""format":2"#)
    #expect(throws: KeyFileError.newer(2)) { try KeyFile(text: Data(later.utf8)) }
    let greedy = String(decoding: try file(SigningKey(), under: pin).text(), as: UTF8.self)
      .replacing(#""rounds":2"#, with: #""rounds":1073741824"#)
    #expect(throws: KeyFileError.damaged) { try KeyFile(text: Data(greedy.utf8)).open(with: pin) }
  }
}
