import Almanac

/// A number of the office's own series (发文字号) that was given to one letter or report, once and for ever.
///
/// Source: GB/T 9704-2012 7.2.5, which has it made of the issuing body's mark, the year and a serial number that
/// is not padded, counted by year.
public struct DocumentNumber: Hashable, Sendable, Codable, Identifiable {
  /// What sort of document bears it.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A letter to an authority, about the document that it answers.
    case letter
    /// The summary of a month, a quarter or a year, by its period.
    case month
    case quarter
    case year
    /// Something written outside the program, in its own words.
    case other

    /// What such a document is called.
    public var name: Bilingual {
      switch self {
      case .letter: Bilingual(zh: "整改复函", en: "letter")
      case .month: Bilingual(zh: "月度汇总", en: "summary of a month")
      case .quarter: Bilingual(zh: "季度汇总", en: "summary of a quarter")
      case .year: Bilingual(zh: "年度汇总", en: "summary of a year")
      case .other: Bilingual(zh: "其他公文", en: "other document")
      }
    }
  }

  /// What it was given to.
  public struct Content: Hashable, Sendable, Codable {
    /// The series, by its style, as `×统安〔{year}〕{number}号`.
    public var series: NumberStyle
    /// The civil year in which it is counted.
    public var year: Int
    /// Its place in the year, 1 for the first of this device.
    public var serial: Int
    /// As it is printed, as `×统安〔2026〕11号`.
    public var number: String
    /// What sort of document bears it.
    public var document: Kind
    /// Which of its kind: the document that a letter answers, the period of a summary.
    public var about: String

    enum CodingKeys: String, CodingKey {
      case series
      case year
      case serial
      case number
      case document
      case about
    }

    /// What a number was given to.
    public init(
      series: NumberStyle, year: Int, serial: Int, number: String, document: Kind, about: String
    ) {
      self.series = series
      self.year = year
      self.serial = serial
      self.number = number
      self.document = document
      self.about = about
    }
  }

  /// Its name in the ledger, as `文2026-011`.
  public let id: Identifier<DocumentNumber>
  /// What it was given to.
  public var content: Content
  /// Who drew it, and when.
  public var drawn: Hazard.Step
  /// Who withdrew it; nil while it stands. It is not given again.
  public var withdrawn: Hazard.Step?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case drawn
    case withdrawn
    case reason
  }

  /// Whether it is the number of a document.
  public func isOf(_ document: Kind, about: String) -> Bool {
    withdrawn == nil && content.document == document && content.about == about
  }

  /// Whether it is the one that a person means by a text: as printed, its name in the ledger, or year and
  /// number as in `2026-11`.
  public func isCalled(_ text: String) -> Bool {
    text == content.number
      || Numbering.isName(id.rawValue, called: text, prefix: Numbering.documentPrefix)
  }
}

extension Numbering {
  /// What a document number's name in the ledger begins with, in either language: numbers are not translated.
  public static let documentPrefix = Bilingual(zh: "文", en: "文")

  /// Takes the next name of a document number, as `文2026-011`, with the number in the office's style.
  ///
  /// - Parameter serial: Its place in the year, where it was given outside the program; else the next.
  public mutating func takeDocument(
    _ style: NumberStyle, serial: Int? = nil
  ) -> (id: DocumentNumber.ID, serial: Int, number: String) {
    let serial = serial ?? document
    document = max(document, serial + 1)
    let taken: (id: DocumentNumber.ID, number: String) = named(
      Self.documentPrefix, serial, style)
    return (taken.id, serial, taken.number)
  }
}
