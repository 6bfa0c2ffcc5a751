import Almanac
import Domain
import Foundation
import Intake
import Testing

/// Photographs as phones and editors write them: taken by their content, and without what they tell about
/// position and owner.
struct ImageFileTests {
  struct Case: Sendable {
    var name: String
    var kind = Photograph.Kind.jpeg
    var side = (24, 16)
    var orientation = 1
    var taken: Day?
  }

  /// Sizes, orientation and day as exiftool 12.57 reads them.
  @Test(arguments: [
    Case(name: "plain.jpg"),
    Case(name: "progressive.jpg"),
    Case(name: "cmyk.jpg"),
    Case(name: "grey.jpg"),
    Case(name: "dot.jpg", side: (1, 1)),
    Case(name: "phone.jpg", orientation: 6, taken: Day(2026, 11, 20)),
    Case(name: "screen.png", kind: .png, taken: Day(2026, 11, 20)),
    Case(name: "palette.png", kind: .png),
    Case(name: "dot.png", kind: .png, side: (1, 1)),
  ])
  func isTaken(_ row: Case) throws {
    let image = try ImageFile(ImageFixtures.bytes(row.name), name: "whatever.txt")
    #expect(image.kind == row.kind)
    #expect((image.width, image.height) == row.side)
    #expect(image.orientation == row.orientation && image.taken == row.taken)
    // What is kept is taken again, and kept as it is.
    let again = try ImageFile(image.bytes, name: row.name)
    #expect(again.bytes == image.bytes && again.orientation == row.orientation)
  }

  /// `phone.jpg` has its position in Exif, XMP, IPTC, a maker's note, a comment and a film behind the
  /// picture; `screen.png` in eXIf and three kinds of text.
  @Test(arguments: ["phone.jpg", "screen.png"])
  func nothingTellsTheirPlace(_ name: String) throws {
    let original = try ImageFixtures.bytes(name)
    let kept = try ImageFile(original, name: name).bytes
    for secret in [
      "23.1201", "GPSLatitude", "Guangzhou", "Phone Maker", "Owner Name", "Photoshop", "ftyp",
      "2026:11", "MotionPhoto", "Thumb", "MPF",
    ] {
      #expect(Data(kept).range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
    #expect(kept.count < original.count)
    #expect(Data(kept).range(of: Data("ICC_PROFILE".utf8)) != nil || name.hasSuffix("png"))
  }

  /// The coded picture itself is not touched.
  @Test func whatShowsThePictureStays() throws {
    for name in ["plain.jpg", "progressive.jpg", "cmyk.jpg", "grey.jpg", "palette.png", "dot.png"] {
      let original = try ImageFixtures.bytes(name)
      #expect(try ImageFile(original, name: name).bytes == original, "\(name)")
    }
  }

  @Test func whatFollowsTheEndIsLeftOut() throws {
    for name in ["plain.jpg", "palette.png"] {
      let original = try ImageFixtures.bytes(name)
      #expect(try ImageFile(original + Array("tail".utf8), name: name).bytes == original)
    }
  }

  @Test func strayBytesBetweenSegmentsAreLeftOut() throws {
    let (frame, scan) = (ImageFixtures.frame(8, 8), ImageFixtures.scan)
    let stray = ImageFixtures.jpeg(frame, [1, 2, 0, 0], scan)
    #expect(try ImageFile(stray, name: "a").bytes == ImageFixtures.jpeg(frame, scan))
  }

  /// A camera's day is read in either order of bytes, and left out where it is none.
  @Test(arguments: [
    ("2026:11:20 09:12:40", Day(2026, 11, 20)), ("2026:02:30 09:12:40", nil),
    ("    :  :     :  :  ", nil), ("0000:00:00 00:00:00", nil), ("", nil),
  ])
  func theDayOfTaking(_ text: String, _ day: Day?) throws {
    let value = Array(text.utf8) + [0]
    let length = UInt8(value.count)
    let little: [UInt8] =
      Array("II".utf8) + [42, 0, 8, 0, 0, 0]
      + [1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]
      + [1, 0, 0x03, 0x90, 2, 0, length, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0] + value
    let exif = ImageFixtures.segment(0xE1, Array("Exif".utf8) + [0, 0] + little)
    let file = ImageFixtures.jpeg(exif, ImageFixtures.frame(8, 8), ImageFixtures.scan)
    #expect(try ImageFile(file, name: "a").taken == day)
  }
}
