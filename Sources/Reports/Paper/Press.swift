import Almanac
import CPangoCairo
import Canvas

/// Where pages are printed: a PDF file in memory, and the fonts for it.
final class Press {
  typealias Alignment = Document.Column.Alignment

  private final class Output { var bytes: [UInt8] = [] }

  /// A text as it is to be set.
  private struct Setting: Hashable {
    var text: String
    var style: Style
    var width: Double?
    var alignment: Alignment
    var indent: Double
    var breaks: Cells.Breaks
  }

  private let output = Output()
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private let context: OpaquePointer
  private let language: Language
  private var missing: Set<Character> = []
  /// Whether a word was longer than its line and had to be broken, since this was last unset.
  var hasBrokenWords = false
  /// Told how many texts were set so far; what it throws ends the work.
  var watch: ((Int) throws -> Void)?
  private var textsSet = 0
  /// What was set already, and whether a word was broken for it: a register says the same in many cells.
  private var known: [Setting: (passage: Passage, isBroken: Bool)] = [:]
  private var typefaces: Set<Typeface> = []
  /// The bookmarks that further ones can stand below, by level from 0.
  private var parents: [Int32] = []
  private var page = 1

  /// Opens an empty file.
  ///
  /// - Throws: ``PaperError`` when a library is missing.
  init(sheet: Sheet, language: Language) throws(PaperError) {
    try PaperError.checkLibraries()
    self.language = language
    surface = cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure, let data else { return 0 }
        Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return 0
      }, Unmanaged.passUnretained(output).toOpaque(), sheet.paperWidth, sheet.paperHeight)
    cairo = cairo_create(surface)
    context = pango_cairo_create_context(cairo)
    pango_context_set_language(
      context, pango_language_from_string(language == .chinese ? "zh-cn" : "en"))
    pango_context_set_round_glyph_positions(context, 0)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
    cairo_destroy(cairo)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// Rare characters met so far that no font has, in order of code.
  var uncovered: String { String(missing.sorted()) }

  /// The kinds of type that were set in another family than documents should be, with that family.
  var substitutes: [FontSubstitute] {
    Typeface.allCases.filter(typefaces.contains).compactMap(substitute)
  }

  /// The family that stands for a kind of type where none that documents should be set in is installed; nil
  /// where one is.
  func substitute(for typeface: Typeface) -> FontSubstitute? {
    let wanted = description(of: typeface, size: 12)
    defer { pango_font_description_free(wanted) }
    guard let font = pango_context_load_font(context, wanted) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(font)) }
    let found = pango_font_describe(font)
    defer { pango_font_description_free(found) }
    guard let family = pango_font_description_get_family(found).map({ String(cString: $0) }),
      !typeface.isOfficial(family, in: language)
    else { return nil }
    return FontSubstitute(wanted: typeface.name, used: family)
  }

  /// Writes who made the file, what it is, and a day in place of Cairo's clock.
  func describe(_ document: Document, createdOn day: Day) {
    let subject = document.subtitle.joined(separator: " ").printable
    for (key, value) in [
      (CAIRO_PDF_METADATA_TITLE, document.title.printable),
      (CAIRO_PDF_METADATA_AUTHOR, document.author.printable),
      (CAIRO_PDF_METADATA_SUBJECT, subject), (CAIRO_PDF_METADATA_CREATOR, "xunjian"),
      (CAIRO_PDF_METADATA_CREATE_DATE, "\(day)T00:00:00+08:00"),
    ] {
      cairo_pdf_surface_set_metadata(surface, Int32(key), value)
    }
  }

  /// Breaks a text into lines.
  ///
  /// - Parameters:
  ///   - width: In points; nil for one line of any width.
  ///   - indent: How far the first line of each paragraph stands in, in points.
  /// - Throws: ``PaperError/fontMissing(_:)`` when a character is ordinary and no font has it.
  func set(
    _ text: String, _ style: Style, width: Double? = nil, alignment: Alignment = .leading,
    indent: Double = 0, breaking breaks: Cells.Breaks = .anywhere
  ) throws(PaperError) -> Passage {
    try count()
    let setting = Setting(
      text: text.printable, style: style, width: width, alignment: alignment, indent: indent,
      breaks: breaks)
    let laid: (passage: Passage, isBroken: Bool)
    if let found = known[setting] {
      laid = found
    } else {
      laid = try layOut(setting)
      known[setting] = laid
    }
    if laid.isBroken { hasBrokenWords = true }
    return laid.passage
  }

  private func layOut(
    _ setting: Setting
  ) throws(PaperError) -> (passage: Passage, isBroken: Bool) {
    let (text, style) = (setting.text, setting.style)
    let layout = self.layout(text, style)
    pango_layout_set_indent(layout, units(setting.indent))
    if setting.breaks == .betweenNames { holdNames(of: text, in: layout, setting) }
    var isBroken = false
    if let width = setting.width {
      let room = units(max(width, style.size))
      pango_layout_set_width(layout, room)
      pango_layout_set_wrap(layout, Int32(PANGO_WRAP_WORD))
      var widest: Int32 = 0
      pango_layout_get_size(layout, &widest, nil)
      isBroken = widest > room
    }
    // Where each name fits, Pango is not to look for a place to cut one.
    if setting.breaks == .anywhere || isBroken {
      pango_layout_set_wrap(layout, Int32(PANGO_WRAP_WORD_CHAR))
    }
    let place =
      switch setting.alignment {
      case .leading: PANGO_ALIGN_LEFT
      case .centre: PANGO_ALIGN_CENTER
      case .trailing: PANGO_ALIGN_RIGHT
      }
    pango_layout_set_alignment(layout, Int32(place))
    let passage = Passage(layout: layout, text: text, style: style)
    if pango_layout_get_unknown_glyphs_count(layout) > 0 { try note(missingFrom: text, style) }
    return (passage, isBroken)
  }

  /// Forbids lines to end within a name for which a line has room.
  private func holdNames(of text: String, in layout: OpaquePointer, _ setting: Setting) {
    let list = pango_attr_list_new()
    for name in Cells.names(in: text) {
      let room = setting.width.map { Double(text[name].count) * setting.style.size <= $0 } ?? true
      guard room, let whole = pango_attr_allow_breaks_new(0) else { continue }
      let (start, end) = (name.lowerBound, name.upperBound)
      whole.pointee.start_index = UInt32(text.utf8.distance(from: text.startIndex, to: start))
      whole.pointee.end_index = UInt32(text.utf8.distance(from: text.startIndex, to: end))
      pango_attr_list_insert(list, whole)
    }
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
  }

  /// Draws marks on the present page, moved by the margins of the sheet, in its scale.
  func draw(_ marks: [Mark], on sheet: Sheet) {
    let (right, down) = (sheet.left, sheet.top)
    cairo_identity_matrix(cairo)
    cairo_scale(cairo, sheet.scale, sheet.scale)
    cairo_set_line_width(cairo, 0.5)
    for mark in marks {
      switch mark {
      case .line(let passage, let index, let x, let y):
        passage.draw(line: index, x: right + x, y: down + y, on: cairo)
      case .rule: break
      case .picture(let picture, let x, let y, let width, let height):
        Plate(picture)?.draw(
          x: right + x, y: down + y, width: width, height: height, on: cairo)
      case .bookmark(let text, let level, let y):
        bookmark(text, level: level, y: (down + y) * sheet.scale)
      case .shade(let x, let y, let width, let height):
        fill(x: right + x, y: down + y, width: width, height: height, grey: 0.93)
      case .bar(let x, let y, let width, let height, let whole):
        if let whole { fill(x: right + x, y: down + y, width: whole, height: height, grey: 0.85) }
        fill(x: right + x, y: down + y, width: width, height: height, grey: 0.45)
      }
    }
    // All rules of a page are one drawing, for Cairo weighs each drawing against all before it.
    for case .rule(let fromX, let fromY, let toX, let toY) in marks {
      cairo_move_to(cairo, right + fromX, down + fromY)
      cairo_line_to(cairo, right + toX, down + toY)
    }
    cairo_stroke(cairo)
  }

  private func fill(x: Double, y: Double, width: Double, height: Double, grey: Double) {
    cairo_set_source_rgb(cairo, grey, grey, grey)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_fill(cairo)
    cairo_set_source_rgb(cairo, 0, 0, 0)
  }

  /// Adds a bookmark of the present page, below the last one of a higher level.
  private func bookmark(_ text: String, level: Int, y: Double) {
    parents.removeLast(max(0, parents.count - level))
    let number = cairo_pdf_surface_add_outline(
      surface, parents.last ?? Int32(CAIRO_PDF_OUTLINE_ROOT), text.printable,
      "page=\(page) pos=[0 \(Int(y))]", Int32(CAIRO_PDF_OUTLINE_FLAG_OPEN))
    parents.append(number)
  }

  func endPage() {
    cairo_show_page(cairo)
    page += 1
  }

  /// Closes the file and returns it.
  ///
  /// - Throws: ``PaperError/failed(_:)`` when Cairo could not draw something.
  func finish() throws(PaperError) -> [UInt8] {
    let drawing = cairo_status(cairo)
    cairo_surface_finish(surface)
    for status in [drawing, cairo_surface_status(surface)] where status != 0 {
      throw .failed(String(cString: cairo_status_to_string(status)))
    }
    return output.bytes
  }

  private func count() throws(PaperError) {
    textsSet += 1
    do { try watch?(textsSet) } catch { throw .stopped }
  }

  private func layout(_ text: String, _ style: Style) -> OpaquePointer {
    typefaces.insert(style.typeface)
    let font = description(of: style.typeface, size: style.size)
    let layout: OpaquePointer = pango_layout_new(context)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    return layout
  }

  private func description(of typeface: Typeface, size: Double) -> OpaquePointer? {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, typeface.families(in: language))
    pango_font_description_set_weight(
      font, Int32(typeface.isSemibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL))
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    return font
  }

  private func note(missingFrom text: String, _ style: Style) throws(PaperError) {
    for character in Set(text) where !missing.contains(character) {
      let layout = self.layout(String(character), style)
      if pango_layout_get_unknown_glyphs_count(layout) > 0 { missing.insert(character) }
      g_object_unref(UnsafeMutableRawPointer(layout))
    }
    let ordinary = text.filter { $0.isOrdinary && missing.contains($0) }
    guard ordinary.isEmpty else { throw .fontMissing(String(ordinary.prefix(8))) }
  }

  private func units(_ points: Double) -> Int32 { Int32(points * Double(PANGO_SCALE)) }
}
