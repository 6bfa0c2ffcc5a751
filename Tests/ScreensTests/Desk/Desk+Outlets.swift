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

extension Desk {
  func activityBook() throws -> ActivityBook {
    ActivityBook(
      kinds: ActivityKind.all(try Shipped.activityKinds.get(), known: fold.bureau.activityKinds),
      activities: fold.activities())
  }

  /// What a year came to.
  func annualReview(of year: Int) throws -> AnnualReview {
    let days = Day(year - 1, 1, 1)...Day(year, 12, 31)
    let walks = book.fulfilments.values.filter { days.contains($0.walked) }
      .sorted { $0.inspection < $1.inspection }
    return AnnualReview(
      .init(
        summary: PeriodSummary(
          .year(year), today: today, book: book, fulfilments: walks,
          hazards: fold.hazards.values.sorted { $0.id < $1.id }),
        walks: walks, activities: try activityBook(), rosters: fold.dutyRosters(),
        incidents: fold.incidentBook), of: year, in: fold.bureau, at: Self.now)
  }
}
