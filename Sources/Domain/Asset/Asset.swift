import Almanac

/// A thing of the network that somebody answers for by name (网络资产): a website, a device, a server, a
/// computer, a system that runs on them.
public struct Asset: Hashable, Sendable, Codable, Identifiable {
  /// What it is.
  public enum Sort: String, Hashable, Sendable, Codable, CaseIterable {
    case website
    case network
    case server
    case computer
    case system
    case other

    /// As lists and papers call it.
    public var name: Bilingual {
      switch self {
      case .website: Bilingual(zh: "网站", en: "Website")
      case .network: Bilingual(zh: "网络设备", en: "Network device")
      case .server: Bilingual(zh: "服务器", en: "Server")
      case .computer: Bilingual(zh: "办公电脑", en: "Computer")
      case .system: Bilingual(zh: "业务系统", en: "System")
      case .other: Bilingual(zh: "其他", en: "Other")
      }
    }

    /// The sort of an id or a name in either language; nil for any other text.
    public init?(typed text: String) {
      guard
        let sort = Self.allCases.first(where: { $0.rawValue == text || $0.name.names(text) })
      else { return nil }
      self = sort
    }
  }

  /// What is known of it.
  public struct Content: Hashable, Sendable, Codable {
    /// What it is.
    public var sort: Sort
    /// Which one it is.
    public var name: String
    /// Who answers for it (责任人).
    public var person: Person.ID?
    /// The post in which that person answers for it (岗位; 专人专岗).
    public var post: String?
    /// The place on whose rounds it is patrolled.
    public var place: Place.ID?
    /// Its address or URL, by which scan results find it.
    public var address: String?
    /// Its operating system and version.
    public var system: String?
    /// The last day on which its maker mends what is found in it; nil where none is known.
    public var supportEnd: Day?
    /// The level of classified protection (等级保护, GB/T 22240-2020), from 1 to ``Asset/highestLevel``;
    /// nil where none is set.
    public var level: Int?
    /// What else is to be said of it.
    public var note: String?

    enum CodingKeys: String, CodingKey {
      case sort
      case name
      case person
      case post
      case place
      case address
      case system
      case supportEnd
      case level
      case note
    }

    /// A thing of a sort and a name, with what else is known.
    public init(
      sort: Sort, name: String, person: Person.ID? = nil, post: String? = nil,
      place: Place.ID? = nil, address: String? = nil, system: String? = nil,
      supportEnd: Day? = nil, level: Int? = nil, note: String? = nil
    ) {
      self.sort = sort
      self.name = name
      self.person = person
      self.post = post
      self.place = place
      self.address = address
      self.system = system
      self.supportEnd = supportEnd
      self.level = level
      self.note = note
    }
  }

  /// Its number, as `ZC2026-001`, by the year of recording.
  public let id: Identifier<Asset>
  /// What it is now.
  public var content: Content
  /// What was recorded at first.
  public var original: Content
  /// Who recorded it, and when.
  public var recorded: Hazard.Step
  /// Who retired it, and when; nil while it is in use.
  public var retired: Hazard.Step?
  /// Why it was retired.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case original
    case recorded
    case retired
    case reason
  }

  /// The highest level of classified protection (GB/T 22240-2020, 4.1).
  public static let highestLevel = 5

  /// Whether it is in use.
  public var stands: Bool { retired == nil }

  /// A level of classified protection in words; "not classified" for nil.
  public static func name(ofLevel level: Int?) -> Bilingual {
    guard let level else { return Bilingual(zh: "未定级", en: "not classified") }
    return Bilingual(zh: "第\(numerals[min(level, highestLevel)])级", en: "level \(level)")
  }

  private static let numerals = Bilingual(zh: "零一二三四五", en: "012345").zh.map(String.init)

  /// A level of classified protection as it is typed: `2`, `二级`, `第二级`, `未定级`, `none`.
  ///
  /// - Throws: ``AssetError/badLevel(_:)`` for anything else.
  public static func level(typed text: String) throws(AssetError) -> Int? {
    let text = trimmed(text).lowercased()
    if text.isEmpty || ["none", name(ofLevel: nil).zh, name(ofLevel: nil).en].contains(text) {
      return nil
    }
    for level in 1...highestLevel {
      let names = [name(ofLevel: level).zh, String(name(ofLevel: level).zh.dropFirst())]
      if (names + ["\(level)", name(ofLevel: level).en]).contains(text) { return level }
    }
    throw .badLevel(text)
  }
}

extension [Asset] {
  /// The one in use of a number, else the only one of a name, else the only one of an address; a host name in
  /// an address counts, whatever stands before and after it.
  ///
  /// - Returns: Nil for none, or where several fit alike.
  public func asset(named text: String) -> Asset? {
    let text = trimmed(text).lowercased()
    let kept = filter(\.stands)
    if let one = kept.first(where: { $0.id.rawValue.lowercased() == text }) { return one }
    let host = Asset.host(of: text)
    for fits in [
      { (asset: Asset) in asset.content.name.lowercased() == text },
      { (asset: Asset) in asset.content.address?.lowercased() == text },
      { (asset: Asset) in asset.content.address.map { Asset.host(of: $0) == host } ?? false },
    ] {
      let found = kept.filter(fits)
      if let one = found.first { return found.count == 1 ? one : nil }
    }
    return nil
  }
}

extension Asset {
  /// The host in an address: without scheme, path and port.
  static func host(of address: String) -> String {
    var rest = Substring(trimmed(address).lowercased())
    while let mark = rest.firstIndex(of: "/"), rest[mark...].hasPrefix("//") {
      rest = rest[rest.index(mark, offsetBy: 2)...]
    }
    let host = rest.prefix { $0 != "/" }
    // One colon stands before a port; an address of version 6 has more.
    return String(host.count { $0 == ":" } == 1 ? host.prefix { $0 != ":" } : host)
  }
}
