import Almanac

/// A rectification notice that is to be issued. May be refused.
public struct RectificationNoticeRequest: Hashable, Sendable {
  /// Where the number that the notice bears comes from.
  public enum Number: Hashable, Sendable {
    /// As the office numbers its notices: its own series, 安整〔2026〕3号, or none.
    case own
    /// Left blank, to be filled in from the office's document system.
    case blank
    /// Given by it already.
    case given(String)
  }

  /// The hazards, in the order of the notice.
  public var hazards: [Hazard.ID]
  /// To whom it goes; the section of the hazards when nil.
  public var section: Section.ID?
  /// What is demanded of each; made from each hazard's state when nil.
  public var demand: String?
  /// The number that it bears.
  public var number: Number
  /// Who signs it; the one who issues it when nil.
  public var signer: Person.ID?

  /// A notice about some hazards.
  public init(
    hazards: [Hazard.ID], section: Section.ID? = nil, demand: String? = nil,
    number: Number = .own, signer: Person.ID? = nil
  ) {
    self.hazards = hazards
    self.section = section
    self.demand = demand
    self.number = number
    self.signer = signer
  }
}

/// What may be asked to be done with a notice once it is issued. May be refused.
public enum RectificationNoticeCommand: Hashable, Sendable {
  /// Signed for on a day; that of the paper, or today, when nil.
  case receive(on: Day? = nil)
  /// What was done, by hazard; what is left out is taken from what was handed in about the hazard.
  case answer([Hazard.ID: String] = [:])
  case withdraw(reason: String)

  /// Which of the acts a command is.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case receive
    case answer
    case withdraw

    /// The act as menus and refusals call it.
    public var name: Bilingual {
      switch self {
      case .receive: Bilingual(zh: "签收", en: "receive")
      case .answer: Bilingual(zh: "回执", en: "answer")
      case .withdraw: Bilingual(zh: "撤回", en: "withdraw")
      }
    }

    /// The states from which it leads on.
    public var states: Set<RectificationNotice.State> {
      switch self {
      case .receive: [.issued]
      case .answer: [.received]
      case .withdraw: [.issued, .received]
      }
    }
  }

  /// Which act it asks for.
  public var kind: Kind {
    switch self {
    case .receive: .receive
    case .answer: .answer
    case .withdraw: .withdraw
    }
  }
}
