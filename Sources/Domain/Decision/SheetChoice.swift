import Almanac

/// What a leader ticked at one line of a sheet of decisions.
public struct SheetChoice: Hashable, Sendable {
  /// The box.
  public enum Mark: Hashable, Sendable {
    /// 同意.
    case agree
    /// 延期至.
    case extend(to: Day)
    /// 退回, with what was written beside it.
    case reject(reason: String)
  }

  /// The line's number.
  public var line: Int
  /// What was ticked there.
  public var mark: Mark

  /// A mark at a line.
  public init(line: Int, _ mark: Mark) {
    self.line = line
    self.mark = mark
  }

  /// Reads `1=agree,2=extend:12-05,3=reject:still loose`; a comma inside a reason belongs to it.
  ///
  /// - Throws: ``DecisionError`` for what cannot be read, and for a line named twice.
  public static func read(_ text: String, today: Day) throws(DecisionError) -> [SheetChoice] {
    var parts: [String] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == "\u{FF0C}" }).map(String.init) {
      if startsALine(piece) || parts.isEmpty {
        parts.append(trimmed(piece))
      } else {
        parts[parts.count - 1] += "," + piece
      }
    }
    guard !parts.isEmpty else { throw .unreadable(text) }
    var choices: [SheetChoice] = []
    for part in parts {
      let choice = try one(part, today: today)
      guard !choices.contains(where: { $0.line == choice.line }) else {
        throw .twice(choice.line)
      }
      choices.append(choice)
    }
    return choices
  }

  private static func startsALine(_ piece: String) -> Bool {
    let head = trimmed(piece).prefix { $0 != "=" }
    return head.count < trimmed(piece).count && Int(trimmed(String(head))) != nil
  }

  private static func one(_ part: String, today: Day) throws(DecisionError) -> SheetChoice {
    let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let line = Int(trimmed(sides[0])) else { throw .unreadable(part) }
    let words = sides[1].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { ":\u{FF1A}".contains($0) })
    let value = words.count == 2 ? trimmed(String(words[1])) : ""
    switch trimmed(String(words.first ?? "")) {
    case "agree" where words.count == 1: return SheetChoice(line: line, .agree)
    case "extend":
      guard let day = Day(typed: value, today: today) else { throw .unreadable(part) }
      return SheetChoice(line: line, .extend(to: day))
    case "reject" where !value.isEmpty: return SheetChoice(line: line, .reject(reason: value))
    case _: throw .unreadable(part)
    }
  }
}

/// A reason a sheet of decisions was refused as a whole. Nothing was written.
public enum DecisionError: Refusal, Hashable {
  /// Not a sheet's number at all.
  case noSheetNumber(String)
  /// No sheet that could be printed on its day has this number.
  case unknown(String)
  /// Something was decided about a hazard after the sheet was printed; where it stands now.
  case changed(Hazard.ID, Hazard.State)
  case paperBeforeSheet(Day, printed: Day)
  case unreadable(String)
  case twice(Int)
  case noSuchLine(Int, of: Int)

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSheetNumber(let text):
      Bilingual(
        zh: "“\(text)”不是决定单编号，应如 20261130-ABCD-EFGH，见单子上方。",
        en: "“\(text)” is no sheet's number, as 20261130-ABCD-EFGH at the head of the sheet.")
    case .unknown(let number):
      Bilingual(
        zh: "没有编号为 \(number) 的决定单：请对照单子上方核对编号和决定人；找不到的，"
          + "个别隐患可用 hazard 的各命令代录。",
        en: "There is no sheet \(number): check the number at its head and whose sheet it is; "
          + "where it cannot be found, single hazards can be entered with the hazard commands.")
    case .changed(_, let state):
      Bilingual(
        zh: "单子印出后已有变化（现为\(state.name.zh)）；仍要办的，请单独代录",
        en: "changed since the sheet was printed (now \(state.name.en)); enter it singly if it "
          + "still holds")
    case .paperBeforeSheet(let day, let printed):
      Bilingual(
        zh: "纸上的日期 \(day) 早于决定单印出的 \(printed)，请核对。",
        en: "The paper's date \(day) is before the sheet was printed on \(printed); check it.")
    case .unreadable(let text):
      Bilingual(
        zh: "“\(text)”看不懂；写作 1=agree,2=extend:12-05,3=reject:原因。",
        en: "“\(text)” cannot be read; write 1=agree,2=extend:12-05,3=reject:why.")
    case .twice(let line):
      Bilingual(zh: "第\(line)行写了两次。", en: "Line \(line) is given twice.")
    case .noSuchLine(let line, let count):
      Bilingual(
        zh: "决定单上没有第\(line)行，只有\(count)行。",
        en: "The sheet has no line \(line); it has \(count).")
    }
  }
}
