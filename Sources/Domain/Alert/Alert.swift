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

    /// The weather whose section of a checklist it uses where that has none of its own.
    var substitute: Kind? {
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

  /// Kind and minute of entry, as `typhoon-2026-08-01-0820`.
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
  /// When it was issued.
  public var issued: Moment
  /// When it was lifted (解除); nil while it is in force.
  public var lifted: Moment?
  /// The day on which it was entered.
  public var recorded: Day

  enum CodingKeys: String, CodingKey {
    case id
    case kind
    case colour
    case level
    case issuer
    case headline
    case issued
    case lifted
    case recorded
  }

  /// An alert with a colour, or a response with a level, as entered on a day.
  public init(
    id: Identifier<Alert>, kind: Kind, colour: Colour? = nil, level: String? = nil,
    issuer: String = "",
    headline: String = "", issued: Moment, lifted: Moment? = nil, recorded: Day
  ) {
    self.id = id
    self.kind = kind
    self.colour = colour
    self.level = level
    self.issuer = issuer
    self.headline = headline
    self.issued = issued
    self.lifted = lifted
    self.recorded = recorded
  }

  /// As `台风黄色预警`, or `应急响应Ⅲ级`.
  public var title: Bilingual {
    if let level {
      return Bilingual(
        zh: "\(kind == .response ? "" : kind.name.zh)应急响应\(level)级",
        en: "\(kind == .response ? "" : kind.name.en + " ")emergency response level \(level)")
    }
    let hue = colour?.name ?? Bilingual(verbatim: "")
    return Bilingual(
      zh: "\(kind.name.zh)\(hue.zh)预警",
      en: "\(kind.name.en)\(hue.en.isEmpty ? "" : " " + hue.en) alert")
  }
}

extension Alert {
  /// The id of an alert entered by hand: its kind and the minute of its entry.
  public static func newID(_ kind: Kind, at moment: Moment) -> ID {
    Identifier("\(kind.rawValue)-\(moment.day)-\(moment.hourAndMinute.filter { $0 != ":" })")
  }
}
