import Almanac
import Canvas
import Foundation
import Reports
import Testing

/// Pictures on A4, looked at with poppler's tools.
struct PictureTests {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "IntakeTests/Fixtures/images")

  /// 24 by 16 pixels; the red grows to the right, the green downwards, the blue is the same everywhere.
  private static let plain = fixtures.appending(path: "plain.jpg").path

  private func run(_ arguments: String..., input: Data? = nil) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output
  }

  private func document(_ rows: [[Document.Picture?]]) -> Document {
    Document(
      language: .english, title: "", blocks: [.pictures(.init(columns: ["A", "B"], rows: rows))])
  }

  /// Writes a paper and hands its path to a piece of work.
  private func printed<Value>(
    _ rows: [[Document.Picture?]], _ body: (Paper, String) throws -> Value
  ) throws -> Value {
    let paper = try Paper(document(rows), createdOn: Day(2026, 11, 30))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(paper.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(paper, file.path)
  }

  private func picture(
    _ file: String?, _ encoding: Document.Picture.Encoding = .jpeg, width: Int = 24,
    height: Int = 16, orientation: Int = 1
  ) -> Document.Picture {
    Document.Picture(
      caption: "caption", file: file, encoding: encoding, width: width, height: height,
      orientation: orientation)
  }

  /// The file's own bytes are in the PDF: nothing was decoded, nothing lost.
  @Test func aJPEGIsPrintedAsItIs() throws {
    for name in ["plain.jpg", "progressive.jpg", "grey.jpg"] {
      let path = Self.fixtures.appending(path: name).path
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try printed([[picture(path), nil]]) { paper, file in
        _ = try run("pdfimages", "-all", file, folder.path + "/p")
        #expect(paper.pageCount == 1)
      }
      let found = try Data(contentsOf: folder.appending(path: "p-000.jpg"))
      #expect(try found == Data(contentsOf: URL(filePath: path)), "\(name)")
    }
  }

  @Test func aPNGIsPrinted() throws {
    let path = Self.fixtures.appending(path: "palette.png").path
    let list = try printed([[picture(path, .png), picture(Self.plain)]]) { _, file in
      String(decoding: try run("pdfimages", "-list", file), as: UTF8.self)
    }
    let images = list.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
      .filter { $0[2] == "image" }
    #expect(
      images.map { [$0[3], $0[4], $0[8]] } == [["24", "16", "image"], ["24", "16", "jpeg"]])
  }

  struct Turn: Sendable {
    var orientation: Int
    /// Where the corner of row 0 and column 0 is to be seen, after table 6 of CIPA DC-008.
    var isAtRight: Bool
    var isAtBottom: Bool
    var isTall: Bool
  }

  /// The darkest corner is that of row 0 and column 0.
  @Test(arguments: [
    Turn(orientation: 1, isAtRight: false, isAtBottom: false, isTall: false),
    Turn(orientation: 2, isAtRight: true, isAtBottom: false, isTall: false),
    Turn(orientation: 3, isAtRight: true, isAtBottom: true, isTall: false),
    Turn(orientation: 4, isAtRight: false, isAtBottom: true, isTall: false),
    Turn(orientation: 5, isAtRight: false, isAtBottom: false, isTall: true),
    Turn(orientation: 6, isAtRight: true, isAtBottom: false, isTall: true),
    Turn(orientation: 7, isAtRight: true, isAtBottom: true, isTall: true),
    Turn(orientation: 8, isAtRight: false, isAtBottom: true, isTall: true),
  ])
  func itIsSeenUpright(_ row: Turn) throws {
    let pixels = try printed([[picture(Self.plain, orientation: row.orientation), nil]]) {
      _, file in
      try Pixels(run("pdftoppm", "-r", "72", "-singlefile", file))
    }
    // Its blue is 128 all over; paper, rules and shade are grey.
    let seen = pixels.places { abs(Int($0.blue) - 128) < 24 && Int($0.red) != Int($0.blue) }
    let (columns, rows) = (seen.map(\.column), seen.map(\.row))
    let left = try #require(columns.min())
    let right = try #require(columns.max())
    let (top, bottom) = (try #require(rows.min()), try #require(rows.max()))
    #expect((bottom - top > right - left) == row.isTall)
    let (x, y) = (row.isAtRight ? right - 3 : left + 3, row.isAtBottom ? bottom - 3 : top + 3)
    let corner = pixels[y, x]
    let opposite = pixels[top + bottom - y, left + right - x]
    #expect(corner.red < 60 && corner.green < 60, "\(corner)")
    #expect(opposite.red > 180 && opposite.green > 180, "\(opposite)")
  }

  /// A page comes about whatever is in the files, and without one a grey place is printed.
  @Test func whatCannotBeReadKeepsNoPageBack() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try Data(contentsOf: Self.fixtures.appending(path: "palette.png"))
    let cut = folder.appending(path: "cut.png")
    try whole.prefix(900).write(to: cut)
    let text = folder.appending(path: "text.png")
    try Data("no picture".utf8).write(to: text)
    try printed([
      [picture(cut.path, .png), picture(text.path, .png)],
      [picture(nil), picture(folder.path + "/none.jpg")],
      [picture(nil, width: 1, height: 30000), picture(nil, width: 30000, height: 1)],
    ]) { paper, file in
      let words = String(decoding: try run("pdftotext", file, "-"), as: UTF8.self)
      #expect(words.components(separatedBy: "caption").count == 7)
      #expect(paper.pageCount == 1)
    }
  }

  @Test func thereAreNoPicturesInText() {
    let document = document([[picture(Self.plain), nil]])
    #expect(TextPages(document, columns: 80).pages == [[]])
    #expect(document.csv == "" && document.markdown == "\n")
  }
}

/// A picture in the form PPM, as poppler writes it.
private struct Pixels {
  struct Colour {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
  }

  let columns: Int
  let rows: Int
  private let bytes: Data

  init(_ file: Data) throws {
    let fields = file.prefix(40).split(separator: 10, maxSplits: 3).prefix(3)
    let sizes = String(decoding: fields[1], as: UTF8.self).split(separator: " ").compactMap {
      Int($0)
    }
    columns = try #require(sizes.first)
    rows = try #require(sizes.last)
    bytes = Data(file.suffix(columns * rows * 3))
  }

  subscript(row: Int, column: Int) -> Colour {
    let place = (row * columns + column) * 3
    return Colour(red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2])
  }

  func places(_ isMeant: (Colour) -> Bool) -> [(row: Int, column: Int)] {
    (0..<rows).flatMap { row in
      (0..<columns).compactMap { isMeant(self[row, $0]) ? (row, $0) : nil }
    }
  }
}
