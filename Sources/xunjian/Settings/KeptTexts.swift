import Domain
import Foundation
import Screens

/// What is typed in forms and not sent yet, a file for each form of a ledger and a person, where a login's
/// state is kept. It may be missing, broken or not writable without harm.
struct KeptTexts {
  private struct Kept: Codable, Equatable {
    var ledger: String
    var person: Person.ID
    var typed: TypedForm
  }

  let ledger: String
  private let folder: String

  private static let most = 1 << 20
  /// Days after which what was never asked for again goes.
  private static let longest = 90.0

  /// The texts of the login of an environment; those left long ago go.
  init(ledger: String, _ environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.ledger = ledger
    folder = StateFolder.path(environment) + "/typed"
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      let file = folder + "/" + name
      let changed = try? files.attributesOfItem(atPath: file)[.modificationDate] as? Date
      if let changed, changed.timeIntervalSinceNow < -Self.longest * 86_400 {
        try? files.removeItem(atPath: file)
      }
    }
  }

  /// Keeps the texts of a form in place of those kept before, whole or not at all.
  func save(_ typed: TypedForm, of person: Person.ID) {
    guard let bytes = try? JSONEncoder().encode(Kept(ledger: ledger, person: person, typed: typed))
    else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = file(typed.form, person)
    let draft = "\(file).\(getpid())"
    guard
      FileManager.default.createFile(
        atPath: draft, contents: bytes, attributes: [.posixPermissions: 0o600]),
      rename(draft, file) == 0
    else {
      unlink(draft)
      return
    }
  }

  /// The texts of a form; nil where none were kept.
  func load(_ form: String, of person: Person.ID) -> TypedForm? {
    let file = file(form, person)
    let facts = try? FileManager.default.attributesOfItem(atPath: file)
    guard facts?[.type] as? FileAttributeType == .typeRegular,
      let size = facts?[.size] as? Int, size <= Self.most,
      let bytes = FileManager.default.contents(atPath: file),
      let kept = try? JSONDecoder().decode(Kept.self, from: bytes),
      kept == Kept(ledger: ledger, person: person, typed: TypedForm(form, kept.typed.texts))
    else { return nil }
    return kept.typed
  }

  /// Drops the texts of a form.
  func remove(_ form: String, of person: Person.ID) { unlink(file(form, person)) }

  /// A name of few letters for what may be named at length: FNV-1a of 64 bits. What the file holds says
  /// whose it is.
  private func file(_ form: String, _ person: Person.ID) -> String {
    let hash = "\(ledger)\n\(person)\n\(form)".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(folder)/\(String(hash, radix: 16)).json"
  }
}
