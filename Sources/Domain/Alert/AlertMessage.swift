import Almanac

/// One message about an alert: as an agency sent it in the Common Alerting Protocol (CAP 1.2, OASIS), or as
/// a person entered it by hand.
///
/// What became of it is never stored: ``AlertLog`` derives that from all messages, so that the order in
/// which they arrive makes no difference.
public struct AlertMessage: Hashable, Sendable, Codable, Identifiable {
  /// Whether it is in earnest (CAP `status`).
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case actual = "Actual"
    case exercise = "Exercise"
    case system = "System"
    case test = "Test"
    case draft = "Draft"

    /// What marks a message that is not in earnest; nil for one that is.
    public var mark: Bilingual? {
      switch self {
      case .actual: nil
      case .exercise: Bilingual(zh: "演练", en: "exercise")
      case .system: Bilingual(zh: "系统内部", en: "system")
      case .test: Bilingual(zh: "测试", en: "test")
      case .draft: Bilingual(zh: "草稿", en: "draft")
      }
    }
  }

  /// What it does to earlier messages (CAP `msgType`).
  public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
    case alert = "Alert"
    case update = "Update"
    case cancel = "Cancel"
    case acknowledgement = "Ack"
    case error = "Error"

    /// What an answer to another message is called; nil for what bears on alerts.
    var answerName: Bilingual? {
      switch self {
      case .alert, .update, .cancel: nil
      case .acknowledgement: Bilingual(zh: "回执", en: "acknowledgement")
      case .error: Bilingual(zh: "拒收回执", en: "rejection")
      }
    }
  }

  /// Its name in the ledger, unique among all messages: its identifier, unless another sender's message
  /// has that already.
  public let id: Identifier<Alert>
  /// The identifier that its sender gave it, where the ledger names it otherwise.
  private var ownIdentifier: String?
  /// The sender's identifier; empty where it was entered by hand.
  public var sender: String
  /// Only an actual message opens anything.
  public var status: Status
  /// Whether it opens an alert, changes one or ends one.
  public var purpose: Purpose
  /// The earlier messages that it changes or ends, by their identifiers.
  public var references: [Identifier<Alert>]
  /// Who sent each of them. Nil where they are known by their names in the ledger alone: by hand, and as
  /// written before senders were kept.
  public var referenceSenders: [String]?
  /// The weather; nil where a cancellation says no more than what it cancels.
  public var kind: Alert.Kind?
  /// Its colour; nil for a response level, a cancellation, or a colour not known.
  public var colour: Alert.Colour?
  /// The response level, `I` to `IV`; nil for a coloured alert.
  public var level: String?
  /// Who issued it; empty if not said.
  public var issuer: String
  /// Its own words, as received.
  public var headline: String
  /// The areas it covers, in its own words.
  public var areas: [String]
  /// When it was sent.
  public var issued: Moment
  /// When it ceases to count unless a later message says otherwise; nil if it says nothing of that.
  public var expires: Moment?
  /// Whether it covers only areas that are not this office's, by the names it had on the day of entry.
  public var isElsewhere: Bool
  /// Whether its words lift an alert though it is not sent as a cancellation.
  private var lifts: Bool?
  /// When it was lifted by hand; nil if it was not.
  public var lifted: Moment?
  /// The day on which it was entered.
  public var recorded: Day

  enum CodingKeys: String, CodingKey {
    case id
    case ownIdentifier = "identifier"
    case sender
    case status
    case purpose = "msgType"
    case references
    case referenceSenders = "senders"
    case kind
    case colour
    case level
    case issuer
    case headline
    case areas
    case issued
    case expires
    case isElsewhere = "elsewhere"
    case lifts
    case lifted
    case recorded
  }

  /// A message; in earnest, opening an alert here, unless said otherwise.
  public init(
    id: Identifier<Alert>, identifier: String? = nil, sender: String = "",
    status: Status = .actual, purpose: Purpose = .alert, references: [Identifier<Alert>] = [],
    referenceSenders: [String]? = nil, kind: Alert.Kind?,
    colour: Alert.Colour? = nil, level: String? = nil, issuer: String = "", headline: String = "",
    areas: [String] = [], issued: Moment, expires: Moment? = nil, isElsewhere: Bool = false,
    lifts: Bool = false, lifted: Moment? = nil, recorded: Day
  ) {
    self.id = id
    ownIdentifier = identifier == id.rawValue ? nil : identifier
    self.sender = sender
    self.status = status
    self.purpose = purpose
    self.references = references
    self.referenceSenders = referenceSenders
    self.kind = kind
    self.colour = colour
    self.level = level
    self.issuer = issuer
    self.headline = headline
    self.areas = areas
    self.issued = issued
    self.expires = expires
    self.isElsewhere = isElsewhere
    self.lifts = lifts ? true : nil
    self.lifted = lifted
    self.recorded = recorded
  }

  /// An alert opened by hand, as the message it would have been.
  public init(_ alert: Alert) {
    self.init(
      id: alert.id, kind: alert.kind, colour: alert.colour, level: alert.level,
      issuer: alert.issuer, headline: alert.headline, issued: alert.issued,
      expires: alert.expires, lifted: alert.lifted, recorded: alert.recorded)
  }

  /// The identifier that its sender gave it; its name in the ledger where it was entered by hand.
  public var identifier: String { ownIdentifier ?? id.rawValue }

  /// Folds one event. Total.
  public mutating func apply(_ event: AlertEvent) {
    switch event {
    case .opened, .received: break
    case .lifted(let moment): if lifted == nil { lifted = moment }
    }
  }

  /// Whether it bears on alerts at all: in earnest, and not an answer to another message.
  var bears: Bool {
    guard status == .actual else { return false }
    switch purpose {
    case .alert, .update, .cancel: return true
    case .acknowledgement, .error: return false
    }
  }

  /// Whether it is an exercise or a test of an alert: shown, and opening nothing.
  var isDrill: Bool {
    guard purpose.answerName == nil else { return false }
    switch status {
    case .exercise, .test: return true
    case .actual, .system, .draft: return false
    }
  }

  /// Whether it ends what it refers to: sent as a cancellation, or by its words (解除).
  public var ends: Bool { purpose == .cancel || lifts == true }

  /// Whether an alert begins with it. An update that names nothing it updates stands for its alert.
  var begins: Bool {
    bears && !ends && (purpose == .alert || (purpose == .update && references.isEmpty))
  }
}
