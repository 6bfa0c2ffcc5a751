/// What the text of a cell is for. Never the only carrier of a meaning: the text says it too. How it looks is
/// the ``Theme``'s.
public enum Style: Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case plain
  /// The heading line of a screen.
  case title
  /// A tab that is not open.
  case tab
  /// The open tab.
  case activeTab
  /// The row the next key acts on.
  case selected
  /// Passed, closed, on time.
  case good
  /// Failed, overdue.
  case bad
  /// Due soon, waiting.
  case warning
  /// Beside the point.
  case muted
  /// A key in the footer.
  case keyHint
  /// The heading of a section or of the columns of a list.
  case heading
  /// What the program says back.
  case notice
  /// What must be seen before anything else: nothing was saved.
  case alarm
}
