import CNcurses
import Canvas
import Testing

@Suite struct WidthTests {
  /// One table row for each scalar would take an hour; the loop names the first that differs.
  @Test func everyScalarIsAsWideAsInTheLibrary() {
    _ = setlocale(LC_CTYPE, "C.UTF-8")
    var differing: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let library = cn_wcwidth(value)
      if Cells.libraryWidth(scalar).map(Int32.init) ?? -1 != library { differing.append(value) }
      // What is never sent to the terminal is drawn as one cell.
      let drawn = Cells.width(scalar)
      if drawn != (Cells.clean(String(scalar)) == String(scalar) ? library : 1) {
        differing.append(value)
      }
    }
    #expect(differing == [])
  }
}
