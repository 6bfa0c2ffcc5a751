import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let assets = [
    Scene("assets-none") { try $0.openByName(.assets) },
    Scene("assets") { desk in
      try desk.keepAssets()
      try desk.openByName(.assets)
    },
    Scene("asset-menu") { desk in
      try desk.keepAssets()
      try desk.openByName(.assets)
      try desk.type("⏎")
    },
    Scene("asset-add") { desk in
      try desk.openByName(.assets)
      try desk.type("n" + desk.office("网", "web"))
    },
    Scene("asset-weakness") { desk in
      try desk.keepAssets()
      try desk.openByName(.assets)
      try desk.type("⏎1" + desk.office("目录遍历", "Path traversal") + "⇥7.5")
    },
    Scene("asset-weakness-hazard") { desk in
      try desk.keepAssets()
      try desk.openByName(.assets)
      try desk.type("⏎4")
      try desk.type("d")
    },
    Scene("today-assets") { try $0.keepAssets() },
  ]
}

extension Desk {
  /// A website with two weaknesses whose support is over, a server without a post, a computer without a person.
  mutating func keepAssets() throws {
    let network = fold.bureau.places.first { $0.kind == .network }?.id
    let room = fold.bureau.places.first { $0.kind == .serverRoom }?.id
    let all: [Asset.Content] = [
      .init(
        sort: .website, name: office("单位门户网站", "Office website"),
        person: office.person(.rectifier), post: office("网站管理员", "Webmaster"), place: network,
        address: "www.example.test", system: "CentOS 7", supportEnd: Day(2024, 6, 30), level: 2),
      .init(
        sort: .server, name: office("文件服务器", "File server"), person: office.person(.head),
        place: room, address: "10.0.0.5", system: "Debian 12"),
      .init(sort: .computer, name: office("前台电脑", "Front desk PC"), place: room),
    ]
    try record(.asset(.add(all)), by: .inspector)
    let weaknesses: [(String, Weakness.Severity, String?)] = [
      (office("后台弱口令", "Weak password of the editor"), .high, nil),
      (
        office("OpenSSL 拒绝服务", "OpenSSL denial of service"), .critical, "CVE-2022-3602"
      ),
    ]
    try record(
      .asset(
        .reportWeaknesses(
          weaknesses.map { text, severity, id in
            WeaknessReport(
              text,
              Weakness(
                asset: "ZC2026-001", severity: severity, identifier: id,
                advice: id.map { _ in "3.0.7" }, proof: id.map { _ in "443" }), place: network)
          })), by: .inspector)
  }
}
