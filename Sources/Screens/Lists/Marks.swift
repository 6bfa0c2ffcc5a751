import Almanac
import Canvas

/// The lines of a list that are chosen to be dealt with together.
struct Marks<ID: Hashable & Sendable>: Sendable {
  private(set) var all: Set<ID> = []

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }
  func contains(_ id: ID) -> Bool { all.contains(id) }

  /// Marks a line, or no longer.
  mutating func toggle(_ id: ID) {
    if all.remove(id) == nil { all.insert(id) }
  }

  /// Marks these lines too; takes all marks away where these have them.
  mutating func toggle(allOf ids: [ID]) {
    all = !ids.isEmpty && all.isSuperset(of: ids) ? [] : all.union(ids)
  }

  /// Leaves only marks that satisfy a condition.
  mutating func keep(where condition: (ID) -> Bool) { all = all.filter(condition) }

  /// How many are marked, to stand in a title; empty where none is.
  var words: Bilingual {
    isEmpty
      ? Bilingual(verbatim: "") : Bilingual(zh: "  已选 \(count) 条", en: "  \(count) marked")
  }
}

extension [Judgement] {
  /// What was not done.
  var refused: [Judgement] { filter { $0.refusal != nil } }

  /// How many acts were done and how many were not.
  public var outcome: Bilingual {
    let left = refused.count
    return Bilingual(
      zh: "已办 \(count - left) 条，未办 \(left) 条", en: "\(count - left) done, \(left) not done")
  }

  /// Tells why something was not done, until a key is pressed.
  func drawRefusals(over grid: inout Grid, _ context: Context) {
    guard !refused.isEmpty else { return }
    Dialog(
      title: context(Bilingual(zh: "这些没有办（按任意键关闭）", en: "Not done (any key closes)")),
      lines: refused.map { "\($0.subject)  \($0.refusal.map { context($0) } ?? "")" }
    ).draw(over: &grid)
  }
}

extension Sequence {
  /// Sorted by a key; what has the same key stays in its order.
  func stably(by key: (Element) -> some Comparable) -> [Element] {
    enumerated().map { (key: key($0.element), index: $0.offset, element: $0.element) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.element)
  }
}

extension CaseIterable where Self: Equatable {
  /// The one after it; after the last, the first.
  var next: Self {
    let all = Array(Self.allCases)
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
