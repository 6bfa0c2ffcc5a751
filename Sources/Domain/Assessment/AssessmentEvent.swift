import Almanac

/// What happened to a year's assessment. Never refused once written.
public enum AssessmentEvent: Hashable, Sendable {
  case loaded(Assessment.Content)
  case scored(item: String, Assessment.Mark)
  case tied(item: String, [Evidence])
  case attached(item: String, Scan)
  case detached(item: String, Checksum)

  /// What happened, as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .loaded: Bilingual(zh: "载入考评细则", en: "rules loaded")
    case .scored: Bilingual(zh: "自评分", en: "scored")
    case .tied: Bilingual(zh: "对应台账", en: "tied to the ledger")
    case .attached: Bilingual(zh: "附佐证", en: "evidence attached")
    case .detached: Bilingual(zh: "取下佐证", en: "evidence taken off")
    }
  }
}

extension AssessmentEvent: JournalEvent {
  private struct Data: Codable {
    var item: String
    var score: Points?
    var remark: String?
    var evidence: [Evidence]?
    var file: Scan?
    var sha256: Checksum?

    enum CodingKeys: String, CodingKey {
      case item
      case score
      case remark
      case evidence
      case file
      case sha256
    }
  }

  /// Its name in the journal, as `assessment.loaded`.
  public var type: String {
    switch self {
    case .loaded: "assessment.loaded"
    case .scored: "assessment.scored"
    case .tied: "assessment.tied"
    case .attached: "assessment.attached"
    case .detached: "assessment.detached"
    }
  }

  /// The rules, or what was done with an item.
  public var data: any Encodable & Sendable {
    switch self {
    case .loaded(let content): content
    case .scored(let item, let mark): Data(item: item, score: mark.score, remark: mark.remark)
    case .tied(let item, let evidence): Data(item: item, evidence: evidence)
    case .attached(let item, let file): Data(item: item, file: file)
    case .detached(let item, let checksum): Data(item: item, sha256: checksum)
    }
  }

  /// Reads an event back; nil if the name is not one of an assessment.
  public init?(type: String, from decoder: any Decoder) throws {
    func lacking(_ field: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no \(field)"))
    }
    switch type {
    case "assessment.loaded": self = .loaded(try Assessment.Content(from: decoder))
    case "assessment.scored":
      let data = try Data(from: decoder)
      guard let score = data.score else { throw lacking("score") }
      self = .scored(item: data.item, .init(score: score, remark: data.remark))
    case "assessment.tied":
      let data = try Data(from: decoder)
      self = .tied(item: data.item, data.evidence ?? [])
    case "assessment.attached":
      let data = try Data(from: decoder)
      guard let file = data.file else { throw lacking("file") }
      self = .attached(item: data.item, file)
    case "assessment.detached":
      let data = try Data(from: decoder)
      guard let checksum = data.sha256 else { throw lacking("sha256") }
      self = .detached(item: data.item, checksum)
    default: return nil
    }
  }
}
