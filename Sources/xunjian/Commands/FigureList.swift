import Almanac
import ArgumentParser
import Domain
import Ledger

extension SummaryFigure: ExpressibleByArgument {
  /// Reads a figure as programs name it.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// All their names.
  public static var allValueStrings: [String] { all.map(\.rawValue) }
}

extension DocumentOutput {
  /// One record behind a figure, in JSON.
  private struct RecordJSON: Encodable {
    var id: String
    @Nullable var day: Day?
    var name: String
    var words: String
    var amount: Int
  }

  /// Lists what a figure counts, on the records of now.
  func list(_ figure: SummaryFigure, of span: FigureSpan, _ session: Session) throws {
    let records = try session.ledger.records(behind: figure, of: span, at: session.clock.now)
    guard format != .json else {
      return try Output.json(
        records.map {
          RecordJSON(
            id: $0.subject.id, day: $0.day, name: $0.name, words: $0.words[session.language],
            amount: $0.amount)
        })
    }
    for record in records {
      Output.line(record.line(in: session.language))
    }
  }
}

extension FigureRecord {
  /// It in one line, with how much it adds where that is not one.
  func line(in language: Language) -> String {
    [
      day?.description ?? "", subject.id, name, words[language], amount == 1 ? "" : "\(amount)",
    ]
    .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
