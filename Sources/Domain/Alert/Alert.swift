import Almanac

/// A weather alert (预警), or a response level (应急响应) ordered by the flood headquarters.
public struct Alert: Hashable, Sendable, Codable, Identifiable {
  /// What an alert warns of; `response` is a response level that names no weather.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case typhoon
    case rainstorm
    case heat
    case cold
    case lightning
    case gale
    case fog
    case flood
    case response
    case other

    /// The weather as titles and lists have it.
    public var name: Bilingual {
      switch self {
      case .typhoon: Bilingual(zh: "台风", en: "Typhoon")
      case .rainstorm: Bilingual(zh: "暴雨", en: "Rainstorm")
      case .heat: Bilingual(zh: "高温", en: "Heat")
      case .cold: Bilingual(zh: "寒冷", en: "Cold")
      case .lightning: Bilingual(zh: "雷电", en: "Lightning")
      case .gale: Bilingual(zh: "大风", en: "Gale")
      case .fog: Bilingual(zh: "大雾", en: "Fog")
      case .flood: Bilingual(zh: "洪水", en: "Flood")
      case .response: Bilingual(zh: "应急响应", en: "Emergency response")
      case .other: Bilingual(zh: "其他", en: "Other")
      }
    }

    /// The weather whose sections of a checklist are asked: its own, or another's where it has none.
    func asked(where hasSections: (Kind) -> Bool) -> Kind {
      hasSections(self) ? self : substitute ?? self
    }

    private var substitute: Kind? {
      switch self {
      case .gale, .response: .typhoon
      case .flood: .rainstorm
      case .typhoon, .rainstorm, .heat, .cold, .lightning, .fog, .other: nil
      }
    }
  }

  /// The province's colours; Guangdong has white for typhoons besides the four of the state.
  public enum Colour: String, Hashable, Sendable, Codable, CaseIterable {
    case white
    case blue
    case yellow
    case orange
    case red

    /// The hue as titles have it, without 预警.
    public var name: Bilingual {
      switch self {
      case .white: Bilingual(zh: "白色", en: "white")
      case .blue: Bilingual(zh: "蓝色", en: "blue")
      case .yellow: Bilingual(zh: "黄色", en: "yellow")
      case .orange: Bilingual(zh: "橙色", en: "orange")
      case .red: Bilingual(zh: "红色", en: "red")
      }
    }
  }

  /// A grade that it took at a time.
  public struct Step: Hashable, Sendable {
    /// The colour or level, as plans name it; empty where there is none.
    public var grade: String
    /// When the message that brought it was sent.
    public var from: Moment

    init(_ message: AlertMessage) {
      grade = message.colour?.rawValue ?? message.level ?? ""
      from = message.issued
    }

    init(grade: String, from: Moment) {
      self.grade = grade
      self.from = from
    }
  }

  /// The identifier of its first message; by hand, kind and minute of entry, as
  /// `typhoon-2026-08-01-0820`. Its rounds are named by it, whatever later messages say.
  public let id: Identifier<Alert>
  /// The weather, which picks the section of the checklist that is asked.
  public var kind: Kind
  /// Its colour; nil for a response level.
  public var colour: Colour?
  /// The response level, `I` to `IV`; nil for a coloured alert.
  public var level: String?
  /// Who issued it, such as a weather office; empty if not entered.
  public var issuer: String
  /// The alert's own words, kept as received.
  public var headline: String
  /// When it was first issued for the office's area.
  public var issued: Moment
  /// When it ceases to count by itself; nil where only lifting ends it.
  public var expires: Moment?
  /// When it was lifted (解除), by a message or by hand; nil if it was not.
  public var lifted: Moment?
  /// The day on which it was entered.
  public var recorded: Day
  /// When it expired, seen from the moment for which it was looked up (``asOf(_:)``); nil while it counts.
  public private(set) var expired: Moment?
  /// The message that decides at present, derived by ``AlertLog``; its own for one just opened.
  public var message: Identifier<Alert>
  /// The grades it took, oldest first, derived by ``AlertLog``; one for one just opened.
  public var steps: [Step]

  enum CodingKeys: String, CodingKey {
    case id
    case kind
    case colour
    case level
    case issuer
    case headline
    case issued
    case expires
    case lifted
    case recorded
  }

  /// An alert with a colour, or a response with a level, as entered on a day.
  public init(
    id: Identifier<Alert>, kind: Kind, colour: Colour? = nil, level: String? = nil,
    issuer: String = "",
    headline: String = "", issued: Moment, expires: Moment? = nil, lifted: Moment? = nil,
    recorded: Day
  ) {
    self.id = id
    self.kind = kind
    self.colour = colour
    self.level = level
    self.issuer = issuer
    self.headline = headline
    self.issued = issued
    self.expires = expires
    self.lifted = lifted
    self.recorded = recorded
    message = id
    steps = [Step(grade: colour?.rawValue ?? level ?? "", from: issued)]
  }

  /// Reads an alert as it was opened.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(ID.self, forKey: .id),
      kind: try fields.decode(Kind.self, forKey: .kind),
      colour: try fields.decodeIfPresent(Colour.self, forKey: .colour),
      level: try fields.decodeIfPresent(String.self, forKey: .level),
      issuer: try fields.decode(String.self, forKey: .issuer),
      headline: try fields.decode(String.self, forKey: .headline),
      issued: try fields.decode(Moment.self, forKey: .issued),
      expires: try fields.decodeIfPresent(Moment.self, forKey: .expires),
      lifted: try fields.decodeIfPresent(Moment.self, forKey: .lifted),
      recorded: try fields.decode(Day.self, forKey: .recorded))
  }

  /// When it ended, by being lifted or by expiring, whichever came first; nil while it is in force.
  public var ended: Moment? { [lifted, expired].compactMap { $0 }.min() }
  /// Whether it counts, at the moment for which it was looked up.
  public var isInForce: Bool { ended == nil }

  /// The alert as it stands at a moment: nobody need act for it to expire.
  public func asOf(_ now: Moment) -> Alert {
    var alert = self
    alert.expired = expires.flatMap { $0 <= now ? $0 : nil }
    return alert
  }

  /// As `台风黄色预警`, or `应急响应Ⅲ级`.
  public var title: Bilingual { Self.title(kind, colour, level) }

  static func title(_ kind: Kind, _ colour: Colour?, _ level: String?) -> Bilingual {
    if let level {
      let own = kind == .response
      return Bilingual(
        zh: "\(own ? "" : kind.name.zh)应急响应\(level)级",
        en: "\(own ? "Emergency" : kind.name.en + " emergency") response level \(level)")
    }
    let hue = colour?.name ?? Bilingual(verbatim: "")
    return Bilingual(
      zh: "\(kind.name.zh)\(hue.zh)预警",
      en: "\(kind.name.en)\(hue.en.isEmpty ? "" : " " + hue.en) alert")
  }
}

extension Alert {
  /// Since when it counts and until when, as `09-23 20:30 起，至 09-24 20:30`.
  public var span: Bilingual { Self.span(issued, expires) }

  fileprivate static func span(_ issued: Moment, _ expires: Moment?) -> Bilingual {
    let since = short(issued)
    guard let expires else { return Bilingual(zh: "\(since) 起", en: "since \(since)") }
    let until = short(expires)
    return Bilingual(zh: "\(since) 起，至 \(until)", en: "since \(since), until \(until)")
  }

  private static func short(_ moment: Moment) -> String {
    "\(moment.day.monthAndDay) \(moment.hourAndMinute)"
  }
}

extension AlertMessage {
  /// As `台风黄色预警`; a cancellation without its weather is only called so.
  public var title: Bilingual { Alert.title(kind ?? .other, colour, level) }

  /// Since when it counts and until when, as an alert's.
  public var span: Bilingual { Alert.span(issued, expires) }

  /// As `【演练】台风黄色预警` for one that is not in earnest.
  public var markedTitle: Bilingual {
    guard let mark = status.mark else { return title }
    return Bilingual(zh: "【\(mark.zh)】\(title.zh)", en: "[\(mark.en)] \(title.en)")
  }
}
