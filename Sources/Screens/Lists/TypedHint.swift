import Almanac
import Canvas
import Domain

/// What is told of a text while it is being typed, at the end of its field; dates have ``TypedDate``.
struct TypedHint: Equatable {
  let words: Bilingual
  /// Whether it would not be taken as it stands.
  let isTrouble: Bool

  init(_ words: Bilingual, isTrouble: Bool = false) {
    self.words = words
    self.isTrouble = isTrouble
  }

  /// How many characters may still be typed, once they are few, or how many are too many.
  static func room(_ text: String, upTo limit: Int = Wording.longestText) -> TypedHint? {
    let left = limit - trimmed(text).unicodeScalars.count
    guard left <= 50 else { return nil }
    return left >= 0
      ? TypedHint(Bilingual(zh: "还可输入 \(left) 字", en: "\(left) left"))
      : TypedHint(Bilingual(zh: "超出 \(-left) 字", en: "\(-left) too many"), isTrouble: true)
  }

  /// How many characters of something secret are typed; of a new one, whether they will do.
  static func secret(_ text: String, isNew: Bool) -> TypedHint? {
    let count = Passphrase(text).text.unicodeScalars.count
    guard count > 0 else { return nil }
    guard isNew else { return TypedHint(Bilingual(zh: "已输 \(count) 位", en: "\(count) typed")) }
    let least = Passphrase.shortest
    guard count >= least else {
      return TypedHint(
        Bilingual(zh: "已输 \(count) 位，至少 \(least) 位", en: "\(count) typed, \(least) at least"))
    }
    guard (try? Passphrase(choosing: text)) != nil else {
      return TypedHint(Bilingual(zh: "太好猜，请换一个", en: "too easily guessed"), isTrouble: true)
    }
    return TypedHint(Bilingual(zh: "已输 \(count) 位，可以", en: "\(count) typed, good"))
  }

  /// Whether a reading is a number within its limits.
  static func reading(_ text: String, of item: Item) -> TypedHint? {
    let text = trimmed(text)
    guard !text.isEmpty, case .reading = item.kind else { return nil }
    guard let answer = item.judge(reading: text, in: .chinese) else {
      return TypedHint(Bilingual(zh: "请填数字", en: "a number, please"), isTrouble: true)
    }
    let range = item.rangeText
    guard range.zh.contains(where: \.isNumber) else { return nil }
    return answer.finding == nil
      ? TypedHint(Bilingual(zh: "在 \(range.zh) 之内", en: "within \(range.en)"))
      : TypedHint(
        Bilingual(zh: "超出 \(range.zh)，记为问题", en: "outside \(range.en): a finding"),
        isTrouble: true)
  }

  /// What the number of a choice stands for; the tenth is 0.
  static func choice(_ text: String, among names: [Bilingual]) -> TypedHint? {
    guard !text.isEmpty else { return nil }
    let number = Int(text) ?? -1
    let index = number == 0 ? 9 : number - 1
    return names.indices.contains(index)
      ? TypedHint(names[index])
      : TypedHint(Bilingual(zh: "没有这个编号", en: "no such number"), isTrouble: true)
  }

  /// Whether a text has the form of a hazard's number, as `2026-017`, and is not the hazard's own.
  static func hazardNumber(_ text: String, notOf own: Hazard.ID?) -> TypedHint? {
    guard !text.isEmpty else { return nil }
    if text == own?.rawValue {
      return TypedHint(Bilingual(zh: "这是它自己", en: "this one itself"), isTrouble: true)
    }
    guard text.wholeMatch(of: /[0-9]{4}-[A-Z]?[0-9]{3,}/) == nil else { return nil }
    return TypedHint(Bilingual(zh: "编号如 2026-017", en: "as 2026-017"), isTrouble: true)
  }

  /// Whether money is told with its unit: on paper 2000 may be yuan or ten thousands of them.
  static func money(_ text: String) -> TypedHint? {
    guard !text.isEmpty else { return nil }
    guard text.wholeMatch(of: /[0-9.,，]+/) != nil else { return room(text) }
    return TypedHint(Bilingual(zh: "请写单位，如 2000元", en: "in what unit? as 2000 yuan"))
  }

  /// Whether a year is one of four digits.
  static func year(_ text: String) -> TypedHint? {
    let text = trimmed(text)
    guard !text.isEmpty, text.wholeMatch(of: /[0-9]{4}/) == nil else { return nil }
    return TypedHint(Bilingual(zh: "四位，如 2027", en: "four digits, as 2027"), isTrouble: true)
  }

  /// How long two times of one day lie apart, as `09:00/11:30`.
  static func times(_ text: String, on day: Day) -> TypedHint? {
    let text = trimmed(text)
    guard !text.isEmpty else { return nil }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map {
      Moment("\(day)T\($0)")
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from <= to else {
      return TypedHint(Bilingual(zh: "起止如 09:00/11:30", en: "as 09:00/11:30"), isTrouble: true)
    }
    let minutes = (to.second - from.second) / 60
    return TypedHint(Bilingual(zh: "共 \(minutes) 分钟", en: "\(minutes) min"))
  }

  /// The moment that a time stands for, as `22:10` or `11-22 22:10`.
  static func moment(_ text: String, now: Moment) -> TypedHint? {
    guard !text.isEmpty else { return nil }
    guard let moment = Moment(typed: text, now: now) else {
      let isLater = Moment(typed: text, now: Moment(now.day, hour: 23, minute: 59)) != nil
      return TypedHint(
        isLater
          ? Bilingual(zh: "还没到这个时间", en: "not yet")
          : Bilingual(zh: "时间如 22:10", en: "a time, as 22:10"), isTrouble: true)
    }
    return TypedHint(
      Bilingual(verbatim: "\(moment.day.monthAndDay) \(moment.hourAndMinute) ")
        + moment.day.weekdayName)
  }
}

extension TextField {
  /// Draws the field with what is told of its text at the end, for which it becomes narrower.
  func draw(
    into grid: inout Grid, row: Int, column: Int = 1, width: Int, label: String,
    isFocused: Bool = true, isMasked: Bool = false, order: Int? = nil, telling hint: TypedHint?,
    _ context: Context
  ) {
    let words = hint.map { " " + context($0.words) } ?? ""
    let room = width - Cells.width(words)
    draw(
      into: &grid, row: row, column: column, width: room, label: label, isFocused: isFocused,
      isMasked: isMasked, order: order)
    grid.write(
      words, row: row, column: column + room, style: hint?.isTrouble == true ? .warning : .notice)
  }
}
