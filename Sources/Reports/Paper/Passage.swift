import CPangoCairo

/// A text broken into lines of a given width by Pango.
final class Passage {
  let style: Style
  /// Where each line begins, in points from the left edge.
  let starts: [Double]
  /// The width that its widest line takes, in points.
  let width: Double
  /// The width of each line, in points.
  let widths: [Double]
  /// What each line says.
  let lines: [String]
  private let layout: OpaquePointer

  /// The height of all its lines, in points.
  var height: Double { Double(starts.count) * style.pitch }

  /// Takes over a layout that has its text, font and width, and releases it at the end.
  init(layout: OpaquePointer, text: String, style: Style) {
    self.layout = layout
    self.style = style
    var starts: [Double] = []
    var widths: [Double] = []
    let iterator = pango_layout_get_iter(layout)
    repeat {
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      starts.append(Double(extents.x) / Double(PANGO_SCALE))
      widths.append(Double(extents.width) / Double(PANGO_SCALE))
    } while pango_layout_iter_next_line(iterator) != 0
    pango_layout_iter_free(iterator)
    (self.starts, self.widths) = (starts, widths)
    let bytes = Array(text.utf8)
    lines = starts.indices.map { index in
      guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return "" }
      let start = Int(line.pointee.start_index)
      return String(decoding: bytes[start..<start + Int(line.pointee.length)], as: UTF8.self)
    }
    var width: Int32 = 0
    pango_layout_get_size(layout, &width, nil)
    self.width = Double(width) / Double(PANGO_SCALE)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Draws one line with its top left corner at a place.
  func draw(line index: Int, x: Double, y: Double, on cairo: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
    cairo_move_to(cairo, x + starts[index], y + style.baseline)
    pango_cairo_show_layout_line(cairo, line)
  }

  /// Marks for all its lines, downwards from a place.
  func marks(x: Double, y: Double) -> [Mark] {
    starts.indices.map { .line(self, $0, x: x, y: y + Double($0) * style.pitch) }
  }
}
