import Almanac
import CXlsxWriter
import Canvas
import Foundation

/// A workbook being written by libxlsxwriter.
final class WorkbookFile {
  let book: OpaquePointer
  private let language: Language
  private var formats: [SheetPlan.Style: OpaquePointer] = [:]
  private var names: Set<String> = []

  /// Opens a file for a workbook; it comes into being when it is closed.
  init(_ path: String, language: Language) {
    book = workbook_new(path)
    self.language = language
  }

  /// Writes who made the file, its title, and a day in place of the clock.
  func describe(_ document: Document, createdOn day: Day) {
    let author = document.author.isEmpty ? "xunjian" : document.author.printable
    document.title.printable.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        properties.created = day.number * 86400
        workbook_set_properties(book, &properties)
      }
    }
  }

  func write(_ document: Document) {
    let plan = SheetPlan(document)
    let name = freeName(for: document.title)
    let sheet: OpaquePointer = workbook_add_worksheet(book, name)
    for (column, width) in plan.widths.enumerated() {
      // A terminal's cell is half an em of 11 pt, the unit of a sheet a digit of its default font.
      worksheet_set_column(
        sheet, UInt16(column), UInt16(column), Double(width) * 1.05 + 1.5, nil)
    }
    for (index, row) in plan.rows.enumerated() {
      write(row, index, on: sheet)
      for cell in row.cells where cell.picture != nil { draw(cell, index, plan, on: sheet) }
      if let chart = row.chart { draw(chart, at: index, named: name, on: sheet) }
    }
    worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT), "A1:XFD1048576")
    if let table = plan.onlyTable { head(table, columns: plan.widths.count, on: sheet) }
    paginate(document, plan, on: sheet)
  }

  /// Writes the file and gives the library's memory back.
  ///
  /// - Returns: Whether there was room for it.
  func close() -> Bool {
    // What goes wrong the library also tells standard error, in lines that no person is meant to read.
    let (terminal, nowhere) = (dup(2), open("/dev/null", O_WRONLY))
    dup2(nowhere, 2)
    defer {
      dup2(terminal, 2)
      Glibc.close(terminal)
      Glibc.close(nowhere)
    }
    return workbook_close(book) == 0
  }

  /// A name that no sheet has yet, whatever its letters' case.
  private func freeName(for title: String) -> String {
    var (name, number) = (Self.sheetName(for: title, language), 1)
    while !names.insert(name.lowercased()).inserted {
      number += 1
      let mark = " \(number)"
      var stem = Self.sheetName(for: title, language)
      while stem.utf16.count + mark.utf16.count > 31 { stem.removeLast() }
      name = stem + mark
    }
    return name
  }

  private func write(_ row: SheetPlan.Row, _ index: Int, on sheet: OpaquePointer) {
    let line = row.cells.first?.style == .title ? 28.0 : 15
    worksheet_set_row(sheet, UInt32(index), min(409, Double(row.height) * line + 3), nil)
    for cell in row.cells {
      let format = self.format(cell.style)
      let (row, column) = (UInt32(index), UInt16(cell.column))
      switch cell.value {
      case .number(let number, _): worksheet_write_number(sheet, row, column, number, format)
      case .text(let text) where cell.span > 1:
        worksheet_merge_range(
          sheet, row, column, row, column + UInt16(cell.span) - 1, Self.fitting(text), format)
      case .text(""): worksheet_write_blank(sheet, row, column, format)
      case .text(let text): worksheet_write_string(sheet, row, column, Self.fitting(text), format)
      }
    }
  }

  /// Keeps the heading of a table in sight and on every page, with a filter in it.
  private func head(_ table: Range<Int>, columns: Int, on sheet: OpaquePointer) {
    let (first, last) = (UInt32(table.lowerBound), UInt32(table.upperBound - 1))
    worksheet_freeze_panes(sheet, first + 1, 0)
    worksheet_repeat_rows(sheet, first, first)
    worksheet_autofilter(sheet, first, 0, last, UInt16(columns - 1))
  }

  private func paginate(_ document: Document, _ plan: SheetPlan, on sheet: OpaquePointer) {
    worksheet_set_paper(sheet, UInt8(document.size == .a3 ? LXW_PAPER_A3 : LXW_PAPER_A4))
    if document.isLandscape || plan.widths.reduce(0, +) > 100 { worksheet_set_landscape(sheet) }
    worksheet_center_horizontally(sheet)
    worksheet_fit_to_pages(sheet, 1, document.fitsOnePage ? 1 : 0)
    if !document.running.isEmpty {
      worksheet_set_header(sheet, "&L&9" + Self.header(document.running))
    }
    let total = Bilingual(zh: "共 &N 页", en: "&N pages")[language]
    worksheet_set_footer(sheet, "&C— &P —&R&9" + total)
    if !plan.pageBreaks.isEmpty {
      var rows = plan.pageBreaks.map(UInt32.init) + [0]
      worksheet_set_h_pagebreaks(sheet, &rows)
    }
  }
}

extension WorkbookFile {
  private func format(_ style: SheetPlan.Style) -> OpaquePointer {
    if let format = formats[style] { return format }
    let format: OpaquePointer = workbook_add_format(book)
    formats[style] = format
    format_set_font_name(format, Bilingual(zh: "宋体", en: "Calibri")[language])
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER))
    switch style {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 18)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER))
    case .subtitle: format_set_align(format, UInt8(LXW_ALIGN_CENTER))
    case .heading: format_set_bold(format)
    case .paragraph: format_set_align(format, UInt8(LXW_ALIGN_LEFT))
    case .columnTitle:
      format_set_bold(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN))
      format_set_bg_color(format, 0xEDEDED)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER))
    case .cell(let alignment, let form, let isTotal):
      if isTotal { format_set_bold(format) }
      format_set_border(format, UInt8(LXW_BORDER_THIN))
      format_set_num_format(format, form)
      format_set_align(format, UInt8(Self.side(alignment)))
    }
    return format
  }

  private static func side(_ alignment: Document.Column.Alignment) -> Int {
    switch alignment {
    case .leading: LXW_ALIGN_LEFT
    case .centre: LXW_ALIGN_CENTER
    case .trailing: LXW_ALIGN_RIGHT
    }
  }

  /// The title as a sheet may be named: at most 31 units of UTF-16, without `[]:*?/\`, quotes at its ends,
  /// or the one reserved word.
  static func sheetName(for title: String, _ language: Language) -> String {
    let plain = title.printable.filter { !"[]:*?/\\".contains($0) && !$0.isNewline }
    var name = String(plain.drop { $0 == "'" || $0.isWhitespace })
    while name.utf16.count > 31 || name.last == "'" || name.last == " " { name.removeLast() }
    let isUsable = !name.isEmpty && name.lowercased() != "history"
    return isUsable ? name : Bilingual(zh: "表", en: "Sheet")[language]
  }

  /// What a cell can hold: 32,767 units of UTF-16.
  private static func fitting(_ text: String) -> String {
    guard text.utf16.count > 32767 else { return text }
    var (short, room) = ("", 32767 - 2)
    for character in text {
      room -= character.utf16.count
      guard room >= 0 else { break }
      short.append(character)
    }
    return short + ".."
  }

  /// A line at the head of pages, of at most 255 units with its codes; `&` is written twice.
  private static func header(_ text: String) -> String {
    var line = ""
    for character in text.printable where !character.isNewline {
      let next = character == "&" ? "&&" : String(character)
      guard line.utf16.count + next.utf16.count <= 240 else { break }
      line += next
    }
    return line
  }
}
