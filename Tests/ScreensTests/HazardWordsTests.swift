import Canvas
import Domain
import Testing

@testable import Screens

/// Place and problem share a column of the list.
struct HazardWordsTests {
  struct Case: Sendable {
    var place: String
    var problem: String
    var shown: String
  }

  @Test(arguments: [
    Case(place: "301", problem: "loose socket plate", shown: "301 loose socke.."),
    Case(place: "303 General Office", problem: "leak", shown: "303 Genera.. leak"),
    Case(place: "一个名称特别长的场所", problem: "插座面板松动", shown: "一个名称.. 插座.."),
    Case(place: "一个名称特别长的场所", problem: "漏", shown: "一个名称特别.. 漏"),
  ])
  func aLongPlaceLeavesRoomForTheProblem(_ row: Case) {
    let words = HazardsScreen.words(row.place, row.problem, in: 17)
    #expect(trimmed(Cells.fit(words, 17)) == row.shown)
  }
}
