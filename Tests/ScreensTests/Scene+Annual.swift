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
    Scene("annual-form") { desk in
      try desk.openAnnual("n" + desk.office("夜间巡查不够", "Too few night patrols") + "⏎")
    },
    Scene("annual-stated") { desk in
      try desk.openAnnual("n" + desk.office("夜间巡查不够", "Too few night patrols") + "⏎")
      try desk.type(desk.office("每周夜查一次", "patrol one night a week"))
      try desk.press([.function(8)])
      try desk.type("/" + desk.office("夜间", "night") + "⏎")
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
