/// The Mandarin readings of Han characters, without tones.
public struct PinyinTable: Sendable {
  /// A table without readings.
  public static let empty = PinyinTable(bytes: [])

  /// For each Han character of U+3007 to U+9FFF the number of its last reading, 0 if it has none.
  private var last: [UInt16] = []
  /// For each reading the number of the one before it of the same character.
  private var previous: [UInt16] = [0]
  /// For each reading its syllable.
  private var syllable: [UInt16] = [0]
  private var syllables: [[UInt8]] = []

  private static let first = 0x3007

  /// Reads lines of a syllable, a space and the characters read so, in UTF-8; `#` begins a comment.
  /// What does not read so is passed over.
  public init(bytes: [UInt8]) {
    last = Array(repeating: 0, count: 0xA000 - Self.first)
    previous.reserveCapacity(32_768)
    syllable.reserveCapacity(32_768)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      syllables.append(Array(line[..<space]))
      add(line[line.index(after: space)...])
    }
  }

  /// The readings of a character as ASCII letters; none if it is not a Han character of the table.
  func readings(of scalar: UInt32) -> [[UInt8]] {
    let index = Int(scalar) - Self.first
    guard last.indices.contains(index) else { return [] }
    var found: [[UInt8]] = []
    var reading = last[index]
    while reading != 0 {
      found.append(syllables[Int(syllable[Int(reading)])])
      reading = previous[Int(reading)]
    }
    return found
  }

  /// Adds the newest syllable to characters of three bytes each.
  private mutating func add(_ characters: ArraySlice<UInt8>) {
    var index = characters.startIndex
    while index + 2 < characters.endIndex, syllable.count < Int(UInt16.max) {
      let scalar =
        Int(characters[index] & 0x0F) << 12 | Int(characters[index + 1] & 0x3F) << 6
        | Int(characters[index + 2] & 0x3F)
      index += 3
      let place = scalar - Self.first
      guard last.indices.contains(place) else { continue }
      previous.append(last[place])
      syllable.append(UInt16(syllables.count - 1))
      last[place] = UInt16(syllable.count - 1)
    }
  }
}
