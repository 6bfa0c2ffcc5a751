import Almanac
import Domain
import Intake
import Resources

/// The data that ships inside the program.
enum Shipped {
  /// The working days of the announced years.
  static let calendar = WorkCalendar(
    facts: (try? HolidayFacts(tsv: bytes("holidays.tsv"))) ?? HolidayFacts())

  /// The built-in checklists, parsed anew at each call.
  static func checklists() throws -> [Checklist] {
    try ChecklistFile.read(bytes("checklists.yaml"), file: "checklists.yaml")
  }

  static func bytes(_ name: String) -> [UInt8] {
    guard let resource = xj_resource_named(name) else { return [] }
    return Array(
      UnsafeBufferPointer(start: resource.pointee.bytes, count: Int(resource.pointee.count)))
  }
}
