@testable import Screens

extension Scene {
  static let coverage = [
    Scene("coverage") { desk in
      try desk.keepActivities()
      try desk.openByName(.coverage)
    },
    Scene("coverage-behind") { desk in
      try desk.openByName(.coverage)
      try desk.type("/" + desk.office("月检", "Monthly check") + "⏎⏎")
    },
  ]
}
