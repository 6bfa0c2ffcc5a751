import Almanac

/// The two facts that are read from what a camera wrote: how the picture is turned, and its day.
///
/// Source: TIFF 6.0 section 2; CIPA DC-008 (Exif 2.32) 4.6. Total: what cannot be read is left out.
struct ExifFacts {
  /// From 1 (as stored) to 8.
  var orientation = 1
  /// The day of taking; not that of the file's last change, which editors write.
  var taken: Day?

  private enum Tag {
    static let orientation = 0x0112
    static let exif = 0x8769
    static let taken = 0x9003
  }

  /// No facts.
  init() {}

  /// Reads a TIFF structure, from its byte order on.
  init(_ tiff: [UInt8]) {
    guard let reader = TIFF(tiff) else { return }
    let first = reader.directory(at: reader.number(at: 4, bytes: 4))
    if let found = first[Tag.orientation].flatMap(reader.short), (1...8).contains(found) {
      orientation = found
    }
    let exif = first[Tag.exif].map { reader.directory(at: reader.number(at: $0 + 8, bytes: 4)) }
    taken = exif?[Tag.taken].flatMap(reader.text).flatMap(Self.day)
  }

  /// The facts of a second block where the first has none.
  func or(_ other: ExifFacts) -> ExifFacts {
    var facts = self
    if orientation == 1 { facts.orientation = other.orientation }
    facts.taken = taken ?? other.taken
    return facts
  }

  /// The day in `2026:11:20 09:12:40`.
  private static func day(_ text: String) -> Day? {
    Day(String(text.prefix(10).map { $0 == ":" ? "-" : $0 }))
  }

  /// An APP1 segment that says how the picture is turned and nothing else.
  static func segment(orientation: Int) -> [UInt8] {
    let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0]
    let content =
      Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] + entry
      + [0, 0, 0, 0]
    return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
  }
}

/// A TIFF structure, read without ever leaving its bytes.
private struct TIFF {
  let bytes: [UInt8]
  let isLittleEndian: Bool

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8, bytes[0] == bytes[1] else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "I"): isLittleEndian = true
    case UInt8(ascii: "M"): isLittleEndian = false
    default: return nil
    }
    self.bytes = bytes
    guard number(at: 2, bytes: 2) == 42 else { return nil }
  }

  /// A whole number; 0 where there are not so many bytes.
  func number(at start: Int, bytes count: Int) -> Int {
    guard start >= 0, start + count <= bytes.count else { return 0 }
    let digits = bytes[start..<(start + count)]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) {
      $0 << 8 | Int($1)
    }
  }

  /// The entries of a directory: where each begins, by tag.
  func directory(at start: Int) -> [Int: Int] {
    guard start >= 8, start + 2 <= bytes.count else { return [:] }
    var entries: [Int: Int] = [:]
    for entry in 0..<number(at: start, bytes: 2) {
      let place = start + 2 + 12 * entry
      guard place + 12 <= bytes.count else { break }
      entries[number(at: place, bytes: 2)] = place
    }
    return entries
  }

  /// The value of an entry that is one short number.
  func short(at entry: Int) -> Int? {
    number(at: entry + 2, bytes: 2) == 3 ? number(at: entry + 8, bytes: 2) : nil
  }

  /// The value of an entry that is text, up to 20 characters.
  func text(at entry: Int) -> String? {
    let count = number(at: entry + 4, bytes: 4)
    let start = count <= 4 ? entry + 8 : number(at: entry + 8, bytes: 4)
    guard number(at: entry + 2, bytes: 2) == 2, start > 0, start < bytes.count else { return nil }
    return String(
      decoding: bytes[start...].prefix(min(count, 20)).prefix { $0 != 0 }, as: UTF8.self)
  }
}
