import Almanac

/// One line typed from paper forms: rooms, and what was ticked there.
///
/// `305 3,7 -5` is room 305, items 3 and 7 failed, item 5 not applicable; `306-312 ok` are rooms 306 to
/// 312 without a finding; `305 3:1,7:words` gives findings by phrase number or in words, `8=21.5` a
/// reading, a choice or a text. Every tick not named passes.
public struct PaperLine: Hashable, Sendable {
  /// The room, or the first and last of several, as typed.
  public let rooms: String
  public let answers: NumberedAnswers

  /// Reads a line.
  ///
  /// - Throws: ``PaperLineError``.
  public init(_ text: String) throws(PaperLineError) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw .unreadable(text) }
    rooms = words.removeFirst()
    guard !words.isEmpty else { throw .nothingTicked(rooms) }
    var answers = NumberedAnswers()
    answers.passesRest = true
    for group in Self.groups(words) { try Self.read(group, into: &answers) }
    self.answers = answers
  }

  /// The places that the line names, out of those of the round.
  ///
  /// - Throws: ``PaperLineError`` if it names none, or a range's ends are not both there.
  public func places(among places: [Place]) throws(PaperLineError) -> [Place] {
    if let place = places.first(where: { $0.id.rawValue == rooms || $0.name == rooms }) {
      return [place]
    }
    let ends = rooms.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let first = Numbered(ends[0]) else { throw .noSuchRoom(rooms) }
    let last = Numbered(ends[1]) ?? first
    let prefix = last.prefix.isEmpty ? first.prefix : last.prefix
    guard prefix == first.prefix, first.number <= last.number else { throw .noSuchRoom(rooms) }
    let inside = places.compactMap { place -> (Int, Place)? in
      guard let room = Numbered(place.id.rawValue), room.prefix == prefix,
        (first.number...last.number).contains(room.number)
      else { return nil }
      return (room.number, place)
    }
    let numbers = inside.map(\.0)
    guard numbers.contains(first.number), numbers.contains(last.number) else {
      throw .noSuchRoom(rooms)
    }
    return inside.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// An id that ends in digits, taken apart.
  private struct Numbered {
    var prefix: String
    var number: Int

    init?(_ text: String) {
      let digits = String(text.reversed().prefix(while: isDigit).reversed())
      guard let number = Int(digits) else { return nil }
      prefix = String(text.dropLast(digits.count))
      self.number = number
    }
  }

  /// Words that belong together: free words follow the entry they describe.
  private static func groups(_ words: [String]) -> [String] {
    words.reduce(into: []) { groups, word in
      let bare = word.hasPrefix("-") ? word.dropFirst() : word[...]
      let begins = isFine(word) || bare.first.map(isDigit) == true
      if begins || groups.isEmpty {
        groups.append(word)
      } else {
        groups[groups.count - 1] += " " + word
      }
    }
  }

  private static func read(
    _ group: String, into answers: inout NumberedAnswers
  ) throws(PaperLineError) {
    if isFine(group) { return }
    if group.hasPrefix("-") {
      guard let found = NumberedAnswers.entries(String(group.dropFirst()), separator: ":") else {
        throw .unreadable(group)
      }
      try merge(found, into: &answers.notApplicable)
    } else if let found = NumberedAnswers.entries(group, separator: ":") {
      try merge(found, into: &answers.failed)
    } else if let found = NumberedAnswers.entries(group, separator: "=") {
      try merge(found, into: &answers.values)
    } else {
      throw .unreadable(group)
    }
  }

  private static func merge(
    _ found: [Int: String], into answers: inout [Int: String]
  ) throws(PaperLineError) {
    for (number, text) in found {
      guard answers.updateValue(text, forKey: number) == nil else { throw .twice(number) }
    }
  }

  private static func isFine(_ word: String) -> Bool {
    let fine = Bilingual(zh: "合格", en: "ok")
    return word == fine.zh || word.lowercased() == fine.en
  }
}

/// A reason a line from paper could not be taken. Nothing was written.
public enum PaperLineError: Refusal, Hashable {
  case unreadable(String)
  case nothingTicked(String)
  case noSuchRoom(String)
  case twice(Int)

  public var kind: RefusalKind { .badData }

  public var message: Bilingual {
    switch self {
    case .unreadable(let text):
      Bilingual(
        zh: "看不懂“\(text)”；如 305 3,7 -5，或 306-312 ok。",
        en: "“\(text)” is not understood; write 305 3,7 -5, or 306-312 ok.")
    case .nothingTicked(let room):
      Bilingual(
        zh: "“\(room)”没有写结果；没有问题写 ok。", en: "“\(room)” has no result; write ok if all passed.")
    case .noSuchRoom(let room):
      Bilingual(zh: "本轮没有“\(room)”。", en: "The round has no “\(room)”.")
    case .twice(let number):
      Bilingual(zh: "第\(number)项答了两次。", en: "Item \(number) is answered twice.")
    }
  }
}
