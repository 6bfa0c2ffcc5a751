import Almanac

/// The names by which alerts call an office's area: its province, city, district or town.
///
/// An area covers the office if it holds one of the names or is held by one. But where it goes on to name
/// divisions below a name, and the office's own division of such a rank is entered, that one must be among
/// them: an office known only by its district heeds an alert for one of its towns, an office whose town is
/// entered heeds its own. What describes without naming, as 部分镇街, leaves nobody out.
struct RegionNames {
  /// The ranks of divisions by the end of their names.
  private static let ranks: [(word: Bilingual, rank: Int)] = [
    (Bilingual(zh: "省", en: "Province"), 1), (Bilingual(zh: "市", en: "City"), 2),
    (Bilingual(zh: "区", en: "District"), 3), (Bilingual(zh: "县", en: "County"), 3),
    (Bilingual(zh: "旗", en: "Banner"), 3), (Bilingual(zh: "街道", en: "Subdistrict"), 4),
    (Bilingual(zh: "镇", en: "Town"), 4), (Bilingual(zh: "乡", en: "Township"), 4),
  ]
  /// Words that stand for divisions without naming one.
  private static let vague = Bilingual(
    zh: "镇街 街镇 乡镇 区县 县区 部分 大部 局部 多个 各", en: "Towns Districts Counties")

  private let names: [String]
  private let finest: Int

  init(_ regions: [String]) {
    names = regions.map(trimmed).filter { !$0.isEmpty }
    finest = names.map(Self.rank).max() ?? 0
  }

  /// Whether one of the areas covers the office; a message without areas, or an office without names,
  /// leaves none out.
  func cover(_ areas: [String]) -> Bool {
    let listed = areas.flatMap { $0.split { "、，,；;".contains($0) } }.map { trimmed(String($0)) }
    guard !names.isEmpty, listed.contains(where: { !$0.isEmpty }) else { return true }
    return listed.contains { area in names.contains { covers(area, $0) } }
  }

  private func covers(_ area: String, _ name: String) -> Bool {
    guard !area.isEmpty else { return false }
    if name.contains(area) { return true }
    guard let found = area.firstRange(of: name) else { return false }
    let own = Self.rank(name)
    return own >= finest || !Self.namesDivision(String(area[found.upperBound...]), below: own)
  }

  private static func rank(_ name: String) -> Int {
    let ends = ranks.filter { name.hasSuffix($0.word.zh) || name.hasSuffix($0.word.en) }
    return ends.map(\.rank).max() ?? 0
  }

  private static func namesDivision(_ text: String, below rank: Int) -> Bool {
    let words = (vague.zh + " " + vague.en).split(separator: " ")
    let named = words.reduce(text) { $0.replacing($1, with: "") }.dropFirst()
    return ranks.contains {
      $0.rank > rank && (named.contains($0.word.zh) || named.contains($0.word.en))
    }
  }
}
