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

  /// The weather named first by the event, otherwise by a code of it, otherwise by the headline.
  var kind: Alert.Kind {
    let texts = [event] + codes + [headline]
    return texts.lazy.compactMap(Self.kind).first ?? .other
  }

  /// The colour by the headline, otherwise by the event, otherwise by a parameter that is a colour alone.
  var colour: Alert.Colour? {
    if let colour = Self.colour(in: headline) ?? Self.colour(in: event) { return colour }
    return parameters.lazy.compactMap { Self.colour(named: $0.value) }.first
  }

  /// The level of a response, by the headline or the event.
  var level: String? { Self.level(in: headline) ?? Self.level(in: event) }

  private static let kinds: [(word: Bilingual, kind: Alert.Kind)] = [
    (Bilingual(zh: "应急响应", en: "emergency response"), .response),
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

  /// The numerals of each level, the level first.
  private static let levels = [
    ["I", "Ⅰ", Bilingual(zh: "一", en: "1").zh], ["II", "Ⅱ", Bilingual(zh: "二", en: "2").zh],
    ["III", "Ⅲ", Bilingual(zh: "三", en: "3").zh], ["IV", "Ⅳ", Bilingual(zh: "四", en: "4").zh],
  ]

  /// The level named last, as in 由Ⅲ级提升至Ⅱ级: of numerals that end there the longest.
  private static func level(in text: String) -> String? {
    let mark = Bilingual(zh: "级", en: "level ")
    if let end = text.ranges(of: mark.zh).last?.lowerBound {
      return longest { text[..<end].hasSuffix($0) }
    }
    return text.ranges(of: mark.en).last.flatMap { found in
      longest { text[found.upperBound...].hasPrefix($0) }
    }
  }

  private static func longest(_ fits: (String) -> Bool) -> String? {
    let found = levels.flatMap { level in level.filter(fits).map { ($0.count, level.first) } }
    return found.max { $0.0 < $1.0 }?.1
  }
}
