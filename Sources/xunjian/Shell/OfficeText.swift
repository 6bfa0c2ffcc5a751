import Foundation

/// Text as the programs of a Chinese office save it: UTF-8, or GB 18030, which their spreadsheets call plain
/// “CSV” and their editors “ANSI”.
enum OfficeText {
  /// Decodes a text, whichever of the two it is in.
  ///
  /// - Returns: The text; nil for bytes that are none in either encoding, or are UTF-8 that is damaged.
  static func decoded(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return isDamagedUTF8(bytes) ? nil : gb18030(bytes)
  }

  /// A file as bytes in UTF-8.
  ///
  /// - Throws: ``ShellError`` for what cannot be read.
  static func read(_ path: String) throws -> [UInt8] { utf8(try Attachment.read(path)) }

  /// A text as bytes in UTF-8; what is no text stays as it is, for its reader to refuse.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] { decoded(bytes).map { Array($0.utf8) } ?? bytes }

  /// Source: GB 18030, by the tables of the C library's `iconv`.
  private static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var (source, left) = (bytes, bytes.count)
    // Two bytes become three at most, and four stay four.
    let size = 2 * bytes.count
    var room = size
    let target = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      source.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        _ = iconv(converter, &from, &left, &to, &room)
      }
      count = size - room
    }
    // Whatever is no character is left where it was met.
    return left == 0 ? String(validating: target, as: UTF8.self) : nil
  }

  /// Whether bytes that are no UTF-8 are so by damage alone: most of those beyond ASCII form characters of
  /// three bytes, which texts in GB 18030 hardly ever do.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var (inside, beyond, index) = (0, 0, 0)
    while index < bytes.count {
      let isCharacter =
        (0xE1...0xEF).contains(bytes[index]) && index + 2 < bytes.count
        && bytes[index + 1] & 0xC0 == 0x80 && bytes[index + 2] & 0xC0 == 0x80
      if isCharacter { inside += 3 }
      if bytes[index] >= 0x80 { beyond += isCharacter ? 3 : 1 }
      index += isCharacter ? 3 : 1
    }
    return 2 * inside >= beyond
  }
}
