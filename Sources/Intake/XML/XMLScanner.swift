import Almanac

/// Reads the marks of XML from bytes, one after the other.
struct XMLScanner {
  private let bytes: ArraySlice<UInt8>
  private(set) var index: Int
  /// The line of the last start tag, and where it stands.
  private var last = (line: 1, index: 0)

  /// - Throws: ``XMLTrouble`` for what is not UTF-8 or has a character that XML does not allow.
  init(_ bytes: ArraySlice<UInt8>) throws(XMLTrouble) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw XMLTrouble(.notUTF8, at: bytes.startIndex)
    }
    self.bytes = bytes
    index = bytes.startIndex
    last.index = index
    if let bad = text.unicodeScalars.firstIndex(where: { !Self.isAllowed($0) }) {
      let offset = text.utf8.distance(from: text.startIndex, to: bad)
      throw XMLTrouble(.malformed, at: bytes.startIndex + offset)
    }
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  var malformed: XMLTrouble { XMLTrouble(.malformed, at: index) }

  /// XML 1.0, production 2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20
      ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : "\t\n\r".unicodeScalars.contains(scalar)
  }

  private var byte: UInt8? { isAtEnd ? nil : bytes[index] }

  /// Goes on behind a mark if it stands here.
  mutating func skip(_ mark: String) -> Bool {
    guard bytes[index...].starts(with: mark.utf8) else { return false }
    index += mark.utf8.count
    return true
  }

  mutating func expect(_ mark: String) throws(XMLTrouble) {
    guard skip(mark) else { throw malformed }
  }

  mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  /// What stands before the next such mark, which is left behind.
  private mutating func text(before mark: String) throws(XMLTrouble) -> Substring {
    let start = index
    while !isAtEnd {
      let end = index
      if skip(mark) { return Substring(decoding: bytes[start..<end], as: UTF8.self) }
      index += 1
    }
    throw XMLTrouble(.malformed, at: nil)
  }

  /// Comments, instructions and white space around the root.
  mutating func skipMiscellany() throws(XMLTrouble) {
    repeat { skipSpace() } while try skipCommentOrInstruction()
    if bytes[index...].starts(with: "<!".utf8) { throw XMLTrouble(.doctype, at: index) }
  }

  mutating func skipCommentOrInstruction() throws(XMLTrouble) -> Bool {
    if skip("<!--") {
      guard try !text(before: "-->").contains("--") else { throw malformed }
      return true
    }
    guard skip("<?") else { return false }
    let target = try name()
    guard target.lowercased() != "xml" else { throw malformed }
    _ = try text(before: "?>")
    return true
  }

  /// The XML declaration, if there is one: no encoding but UTF-8, or ASCII, which is part of it.
  mutating func skipDeclaration() throws(XMLTrouble) {
    let start = index
    guard skip("<?xml"), let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) else {
      index = start
      return
    }
    let given = try attributes()
    try expect("?>")
    guard given["version"]?.hasPrefix("1.") ?? false else {
      throw XMLTrouble(.malformed, at: start)
    }
    let encoding = given["encoding"]?.lowercased() ?? "utf-8"
    guard ["utf-8", "us-ascii", "ascii"].contains(encoding) else {
      throw XMLTrouble(.notUTF8, at: start)
    }
  }

  /// A name with its prefix. Of characters beyond ASCII none is refused.
  mutating func name() throws(XMLTrouble) -> String {
    let start = index
    while let byte, Self.isName(byte, first: index == start) { index += 1 }
    guard index > start else { throw malformed }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
    default: false
    }
  }

  /// Attributes up to what ends the tag; none comes twice.
  private mutating func attributes() throws(XMLTrouble) -> [String: String] {
    var found: [String: String] = [:]
    while true {
      let start = index
      skipSpace()
      guard let byte, Self.isName(byte, first: true) else { return found }
      guard index > start else { throw malformed }
      let name = try name()
      skipSpace()
      try expect("=")
      skipSpace()
      guard let quote = ["\"", "'"].first(where: { bytes[index...].starts(with: $0.utf8) }) else {
        throw malformed
      }
      try expect(quote)
      let at = index
      let value = try text(before: quote)
      guard !value.contains("<"), found[name] == nil else { throw XMLTrouble(.malformed, at: at) }
      found[name] = try resolved(value, at: at)
    }
  }

  /// A start tag and the prefixes known inside it.
  mutating func startTag(
    _ outer: [String: String]
  ) throws(XMLTrouble) -> (
    element: XMLElement, tag: String, prefixes: [String: String], isEmpty: Bool
  ) {
    let start = index
    try expect("<")
    let tag = try name()
    let attributes = try attributes()
    var prefixes = outer
    for (name, value) in attributes {
      if name == "xmlns" { prefixes[""] = value }
      if name.hasPrefix("xmlns:") { prefixes[String(name.dropFirst(6))] = value }
    }
    let isEmpty = skip("/")
    try expect(">")
    for name in attributes.keys where !name.hasPrefix("xmlns") {
      _ = try Self.split(name, prefixes, at: start)
    }
    let (name, namespace) = try Self.split(tag, prefixes, at: start)
    last.line += bytes[last.index..<start].count { $0 == UInt8(ascii: "\n") }
    last.index = start
    let element = XMLElement(name: name, namespace: namespace, line: last.line)
    return (element, tag, prefixes, isEmpty)
  }

  /// The local name and the namespace; one without a prefix is in the one declared for none.
  private static func split(
    _ name: String, _ prefixes: [String: String], at index: Int
  ) throws(XMLTrouble) -> (String, String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 { return (name, prefixes[""] ?? "") }
    guard parts.count == 2, !parts[1].isEmpty, let namespace = prefixes[parts[0]],
      !parts[0].isEmpty
    else { throw XMLTrouble(.malformed, at: index) }
    return (parts[1], namespace)
  }

  /// Text or a CDATA section, if one stands here.
  mutating func characters() throws(XMLTrouble) -> String? {
    if skip("<![CDATA[") { return String(try text(before: "]]>")) }
    let start = index
    while let byte, byte != UInt8(ascii: "<") { index += 1 }
    if isAtEnd { throw XMLTrouble(.malformed, at: nil) }
    guard index > start else { return nil }
    let text = Substring(decoding: bytes[start..<index], as: UTF8.self)
    guard !text.contains("]]>") else { throw XMLTrouble(.malformed, at: start) }
    return try resolved(text, at: start)
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  /// The text with its references replaced by the characters they stand for.
  private func resolved(_ text: Substring, at index: Int) throws(XMLTrouble) -> String {
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    var result = String(parts.popFirst() ?? "")
    for part in parts {
      guard let end = part.firstIndex(of: ";") else { throw XMLTrouble(.malformed, at: index) }
      let name = part[..<end]
      guard let value = Self.entities[String(name)] ?? Self.character(name) else {
        throw XMLTrouble(.unknownEntity(String(name.prefix(40))), at: index)
      }
      result += value + part[part.index(after: end)...]
    }
    return result
  }

  /// The character of a reference such as `#38` or `#x26`.
  private static func character(_ name: Substring) -> String? {
    guard name.first == "#" else { return nil }
    let isHex = name.dropFirst().first == "x"
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard let first = digits.first, first.isHexDigit,
      let number = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(number),
      isAllowed(scalar)
    else { return nil }
    return String(Character(scalar))
  }
}
