import Almanac
import Canvas
import Domain

/// Finds hazards by words: number, place, what is wrong, section, person, category, and how they stand.
public struct HazardSearch {
  private let filter: Filter
  private let context: Context

  /// A search in the language and with the names of a program; nil where the words are empty and would
  /// find everything.
  public init?(_ words: String, _ context: Context) {
    filter = Filter(words, context.pinyin)
    guard !filter.isEmpty else { return nil }
    self.context = context
  }

  /// Whether every word is found.
  public func finds(_ hazard: HazardBrief) -> Bool {
    filter.matches(
      [
        hazard.id.rawValue, context.bureau.name(hazard.place), hazard.text,
        context.bureau.name(hazard.section), context.bureau.name(hazard.person),
        context(hazard.category.name), context(hazard.state.name),
        context(HazardWords.conditions(hazard, on: context.today)),
      ].joined(separator: " "))
  }
}
