import Almanac

extension Goal.Tie {
  /// By what a measure is counted.
  public func words(_ bureau: Bureau, _ kinds: [ActivityKind]) -> Bilingual {
    switch self {
    case .plan(let id):
      let name = bureau.plan(id)?.title ?? Bilingual(verbatim: id.rawValue)
      return Bilingual(
        zh: "按“\(name.zh)”本年的轮次计数", en: "counted by this year's rounds of \(name.en)")
    case .activity(let id, let count):
      let name = kinds.first { $0.id == id }?.name ?? Bilingual(verbatim: id.rawValue)
      return Bilingual(
        zh: "按工作台账“\(name.zh)”本年的条数计数，目标 \(count)",
        en: "counted by this year's entries of \(name.en), \(count) wanted")
    }
  }
}
