import Almanac
import Crypto
import Domain
import Foundation

/// One line of the journal as it is read back.
public struct JournalLine: Sendable {
  /// The version of the line's own form.
  public var version: Int
  /// The ledger it was written to: a UUID in lower case.
  public var ledger: String
  /// The device that wrote it: eight hexadecimal digits. Each device has a chain of its own.
  public var device: String
  /// Its number among the device's lines, from 1 without gaps.
  public var sequence: Int
  /// The act: lines written in one transaction carry the same.
  public var act: String
  /// When and by whom, written in the fields `at`, `day`, `actor`, `as`, `for`, `behind`.
  public var stamp: Stamp
  /// What the event is about, as `hazard/2026-017`.
  public var subject: Subject
  /// The event's name.
  public var type: String
  /// What happened; nil for a type this version does not know.
  public var event: Event?
}

/// How a line is written and read: UTF-8 JSON with sorted keys, hashed as the bytes that are stored.
enum LineCode {
  static let version = 1

  enum CodingKeys: String, CodingKey {
    case version = "v"
    case ledger
    case device
    case sequence = "seq"
    case act
    case at
    case day
    case actor
    case standsFor = "as"
    case decider = "for"
    case behind
    case subject
    case type
    case data
  }

  /// Who decided on paper what the actor entered (代录).
  struct Decider: Codable {
    var person: Person.ID
    var paper: Day
    var scan: Scan?

    enum CodingKeys: String, CodingKey {
      case person
      case paper
      case scan
    }
  }

  /// SHA-256 of the device's previous hash (32 zero bytes at first) followed by the stored bytes.
  static func hash(after previous: Data?, line: String) -> Data {
    hash(after: previous, bytes: Data(line.utf8))
  }

  /// The same of the bytes that are stored.
  static func hash(after previous: Data?, bytes: Data) -> Data {
    var hasher = SHA256()
    hasher.update(data: previous ?? Data(count: 32))
    hasher.update(data: bytes)
    return Data(hasher.finalize())
  }
}

extension JournalLine: Codable {
  /// Read from the fields of ``LineCode``; an unknown `type` leaves ``event`` nil.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: LineCode.CodingKeys.self)
    version = try fields.decode(Int.self, forKey: .version)
    ledger = try fields.decode(String.self, forKey: .ledger)
    device = try fields.decode(String.self, forKey: .device)
    sequence = try fields.decode(Int.self, forKey: .sequence)
    act = try fields.decode(String.self, forKey: .act)
    let actor = try fields.decode(Person.ID.self, forKey: .actor)
    let decider = try fields.decodeIfPresent(LineCode.Decider.self, forKey: .decider)
    stamp = Stamp(
      at: try fields.decode(Moment.self, forKey: .at),
      day: try fields.decode(Day.self, forKey: .day), actor: decider?.person ?? actor,
      standsFor: try fields.decodeIfPresent(Person.ID.self, forKey: .standsFor),
      entered: decider.map { Entered(by: actor, paper: $0.paper, scan: $0.scan) })
    stamp.act = act
    stamp.behind = try fields.decodeIfPresent(Moment.self, forKey: .behind)
    subject = try fields.decode(Subject.self, forKey: .subject)
    type = try fields.decode(String.self, forKey: .type)
    event = try Event(type: type, from: fields.superDecoder(forKey: .data))
  }

  /// Written in the fields of ``LineCode``, `for` only where it was entered from paper (代录),
  /// `as` only where the person who decided stood in for another (代理).
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: LineCode.CodingKeys.self)
    try fields.encode(version, forKey: .version)
    try fields.encode(ledger, forKey: .ledger)
    try fields.encode(device, forKey: .device)
    try fields.encode(sequence, forKey: .sequence)
    try fields.encode(act, forKey: .act)
    try fields.encode(stamp.at, forKey: .at)
    try fields.encode(stamp.day, forKey: .day)
    try fields.encode(stamp.entered?.by ?? stamp.actor, forKey: .actor)
    try fields.encodeIfPresent(stamp.standsFor, forKey: .standsFor)
    if let entered = stamp.entered {
      try fields.encode(
        LineCode.Decider(person: stamp.actor, paper: entered.paper, scan: entered.scan),
        forKey: .decider)
    }
    try fields.encodeIfPresent(stamp.behind, forKey: .behind)
    try fields.encode(subject, forKey: .subject)
    try fields.encode(type, forKey: .type)
    if let event { try fields.encode(event.data, forKey: .data) }
  }
}

/// The JSON of the ledger.
enum JSON {
  static func text(_ value: some Encodable) throws -> String { try CanonicalEncoder.text(value) }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// What some texts hold, one value each: read some hundreds at a time, which is faster than one by one and
  /// keeps the memory of it small.
  static func values<Value: Decodable>(_ texts: [String]) throws -> [Value] {
    let decoder = JSONDecoder()
    var values: [Value] = []
    values.reserveCapacity(texts.count)
    for first in stride(from: 0, to: texts.count, by: 500) {
      let list = "[" + texts[first...].prefix(500).joined(separator: ",") + "]"
      values += try decoder.decode([Value].self, from: Data(list.utf8))
    }
    return values
  }
}
