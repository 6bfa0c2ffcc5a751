import Almanac
import Domain

/// The network of the demonstration: its assets, one without a person and one no longer supported, and what
/// two scans found in them.
extension History {
  /// The assets, entered early on.
  mutating func planNetwork(from first: Day) {
    let day = hours.calendar.workday(4, after: first)
    let contents = DemoNetwork.assets.compactMap { planned -> Asset.Content? in
      guard let place = bureau.places.first(where: { $0.kind == planned.place }) else { return nil }
      return Asset.Content(
        sort: planned.sort, name: planned.name[language],
        person: planned.isNamed ? place.keyPerson ?? staff.administrator : nil,
        post: planned.isNamed ? DemoNetwork.post[language] : nil, place: place.id,
        address: planned.address, system: planned.system, supportEnd: planned.supportEnd,
        level: planned.level)
    }
    guard !contents.isEmpty, day < now.day else { return }
    put(.asset(.add(contents)), at: Moment(day, hour: 10, minute: 40))
  }

  /// Means to register what the scans find in an asset.
  mutating func meanToScan(_ asset: Asset.Content, _ id: Asset.ID, at moment: Moment) {
    for (index, planned) in DemoNetwork.weaknesses.enumerated()
    where asset.name == DemoNetwork.assets[planned.asset].name[language] {
      let day = hours.calendar.firstWorkday(onOrAfter: now.day - planned.daysAgo)
      guard day > moment.day, day < now.day else { continue }
      let weakness = Weakness(
        asset: id, severity: planned.severity, identifier: planned.identifier,
        version: planned.version, advice: planned.advice[language])
      let report = WeaknessReport(
        planned.text[language], weakness, source: DemoNetwork.scan[language] + " \(day)")
      put(.asset(.reportWeaknesses([report])), at: Moment(day, hour: 15, minute: 40 + index))
    }
  }

  /// What mends a weakness; nil for a hazard that is none.
  func patch(of hazard: Hazard) -> Patch? {
    guard hazard.report.weakness != nil else { return nil }
    let planned = DemoNetwork.weaknesses.first { $0.text[language] == hazard.report.text }
    return planned.map { Patch(version: $0.patched[language], proof: DemoNetwork.again[language]) }
  }
}

/// What is in the demonstration's register of assets, and what is wrong with it.
enum DemoNetwork {
  struct PlannedAsset: Sendable {
    var sort: Asset.Sort
    var name: Bilingual
    var place: PlaceKind
    var address: String?
    var system: String?
    var supportEnd: Day?
    var level: Int?
    /// Whether somebody answers for it by name.
    var isNamed = true
  }

  struct PlannedWeakness: Sendable {
    /// Its place in ``DemoNetwork/assets``.
    var asset: Int
    /// Days from its being found to the present.
    var daysAgo: Int
    var text: Bilingual
    var severity: Weakness.Severity
    var identifier: String?
    var version: String?
    var advice: Bilingual
    var patched: Bilingual
  }

  static let post = Bilingual(zh: "网络安全员", en: "Network security officer")
  static let scan = Bilingual(zh: "网络安全检测报告", en: "Network scan report")
  static let again = Bilingual(zh: "复测未再发现", en: "Not found by a second scan")

  /// Windows 7 has had no support since 14 January 2020 (Microsoft's lifecycle of the product).
  static let assets = [
    PlannedAsset(
      sort: .website, name: Bilingual(zh: "单位网站", en: "Website of the office"), place: .network,
      address: "https://tjj.example", system: nil, level: 2),
    PlannedAsset(
      sort: .server, name: Bilingual(zh: "统计数据服务器", en: "Server for statistics"),
      place: .serverRoom, address: "10.20.0.11", system: "Debian 12", level: 2),
    PlannedAsset(
      sort: .network, name: Bilingual(zh: "核心交换机", en: "Core switch"), place: .serverRoom,
      address: "10.20.0.1"),
    PlannedAsset(
      sort: .computer, name: Bilingual(zh: "扫描仪配套电脑", en: "Computer of the scanner"),
      place: .archiveRoom, address: "10.20.0.35", system: "Windows 7",
      supportEnd: Day(2020, 1, 14)),
    PlannedAsset(
      sort: .system, name: Bilingual(zh: "普查数据采集系统", en: "Census data system"),
      place: .serverRoom, address: "10.20.0.12", isNamed: false),
  ]

  static let weaknesses = [
    PlannedWeakness(
      asset: 1, daysAgo: 83,
      text: Bilingual(zh: "OpenSSH 远程代码执行漏洞", en: "Remote code execution in OpenSSH"),
      severity: .high, identifier: "CVE-2024-6387", version: "9.2p1",
      advice: Bilingual(zh: "升级到 9.8p1 及以上", en: "Upgrade to 9.8p1 or later"),
      patched: Bilingual(verbatim: "9.8p1")),
    PlannedWeakness(
      asset: 0, daysAgo: 82,
      text: Bilingual(zh: "Cookie 未设置 Secure 属性", en: "Cookie without the Secure attribute"),
      severity: .low, identifier: nil, version: nil,
      advice: Bilingual(zh: "为全部 Cookie 设置 Secure", en: "Set Secure on all cookies"),
      patched: Bilingual(zh: "已设置", en: "set")),
    PlannedWeakness(
      asset: 3, daysAgo: 5,
      text: Bilingual(zh: "SMBv1 协议未关闭", en: "SMBv1 not switched off"), severity: .high,
      identifier: "CVE-2017-0144", version: nil,
      advice: Bilingual(zh: "停用 SMBv1，更换系统", en: "Switch SMBv1 off, replace the system"),
      patched: Bilingual(zh: "已停用", en: "switched off")),
  ]
}
