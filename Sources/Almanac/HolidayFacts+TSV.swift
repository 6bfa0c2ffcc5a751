/// A line of a table of holiday facts that could not be read.
public struct HolidayFactsError: Error, Equatable, Sendable {
  /// From 1.
  public let line: Int

  /// The error at a line, counted from 1.
  public init(line: Int) { self.line = line }

  /// What the person who made the table should read.
  public var message: Bilingual {
    Bilingual(
      zh: "节假日数据第\(line)行读不懂：应为“日期、off 或 workday、节名、年份”，以制表符分隔。",
      en:
        "Line \(line) of the holiday facts cannot be read: it should be a date, off or workday, the "
        + "holiday and the year, separated by tabs.")
  }
}

extension HolidayFacts {
  /// Reads a table of date, kind, holiday and year separated by tabs; further columns, lines that begin
  /// with `#`, the heading line and empty lines are passed over.
  ///
  /// Read by bytes, because it is read at every start of the program.
  ///
  /// - Throws: ``HolidayFactsError`` with the first line that is wrong.
  public init(tsv: [UInt8]) throws(HolidayFactsError) {
    var rows: [Row] = []
    var names = OccasionReader()
    var number = 0
    for line in tsv.split(separator: newline, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != numberSign, first != letterD else { continue }
      let fields = line.split(separator: tab, maxSplits: 4, omittingEmptySubsequences: false)
      guard fields.count >= 4, let day = readDay(fields[0]),
        let kind = readKind(fields[1]), !fields[2].isEmpty, let year = decimal(fields[3]),
        abs(day.year - year) <= 1
      else { throw HolidayFactsError(line: number) }
      let occasion = names.read(fields[2])
      rows.append(
        Row(day, kind, holidays: occasion.holidays, occasion: occasion.other, year: year))
    }
    self.init(rows: rows)
  }

  /// Reads the table from text; see ``init(tsv:)-([UInt8])``.
  public init(tsv: String) throws(HolidayFactsError) { try self.init(tsv: Array(tsv.utf8)) }
}

private let newline = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
private let numberSign = UInt8(ascii: "#")
/// Of the heading `date`.
private let letterD = UInt8(ascii: "d")

/// Reads holiday names, and the same name only once in a row.
private struct OccasionReader {
  private var bytes: ArraySlice<UInt8> = []
  private var holidays: [Holiday] = []
  private var other: String?

  mutating func read(_ field: ArraySlice<UInt8>) -> (holidays: [Holiday], other: String?) {
    if !field.elementsEqual(bytes) {
      let name = String(decoding: field, as: UTF8.self)
      bytes = field
      holidays = name.split(separator: "\u{3001}").compactMap { Holiday(named: String($0)) }
      other = holidays.isEmpty ? name : nil
    }
    return (holidays, other)
  }
}

private func readDay(_ field: ArraySlice<UInt8>) -> Day? {
  let at = field.startIndex
  guard field.count == 10, field[at + 4] == UInt8(ascii: "-"), field[at + 7] == UInt8(ascii: "-"),
    let year = decimal(field[at..<at + 4]), let month = decimal(field[at + 5..<at + 7]),
    let day = decimal(field[at + 8..<at + 10])
  else { return nil }
  return Day(year: year, month: month, day: day)
}

private func readKind(_ field: ArraySlice<UInt8>) -> HolidayFacts.Row.Kind? {
  if field.elementsEqual("off".utf8) { return .off }
  return field.elementsEqual("workday".utf8) ? .workday : nil
}

private func decimal(_ field: ArraySlice<UInt8>) -> Int? {
  guard (1...4).contains(field.count) else { return nil }
  var value = 0
  for byte in field {
    guard (48...57).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 48)
  }
  return value
}
