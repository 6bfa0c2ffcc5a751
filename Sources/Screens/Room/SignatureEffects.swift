import Almanac
import Domain

extension [Happening] {
  /// What a signature leads to besides its records and hazards, each after a comma; mostly nothing.
  func effects(on today: Day, due: (OccurrenceKey) -> Day?) -> Bilingual {
    [madeUpLate(recorded: today, due: due), proposedExemptions].compactMap(\.self)
      .reduce(Bilingual(verbatim: "")) { $0 + Bilingual(zh: "，", en: ", ") + $1 }
  }
}
