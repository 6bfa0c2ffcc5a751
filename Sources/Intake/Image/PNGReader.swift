import Almanac
import Domain

/// Walks a PNG file from chunk to chunk, each held against its check sum, and writes the file to keep.
///
/// Source: W3C Portable Network Graphics (Third Edition), 5 and 11.
struct PNGReader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// What the picture looks like hangs on these; words, dates, positions and chunks of other makers go.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD",
    "pHYs",
  ]

  private struct Chunk {
    var name: String
    var content: ArraySlice<UInt8>
    /// With its length and its check sum.
    var whole: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private var index = 8

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(ImageError.Fault) -> ImageFile {
    let header = try next()
    guard header.name == "IHDR" else { throw .damaged }
    let (width, height, needsPalette) = try Self.read(header.content)
    var kept = Self.signature + header.whole
    kept.reserveCapacity(bytes.count)
    var (hasData, hasPalette) = (false, false)
    var facts = ExifFacts()
    while true {
      let chunk = try next()
      switch chunk.name {
      case "IHDR": throw .damaged
      case "PLTE":
        guard !hasData, !hasPalette else { throw .damaged }
        hasPalette = true
      case "IDAT": hasData = true
      case "eXIf": facts = facts.or(ExifFacts(Array(chunk.content)))
      case let name where !Self.kept.contains(name) && Self.isCritical(name):
        throw .unusualEncoding
      default: break
      }
      if Self.kept.contains(chunk.name) { kept += chunk.whole }
      guard chunk.name == "IEND" else { continue }
      guard hasData, hasPalette || !needsPalette else { throw .damaged }
      return ImageFile(
        kind: .png, width: width, height: height, taken: facts.taken, bytes: kept)
    }
  }

  private mutating func next() throws(ImageError.Fault) -> Chunk {
    guard index + 12 <= bytes.count else { throw .truncated }
    let length = number(at: index)
    guard length < 1 << 31 else { throw .damaged }
    guard index + 12 + length <= bytes.count else { throw .truncated }
    let (start, end) = (index + 4, index + 8 + length)
    let letters = bytes[start..<(start + 4)]
    guard letters.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) }) else {
      throw .damaged
    }
    let name = String(decoding: letters, as: UTF8.self)
    guard CyclicCheck.sum(of: bytes[start..<end]) == UInt32(number(at: end)) else {
      throw .changedChunk(name)
    }
    defer { index = end + 4 }
    return Chunk(name: name, content: bytes[(start + 4)..<end], whole: bytes[index..<(end + 4)])
  }

  private func number(at start: Int) -> Int {
    bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A capital first letter: a reader that does not know the chunk cannot show the picture.
  private static func isCritical(_ name: String) -> Bool {
    name.utf8.first.map { $0 < 97 } ?? false
  }

  /// The size in the header, with colours and depths that may go together (table 12).
  private static func read(
    _ header: ArraySlice<UInt8>
  ) throws(ImageError.Fault) -> (width: Int, height: Int, needsPalette: Bool) {
    guard header.count == 13 else { throw .damaged }
    let fields = Array(header)
    let (width, height) = (
      fields[0..<4].reduce(0) { $0 << 8 | Int($1) }, fields[4..<8].reduce(0) { $0 << 8 | Int($1) }
    )
    let depths: [UInt8: Set<UInt8>] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    guard depths[fields[9]]?.contains(fields[8]) ?? false, fields[10] == 0, fields[11] == 0,
      fields[12] <= 1
    else { throw .damaged }
    return (width, height, fields[9] == 3)
  }
}

/// The check sum of PNG's chunks (CRC-32 of ISO 3309).
enum CyclicCheck {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { rest, _ in
      rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1
    }
  }

  static func sum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        ~bytes.reduce(~0 as UInt32) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
      }
    }
  }
}
