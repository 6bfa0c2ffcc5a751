@testable import Screens

extension Scene {
  static let annual = [
    Scene("annual") { desk in
      try desk.keepActivities()
      try desk.openAnnual()
    },
    Scene("annual-behind") { desk in
      try desk.keepActivities()
      try desk.openAnnual("/" + desk.office("走访企业", "Visits to") + "⏎⏎")
    },
  ]
}

extension Desk {
  /// Opens the figures of the year's report.
  mutating func openAnnual(_ keys: String = "") throws {
    try press([.function(6)])
    try type("4" + keys)
  }
}
