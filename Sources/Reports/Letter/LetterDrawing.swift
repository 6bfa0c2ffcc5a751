import Canvas
import Foundation

/// A photograph of a letter, embedded as its file's own bytes and turned upright where it is shown.
struct LetterDrawing {
  /// The file's own bytes.
  let bytes: [UInt8]
  let number: Int
  let id: String
  /// The file's name in the letter.
  let file: String
  let caption: String
  /// Before it is turned, in EMU, 12,700 to the point.
  let width, height: Int
  /// Clockwise, in 60,000ths of a degree, after it is mirrored.
  let turn: Int
  let isMirrored: Bool
  /// How far it reaches beyond its width and height when it is turned, in EMU.
  let beside, above: Int

  /// Reads the picture's file; nil where it has none, or one that is no picture.
  ///
  /// - Parameter room: The width that there is for it, in points.
  init?(_ picture: Document.Picture, number: Int, room: Double) {
    guard let path = picture.file,
      let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else { return nil }
    let (suffix, mark): (String, [UInt8]) =
      switch picture.encoding {
      case .jpeg: ("jpeg", [0xFF, 0xD8])
      case .png: ("png", [0x89, 0x50])
      }
    guard data.starts(with: mark) else { return nil }
    bytes = Array(data)
    self.number = number
    (id, file) = ("picture\(number)", "picture\(number).\(suffix)")
    caption = picture.caption.printable
    let upright = picture.fitted(width: room)
    let isTurned = (5...8).contains(picture.orientation)
    let (wide, high) = (Int(upright.width * 12700), Int(upright.height * 12700))
    (width, height) = isTurned ? (high, wide) : (wide, high)
    (beside, above) = (max(0, (wide - width) / 2), max(0, (high - height) / 2))
    (isMirrored, turn) = Self.turned(picture.orientation)
  }

  /// Source: Exif 2.3, tag Orientation (CIPA DC-008, table 6).
  private static func turned(_ orientation: Int) -> (Bool, Int) {
    let quarter = 5_400_000
    return switch orientation {
    case 2: (true, 0)
    case 3: (false, 2 * quarter)
    case 4: (true, 2 * quarter)
    case 5: (true, 3 * quarter)
    case 6: (false, quarter)
    case 7: (true, quarter)
    case 8: (false, 3 * quarter)
    default: (false, 0)
    }
  }
}
