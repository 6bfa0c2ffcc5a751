import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// Goes through how the ledger stood on a day: as it stood when the day began, and after each act of it.
  ///
  /// Folded anew from the journal: for what a paper printed then must have said.
  ///
  /// - Throws: ``LedgerError``, or what `visit` throws.
  public func standings(on day: Day, visit: (Fold) throws -> Void) throws {
    try reading { database in
      var fold = Fold(calendar: calendar)
      var last: JournalLine?
      let texts = try String.fetchCursor(database, sql: "SELECT line FROM journal ORDER BY n")
      while let text = try texts.next() {
        let line = try JSON.value(JournalLine.self, text)
        if let last, last.act != line.act, last.stamp.at.day <= day, line.stamp.at.day >= day {
          try visit(fold)
        }
        fold.apply(line)
        last = line
      }
      if let last, last.stamp.at.day <= day { try visit(fold) }
    }
  }
}
