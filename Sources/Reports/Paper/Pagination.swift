/// Pours strips onto pages.
///
/// Strips that keep together move to the next page together, unless they are taller than a page.
struct Pagination {
  private let height: Double
  private var pages: [[Mark]] = [[]]
  /// How far the present page is filled.
  private var filled = 0.0
  /// What to draw below the last strip if it stays the last of its page.
  private var closing: [Mark] = []
  /// Whether nothing but a repeated heading stands on the present page.
  private var isFresh = true

  private init(height: Double) { self.height = height }

  /// Returns what to draw on each page, one page at least.
  ///
  /// - Parameter height: The height of the text block, in points.
  static func pages(_ strips: [Strip], height: Double) -> [[Mark]] {
    var pagination = Pagination(height: height)
    var start = 0
    while start < strips.count {
      var end = start + 1
      while end < strips.count, strips[end - 1].keepsWithNext, !strips[end].startsPage { end += 1 }
      pagination.place(strips[start..<end])
      start = end
    }
    return pagination.pages
  }

  private mutating func place(_ unit: ArraySlice<Strip>) {
    let needed = unit.reduce(0) { $0 + $1.gap + $1.height }
    if let first = unit.first, first.startsPage || !fits(needed) { turnPage(before: first) }
    for (index, strip) in zip(unit.indices, unit) {
      if !fits(strip.gap + strip.height) { turnPage(before: strip) }
      if strip.standsAtFoot { sink(unit[index...]) }
      put(strip)
      isFresh = false
    }
  }

  /// Leaves empty what is above strips that end at the foot of the page.
  private mutating func sink(_ strips: ArraySlice<Strip>) {
    filled = max(filled, height - strips.reduce(0) { $0 + $1.gap + $1.height })
  }

  private func fits(_ needed: Double) -> Bool { filled + needed <= height + 0.01 }

  private mutating func turnPage(before strip: Strip) {
    guard !isFresh else { return }
    pages[pages.count - 1] += closing.map { $0.down(filled) }
    pages.append([])
    filled = 0
    isFresh = true
    strip.heading.forEach { put($0) }
  }

  private mutating func put(_ strip: Strip) {
    if filled > 0 { filled += strip.gap }
    pages[pages.count - 1] += strip.marks.map { $0.down(filled) }
    filled += strip.height
    closing = strip.closing
  }
}
