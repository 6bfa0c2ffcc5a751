import Almanac
import Domain

/// What the words of a message say: the weather, the colour, the level of a response.
///
/// Colours are the province's and messages write them out; no colour is guessed from CAP's severity, whose
/// four grades do not match the five colours for typhoons.
struct AlertWords {
  var event: String
  var codes: [String]
  var headline: String
  var parameters: [(name: String, value: String)]

  /// A response, where it is an order of one; else the weather named first by the event, otherwise by a
  /// code of it, otherwise by the headline.
  var kind: Alert.Kind {
    if isResponse { return .response }
    let texts = [event] + codes + [headline]
    return texts.lazy.compactMap(Self.kind).first ?? .other
  }

  /// Whether it orders a response: the event says so, or the headline and no colour of an alert is named.
  private var isResponse: Bool {
    if ([event] + codes).contains(where: Self.namesResponse) { return true }
    let namesColour = Self.colour(in: headline) != nil || Self.colour(in: event) != nil
    return Self.namesResponse(headline) && !namesColour
  }

  static func namesResponse(_ text: String) -> Bool {
    let lower = text.lowercased()
    return [responses.zh, responses.en, orders.zh].contains { lower.contains($0) }
  }

  private static let responses = Bilingual(zh: "应急响应", en: "emergency response")
  private static let orders = Bilingual(verbatim: "级响应")

  /// The colour by the headline, otherwise by the event, otherwise by a parameter that is a colour alone.
  var colour: Alert.Colour? {
    if let colour = Self.colour(in: headline) ?? Self.colour(in: event) { return colour }
    return parameters.lazy.compactMap { Self.colour(named: $0.value) }.first
  }

  /// Whether it says that an alert is over (解除) and nothing comes in its place.
  var lifts: Bool {
    let text = headline.isEmpty ? event : headline
    let ends = isResponse ? Self.ends.zh + " " + Self.responseEnds.zh : Self.ends.zh
    let lower = text.lowercased()
    let found = (ends.split(separator: " ").map(String.init) + [Self.ends.en])
      .compactMap { lower.ranges(of: $0).last }.max { $0.lowerBound < $1.lowerBound }
    guard let found else { return false }
    let (before, after) = (lower[..<found.lowerBound], lower[found.upperBound...])
    let isDenied = Self.denials.zh.contains { before.last == $0 } || after.hasPrefix(Self.before.zh)
    let marks = "，,；;。、"
    let clause = before.lastIndex(where: marks.contains) ?? before.startIndex
    let issued = before[..<clause].replacing(Self.issuedBefore.zh, with: "")
    return !isDenied && !Self.goesOn(after) && !(Self.goesOn(issued) && Self.hasColour(issued))
      && !Self.hasColour(after.drop { !marks.contains($0) })
  }

  private static func goesOn(_ text: some StringProtocol) -> Bool {
    goingOn.zh.split(separator: " ").contains { text.contains($0) }
  }

  private static func hasColour(_ text: some StringProtocol) -> Bool {
    colour(in: String(text)) != nil
  }

  private static let ends = Bilingual(zh: "解除 撤销 取消", en: "lifted")
  private static let responseEnds = Bilingual(verbatim: "终止 结束")
  private static let denials = Bilingual(verbatim: "未不待")
  private static let before = Bilingual(verbatim: "前")
  private static let issuedBefore = Bilingual(verbatim: "发布的")
  /// What stands beside the end of one alert where another takes its place.
  private static let goingOn = Bilingual(verbatim: "发布 更新 继续 维持 保持 仍 升级 降级 变更 调整 改")

  /// The level of a response, by the headline or the event.
  var level: String? { ResponseLevels.named(in: headline) ?? ResponseLevels.named(in: event) }

  private static let kinds: [(word: Bilingual, kind: Alert.Kind)] = [
    (responses, .response),
    (Bilingual(zh: "台风", en: "typhoon"), .typhoon),
    (Bilingual(zh: "热带气旋", en: "tropical cyclone"), .typhoon),
    (Bilingual(zh: "暴雨", en: "rainstorm"), .rainstorm),
    (Bilingual(zh: "强降雨", en: "heavy rain"), .rainstorm),
    (Bilingual(zh: "雷雨大风", en: "thunderstorm gale"), .gale),
    (Bilingual(zh: "大风", en: "gale"), .gale),
    (Bilingual(zh: "高温", en: "heat"), .heat),
    (Bilingual(zh: "寒冷", en: "cold"), .cold),
    (Bilingual(zh: "寒潮", en: "cold wave"), .cold),
    (Bilingual(zh: "低温", en: "low temperature"), .cold),
    (Bilingual(zh: "霜冻", en: "frost"), .cold),
    (Bilingual(zh: "雷电", en: "lightning"), .lightning),
    (Bilingual(zh: "雷暴", en: "thunder"), .lightning),
    (Bilingual(zh: "强对流", en: "convection"), .lightning),
    (Bilingual(zh: "大雾", en: "fog"), .fog),
    (Bilingual(zh: "洪水", en: "flood"), .flood),
    (Bilingual(zh: "山洪", en: "flash flood"), .flood),
    (Bilingual(zh: "内涝", en: "waterlogging"), .flood),
  ]

  /// The weather whose word stands first; of words that begin together the longer one counts.
  private static func kind(in text: String) -> Alert.Kind? {
    let lower = text.lowercased()
    var best: (at: String.Index, length: Int, kind: Alert.Kind)?
    for (word, kind) in kinds {
      for form in [word.zh, word.en] {
        guard let at = lower.firstRange(of: form)?.lowerBound else { continue }
        if best.map({ (at, -form.count) < ($0.at, -$0.length) }) ?? true {
          best = (at, form.count, kind)
        }
      }
    }
    return best?.kind
  }

  /// The colour that a text gives. Where it tells of a change it is the one after 为, 至 or 成; what is
  /// lifted or was before is passed over.
  private static func colour(in text: String) -> Alert.Colour? {
    let found = mentions(in: text)
    let changed = found.last { mention in changes.zh.contains { mention.before.last == $0 } }
    let present = found.first { mention in
      !former.zh.split(separator: " ").contains { mention.clause.contains($0) }
    }
    return (changed ?? present ?? found.last)?.colour
  }

  private static let changes = Bilingual(verbatim: "为至成到")
  private static let former = Bilingual(verbatim: "解除 由 从 将 原")

  private struct Mention {
    var colour: Alert.Colour
    /// What stands before it in the whole text, and in its own clause.
    var before: Substring
    var clause: Substring
  }

  private static func mentions(in text: String) -> [Mention] {
    let lower = text.lowercased()
    let found = Alert.Colour.allCases.flatMap { colour in
      (lower.ranges(of: colour.name.zh)
        + lower.ranges(of: colour.name.en).filter { isWord($0, in: lower) })
        .map { range in (range.lowerBound, colour) }
    }
    return found.sorted { $0.0 < $1.0 }.map { at, colour in
      let before = lower[..<at]
      let clause = before.split(omittingEmptySubsequences: false) { "，,；;。、".contains($0) }.last
      return Mention(colour: colour, before: before, clause: clause ?? "")
    }
  }

  private static func isWord(_ range: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<range.lowerBound].last
    let after = text[range.upperBound...].first
    return ![before, after].contains { $0.map { $0.isASCII && $0.isLetter } ?? false }
  }

  /// A text that is a colour and nothing else, in either language, with 色 or without.
  private static func colour(named text: String) -> Alert.Colour? {
    let lower = text.lowercased()
    return Alert.Colour.allCases.first { colour in
      [colour.name.zh, String(colour.name.zh.prefix(1)), colour.name.en].contains(lower)
    }
  }

}
