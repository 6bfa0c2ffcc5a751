import Canvas
import Domain
import Testing

@testable import Screens

/// Entered acts found, put in order, and confirmed several at once.
struct EntryMarkTests {
  private func states(_ desk: Desk) -> [EnteredAct.State] {
    desk.fold.enteredActs.values.sorted { $0.id < $1.id }.map(\.state)
  }

  /// The numbers of the hazards in the rows of the list, from above.
  private func listed(_ desk: Desk) -> [Substring] {
    let rows = desk.view.split(separator: "\n").dropFirst(3).prefix { !$0.contains("----") }
    return rows.compactMap { $0.firstMatch(of: /2026-[0-9]{3}/)?.output }
  }

  private func asked(_ desk: Desk) -> Int {
    desk.effects.count { if case .performEach = $0 { true } else { false } }
  }

  @Test(arguments: Office.allCases)
  func allAtOnce(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    try desk.openEntries("*")
    #expect(desk.view.contains(office("已选 2 条", "2 marked")))
    try desk.type("1")
    #expect(desk.view.contains(office("所选 2 条代录都确认无误吗", "Confirm all 2 marked")))
    #expect(states(desk) == [.waiting, .waiting])
    try desk.type("⏎")
    #expect(states(desk) == [.confirmed, .confirmed])
    #expect(asked(desk) == 1)
    #expect(desk.view.contains(office("已办 2 条，未办 0 条", "2 done, 0 not done")))
    #expect(!desk.view.contains(office("已选", "marked")))
  }

  /// Not now, and all marks taken away by the same key.
  @Test(arguments: ["*12", "*1⎋", "**", "  ↑↑  ", "44", "４４", "00↑↑00"])
  func notNow(_ keys: String) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries(keys)
    #expect(states(desk) == [.waiting, .waiting])
    #expect(asked(desk) == 0)
  }

  /// Digits and Insert mark as Space and `*` do, in every list that marks.
  @Test func withoutTheSpaceBar() throws {
    for (chair, open) in Self.lists {
      for keys in [[Key.character("0")], [.character("０")], [.insert], [.character(" ")]] {
        var desk = try Desk(.latin, chair, after: .autumn)
        try open(&desk)
        try desk.press(keys)
        #expect(desk.view.contains(" 1 marked"), "\(keys) \(desk.view)")
        try desk.press([.character("4")])
        #expect(desk.view.contains("marked") && !desk.view.contains(" 1 marked"), "\(desk.view)")
        try desk.press([.character("4")])
        #expect(!desk.view.contains(" marked"), "\(desk.view)")
      }
    }
  }

  private static let lists: [(Office.Chair, @Sendable (inout Desk) throws -> Void)] = [
    (.supervisor, { try $0.openHazards() }), (.supervisor, { try $0.open(round: "monthly") }),
    (.supervisor, { try $0.openEntries() }),
  ]

  /// Space marks and goes on; only what is marked is confirmed, wherever the cursor stands.
  @Test func oneOfTwo() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries(" ")
    #expect(desk.view.contains("1 marked"))
    try desk.type("⏎⏎")
    let confirmed = desk.fold.enteredActs.values.filter { $0.state == .confirmed }
    #expect(confirmed.map(\.about.en) == ["2026-003"])
    // What is confirmed takes no mark.
    try desk.type("G ")
    #expect(!desk.view.contains("1 marked"))
    #expect(desk.view.contains("This one is confirmed already"))
  }

  /// What was disputed is not swept along; marked by itself it is confirmed.
  @Test func disputed() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries("2wrong⏎*1⏎")
    #expect(Set(states(desk)) == [.disputed, .confirmed])
    try desk.type("g 1⏎")
    #expect(states(desk) == [.confirmed, .confirmed])
  }

  /// Marks last while the filter hides them, and the question says so.
  @Test func beyondTheFilter() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries("*/order⏎1")
    #expect(desk.view.contains("1 of them are outside the filter"))
    try desk.type("⎋*1")
    #expect(!desk.view.contains("outside the filter"))
  }

  /// What another window of the same person confirms meanwhile is marked no more.
  @Test func confirmedMeanwhile() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries("*")
    let first = try #require(desk.fold.enteredActs.keys.min())
    try desk.record(.entry(first, .confirm), by: .supervisor)
    #expect(desk.view.contains("1 marked"))
    try desk.type("1⏎")
    #expect(desk.view.contains("1 done, 0 not done"))
  }

  /// Under a PIN it is asked for once, for all of them.
  @Test func onePIN() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.passphrase = Passphrase("204816")
    try desk.openEntries("*1⏎")
    try #require(desk.app.overlay is PassphrasePanel)
    #expect(states(desk) == [.waiting, .waiting])
    try desk.type("204816⏎")
    #expect(desk.app.overlay == nil)
    #expect(states(desk) == [.confirmed, .confirmed])
  }

  /// By words, pinyin and initials: extension is 延期, yanqi.
  @Test(arguments: [
    (Office.chinese, "yq"), (.chinese, "yanqi"), (.chinese, "002"), (.latin, "order"),
  ])
  func found(_ office: Office, _ words: String) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    try desk.openEntries("/" + words + "⏎")
    #expect(listed(desk) == ["2026-002"])
    try desk.type("11")
    let confirmed = desk.fold.enteredActs.values.filter { $0.state == .confirmed }
    #expect(confirmed.map(\.about.en) == ["2026-002"])
  }

  @Test func nothingFound() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries("/zzz⏎1")
    #expect(desk.view.contains("Nothing fits the filter."))
    #expect(states(desk) == [.waiting, .waiting])
    try desk.type("/⎋")
    #expect(listed(desk).count == 2)
  }

  /// The latest comes first; in order of their subjects the lower number does.
  @Test(arguments: ["s", "6"])
  func sorted(_ key: String) throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openEntries()
    #expect(listed(desk) == ["2026-003", "2026-002"])
    try desk.type(key)
    #expect(listed(desk) == ["2026-002", "2026-003"])
    #expect(desk.view.contains("by subject"))
  }
}

/// The other lists that stand in ``ActList`` are narrowed and put in order likewise.
struct ActListTests {
  @Test(arguments: Office.allCases)
  func figureRecords(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    try desk.press([.function(6)])
    try desk.type("2" + String(repeating: "↓", count: 11) + "⏎")
    for words in ["排序", office("排序：日期", "by day"), office("排序：编号", "by number")] {
      let title = desk.app.screen.title(desk.app.context)
      #expect(title.contains(words) == (words != "排序"), "\(title)")
      try desk.type("s")
    }
    try desk.type("/zzz⏎")
    #expect(desk.view.contains(office("没有符合筛选的。", "Nothing fits the filter.")))
    // Nothing is there to be opened.
    try desk.type("⏎")
    #expect(desk.app.screen is FigureScreen)
  }

  @Test(arguments: Office.allCases)
  func exemptions(_ office: Office) throws {
    var desk = try Desk(office, after: .autumn)
    try desk.openExemptions("/zzz⏎")
    #expect(desk.view.contains(office("没有符合筛选的。", "Nothing fits the filter.")))
    try desk.type("⏎")
    #expect(desk.fold.exemptions.values.allSatisfy { $0.state == .proposed })
    try desk.type("/⎋6")
    #expect(desk.view.contains(office("排序：场所", "by place")))
    try desk.type("⏎1")
    #expect(desk.fold.exemptions.values.contains { $0.state == .confirmed })
  }

  @Test(arguments: Office.allCases)
  func keys(_ office: Office) throws {
    var desk = try Desk(office, after: .autumn)
    try desk.openKeys("/zzz⏎1")
    #expect(desk.view.contains(office("没有符合筛选的。", "Nothing fits the filter.")))
    #expect(desk.fold.bureau.offeredKeys.count == 1)
    try desk.type("/⎋11")
    #expect(desk.fold.bureau.offeredKeys.isEmpty)
  }
}

extension ActListTests {
  @Test(arguments: Office.allCases)
  func notices(_ office: Office) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    try desk.openNotices("/zzz⏎⏎")
    #expect(desk.view.contains(office("没有符合筛选的。", "Nothing fits the filter.")))
    try desk.type("/⎋6")
    #expect(desk.view.contains(office("排序：状态", "by state")))
    try desk.type("⏎1")
    #expect(desk.app.screen is DocumentScreen)
  }
}
