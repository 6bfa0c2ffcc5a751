/// Writes values as JSON with the keys of every object in the order of their bytes, without spaces: the
/// same value always gives the same text.
///
/// The text is that of Foundation's encoder with sorted keys and plain slashes, byte for byte, which the
/// first ledgers were written with; a test holds the two against each other.
struct CanonicalEncoder: Encoder {
  let output: JSONOutput
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The text of a value.
  ///
  /// - Throws: `EncodingError` for a number that JSON does not have, and what the value throws.
  static func text(_ value: some Encodable) throws -> String {
    let output = JSONOutput()
    try output.write(value)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedContainer(output: output, frame: output.begin(.object)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListContainer(output: output, frame: output.begin(.array))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(output: output)
  }
}

/// The members of an object.
private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  let frame: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { member(key) { output.append("null") } }
  func encode(_ value: Bool, forKey key: Key) { member(key) { output.append("\(value)") } }
  func encode(_ value: Int, forKey key: Key) { member(key) { output.append("\(value)") } }
  func encode(_ value: String, forKey key: Key) { member(key) { output.appendQuoted(value) } }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try member(key) { try output.write(value) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    nested(key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nested("super") }
  func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func member(_ key: Key, _ write: () throws -> Void) rethrows {
    output.beginMember(key.stringValue, in: frame)
    try write()
    output.endMember()
  }

  private func nested(_ key: Key) -> CanonicalEncoder { nested(key.stringValue) }

  private func nested(_ key: String) -> CanonicalEncoder {
    output.beginMember(key, in: frame)
    output.push()
    return CanonicalEncoder(output: output)
  }
}

/// The elements of an array.
private struct ListContainer: UnkeyedEncodingContainer {
  let output: JSONOutput
  let frame: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { element { $0.append("null") } }
  mutating func encode(_ value: Bool) { element { $0.append("\(value)") } }
  mutating func encode(_ value: Int) { element { $0.append("\(value)") } }
  mutating func encode(_ value: String) { element { $0.appendQuoted(value) } }
  mutating func encode(_ value: some Encodable) throws { try element { try $0.write(value) } }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    nested().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { nested() }

  private mutating func element(_ write: (JSONOutput) throws -> Void) rethrows {
    output.beginElement(in: frame, isFirst: count == 0)
    count += 1
    try write(output)
  }

  private mutating func nested() -> CanonicalEncoder {
    element { $0.push() }
    return CanonicalEncoder(output: output)
  }
}

/// A value by itself.
private struct ValueContainer: SingleValueEncodingContainer {
  let output: JSONOutput
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.appendWhole("null") }
  func encode(_ value: Bool) { output.appendWhole("\(value)") }
  func encode(_ value: String) { output.appendWhole(quoting: value) }
  func encode(_ value: Double) throws { output.appendWhole(try digits(value, value.description)) }
  func encode(_ value: Float) throws { output.appendWhole(try digits(value, value.description)) }
  func encode(_ value: Int) { output.appendWhole("\(value)") }
  func encode(_ value: Int8) { output.appendWhole("\(value)") }
  func encode(_ value: Int16) { output.appendWhole("\(value)") }
  func encode(_ value: Int32) { output.appendWhole("\(value)") }
  func encode(_ value: Int64) { output.appendWhole("\(value)") }
  func encode(_ value: UInt) { output.appendWhole("\(value)") }
  func encode(_ value: UInt8) { output.appendWhole("\(value)") }
  func encode(_ value: UInt16) { output.appendWhole("\(value)") }
  func encode(_ value: UInt32) { output.appendWhole("\(value)") }
  func encode(_ value: UInt64) { output.appendWhole("\(value)") }
  func encode(_ value: some Encodable) throws {
    try value.encode(to: CanonicalEncoder(output: output))
  }

  /// A whole number is written without its `.0`.
  private func digits(_ value: some BinaryFloatingPoint & Encodable, _ text: String) throws
    -> String
  {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "not a number of JSON"))
    }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
