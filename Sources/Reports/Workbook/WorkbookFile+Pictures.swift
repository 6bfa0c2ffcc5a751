import CXlsxWriter
import Canvas
import Foundation

extension WorkbookFile {
  /// Draws a chart of cells that are on the sheet already, so that it cannot differ from them.
  func draw(
    _ chart: SheetPlan.Chart, at row: Int, named sheet: String, on worksheet: OpaquePointer
  ) {
    guard let drawn = workbook_add_chart(book, UInt8(LXW_CHART_COLUMN)) else { return }
    let (first, last) = (UInt32(chart.rows.lowerBound), UInt32(chart.rows.upperBound - 1))
    for column in chart.columns.map(UInt16.init) {
      guard let series = chart_add_series(drawn, nil, nil) else { continue }
      chart_series_set_categories(series, sheet, first, 0, last, 0)
      chart_series_set_values(series, sheet, first, column, last, column)
      chart_series_set_name_range(series, sheet, UInt32(chart.heading), column)
    }
    chart_title_off(drawn)
    var options = lxw_chart_options()
    (options.x_offset, options.y_offset) = (4, 4)
    (options.x_scale, options.y_scale) = (1.2, Self.height(SheetPlan.chartHeight) / 288)
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE)
    worksheet_insert_chart_opt(worksheet, UInt32(row), 0, drawn, &options)
  }

  /// Lays a picture over its cell, as large as that allows, in its own proportions. A spreadsheet shows it
  /// as it is stored, not turned upright.
  func draw(
    _ cell: SheetPlan.Cell, _ row: Int, _ plan: SheetPlan, on worksheet: OpaquePointer
  ) {
    guard let picture = cell.picture, let file = picture.file, picture.width > 0,
      picture.height > 0
    else { return }
    let columns = plan.widths[cell.column..<cell.column + cell.span]
    let room = Double(columns.reduce(0, +)) * 7.35 + Double(columns.count) * 15 - 8
    let dots = PictureDensity(of: picture, in: file)
    // The library shows a dot as 1/96 inch where the file has 96 of them in an inch.
    let natural = (
      width: Double(picture.width) * 96 / dots.across,
      height: Double(picture.height) * 96 / dots.down
    )
    let scale = min(
      room / Double(picture.width),
      Self.height(SheetPlan.pictureHeight) / Double(picture.height))
    var options = lxw_image_options()
    (options.x_offset, options.y_offset) = (4, 4)
    options.x_scale = scale * Double(picture.width) / natural.width
    options.y_scale = scale * Double(picture.height) / natural.height
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE)
    _ = picture.caption.printable.withCString { caption in
      options.description = caption
      return worksheet_insert_image_opt(
        worksheet, UInt32(row), UInt16(cell.column), file, &options)
    }
  }

  /// What fits into a row of so many lines, in pixels.
  private static func height(_ lines: Int) -> Double { (Double(lines) * 15 + 3) * 96 / 72 - 8 }
}

/// How many dots of a picture make an inch, as its file says; 96 where it does not.
struct PictureDensity: Equatable {
  var across = 96.0
  var down = 96.0

  init(of picture: Document.Picture, in file: String) {
    guard let handle = FileHandle(forReadingAtPath: file) else { return }
    defer { try? handle.close() }
    let head = Array((try? handle.read(upToCount: 4096)) ?? Data())
    switch picture.encoding {
    case .jpeg: readJPEG(head)
    case .png: readPNG(head)
    }
  }

  /// By the unit of a JFIF file how many of it make an inch.
  private static let inches: [UInt8: Double] = [1: 1, 2: 2.54]

  /// Source: JFIF 1.02, where the unit 1 is the inch and 2 the centimetre.
  private mutating func readJPEG(_ bytes: [UInt8]) {
    var start = 2
    while start + 16 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] != 0xDA {
      if bytes[start + 1] == 0xE0 {
        let unit = Self.inches[bytes[start + 11]] ?? 0
        take(
          Self.number(bytes[start + 12..<start + 14]) * unit,
          Self.number(bytes[start + 14..<start + 16]) * unit)
      }
      start += 2 + Int(Self.number(bytes[start + 2..<start + 4]))
    }
  }

  /// Source: PNG (ISO/IEC 15948), chunk pHYs, where the unit 1 is the metre.
  private mutating func readPNG(_ bytes: [UInt8]) {
    var start = 8
    while start + 17 <= bytes.count {
      if bytes[start + 4..<start + 8].elementsEqual("pHYs".utf8), bytes[start + 16] == 1 {
        take(
          Self.number(bytes[start + 8..<start + 12]) * 0.0254,
          Self.number(bytes[start + 12..<start + 16]) * 0.0254)
      }
      start += 12 + Int(Self.number(bytes[start..<start + 4]))
    }
  }

  private mutating func take(_ across: Double, _ down: Double) {
    guard across > 0, down > 0 else { return }
    (self.across, self.down) = (across, down)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Double {
    bytes.reduce(0) { $0 * 256 + Double($1) }
  }
}
