import Almanac
import Domain

/// A document whose wording stands in a template that an administrator may edit.
public enum TemplateKind: String, Hashable, Sendable, CaseIterable {
  case month
  case period
  case notice
  case reply
  case letter
  case holiday
  case annual
  case responsibility

  /// The document.
  public var name: Bilingual {
    switch self {
    case .month: Bilingual(zh: "月度安全检查情况汇总", en: "monthly summary")
    case .period: Bilingual(zh: "季度、年度安全检查情况汇总", en: "quarterly and yearly summary")
    case .notice: Bilingual(zh: "隐患整改通知书", en: "rectification notice")
    case .reply: Bilingual(zh: "隐患整改回执", en: "answer to a rectification notice")
    case .letter: Bilingual(zh: "整改复函", en: "reply to an authority")
    case .holiday: Bilingual(zh: "放假安全告知书", en: "notice to staff before a break")
    case .annual: Bilingual(zh: "年度工作总结", en: "annual report")
    case .responsibility: Bilingual(zh: "安全责任书", en: "letter of responsibility")
    }
  }

  /// The pieces of its wording: each a line or some paragraphs.
  public var pieces: [String] {
    switch self {
    case .month, .period: ["title", "period", "counted", "opening", "closing"]
    case .notice: ["title", "opening", "closing"]
    case .reply: ["title", "subtitle", "opening", "closing"]
    case .letter: ["title", "opening", "closing", "annex"]
    case .holiday: ["title", "addressee", "opening", "duties", "closing"]
    case .annual: ["title", "opening"] + AnnualFigure.Part.allCases.map(\.rawValue) + ["closing"]
    case .responsibility: ["title", "opening", "leader", "section", "closing"]
    }
  }

  /// What stands for a text that the program fills in.
  public var values: [String] {
    switch self {
    case .month: ["month"] + Self.summary
    case .period: ["period", "openedBefore", "closedBefore"] + Self.summary
    case .notice: ["organization", "section", "number", "signer", "date", "count", "deadline"]
    case .reply: ["organization", "section", "notice", "received", "answered", "count"]
    case .letter:
      [
        "organization", "addressee", "document", "date", "count", "standing", "mended", "waiting",
        "mending", "withdrawn",
      ]
    case .holiday: ["organization", "holiday", "off", "back", "instead", "eve", "dutyPhone"]
    case .annual:
      [
        "organization", "year", "countedOn", "staff", "head", "deputies", "members", "goals",
        "goalsDone", "emergencyShare",
      ] + AnnualFigure.all.map(\.key)
    case .responsibility:
      ["organization", "year", "partyA", "partyB", "sections", "places", "placeCount"]
    }
  }

  /// What holds or does not, so that a part is printed only where it does.
  public var conditions: [String] {
    switch self {
    case .month: ["hasChecks", "hasRate"]
    case .period: ["hasChecks", "hasRate", "hasBefore"]
    case .notice, .reply: []
    case .letter: ["isUnfinished"]
    case .holiday: ["isProvisional"]
    case .annual: ["isQuiet", "hasIncidents"]
    case .responsibility: ["isLeader"]
    }
  }

  private static let summary = [
    "organization", "first", "last", "countedOn", "rounds", "asked", "done", "rate", "missed",
    "persons", "places", "inspections", "ledByLeader", "findings", "opened", "fixedOnSpot",
    "closed", "closedOnTime", "closedLate", "open", "overdue", "major", "rectificationRate",
  ]

  /// The name of its file in a language, as `month.zh.mustache`.
  public func file(in language: Language) -> String { "\(rawValue).\(language.rawValue).mustache" }
}
