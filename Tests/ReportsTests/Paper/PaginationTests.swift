import Testing

@testable import Reports

/// Pages are 10 high; a strip's name is the x of its one mark.
struct PaginationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var strips: @Sendable () -> [Strip]
    var pages: [[String]]
  }

  @Test(arguments: [
    Case(testDescription: "nothing is one empty page", strips: { [] }, pages: [[]]),
    Case(
      testDescription: "what does not fit moves on",
      strips: { [strip(1, 6), strip(2, 4), strip(3, 1)] }, pages: [["1@0", "2@6"], ["3@0"]]),
    Case(
      testDescription: "the space above falls away at the top of a page",
      strips: { [strip(1, 6, gap: 2), strip(2, 3, gap: 2), strip(3, 1, gap: 1)] },
      pages: [["1@0"], ["2@0", "3@4"]]),
    Case(
      testDescription: "what keeps together moves together",
      strips: { [strip(1, 6), strip(2, 2, keeps: true), strip(3, 3)] },
      pages: [["1@0"], ["2@0", "3@2"]]),
    Case(
      testDescription: "what cannot keep together is filled page by page",
      strips: { [strip(1, 6, keeps: true), strip(2, 6, keeps: true), strip(3, 4)] },
      pages: [["1@0"], ["2@0", "3@6"]]),
    Case(
      testDescription: "a page that starts anew, but no empty one before it",
      strips: { [strip(1, 1, startsPage: true), strip(2, 1, startsPage: true)] },
      pages: [["1@0"], ["2@0"]]),
    Case(
      testDescription: "a heading is repeated and a cut row is closed",
      strips: { [strip(1, 9, closing: 8), strip(2, 9, heading: 7)] },
      pages: [["1@0", "8@9"], ["7@0", "2@1"]]),
  ])
  func pages(_ row: Case) {
    let pages = Pagination.pages(row.strips(), height: 10)
    #expect(pages.map { $0.map(name) } == row.pages)
  }
}

private func strip(
  _ name: Int, _ height: Double, gap: Double = 0, keeps: Bool = false, startsPage: Bool = false,
  heading: Int? = nil, closing: Int? = nil
) -> Strip {
  Strip(
    height: height, marks: [mark(name)], gap: gap, keepsWithNext: keeps, startsPage: startsPage,
    heading: heading.map { [Strip(height: 1, marks: [mark($0)])] } ?? [],
    closing: closing.map { [mark($0)] } ?? [])
}

private func mark(_ name: Int) -> Mark {
  .shade(x: Double(name), y: 0, width: 0, height: 0)
}

private func name(_ mark: Mark) -> String {
  guard case .shade(let x, let y, _, _) = mark else { return "" }
  return "\(Int(x))@\(Int(y))"
}
