import Almanac

/// What is known of a hazard when it is registered.
public struct HazardReport: Hashable, Sendable, Codable {
  /// Where it was found.
  public var place: Place.ID
  /// Where in the room, as `靠窗`; nil for the place as a whole.
  public var spot: String?
  /// The section of the place at the time; nil for a place of no section.
  public var section: Section.ID?
  /// What is wrong, in words, as printed in the register.
  public var text: String
  /// The kind of danger, which decides the proposed deadline and who may close it.
  public var category: HazardCategory
  /// General unless a study found it major; no tick makes it so.
  public var severity: Severity
  /// Who brought it up; all but self-found need ``sourceDocument``.
  public var source: Hazard.Source
  /// The document it came with: issuer, number, date, as written on it.
  public var sourceDocument: String?
  /// Who found it: the record's inspectors, or the person who registered it.
  public var finders: [Person.ID]
  /// The record and item that found it.
  public var inspection: Inspection.ID?
  /// The item at which it was found; nil for one not found on a walk.
  public var item: ItemKey?
  /// The rule it offends against, as the checklist item cites it.
  public var basis: Bilingual?
  /// The deadline it came with: an authority's, the inspector's, or the rule's.
  public var deadline: Day?
  /// Found and mended in the same walk, and how.
  public var onSpot: String?
  /// Whether the inspector asks for a study of whether it is major (提请重大研判).
  public var asksForStudy: Bool
  /// Names of photographs in lines of the first version, which had no files; now each photograph is an
  /// event of its own.
  public var photos: [String]
  /// The closed hazard that was found again.
  public var previous: Hazard.ID?
  /// The breach of order 61, article 31, that it was; mended on the spot.
  public var breach: FireBreach?
  /// Found in the round before a break: its first day off, before which it is to be mended (节前排查).
  public var breakFrom: Day?
  /// The weakness (漏洞) of an asset that it is; nil for any other hazard.
  public var weakness: Weakness?

  enum CodingKeys: String, CodingKey {
    case place
    case spot
    case section
    case text
    case category
    case severity
    case source
    case sourceDocument
    case finders
    case inspection
    case item
    case basis
    case deadline
    case onSpot
    case asksForStudy
    case photos
    case previous
    case breach
    case breakFrom
    case weakness
  }

  /// A report from a place, the words for what is wrong and its category; the rest if known.
  public init(
    place: Place.ID, spot: String? = nil, section: Section.ID? = nil, text: String,
    category: HazardCategory, severity: Severity = .general, source: Hazard.Source = .selfFound,
    sourceDocument: String? = nil, finders: [Person.ID] = [], inspection: Inspection.ID? = nil,
    item: ItemKey? = nil, basis: Bilingual? = nil, deadline: Day? = nil, onSpot: String? = nil,
    asksForStudy: Bool = false, photos: [String] = [], previous: Hazard.ID? = nil,
    breach: FireBreach? = nil
  ) {
    self.place = place
    self.spot = spot
    self.section = section
    self.text = text
    self.category = category
    self.severity = severity
    self.source = source
    self.sourceDocument = sourceDocument
    self.finders = finders
    self.inspection = inspection
    self.item = item
    self.basis = basis
    self.deadline = deadline
    self.onSpot = onSpot
    self.asksForStudy = asksForStudy
    self.photos = photos
    self.previous = previous
    self.breach = breach
  }
}
