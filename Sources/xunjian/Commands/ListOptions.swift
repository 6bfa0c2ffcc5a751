import Almanac
import ArgumentParser

/// How a list is printed: a table for people or for their papers, JSON or tab-separated rows for programs.
struct ListOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case tsv
    case md
  }

  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
  @Option(help: help(zh: "格式", en: "format")) var format: Format = .text

  /// Whether a person reads it: not JSON, not tab-separated rows.
  var isForPeople: Bool { !json && (format == .text || format == .md) }

  /// Prints a list.
  ///
  /// - Parameter keys: The heading of tab-separated rows, for programs; the English headings in lower
  ///   case where nil.
  func print(
    _ values: [some Encodable], keys: [String]? = nil, heading: [Bilingual], rows: [[String]]
  ) throws {
    switch json ? .json : format {
    case .json: try Output.json(values)
    case .tsv: Output.tsv(keys ?? heading.map { $0.en.lowercased() }, rows)
    case .text: Output.table(heading.map { $0[Speech.language] }, rows)
    case .md: Output.markdown(heading.map { $0[Speech.language] }, rows)
    }
  }
}
