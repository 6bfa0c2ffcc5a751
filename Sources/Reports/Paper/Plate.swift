import CPangoCairo
import Canvas
import Foundation

/// A picture ready to be printed.
///
/// A JPEG goes into the PDF as it is: Cairo is given the file's own bytes, and a surface of its size whose
/// memory is never touched. A PNG is unpacked.
final class Plate {
  private let picture: Document.Picture
  private let surface: OpaquePointer

  /// Reads the picture's file; nil where it has none, or one that cannot be read.
  init?(_ picture: Document.Picture) {
    guard let file = picture.file,
      let bytes = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
    else { return nil }
    self.picture = picture
    surface =
      switch picture.encoding {
      case .jpeg: Self.jpeg(bytes, picture)
      case .png: Self.png(bytes)
      }
    guard cairo_surface_status(surface) == 0 else {
      cairo_surface_destroy(surface)
      return nil
    }
  }

  deinit { cairo_surface_destroy(surface) }

  private static func jpeg(_ bytes: Data, _ picture: Document.Picture) -> OpaquePointer {
    let surface: OpaquePointer = cairo_image_surface_create(
      Int32(CAIRO_FORMAT_A1), Int32(picture.width), Int32(picture.height))
    // A surface that nobody has drawn on is left out of the page.
    cairo_surface_mark_dirty(surface)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    bytes.copyBytes(to: copy, count: bytes.count)
    let release: cairo_destroy_func_t = { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count), release, copy)
    if status != 0 { copy.deallocate() }
    return surface
  }

  private final class Reading {
    var rest: Data
    init(_ bytes: Data) { rest = bytes }
  }

  private static func png(_ bytes: Data) -> OpaquePointer {
    let reading = Reading(bytes)
    return withExtendedLifetime(reading) {
      cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let closure, let target else { return Int32(CAIRO_STATUS_READ_ERROR) }
          let reading = Unmanaged<Reading>.fromOpaque(closure).takeUnretainedValue()
          guard reading.rest.count >= Int(count) else { return Int32(CAIRO_STATUS_READ_ERROR) }
          reading.rest.copyBytes(to: target, count: Int(count))
          reading.rest = reading.rest.dropFirst(Int(count))
          return 0
        }, Unmanaged.passUnretained(reading).toOpaque())
    }
  }

  /// Draws it upright into a rectangle of its own proportions.
  func draw(x: Double, y: Double, width: Double, height: Double, on cairo: OpaquePointer) {
    let upright = picture.upright
    cairo_save(cairo)
    var place = cairo_matrix_t(
      xx: width / Double(upright.width), yx: 0, xy: 0, yy: height / Double(upright.height), x0: x,
      y0: y)
    cairo_transform(cairo, &place)
    var turn = self.turn
    cairo_transform(cairo, &turn)
    cairo_set_source_surface(cairo, surface, 0, 0)
    cairo_paint(cairo)
    cairo_restore(cairo)
  }

  /// From the pixels as stored to those seen upright.
  ///
  /// Source: CIPA DC-008 (Exif 2.32), tag 0x0112: where row 0 and column 0 are to be seen.
  private var turn: cairo_matrix_t {
    let (w, h) = (Double(picture.width), Double(picture.height))
    return switch picture.orientation {
    case 2: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: w, y0: 0)
    case 3: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: w, y0: h)
    case 4: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: h)
    case 5: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case 6: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: h, y0: 0)
    case 7: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: h, y0: w)
    case 8: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: w)
    case _: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    }
  }
}
