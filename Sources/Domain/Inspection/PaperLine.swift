import Almanac

/// One line of a round that was walked with paper: `305 3,7 -5` (3 and 7 failed, 5 does not apply),
/// `306-312 ok`. Commas of any kind, spaces and full-width digits will do.
public struct PaperLine: Hashable, Sendable {
  /// A room, or a range of them, as typed in plain digits.
  public var rooms: String
  /// What failed.
  public var failed: [TypedMark] = []
  /// What does not apply.
  public var notApplicable: [TypedMark] = []
  /// Readings, choices and texts, and the open hazards that failed items join.
  public var values: [TypedMark] = []

  /// Reads one line.
  ///
  /// - Throws: ``PaperLineError`` or ``TypedMarkError``, with the column in the line.
  public init(_ line: String) throws {
    let start = line.prefix { $0.halfWidth.isWhitespace }.count
    let room = line.dropFirst(start).prefix { !$0.halfWidth.isWhitespace }
    guard !room.isEmpty else { throw PaperLineError.noRoom }
    rooms = String(room.map(\.halfWidth))
    try read(String(line.dropFirst(start + room.count)), offset: start + room.count)
  }

  /// What a room is said with where nothing failed.
  public static let allPass = Bilingual(zh: "合格", en: "ok")

  private mutating func read(_ text: String, offset: Int) throws {
    let gap = text.prefix { $0.halfWidth.isWhitespace }.count
    let first = text.dropFirst(gap).prefix {
      !$0.halfWidth.isWhitespace && !$0.halfWidth.isListComma
    }
    let word = String(first.map(\.halfWidth)).lowercased()
    let isOk = word == Self.allPass.zh || word == Self.allPass.en
    let skipped = isOk ? gap + first.count : gap
    var reader = TypedMarkReader(String(text.dropFirst(skipped)), offset: offset + skipped)
    let found = try reader.marks()
    guard isOk || !found.isEmpty else { throw PaperLineError.nothingSaid(rooms) }
    try sort(found)
    if isOk, !failed.isEmpty { throw PaperLineError.okAndFailed(rooms) }
  }

  /// A minus sign holds for the numbers joined to it by commas; what failed comes before it.
  private mutating func sort(_ found: [TypedMarkReader.Found]) throws {
    var seen: Set<Int> = []
    var isNegative = false
    for (index, next) in found.enumerated() {
      guard seen.insert(next.mark.item).inserted else {
        throw PaperLineError.twice(next.mark.item, column: next.column)
      }
      let isJoined = index > 0 && next.followsComma
      if case .value = next.mark.detail, !next.isNegative {
        values.append(next.mark)
        continue
      }
      guard next.isNegative ? !isJoined || isNegative : !isNegative || isJoined else {
        throw PaperLineError.mixed(column: next.column)
      }
      isNegative = isNegative || next.isNegative
      if isNegative { notApplicable.append(next.mark) } else { failed.append(next.mark) }
    }
  }
}

/// A reason a line from paper was refused.
public enum PaperLineError: Refusal, Hashable {
  case noRoom
  case nothingSaid(String)
  case okAndFailed(String)
  case twice(Int, column: Int)
  case mixed(column: Int)

  /// Always bad data.
  public var kind: RefusalKind { .badData }

  /// What is wrong, and what to do.
  public var message: Bilingual {
    switch self {
    case .noRoom:
      Bilingual(zh: "这一行没有房号。", en: "The line names no room.")
    case .nothingSaid(let rooms):
      Bilingual(
        zh: "“\(rooms)”后面没有结果；全部合格请写 ok 或“合格”。",
        en: "Nothing follows “\(rooms)”; write ok if everything passed.")
    case .okAndFailed(let rooms):
      Bilingual(
        zh: "“\(rooms)”既写合格又有不合格项，请核对。",
        en: "“\(rooms)” is said to be ok and to have failed items; check which.")
    case .twice(let item, let column):
      Bilingual(
        zh: "第\(column)字：第\(item)项写了两次。",
        en: "Item \(item) stands twice, again at column \(column).")
    case .mixed(let column):
      Bilingual(
        zh: "第\(column)字：先写不合格的，空格后再写不适用的，如 3,7 -5,6。",
        en: """
          Column \(column): write what failed first, then a space and what does not apply, \
          as 3,7 -5,6.
          """)
    }
  }
}
