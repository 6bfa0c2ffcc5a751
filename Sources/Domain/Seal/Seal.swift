import Almanac

/// A month closed (月结): its summary stands in the journal as it was, and the paper carries a check code.
public struct Seal: Hashable, Sendable, Codable {
  /// The month that was closed.
  public var month: Month
  /// 1 for the first; each further one amends those before it, which stay.
  public var number: Int
  /// When it was sealed.
  public var at: Moment
  /// Who sealed it.
  public var by: Person.ID
  /// In whose place it was sealed (代理); nil where the person's own role sufficed.
  public var standsFor: Person.ID?
  /// Why it amends another, or was sealed though something spoke against it. Printed.
  public var reason: String?
  /// Whether it was sealed before its end or over open drafts.
  public var isForced: Bool
  /// The form of its paper: 2 tells how the figures are counted, 3 marks provisional dates on every page, 4
  /// also tells how rounds and rates are counted, 5 what walks found by category and place; nil before forms were
  /// told apart.
  public var form: Int?

  enum CodingKeys: String, CodingKey {
    case month
    case number
    case at
    case by
    case standsFor = "as"
    case reason
    case isForced = "forced"
    case form
  }

  /// The form in which months are printed and sealed now.
  public static let presentForm = 5

  /// The seal that an event records.
  public init(_ sealed: SealedMonth, _ stamp: Stamp) {
    month = sealed.summary.month
    number = sealed.number
    at = stamp.at
    by = stamp.actor
    standsFor = stamp.standsFor
    reason = sealed.reason
    isForced = sealed.isForced
    form = sealed.form
  }
}

/// What sealing writes: the summary's own data, so that it can be printed again as it was.
public struct SealedMonth: Hashable, Sendable, Codable {
  /// 1 for the month's first seal.
  public var number: Int
  /// Why it amends another, or was sealed though something spoke against it.
  public var reason: String?
  /// Whether it was sealed before its end or over open drafts.
  public var isForced: Bool
  /// The form of its paper, as ``Seal/form``.
  public var form: Int?
  /// The last line of each chain before it, those of other devices too.
  public var heads: [ChainHead]
  /// The figures, lists and names on the paper.
  public var summary: MonthlySummary
  /// The wording of the paper by language, as a template; nil for months sealed before it was kept.
  public var wording: [String: String]?

  enum CodingKeys: String, CodingKey {
    case number
    case reason
    case isForced = "forced"
    case form
    case heads
    case summary
    case wording
  }
}

/// The last line of a device's chain.
public struct ChainHead: Hashable, Sendable, Codable {
  /// The device: eight hexadecimal digits.
  public var device: String
  /// The line's number on that device.
  public var sequence: Int
  /// Its hash in lower-case hexadecimal digits.
  public var hash: String

  enum CodingKeys: String, CodingKey {
    case device
    case sequence = "seq"
    case hash
  }

  /// The head of a device's chain.
  public init(device: String, sequence: Int, hash: String) {
    self.device = device
    self.sequence = sequence
    self.hash = hash
  }
}

/// Which form of a month's summary is meant.
public enum MonthEdition: Hashable, Sendable {
  /// As last sealed; as it stands now where it is not sealed.
  case latest
  /// As it stands now, sealed or not.
  case live
  /// As one of its seals has it, counted from 1.
  case sealed(Int)
}
