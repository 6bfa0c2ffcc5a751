import Foundation

/// Pictures made by independent tools; `make.py` beside them says how.
enum ImageFixtures {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/images")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// A chunk of a PNG with a check sum worked out bit by bit, as the standard's annex D has it.
  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in body {
      for bit in 0..<8 {
        let isSet = (rest ^ UInt32(byte) >> UInt32(bit)) & 1 == 1
        rest = isSet ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
    return number(UInt32(content.count)) + body + number(~rest)
  }

  static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A PNG of that size whose picture is one byte.
  static func png(
    _ width: UInt32, _ height: UInt32, depth: UInt8 = 8, colour: UInt8 = 2, more: [UInt8] = []
  ) -> [UInt8] {
    let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
    return signature
      + chunk("IHDR", number(width) + number(height) + [depth, colour, 0, 0, 0]) + more
      + chunk("IDAT", [0]) + chunk("IEND", [])
  }

  /// A JPEG with these segments between its beginning and its end.
  static func jpeg(_ segments: [UInt8]...) -> [UInt8] {
    [0xFF, 0xD8] + segments.flatMap { $0 } + [0xFF, 0xD9]
  }

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + [UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
  }

  /// A baseline frame of that size, in grey.
  static func frame(_ width: Int, _ height: Int, marker: UInt8 = 0xC0) -> [UInt8] {
    segment(
      marker,
      [
        8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), 1, 1, 17,
        0,
      ])
  }

  static let scan: [UInt8] = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34]
}
