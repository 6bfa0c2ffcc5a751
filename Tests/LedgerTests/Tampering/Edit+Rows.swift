import Foundation
import GRDB

/// Numbers that look like chance and come again: SplitMix64 (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Edit {
  struct Line {
    var n: Int
    var text: String
  }

  /// Any line.
  func line(_ database: Database, _ random: inout SplitMix) throws -> Line {
    try one(of: "SELECT n, line FROM journal", database, &random)
  }

  /// Any line that bears a signature.
  func signed(_ database: Database, _ random: inout SplitMix) throws -> Line {
    try one(of: "SELECT n, line FROM journal WHERE signature IS NOT NULL", database, &random)
  }

  /// The row of the seal.
  func seal(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT n FROM journal WHERE subject LIKE 'seal/%'") ?? 0
  }

  private func one(
    of sql: String, _ database: Database, _ random: inout SplitMix
  ) throws -> Line {
    let row = try Row.fetchAll(database, sql: sql + " ORDER BY n").randomElement(using: &random)
    return Line(n: row?["n"] ?? 0, text: row?["line"] ?? "")
  }

  func write(_ text: String?, at row: Int, _ database: Database) throws {
    try database.execute(
      sql: "UPDATE journal SET line = ? WHERE n = ?", arguments: [text, row])
  }

  /// A text with one of its letters or digits changed, and still JSON, which SQLite insists on.
  func changed(_ text: String, _ random: inout SplitMix) -> String {
    var letters = Array(text)
    let words = ["true", "false", "null"].flatMap { text.ranges(of: $0) }
    let places = text.indices.filter { index in
      (text[index].isLetter || text[index].isNumber) && !words.contains { $0.contains(index) }
    }.map { text.distance(from: text.startIndex, to: $0) }
    guard let place = places.randomElement(using: &random) else { return text + " " }
    let kind = letters[place].isNumber ? "123456789" : "abcdefghijklmnopqrstuvwxyz金木水火土"
    let others = kind.filter { $0 != letters[place] }
    letters[place] = others.randomElement(using: &random) ?? "x"
    return String(letters)
  }

  func flip(
    _ column: String, in line: Line, _ database: Database, _ random: inout SplitMix
  ) throws {
    let value = try Data.fetchOne(
      database, sql: "SELECT \(column) FROM journal WHERE n = ?", arguments: [line.n])
    var bytes = value ?? Data()
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    try database.execute(
      sql: "UPDATE journal SET \(column) = ? WHERE n = ?", arguments: [bytes, line.n])
  }

  /// Has SQLite forget that it ever gave out more numbers.
  func forget(_ database: Database) throws {
    try database.execute(sql: "UPDATE sqlite_sequence SET seq = (SELECT max(n) FROM journal)")
  }
}
