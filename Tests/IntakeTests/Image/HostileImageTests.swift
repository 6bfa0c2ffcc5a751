import Almanac
import Domain
import Intake
import Testing

/// Files that are no photographs, and photographs that are broken: refused in words, and never a crash.
struct HostileImageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var fault: ImageError.Fault

    var testDescription: String { name }
  }

  private typealias Make = ImageFixtures

  @Test(arguments: [
    Case(name: "nothing", bytes: [], fault: .empty),
    Case(name: "text", bytes: Array("2026-017前.jpg".utf8), fault: .notAPicture),
    Case(name: "GIF", bytes: Array("GIF89a".utf8) + [1, 0, 1, 0], fault: .notAPicture),
    Case(name: "two bytes of a JPEG", bytes: [0xFF, 0xD8], fault: .notAPicture),
    Case(name: "no picture in it", bytes: Make.jpeg(), fault: .damaged),
    Case(name: "no scan", bytes: Make.jpeg(Make.frame(8, 8)), fault: .damaged),
    Case(name: "scan without a frame", bytes: Make.jpeg(Make.scan), fault: .damaged),
    Case(
      name: "no end", bytes: Array(Make.jpeg(Make.frame(8, 8), Make.scan).dropLast(2)),
      fault: .truncated),
    Case(
      name: "two frames", bytes: Make.jpeg(Make.frame(8, 8), Make.frame(8, 8), Make.scan),
      fault: .damaged),
    Case(
      name: "no height", bytes: Make.jpeg(Make.frame(8, 0), Make.scan), fault: .damaged),
    Case(
      name: "a side of 65535", bytes: Make.jpeg(Make.frame(65535, 65535), Make.scan),
      fault: .tooManyPixels(65535, 65535)),
    Case(
      name: "lossless", bytes: Make.jpeg(Make.frame(8, 8, marker: 0xC3), Make.scan),
      fault: .unusualEncoding),
    Case(
      name: "segment of length 1", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9],
      fault: .damaged),
    Case(
      name: "segment beyond the end", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1],
      fault: .truncated),
    Case(name: "bytes between segments", bytes: Make.jpeg([1, 2]), fault: .notAPicture),
    Case(
      name: "a PNG of 30001 columns", bytes: Make.png(30001, 1), fault: .tooManyPixels(30001, 1)),
    Case(
      name: "a PNG that unpacks to gigabytes", bytes: Make.png(30000, 30000),
      fault: .tooManyPixels(30000, 30000)),
    Case(
      name: "a PNG of 4294967295 columns", bytes: Make.png(.max, 1),
      fault: .tooManyPixels(4_294_967_295, 1)),
    Case(name: "a PNG without width", bytes: Make.png(0, 5), fault: .damaged),
    Case(name: "a depth of 3", bytes: Make.png(5, 5, depth: 3), fault: .damaged),
    Case(name: "no palette", bytes: Make.png(5, 5, colour: 3), fault: .damaged),
    Case(
      name: "an unknown critical chunk", bytes: Make.png(5, 5, more: Make.chunk("ABCD", [])),
      fault: .unusualEncoding),
    Case(
      name: "a chunk named in digits", bytes: Make.png(5, 5, more: Make.chunk("1234", [])),
      fault: .damaged),
    Case(
      name: "20 MiB and a byte", bytes: .init(repeating: 0, count: 20_971_521),
      fault: .tooLarge(20_971_521)),
  ])
  func isRefused(_ row: Case) {
    #expect(throws: ImageError(file: "a.jpg", fault: row.fault)) {
      try ImageFile(row.bytes, name: "a.jpg")
    }
  }

  @Test func aPhonesOwnFormatAndArithmeticCoding() throws {
    let heic = try ImageFixtures.bytes("phone.heic")
    #expect(throws: ImageError(file: "a.jpg", fault: .heic)) { try ImageFile(heic, name: "a.jpg") }
    let message = ImageError(file: "a.heic", fault: .heic).message
    #expect(message.zh.contains("heif-convert") && message.en.contains("heif-convert"))
    #expect(!message.zh.contains("\n"))
    let arithmetic = try ImageFixtures.bytes("arithmetic.jpg")
    #expect(throws: ImageError(file: "b", fault: .unusualEncoding)) {
      try ImageFile(arithmetic, name: "b")
    }
  }

  /// Any one bit of a PNG: the check sums find it, or the signature does.
  @Test func aChangedPNGIsRefused() throws {
    let whole = try ImageFixtures.bytes("palette.png")
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 1 << (index % 8)
      #expect(throws: ImageError.self, "byte \(index)") { try ImageFile(changed, name: "a") }
    }
  }

  /// Cut off anywhere: refused; with any byte changed: taken or refused.
  @Test(arguments: ["phone.jpg", "progressive.jpg", "screen.png"])
  func nothingCrashes(_ name: String) throws {
    let whole = try ImageFixtures.bytes(name)
    let end = name == "phone.jpg" ? 2400 : whole.count
    for length in 0..<end {
      #expect(throws: ImageError.self, "\(length)") {
        try ImageFile(Array(whole.prefix(length)), name: name)
      }
    }
    for index in whole.indices {
      for value: UInt8 in [0x00, 0xFF, whole[index] ^ 0x40] {
        var changed = whole
        changed[index] = value
        _ = try? ImageFile(changed, name: name)
      }
    }
  }
}
