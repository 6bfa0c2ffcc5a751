import Almanac

/// A message of the Common Alerting Protocol as read from a file; what it means here is not decided yet.
///
/// Source: OASIS Common Alerting Protocol Version 1.2, section 3.2.
public struct CAPMessage: Hashable, Sendable {
  /// One block of information: a language, or a part of the area with a colour of its own.
  public struct Info: Hashable, Sendable {
    /// As `zh-CN`; empty if not said.
    public var language: String
    /// The weather, from the event, its code or the headline.
    public var kind: Alert.Kind
    /// The colour, from the headline, the event or a parameter; nil if none is known.
    public var colour: Alert.Colour?
    /// The level of a response, `I` to `IV`.
    public var level: String?
    /// The name of who issues it; empty if not said.
    public var issuer: String
    /// The headline, or the event where there is none.
    public var headline: String
    /// The areas in its own words; none if it names none.
    public var areas: [String]
    /// When it ceases to count; nil if not said.
    public var expires: Moment?
    /// Whether its words lift an alert (解除), whatever the message is sent as.
    public var lifts: Bool

    /// A block as read.
    public init(
      language: String = "", kind: Alert.Kind, colour: Alert.Colour? = nil, level: String? = nil,
      issuer: String = "", headline: String, areas: [String] = [], expires: Moment? = nil,
      lifts: Bool = false
    ) {
      self.language = language
      self.kind = kind
      self.colour = colour
      self.level = level
      self.issuer = issuer
      self.headline = headline
      self.areas = areas
      self.expires = expires
      self.lifts = lifts
    }
  }

  /// An earlier message as another names it. Its time is not kept: a sender never uses an identifier twice.
  public struct Reference: Hashable, Sendable {
    /// Who sent it.
    public var sender: String
    /// Its identifier, unique among its sender's messages.
    public var identifier: Alert.ID

    /// A reference as read.
    public init(sender: String, identifier: Alert.ID) {
      self.sender = sender
      self.identifier = identifier
    }
  }

  /// Unique among its sender's messages.
  public var id: Alert.ID
  /// Who sent it, as an identifier.
  public var sender: String
  /// When it was sent, in Asia/Shanghai.
  public var sent: Moment
  /// Whether it is in earnest.
  public var status: AlertMessage.Status
  /// What it does to earlier messages.
  public var purpose: AlertMessage.Purpose
  /// The earlier messages that it changes, ends or answers.
  public var references: [Reference]
  /// A remark, which stands for the headline where there is no information; empty if there is none.
  public var note: String
  /// In the order of the file; none in many a cancellation.
  public var infos: [Info]

  /// A message as read.
  public init(
    id: Alert.ID, sender: String, sent: Moment, status: AlertMessage.Status,
    purpose: AlertMessage.Purpose, references: [Reference] = [], note: String = "",
    infos: [Info]
  ) {
    self.id = id
    self.sender = sender
    self.sent = sent
    self.status = status
    self.purpose = purpose
    self.references = references
    self.note = note
    self.infos = infos
  }

  /// What it says to an office in these regions: of the blocks that cover it the one with the highest
  /// colour, in Chinese where it can be had.
  ///
  /// - Parameters:
  ///   - name: Its name in the ledger.
  ///   - regions: The names of the office's area; where none is entered, every area is its own.
  func message(
    named name: Alert.ID, for regions: [String], recorded: Day
  ) -> AlertMessage {
    let names = RegionNames(regions)
    let near = infos.filter { names.cover($0.areas) }
    let info = Self.preferred(near.isEmpty ? infos : near)
    let lifts = purpose != .cancel && info?.lifts ?? false
    let hasGrade = purpose != .cancel && !lifts
    return AlertMessage(
      id: name, identifier: id.rawValue, sender: sender, status: status, purpose: purpose,
      references: references.map(\.identifier), referenceSenders: references.map(\.sender),
      kind: info?.kind, colour: hasGrade ? info?.colour : nil,
      level: hasGrade ? info?.level : nil, issuer: info?.issuer ?? "",
      headline: info?.headline ?? note, areas: info?.areas ?? [], issued: sent,
      expires: info?.expires, isElsewhere: !infos.isEmpty && near.isEmpty,
      lifts: lifts, recorded: recorded)
  }

  private static func preferred(_ infos: [Info]) -> Info? {
    func rank(_ info: Info) -> Int {
      let colour = info.colour.flatMap(Alert.Colour.allCases.firstIndex) ?? -1
      return 2 * colour + (info.language.lowercased().hasPrefix("zh") ? 1 : 0)
    }
    return infos.enumerated().max {
      (rank($0.element), -$0.offset) < (rank($1.element), -$1.offset)
    }?
    .element
  }
}
