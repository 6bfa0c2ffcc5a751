import Testing

@testable import Canvas

/// Texts in the order in which a person looks them up.
struct CollationTests {
  /// Each row is in order already, by hand: pinyin as a dictionary has it, numbers by value.
  @Test(arguments: [
    ["3", "12", "305", "1001"],
    ["3楼", "10楼"],
    ["2026-009", "2026-017", "2026-101", "2027-001"],
    ["办公室", "档案室", "会计室", "会议室", "微机室"],
    ["李娜", "王强", "张伟", "周敏"],
    ["安宁", "昂首"],
    ["Archive", "bureau", "Car"],
    ["301 会议室", "301A 会议室", "302 办公室"],
    ["", "0", "1"],
  ])
  func inOrder(_ row: [String]) {
    let collation = Collation(FilterTests.pinyin)
    for (first, second) in zip(row, row.dropFirst()) {
      #expect(collation.key(first) < collation.key(second), "\(first) \(second)")
      #expect(!(collation.key(second) < collation.key(first)), "\(first) \(second)")
    }
  }

  /// What only looks different stands as it comes.
  @Test(arguments: [["  305", "305"], ["ABC", "abc"], ["007", "7"], ["", " "]])
  func alike(_ row: [String]) {
    let collation = Collation(.empty)
    #expect(collation.key(row[0]) == collation.key(row[1]))
  }
}
