import Almanac
import Canvas
import Domain
import Foundation
import Intake
import Ledger
import Reports
import Resources

/// The data that ships inside the program.
enum Shipped {
  /// The working days of the announced years.
  static let calendar = WorkCalendar(
    facts: (try? HolidayFacts(tsv: bytes("holidays.tsv"))) ?? HolidayFacts())

  /// The working days with the notices loaded into the ledger over them, where there is a ledger.
  ///
  /// - Throws: `LedgerError` where there is one that cannot be read.
  static func calendar(for options: GlobalOptions) throws -> WorkCalendar {
    guard FileManager.default.fileExists(atPath: options.ledgerPath) else { return calendar }
    return try LedgerFile(path: options.ledgerPath, calendar: calendar).bureau().calendar
  }

  /// The built-in checklists, parsed anew at each call.
  static func checklists() throws -> [Checklist] {
    try ChecklistFile.read(bytes("checklists.yaml"), file: "checklists.yaml")
  }

  /// The built-in kinds of activities, parsed when they are first asked for.
  static let activityKinds: [ActivityKind] =
    (try? ActivityKindFile.read(bytes("activities.yaml"), file: "activities.yaml")) ?? []

  /// The built-in kinds of things that end, parsed when they are first asked for.
  static let expiryKinds: [ExpiryKind] =
    (try? ExpiryKindFile.read(bytes("expiries.yaml"), file: "expiries.yaml")) ?? []

  /// A document as a letter, from the templates that ship with the program.
  ///
  /// - Throws: `ExportError` where the library for it is missing.
  static func letter(_ document: Document, createdOn day: Day) throws(ExportError) -> Letter {
    try Letter(document, createdOn: day) { String(decoding: bytes("docx/\($0)"), as: UTF8.self) }
  }

  static func bytes(_ name: String) -> [UInt8] {
    guard let resource = xj_resource_named(name) else { return [] }
    return Array(
      UnsafeBufferPointer(start: resource.pointee.bytes, count: Int(resource.pointee.count)))
  }
}
