import Canvas

/// Something to draw, in points from the left of the text block and from the top of its strip.
enum Mark {
  /// One line of a passage, with its top left corner.
  case line(Passage, Int, x: Double, y: Double)
  case rule(fromX: Double, fromY: Double, toX: Double, toY: Double)
  /// A picture in the rectangle that it fills.
  case picture(Document.Picture, x: Double, y: Double, width: Double, height: Double)
  /// Where the reader's list of contents leads: a heading's words and level, 0 for a title.
  case bookmark(String, level: Int, y: Double)
  /// A light grey area.
  case shade(x: Double, y: Double, width: Double, height: Double)
  /// A dark grey area that stands for a figure, on a light one where that is a part of a whole.
  case bar(x: Double, y: Double, width: Double, height: Double, whole: Double?)

  /// The same mark further down.
  func down(_ distance: Double) -> Mark {
    switch self {
    case .line(let passage, let index, let x, let y): .line(passage, index, x: x, y: y + distance)
    case .rule(let fromX, let fromY, let toX, let toY):
      .rule(fromX: fromX, fromY: fromY + distance, toX: toX, toY: toY + distance)
    case .picture(let picture, let x, let y, let width, let height):
      .picture(picture, x: x, y: y + distance, width: width, height: height)
    case .bookmark(let text, let level, let y):
      .bookmark(text, level: level, y: y + distance)
    case .shade(let x, let y, let width, let height):
      .shade(x: x, y: y + distance, width: width, height: height)
    case .bar(let x, let y, let width, let height, let whole):
      .bar(x: x, y: y + distance, width: width, height: height, whole: whole)
    }
  }
}

/// A piece as wide as the text block that is never cut: a line of a paragraph, a row of a table.
struct Strip {
  var height: Double
  var marks: [Mark] = []
  /// The space above, which falls away at the top of a page.
  var gap = 0.0
  /// Whether the next strip must stand on the same page.
  var keepsWithNext = false
  var startsPage = false
  /// Whether it stands, with what follows it, at the foot of the text block.
  var standsAtFoot = false
  /// What is drawn again above this strip when it comes first on a page: the heading of its table.
  var heading: [Strip] = []
  /// What is drawn besides when this strip comes last on a page: the lower edge of a row that goes on.
  var closing: [Mark] = []
}
