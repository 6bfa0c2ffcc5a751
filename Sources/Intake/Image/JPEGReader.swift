import Almanac
import Domain

/// Walks a JPEG file from marker to marker and writes the file to keep.
///
/// Source: ITU-T T.81 annex B; JFIF 1.02; CIPA DC-008 (Exif 2.32) 4.5.
struct JPEGReader {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  private enum Marker {
    static let startOfImage: UInt8 = 0xD8
    static let endOfImage: UInt8 = 0xD9
    static let startOfScan: UInt8 = 0xDA
    static let comment: UInt8 = 0xFE
    /// Baseline, extended and progressive frames with Huffman codes: what a PDF can hold.
    static let plainFrames: ClosedRange<UInt8> = 0xC0...0xC2
    /// All frames; three of these markers are other things.
    static let frames: ClosedRange<UInt8> = 0xC0...0xCF
    static let notFrames: Set<UInt8> = [0xC4, 0xC8, 0xCC]
    static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    static let applications: ClosedRange<UInt8> = 0xE0...0xEF
  }

  private let bytes: [UInt8]
  private var index = 2
  /// The file to keep, without its beginning.
  private var kept: [UInt8] = []
  /// JFIF's segment, which comes first.
  private var header: [UInt8] = []
  private var size: (width: Int, height: Int)?
  private var facts = ExifFacts()
  private var hasScan = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(ImageError.Fault) -> ImageFile {
    kept.reserveCapacity(bytes.count)
    while true {
      let marker = try nextMarker()
      switch marker {
      case Marker.endOfImage:
        guard let size, hasScan else { throw .damaged }
        return finished(size)
      case 0x00, 0x01, Marker.startOfImage, Marker.restarts: throw .damaged
      case Marker.startOfScan:
        guard size != nil else { throw .damaged }
        hasScan = true
        keep(marker, try segment())
        keepScan()
      case Marker.applications: readApplication(marker, try segment())
      case Marker.comment: _ = try segment()
      default:
        let content = try segment()
        if Marker.frames.contains(marker), !Marker.notFrames.contains(marker) {
          try readFrame(marker, content)
        }
        keep(marker, content)
      }
    }
  }

  private mutating func nextMarker() throws(ImageError.Fault) -> UInt8 {
    // Some cameras leave stray bytes between segments, which every viewer skips and nobody needs. Any number
    // of fill bytes may stand before a marker.
    guard let found = bytes[index...].firstIndex(of: 0xFF) else { throw .truncated }
    index = found
    while index < bytes.count, bytes[index] == 0xFF { index += 1 }
    guard index < bytes.count else { throw .truncated }
    defer { index += 1 }
    return bytes[index]
  }

  /// The content of a segment after its length.
  private mutating func segment() throws(ImageError.Fault) -> ArraySlice<UInt8> {
    guard index + 2 <= bytes.count else { throw .truncated }
    let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
    guard length >= 2 else { throw .damaged }
    guard index + length <= bytes.count else { throw .truncated }
    defer { index += length }
    return bytes[(index + 2)..<(index + length)]
  }

  private mutating func readFrame(
    _ marker: UInt8, _ content: ArraySlice<UInt8>
  ) throws(ImageError.Fault) {
    guard size == nil, content.count >= 6 else { throw .damaged }
    let start = content.startIndex
    let (bits, components) = (content[start], content[start + 5])
    guard Marker.plainFrames.contains(marker), bits == 8, [1, 3, 4].contains(components) else {
      throw .unusualEncoding
    }
    let (height, width) = (
      Int(content[start + 1]) << 8 | Int(content[start + 2]),
      Int(content[start + 3]) << 8 | Int(content[start + 4])
    )
    size = (width, height)
  }

  /// Keeps what decides how the picture looks: JFIF, the colour profile, Adobe's colour transform. All else
  /// a camera or an editor wrote goes, position, owner and former versions with it.
  private mutating func readApplication(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    func begins(_ name: String) -> Bool { content.starts(with: Array(name.utf8) + [0]) }
    switch marker {
    case 0xE0 where begins("JFIF") && header.isEmpty: header = Self.written(marker, content)
    case 0xE1 where begins("Exif"): facts = facts.or(ExifFacts(Array(content.dropFirst(6))))
    case 0xE2 where begins("ICC_PROFILE"), 0xEE where content.starts(with: Array("Adobe".utf8)):
      keep(marker, content)
    default: break
    }
  }

  /// Keeps the coded picture up to the next marker that is part of neither data nor restarts.
  private mutating func keepScan() {
    let start = index
    while let found = bytes[index...].firstIndex(of: 0xFF), found + 1 < bytes.count {
      let next = bytes[found + 1]
      guard next == 0x00 || Marker.restarts.contains(next) else {
        index = found
        kept += bytes[start..<found]
        return
      }
      index = found + 2
    }
    index = bytes.count
  }

  private mutating func keep(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    kept += Self.written(marker, content)
  }

  private static func written(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  private func finished(_ size: (width: Int, height: Int)) -> ImageFile {
    let turned = facts.orientation == 1 ? [] : ExifFacts.segment(orientation: facts.orientation)
    return ImageFile(
      kind: .jpeg, width: size.width, height: size.height, orientation: facts.orientation,
      taken: facts.taken,
      bytes: [0xFF, Marker.startOfImage] + header + turned + kept + [0xFF, Marker.endOfImage])
  }
}
