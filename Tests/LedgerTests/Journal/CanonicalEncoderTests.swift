import Foundation
import Testing

@testable import Domain
@testable import Ledger

/// The ledger's own encoder against Foundation's, whose text the first ledgers hold.
struct CanonicalEncoderTests {
  /// Any value that JSON has.
  private indirect enum Tree: Encodable {
    case null
    case flag(Bool)
    case whole(Int)
    case small(Int8)
    case large(UInt64)
    case real(Double)
    case text(String)
    case list([Tree])
    case object([String: Tree])
    /// Written through containers nested in one another.
    case nested(String, [Int], String)
    case missing(Int?)
    case nothing

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .null: try single(encoder) { try $0.encodeNil() }
      case .flag(let value): try single(encoder) { try $0.encode(value) }
      case .whole(let value): try single(encoder) { try $0.encode(value) }
      case .small(let value): try single(encoder) { try $0.encode(value) }
      case .large(let value): try single(encoder) { try $0.encode(value) }
      case .real(let value): try single(encoder) { try $0.encode(value) }
      case .text(let value): try single(encoder) { try $0.encode(value) }
      case .list(let values): try values.encode(to: encoder)
      case .object(let values): try values.encode(to: encoder)
      case .missing(let value):
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(value, forKey: Key(stringValue: "value"))
        try fields.encodeNil(forKey: Key(stringValue: "none"))
      case .nested(let name, let numbers, let last):
        var fields = encoder.container(keyedBy: Key.self)
        var list = fields.nestedUnkeyedContainer(forKey: Key(stringValue: "z\(name)"))
        for number in numbers { try list.encode(number) }
        var inner = list.nestedContainer(keyedBy: Key.self)
        try inner.encode(name, forKey: Key(stringValue: "name"))
        try inner.encode(last, forKey: Key(stringValue: "last"))
        var further = fields.nestedContainer(
          keyedBy: Key.self, forKey: Key(stringValue: "a\(name)"))
        try further.encode(last, forKey: Key(stringValue: "only"))
        try Tree.text(name).encode(to: fields.superEncoder(forKey: Key(stringValue: "m")))
        try fields.encode(last, forKey: Key(stringValue: "b"))
      case .nothing: break
      }
    }

    private func single(
      _ encoder: any Encoder, _ write: (inout any SingleValueEncodingContainer) throws -> Void
    ) throws {
      var container = encoder.singleValueContainer()
      try write(&container)
    }
  }

  private static let foundation = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  private func foundation(_ value: some Encodable) throws -> String {
    String(decoding: try Self.foundation.encode(value), as: UTF8.self)
  }

  @Test func everyScalarOfTheFirstPlaneAndSomeBeyond() throws {
    for value in (0..<0x11000).compactMap(Unicode.Scalar.init) + ["🔥", "𠮷"] {
      let tree = Tree.object(["a\(value)": .text("\(value)/\"\\"), "b": .null])
      #expect(try CanonicalEncoder.text(tree) == foundation(tree), "U+\(value.value)")
    }
  }

  @Test func randomTrees() throws {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let tree = Tree.object(["root": random(depth: 5, &dice), "": random(depth: 2, &dice)])
      #expect(try CanonicalEncoder.text(tree) == foundation(tree))
    }
  }

  @Test(arguments: [
    0, 1, -1, 0.1, 1.5, -273.15, 1e15, 1e16, 1e17, 1e-5, 1.0e300, 123_456_789.125,
  ])
  func numbers(_ value: Double) throws {
    #expect(try CanonicalEncoder.text([value]) == foundation([value]))
  }

  @Test func whatIsNoNumberOfJSONIsRefused() {
    #expect(throws: EncodingError.self) { try CanonicalEncoder.text([Double.infinity]) }
    #expect(throws: EncodingError.self) { try CanonicalEncoder.text([Double.nan]) }
  }

  private func random(depth: Int, _ dice: inout SystemRandomNumberGenerator) -> Tree {
    let words = ["", "a", "A", "aa", "ab", "é", "值", "z z", "\n", "\u{1}", "\u{2028}", "9", "10"]
    func word() -> String { words.randomElement(using: &dice) ?? "" }
    switch Int.random(in: 0..<(depth > 0 ? 13 : 8), using: &dice) {
    case 0: return .null
    case 1: return .flag(.random(using: &dice))
    case 2: return .whole(.random(in: .min ... .max, using: &dice))
    case 3: return .small(.random(in: .min ... .max, using: &dice))
    case 4: return .large(.random(in: .min ... .max, using: &dice))
    case 5: return .real(.random(in: -1e6...1e6, using: &dice))
    case 6: return .text(word() + word())
    case 7: return .missing(Bool.random(using: &dice) ? 3 : nil)
    case 8: return .nothing
    case 9: return .nested(word(), [1, 2], word())
    case 10:
      return .list(
        (0..<Int.random(in: 0..<4, using: &dice)).map { _ in random(depth: depth - 1, &dice) })
    default:
      return .object(
        Dictionary(
          (0..<Int.random(in: 0..<5, using: &dice)).map { _ in
            (word(), random(depth: depth - 1, &dice))
          },
          uniquingKeysWith: { $1 }))
    }
  }
}
