import Almanac

/// A rectification notice (隐患整改通知书) that the office hands one of its sections: what is to be mended,
/// how and by when; signed for by the section, and answered by it (整改回执).
///
/// Source: 公安部令第61号第三十二条, which has what cannot be mended at once put under measures, a deadline and
/// a person, in writing.
public struct RectificationNotice: Hashable, Sendable, Codable, Identifiable {
  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case issued
    case received
    case answered
    case withdrawn

    /// What it waits for, or how it ended, as lists show it.
    public var name: Bilingual {
      switch self {
      case .issued: Bilingual(zh: "待签收", en: "issued")
      case .received: Bilingual(zh: "待回执", en: "received")
      case .answered: Bilingual(zh: "已回执", en: "answered")
      case .withdrawn: Bilingual(zh: "已撤回", en: "withdrawn")
      }
    }
  }

  /// What it asks about one hazard.
  public struct Line: Hashable, Sendable, Codable {
    /// The hazard, whose place, words and basis are printed.
    public var hazard: Hazard.ID
    /// What is demanded (整改要求).
    public var demand: Bilingual
    /// The hazard's deadline on the day of issue; nil where it had none.
    public var deadline: Day?

    enum CodingKeys: String, CodingKey {
      case hazard
      case demand
      case deadline
    }

    /// A line about a hazard.
    public init(hazard: Hazard.ID, demand: Bilingual, deadline: Day?) {
      self.hazard = hazard
      self.demand = demand
      self.deadline = deadline
    }
  }

  /// What it says, from the day of issue on.
  public struct Content: Hashable, Sendable, Codable {
    /// Its number as printed, as `安整〔2026〕3号`; nil where it is left blank for the office's document system.
    public var number: String?
    /// The section that is to mend what it names (主送).
    public var section: Section.ID
    /// Who signs it (签发人).
    public var signer: Person.ID
    /// The day that it bears (成文日期).
    public var date: Day
    /// By hazard, one at least.
    public var lines: [Line]

    enum CodingKeys: String, CodingKey {
      case number
      case section
      case signer
      case date
      case lines
    }

    /// What a notice says.
    public init(
      number: String?, section: Section.ID, signer: Person.ID, date: Day, lines: [Line]
    ) {
      self.number = number
      self.section = section
      self.signer = signer
      self.date = date
      self.lines = lines
    }
  }

  /// What the section answers about one hazard.
  public struct Reply: Hashable, Sendable, Codable {
    /// The hazard of the line.
    public var hazard: Hazard.ID
    /// What was done to mend it.
    public var done: String

    enum CodingKeys: String, CodingKey {
      case hazard
      case done
    }

    /// An answer to one line.
    public init(hazard: Hazard.ID, done: String) {
      self.hazard = hazard
      self.done = done
    }
  }

  /// Its name in the ledger, as `整2026-003`: run by year, never reused, whatever number it bears.
  public let id: Identifier<RectificationNotice>
  /// What it says.
  public var content: Content
  /// Where it stands now.
  public var state: State
  /// Who signed for it (签收), on which day; nil until then.
  public var received: Hazard.Step?
  /// Who answered it, on which day; nil until then.
  public var answered: Hazard.Step?
  /// By hazard what was done; empty until it is answered.
  public var replies: [Reply]
  /// Who withdrew it; nil while it stands.
  public var withdrawn: Hazard.Step?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case state
    case received
    case answered
    case replies
    case withdrawn
    case reason
  }

  /// Whether the section still owes an answer.
  public var isOpen: Bool { state == .issued || state == .received }

  /// How it is spoken of: by its number, or by its name in the ledger where that is blank.
  public var title: String { content.number ?? id.rawValue }

  /// What was answered about a hazard; nil where nothing was.
  public func reply(to hazard: Hazard.ID) -> String? {
    replies.first { $0.hazard == hazard }?.done
  }

  /// Whether it is the one that a person means by a text: its name in the ledger, its number, or year and
  /// number as in `2026-3`.
  public func isCalled(_ text: String) -> Bool {
    text == content.number
      || Numbering.isName(id.rawValue, called: text, prefix: Numbering.noticePrefix)
  }
}

extension Numbering {
  /// What a notice's name in the ledger begins with, in either language: numbers are not translated.
  public static let noticePrefix = Bilingual(zh: "整", en: "整")

  /// Takes the next name of a notice, as `整2026-003`, with the number of the office's own series, as
  /// `安整〔2026〕3号`; the number is nil where the office leaves it blank.
  public mutating func takeNotice(
    _ style: NumberStyle? = PaperRule.usualNotice
  ) -> (id: RectificationNotice.ID, number: String?) {
    defer { notice += 1 }
    let taken: (id: RectificationNotice.ID, number: String) = named(
      Self.noticePrefix, notice, style ?? PaperRule.usualNotice)
    return (taken.id, style == nil ? nil : taken.number)
  }

  /// A name in the ledger after a prefix, as `整2026-003`, with the number in a style.
  func named<Value>(
    _ prefix: Bilingual, _ serial: Int, _ style: NumberStyle
  ) -> (id: Identifier<Value>, number: String) {
    (
      Identifier("\(prefix.zh)\(year)-\(device)\(padded(serial, 3))"),
      style.number("\(device)\(serial)", of: year)
    )
  }

  /// Whether a person means a name in the ledger by a text: the name itself, or year and number as in `2026-3`.
  static func isName(_ name: String, called text: String, prefix: Bilingual) -> Bool {
    if text == name { return true }
    let parts = text.split(separator: "-").map(String.init)
    guard parts.count == 2, let serial = Int(parts[1]) else { return false }
    return "\(prefix.zh)\(parts[0])-\(padded(serial, 3))" == name
  }
}
