/// The same hazard met again on a later walk while it is open.
public struct HazardSighting: Hashable, Sendable, Codable {
  /// The record of the later walk.
  public var inspection: Inspection.ID
  /// The item at which it was met, not always the one that found it.
  public var item: ItemKey
  /// What the inspector put down this time.
  public var text: String
  /// Whether another record of the same walk has found or met it already: it was not met a second time.
  public var isSameWalk: Bool

  enum CodingKeys: String, CodingKey {
    case inspection
    case item
    case text
    case isSameWalk = "sameWalk"
  }

  /// A sighting from a record, one of its items and the words put down there.
  public init(inspection: Inspection.ID, item: ItemKey, text: String, isSameWalk: Bool = false) {
    self.inspection = inspection
    self.item = item
    self.text = text
    self.isSameWalk = isSameWalk
  }

  /// Reads a sighting; one that does not say so is of a walk of its own.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    inspection = try fields.decode(Inspection.ID.self, forKey: .inspection)
    item = try fields.decode(ItemKey.self, forKey: .item)
    text = try fields.decode(String.self, forKey: .text)
    isSameWalk = try fields.decodeIfPresent(Bool.self, forKey: .isSameWalk) ?? false
  }

  /// Writes the record, item and words, and the same walk only where it is one.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(inspection, forKey: .inspection)
    try fields.encode(item, forKey: .item)
    try fields.encode(text, forKey: .text)
    if isSameWalk { try fields.encode(true, forKey: .isSameWalk) }
  }
}
