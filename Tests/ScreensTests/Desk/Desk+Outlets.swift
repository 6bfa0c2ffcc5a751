import Almanac
import Domain
import TestSupport

@testable import Screens

extension Desk {
  /// Where documents can go from here.
  func outlets(_ reports: [Screens.Report]) -> Outlets {
    Outlets(
      reports: reports, printers: printers,
      formats: FileFormat.allCases.filter { $0 != .json },
      folder: office("/home/li/文档/xunjian", "/home/li/Documents/xunjian"),
      stem: reports.count == 1 ? "xunjian-sample" : nil, chosen: PrintChoice(), number: number)
  }
}
