import Canvas

/// The measures of a page: the paper in points, and where the text block (版心) stands in points before
/// they are scaled.
///
/// Source: GB/T 9704-2012 5.2, top 37 mm, left 28 mm, text block 156 mm × 225 mm. Landscape is bound at
/// its upper edge, so the same 28 mm stand there, and wide tables get what is left of the width. Forms
/// and registers (表格、台账) are no official letters and take more of the page; where they are bound there is room
/// for the holes of a file.
struct Sheet: Equatable {
  var paperWidth: Double
  var paperHeight: Double
  var left: Double
  var top: Double
  /// The width of the text block.
  var width: Double
  /// The height of the text block.
  var height: Double

  /// Whether it is a form, whose lines to sign on stand closer.
  let isForm: Bool

  /// How large type is drawn: 1 for the sizes of the standard, less where a sheet must hold more.
  let scale: Double

  static let millimetre = 72 / 25.4

  /// A sheet whose text block, measured before it is drawn smaller, holds more by its scale.
  init(_ document: Document, scale: Double = 1) {
    self.scale = scale
    isForm = document.isForm
    let mm = Sheet.millimetre
    let (short, long) =
      switch document.size {
      case .a4: (210 * mm, 297 * mm)
      case .a3: (297 * mm, 420 * mm)
      }
    if document.isLandscape {
      (paperWidth, paperHeight) = (long, short)
      (left, top, width, height) =
        document.isForm
        ? (15 * mm, 25 * mm, long - 30 * mm, short - 43 * mm)
        : (25 * mm, 28 * mm, long - 50 * mm, short - 56 * mm)
    } else {
      (paperWidth, paperHeight) = (short, long)
      (left, top, width, height) =
        document.isForm
        ? (22 * mm, 18 * mm, short - 42 * mm, long - 38 * mm)
        : (28 * mm, 37 * mm, short - 54 * mm, long - 72 * mm)
    }
    (left, top, width, height) = (left / scale, top / scale, width / scale, height / scale)
  }
}
