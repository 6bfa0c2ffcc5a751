import Domain
import Testing

@testable import Intake

/// What is taken as the scan of a paper, by its content.
struct ScanFileTests {
  private static let pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"

  struct Case: Sendable {
    var bytes: [UInt8]
    var kind: Scan.Kind?
    var fault: ImageError.Fault?
  }

  @Test func byContent() throws {
    let phone = try ImageFixtures.bytes("phone.jpg")
    let padded = Array(Self.pdf.utf8) + [UInt8](repeating: 0, count: 1018)
    for row in [
      Case(bytes: Array(Self.pdf.utf8), kind: .pdf), Case(bytes: padded, kind: .pdf),
      Case(bytes: phone, kind: .jpeg),
      Case(bytes: try ImageFixtures.bytes("screen.png"), kind: .png),
      Case(bytes: padded + [0, 0], fault: .truncated),
      Case(bytes: Array(Self.pdf.utf8.dropLast(4)), fault: .truncated),
      Case(bytes: Array((" " + Self.pdf).utf8), fault: .notAScan),
      Case(bytes: Array("a letter".utf8), fault: .notAScan), Case(bytes: [], fault: .empty),
      Case(bytes: Array(phone.prefix(phone.count / 2)), fault: .truncated),
      Case(bytes: try ImageFixtures.bytes("phone.heic"), fault: .heic),
      Case(
        bytes: Array("%PDF-".utf8) + [UInt8](repeating: 10, count: ImageFile.largest),
        fault: .scanTooLarge(ImageFile.largest + 5)),
    ] {
      do throws(ImageError) {
        #expect(try ScanFile(row.bytes, name: "x.pdf").kind == row.kind)
      } catch {
        #expect(error == row.fault.map { ImageError(file: "x.pdf", fault: $0) })
      }
    }
  }

  /// A PDF is kept as it is; of a picture what a camera wrote beside it goes.
  @Test func whatIsKept() throws {
    let bytes = Array(Self.pdf.utf8)
    #expect(try ScanFile(bytes, name: "x").bytes == bytes)
    let phone = try ImageFixtures.bytes("phone.jpg")
    #expect(try ScanFile(phone, name: "x").bytes == ImageFile(phone, name: "x").bytes)
  }
}
