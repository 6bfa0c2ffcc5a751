import Almanac

/// The level that an order of a response names, `I` to `IV`, however its numeral is written.
enum ResponseLevels {
  /// The numerals of each level, the level first, in lower case.
  private static let levels = [
    ["i", "ⅰ", Bilingual(zh: "一", en: "1").zh, "1"],
    ["ii", "ⅱ", Bilingual(zh: "二", en: "2").zh, "2"],
    ["iii", "ⅲ", Bilingual(zh: "三", en: "3").zh, "3"],
    ["iv", "ⅳ", Bilingual(zh: "四", en: "4").zh, "4"],
  ]
  private static let mark = Bilingual(zh: "级", en: "level ")
  /// A numeral beside one of these is part of a larger number, as the force of a gale: 十二级.
  private static let larger = Bilingual(verbatim: "0123456789一二三四五六七八九十百ivxⅰⅱⅲⅳⅴⅵ-")

  /// The level named last, as in 由Ⅲ级提升至Ⅱ级: of the clauses that speak of the response, where any does.
  static func named(in text: String) -> String? {
    let clauses = plain(text).split { "，,；;。".contains($0) }.map(String.init)
    let told = clauses.filter(AlertWords.namesResponse)
    return (told.isEmpty ? clauses : told).reversed().lazy.compactMap(last).first
  }

  private static func last(in clause: String) -> String? {
    let before = clause.ranges(of: mark.zh).reversed().lazy.compactMap { found in
      level(before: clause[..<found.lowerBound])
    }
    if let level = before.first { return level }
    return clause.ranges(of: mark.en).last.flatMap { found in
      let after = clause[found.upperBound...]
      guard let found = longest({ after.hasPrefix($0) }) else { return nil }
      return isLarger(after.dropFirst(found.numeral.count).first) ? nil : found.level
    }
  }

  private static func level(before end: Substring) -> String? {
    guard let found = longest({ end.hasSuffix($0) }) else { return nil }
    return isLarger(end.dropLast(found.numeral.count).last) ? nil : found.level
  }

  private static func isLarger(_ neighbour: Character?) -> Bool {
    neighbour.map(larger.zh.contains) ?? false
  }

  private static func longest(
    _ fits: (String) -> Bool
  ) -> (numeral: String, level: String)? {
    let found = levels.flatMap { level in
      level.filter(fits).map { (numeral: $0, level: level[0].uppercased()) }
    }
    return found.max { $0.numeral.count < $1.numeral.count }
  }

  /// In lower case, full-width letters and digits plain.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF10...0xFF5A).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).lowercased()
  }
}
