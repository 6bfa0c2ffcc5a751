import Foundation
import Testing

/// The folder of photographs at the command line.
struct DropFolderTests {
  private func run(
    _ line: String, _ office: Office, in home: Folder, as person: String = "zhang",
    language: String = "zh", _ environment: [String: String] = [:]
  ) throws -> Run {
    try xunjian(
      line.split(separator: " ").map(String.init), ledger: office.ledger, now: office.now,
      as: person, language: language,
      environment: ["HOME": home.path].merging(environment) { $1 })
  }

  /// Twelve files: three are for hazards of the ledger, one of them in full-width signs.
  private func fill(_ folder: Folder) throws {
    let good = try Data(contentsOf: PhotographTests.pictures.appending(path: "plain.jpg"))
    let other = try Data(contentsOf: PhotographTests.pictures.appending(path: "palette.png"))
    for (index, (name, data)) in [
      ("2026-001前.jpg", good), ("2026-001后.png", other), ("２０２６－００２前.jpg", good),
      ("2026-009前.jpg", good), ("2026-002后.jpg", Data("no picture".utf8)), ("IMG_1.jpg", good),
      (".2026-001前.jpg", good),
    ].enumerated() {
      let file = folder.url.appending(path: name)
      try data.write(to: file)
      let time = Date(timeIntervalSince1970: 1_795_000_000 + Double(index))
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "2026-001后.d"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/2026-002后.png", withDestinationPath: "2026-001后.png")
  }

  @Test func itProposesAndTakes() throws {
    let office = try Office()
    for _ in 0..<2 {
      let report = "hazard report --place 305 --text 插座松动 --category electrical"
      #expect(try office(report, as: "zhang").status == 0)
    }
    let (home, drop) = (try Folder(), try Folder())
    let none = try run("hazard photo --drop", office, in: home)
    #expect(none.status == 66 && none.trouble.contains(home.path + "/xunjian-photos"))
    #expect(try run("hazard photo --folder \(drop.path)", office, in: home).status == 0)
    #expect(try run("hazard photo --folder /nowhere", office, in: home).status == 66)
    try fill(drop)
    let listed = try run("hazard photo --drop --json", office, in: home).json().list
    #expect(
      listed.compactMap { $0["name"].string } == [
        "IMG_1.jpg", "2026-002后.jpg", "2026-009前.jpg", "２０２６－００２前.jpg", "2026-001后.png",
        "2026-001前.jpg",
      ])
    #expect(
      listed.compactMap { $0["outcome"].string }
        == ["idle", "refused", "refused", "ready", "ready", "ready"])
    #expect(listed[3]["hazard"].string == "2026-002" && listed[3]["role"].string == "before")
    #expect(try office("hazard photo 2026-001 --json").json()["photographs"].list.isEmpty)
    let one = try run("hazard photo 2026-002 --drop --yes", office, in: home)
    #expect(one.output.contains("已附上") && one.output.contains("内容不是 JPEG"), "\(one.output)")
    let taken = try run("hazard photo --drop --yes --json", office, in: home).json().list
    #expect(
      taken.compactMap { $0["outcome"].string }
        == ["idle", "refused", "refused", "there", "attached", "attached"])
    for (number, count) in [("2026-001", 2), ("2026-002", 1)] {
      let json = try office("hazard photo \(number) --json").json()
      #expect(json["photographs"].list.count == count)
    }
    #expect(try office("verify").status == 0)
    // The environment names another folder.
    let empty = try Folder()
    let named = try run(
      "hazard photo --drop --json", office, in: home, ["XUNJIAN_PHOTOS": empty.path])
    #expect(try named.json().list.isEmpty)
  }

  /// A name in GBK, as a camera's card or an old archive has it, is told of instead of left out in silence.
  @Test func aNameThatIsNoUTF8() throws {
    let office = try Office()
    let (home, drop) = (try Folder(), try Folder())
    try fill(drop)
    let named = drop.path.utf8CString.dropLast() + [0x2F, -68, -20, 0x2E, 0x6A, 0x70, 0x67, 0]
    let descriptor = open(Array(named), O_CREAT | O_WRONLY, 0o644)
    try #require(descriptor >= 0)
    close(descriptor)
    for (language, words) in [("zh", "另有 1 个文件"), ("en", "1 more file ")] {
      let listed = try run(
        "hazard photo --drop", office, in: home, language: language,
        ["XUNJIAN_PHOTOS": drop.path])
      #expect(listed.status == 0 && listed.trouble.contains(words), "\(listed)")
    }
  }

  /// Who may not attach is refused as a whole.
  @Test func anObserverTakesNothing() throws {
    let office = try Office()
    #expect(try office("hazard report --place 305 --text t", as: "zhang").status == 0)
    let (home, drop) = (try Folder(), try Folder())
    try fill(drop)
    let environment = ["XUNJIAN_PHOTOS": drop.path]
    let refused = try run("hazard photo --drop --yes", office, in: home, as: "wu", environment)
    #expect(refused.status == 77)
    let photographs = try office("hazard photo 2026-001 --json").json()["photographs"]
    #expect(photographs.list.isEmpty)
  }
}
