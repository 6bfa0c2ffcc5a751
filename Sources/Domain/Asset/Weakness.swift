import Almanac

/// A weakness (漏洞) that a hazard is about: on which asset, how severe, and what is known of it.
public struct Weakness: Hashable, Sendable, Codable {
  /// How severe it is (GB/T 30279-2020, 《信息安全技术 网络安全漏洞分类分级指南》: 低危、中危、高危、超危).
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case low
    case medium
    case high
    case critical

    /// As lists and papers call it.
    public var name: Bilingual {
      switch self {
      case .low: Bilingual(zh: "低危", en: "low")
      case .medium: Bilingual(zh: "中危", en: "medium")
      case .high: Bilingual(zh: "高危", en: "high")
      case .critical: Bilingual(zh: "超危", en: "critical")
      }
    }

    /// The calendar days proposed for mending it; the standard grades and sets no time, so they are this
    /// program's own, and any deadline may be extended.
    public var days: Int {
      switch self {
      case .low: 90
      case .medium: 30
      case .high: 7
      case .critical: 3
      }
    }

    /// The severity of a word or a score as scanners write them: a score from 0 to 10 by the CVSS scale (CVSS
    /// v3.1 specification, section 5); nil for what only informs.
    ///
    /// - Throws: ``AssetError/noSuchSeverity(_:)``.
    public static func scanned(_ text: String) throws(AssetError) -> Self? {
      let word = trimmed(text).lowercased()
      if let score = Double(word) {
        switch score {
        case 0: return nil
        case 9...10: return .critical
        case 7..<9: return .high
        case 4..<7: return .medium
        case 0..<4: return .low
        default: throw .noSuchSeverity(text)
        }
      }
      if informing.contains(word) { return nil }
      guard let severity = allCases.first(where: { $0.words.contains(word) }) else {
        throw .noSuchSeverity(text)
      }
      return severity
    }

    /// What scanners call what only informs.
    private static let informing: Set<String> = [
      "none", "info", "information", "informational", "log", "debug", "false positive",
      Bilingual(zh: "信息", en: "").zh, Bilingual(zh: "提示", en: "").zh,
      Bilingual(zh: "安全", en: "").zh, Bilingual(zh: "无", en: "").zh,
    ]

    /// What scanners call it.
    private var words: Set<String> {
      let names: Bilingual =
        switch self {
        case .low: Bilingual(zh: "低危 低 低风险 低级", en: "low minor")
        case .medium: Bilingual(zh: "中危 中 中风险 中级", en: "medium moderate warning")
        case .high: Bilingual(zh: "高危 高 高风险 高级", en: "high important")
        case .critical: Bilingual(zh: "超危 严重 紧急 极高 危急", en: "critical")
        }
      return Set((names.zh + " " + names.en).split(separator: " ").map(String.init))
    }

    /// Whether one is less severe.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The asset on which it was found; nil for a host that is out of the register.
  public var asset: Asset.ID?
  /// The host as the finder named it.
  public var host: String?
  /// How severe it is.
  public var severity: Severity
  /// Its name elsewhere, as `CVE-2021-44228` or `CNVD-2021-95914`, or the scanner's own.
  public var identifier: String?
  /// The version in which it was found.
  public var version: String?
  /// What the finder advises, as a version that mends it.
  public var advice: String?
  /// By what it was seen: a port, what the scanner was answered.
  public var proof: String?

  enum CodingKeys: String, CodingKey {
    case asset
    case host
    case severity
    case identifier
    case version
    case advice
    case proof
  }

  /// A weakness of an asset or a host; the rest if known.
  public init(
    asset: Asset.ID?, host: String? = nil, severity: Severity, identifier: String? = nil,
    version: String? = nil,
    advice: String? = nil, proof: String? = nil
  ) {
    self.asset = asset
    self.host = host
    self.severity = severity
    self.identifier = identifier
    self.version = version
    self.advice = advice
    self.proof = proof
  }

  /// Whether another one is the same: of one asset, by its name elsewhere or by the words for it.
  func isSame(as other: Weakness, _ words: String, _ otherWords: String) -> Bool {
    let isNamedAlike =
      identifier != nil && identifier?.lowercased() == other.identifier?.lowercased()
    let isHere = asset == other.asset && (asset != nil || host == other.host)
    return isHere && (isNamedAlike || words == otherWords)
  }
}

/// What was done against a weakness: the version that mends it, and what proves it.
public struct Patch: Hashable, Sendable, Codable {
  /// The version that is installed now, or the patch by its number (修复版本).
  public var version: String
  /// What proves it: a second scan, a ticket, a photograph's name.
  public var proof: String?

  enum CodingKeys: String, CodingKey {
    case version
    case proof
  }

  /// A patch from its version and what proves it.
  public init(version: String, proof: String? = nil) {
    self.version = version
    self.proof = proof
  }
}

/// A weakness that is to be registered as a hazard.
public struct WeaknessReport: Hashable, Sendable {
  /// What is wrong, in the finder's words.
  public var text: String
  /// What is known of it.
  public var weakness: Weakness
  /// Where it is registered; the asset's own place when nil.
  public var place: Place.ID?
  /// The document it came with, as the scan's file and date.
  public var source: String?

  /// A report in words.
  public init(
    _ text: String, _ weakness: Weakness, place: Place.ID? = nil, source: String? = nil
  ) {
    self.text = text
    self.weakness = weakness
    self.place = place
    self.source = source
  }
}

extension WeaknessReport {
  /// The hazard as which it is registered: found by a check of the office's own, to be mended within the days
  /// of its severity, on a working day.
  ///
  /// - Throws: ``AssetError`` where the asset is unknown or belongs to no place, or ``WordingError``.
  func hazard(_ assets: [Asset], _ bureau: Bureau, on today: Day) throws -> HazardReport {
    let asset = assets.first { $0.id == weakness.asset && $0.stands }
    if let id = weakness.asset, asset == nil { throw AssetError.noSuchAsset(id.rawValue) }
    let name = asset?.content.name ?? weakness.host ?? ""
    guard let id = place ?? asset?.content.place, let place = bureau.place(id) else {
      throw AssetError.placeMissing(name)
    }
    var known = weakness
    known.host = try worded(weakness.host)
    known.identifier = try worded(weakness.identifier)
    known.version = try worded(weakness.version)
    known.advice = try worded(weakness.advice)
    known.proof = try worded(weakness.proof)
    let last = today + known.severity.days
    var report = HazardReport(
      place: place.id, spot: name, section: place.section, text: text,
      category: .network, sourceDocument: try worded(source),
      deadline: bureau.calendar.lastWorkday(onOrBefore: last, notBefore: today) ?? last)
    report.weakness = known
    return report
  }
}

extension [WeaknessReport] {
  /// Returns the lines that register them; what is open already with the same name on the same asset is
  /// passed over, and so is what stands in them twice.
  ///
  /// - Throws: ``AssetError``, ``HazardError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.reportHazard) else { throw NotPermitted(.reportHazard) }
    let (bureau, assets) = (try records.bureau, try records.assets())
    var situation = situation
    var known: [Place.ID: [HazardReport]] = [:]
    var lines: [Happening] = []
    for wanted in self {
      let report = try wanted.hazard(assets, bureau, on: situation.today)
      let place = report.place
      if known[place] == nil {
        known[place] = try records.openHazards(at: place).map(\.report)
      }
      let (id, event) = try report.decide(in: situation)
      guard case .reported(let made) = event, let weakness = made.weakness,
        !(known[place] ?? []).contains(where: { other in
          other.weakness.map { weakness.isSame(as: $0, made.text, other.text) } ?? false
        })
      else { continue }
      known[place, default: []].append(made)
      situation.numbering.hazard += 1
      lines.append(Happening(.hazard(id), .hazard(event)))
    }
    return lines
  }
}
