import Foundation
import Testing

/// Photographs at the command line: from a file to the ledger, to verify, to a backup and back.
struct PhotographTests {
  static let pictures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "IntakeTests/Fixtures/images")

  static func picture(_ name: String) -> String { pictures.appending(path: name).path }

  /// An office with a hazard assigned to Liu.
  private func office() throws -> Office {
    let office = try Office()
    let report = "hazard report --place 305 --text 插座松动 --category electrical"
    #expect(try office(report, as: "zhang").status == 0)
    let assign = "hazard assign 2026-001 --to liu --deadline +3"
    let assigned = try office(assign, as: "li")
    #expect(assigned.status == 0, "\(assigned.trouble)")
    return office
  }

  @Test func fromFindingToHandingIn() throws {
    let office = try Office()
    let (before, after) = (Self.picture("phone.jpg"), Self.picture("screen.png"))
    let report = "hazard report --place 305 --text 插座松动 --category electrical --photo \(before)"
    let made = try office("\(report) --json", as: "zhang")
    #expect(made.status == 0, "\(made.trouble)")
    #expect(try made.json()["number"].string == "2026-001")
    #expect(try office("hazard assign 2026-001 --to liu --deadline +3", as: "li").status == 0)
    let submitted = try office(
      "hazard submit 2026-001 --measures 已更换 --photo \(after) --photo \(Self.picture("plain.jpg"))",
      as: "liu")
    #expect(submitted.status == 0, "\(submitted.trouble)")
    let photographs = try office("hazard photo 2026-001 --json").json()["photographs"].list
    #expect(photographs.compactMap { $0["role"].string } == ["before", "after", "after"])
    #expect(
      photographs.compactMap { $0["name"].string } == ["phone.jpg", "screen.png", "plain.jpg"])
    #expect(photographs.compactMap { $0["kind"].string } == ["jpeg", "png", "jpeg"])
    #expect(photographs[0]["taken"].string == "2026-11-20" && photographs[2]["taken"].isNull)
    #expect(photographs.compactMap { $0["person"].string } == ["zhang", "liu", "liu"])
    #expect(photographs.allSatisfy { $0["state"].string == "sound" })
    for photograph in photographs {
      let path = try #require(photograph["path"].string)
      let sum = try shell("sha256sum < '\(path)'").split(separator: " ").first.map(String.init)
      #expect(sum == photograph["checksum"].string)
      #expect(try Data(contentsOf: URL(filePath: path)).count == photograph["size"].int)
      #expect(try !shell("cat '\(path)'; true").contains("23.1201"))
    }
    let shown = try office("hazard show 2026-001 --json").json()
    #expect(shown["photographs"].list.count == 3)
    #expect(
      shown["timeline"].list.compactMap { $0["act"].string }.count { $0 == "photographed" } == 3)
    #expect(try office("verify").status == 0)
  }

  /// A walk without a screen takes photographs of its findings, in the same act.
  @Test func withAWalk() throws {
    let office = try Office()
    let (one, two) = (Self.picture("phone.jpg"), Self.picture("screen.png"))
    let walk = "inspect 301 --round monthly/2026-11 --pass all --failed 2:松动,4 --sign"
    for (more, status, says) in [
      ("--photo 3=\(one)", 65, "第3项没有发现问题，不能附照片"),
      ("--photo 99=\(one)", 65, "没有第99项"),
      ("--photo 2=\(Self.picture("phone.heic"))", 65, "是 HEIC 照片"),
      ("--photo 2=/nowhere.jpg", 66, "/nowhere.jpg"),
    ] as [(String, Int32, String)] {
      let run = try office("\(walk) \(more)", as: "zhang")
      #expect(run.status == status && run.trouble.contains(says), "\(more): \(run)")
    }
    let run = try office(
      "\(walk) --photo 2=\(one) --photo 2=\(two) --photo 4=\(one) --json", as: "zhang")
    #expect(run.status == 0, "\(run.trouble)")
    let hazards = try run.json()["hazards"].strings
    let names = try hazards.map { number in
      try office("hazard photo \(number) --json").json()["photographs"].list
        .compactMap { $0["name"].string }
    }
    #expect(names == [["phone.jpg", "screen.png"], ["phone.jpg"]])
    let timeline = try office("hazard show \(hazards[0]) --json").json()["timeline"].list
    #expect(
      timeline.compactMap { $0["act"].string } == ["reported", "photographed", "photographed"])
    #expect(try office("verify").status == 0)
  }

  struct Case: Sendable {
    var line: String
    var person = "zhang"
    var status: Int32 = 65
    var says: String
  }

  /// Nothing is written: neither lines nor files.
  @Test func refusals() throws {
    let office = try office()
    let head = try office("verify --json").json()["head"].string
    let folder = try Folder()
    let big = try folder.file("big.jpg")
    try Data(count: 21 << 20).write(to: big)
    let whole = try Data(contentsOf: Self.pictures.appending(path: "plain.jpg"))
    try whole.prefix(300).write(to: folder.url.appending(path: "cut.jpg"))
    try whole.write(to: folder.url.appending(path: "really.png"))
    _ = try shell("mkfifo '\(folder.path)/pipe.jpg'")
    let empty = try folder.file("empty.jpg").path
    let text = try folder.file("text.jpg", holding: "2026-001").path
    let good = Self.picture("plain.jpg")
    for row in [
      Case(line: "--before \(empty)", says: "“empty.jpg”：是空文件"),
      Case(line: "--before \(text)", says: "“text.jpg”：内容不是 JPEG 或 PNG"),
      Case(line: "--before \(folder.path)/cut.jpg", says: "文件不完整"),
      Case(line: "--before \(big.path)", says: "照片至多 20 MB"),
      Case(line: "--before \(Self.picture("phone.heic"))", says: "heif-convert"),
      Case(line: "--before \(folder.path)", status: 66, says: "是文件夹"),
      Case(line: "--before \(folder.path)/none.jpg", status: 66, says: "没有文件"),
      Case(line: "--before \(folder.path)/pipe.jpg", status: 66, says: "不是普通文件"),
      Case(line: "--before /dev/zero", status: 66, says: "不是普通文件"),
      Case(line: "--before \(good)", person: "wu", status: 77, says: "照片由发现人、整改责任人"),
      Case(line: "--before \(good) \(good)", says: "已经附在这条隐患上"),
      Case(line: "--before \(good) --after \(empty)", says: "是空文件"),
      Case(line: "--open", status: 0, says: "没有照片"),
    ] {
      let run = try office("hazard photo 2026-001 \(row.line)", as: row.person)
      #expect(run.status == row.status, "\(row.line): \(run.trouble)")
      #expect((run.trouble + run.output).contains(row.says), "\(row.line): \(run.trouble)")
    }
    #expect(try office("hazard photo 2026-009").status == 65)
    #expect(try office("hazard photo").status == 64)
    #expect(try office("verify --json").json()["head"].string == head)
    #expect(!FileManager.default.fileExists(atPath: office.ledger + ".photos"))
    // A wrong name is no fault: the content counts, and a link leads to it.
    let link = folder.path + "/link.jpg"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/really.png")
    let run = try office(
      "hazard photo 2026-001 --before \(link) --json", as: "zhang")
    #expect(try run.json()["photographs"][0]["kind"].string == "jpeg", "\(run.trouble)")
  }

  @Test func afterClosingNoMore() throws {
    let office = try office()
    #expect(try office("hazard withdraw 2026-001 --reason 重复登记", as: "li").status == 0)
    let run = try office(
      "hazard photo 2026-001 --after \(Self.picture("plain.jpg"))", as: "zhang", language: "en")
    #expect(run.status == 65 && run.trouble.contains("can no longer be changed"), "\(run.trouble)")
  }

  /// Where there is no desktop the path is said; where there is one, a copy is opened.
  @Test func openedOnTheDesktop() throws {
    let office = try office()
    let attach = "hazard photo 2026-001 --before \(Self.picture("plain.jpg"))"
    #expect(try office(attach, as: "zhang").status == 0)
    let run = try office("hazard photo 2026-001 --open", language: "en")
    #expect(run.status == 64)
    #expect(
      run.trouble.contains(
        "There is no desktop here to show it; the file is \(office.ledger).photos/"))
    let bin = try Folder()
    let log = bin.path + "/opened"
    let opener = try bin.file("xdg-open", holding: "#!/bin/sh\necho \"$1\" >> '\(log)'\n")
    #expect(chmod(opener.path, 0o755) == 0)
    let shown = try xunjian(
      ["hazard", "photo", "2026-001", "--open"], ledger: office.ledger, now: office.now,
      environment: ["PATH": bin.path + ":/usr/bin:/bin", "DISPLAY": ":9", "TMPDIR": bin.path])
    #expect(shown.status == 0, "\(shown.trouble)")
    let opened = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(opened.count == 1 && !opened[0].contains(".photos/"))
    #expect(
      try Data(contentsOf: URL(filePath: String(opened[0])))
        == Data(contentsOf: Self.pictures.appending(path: "plain.jpg")))
  }

  /// One byte of a photograph: verify names hazard and file, and a backup of before brings it back.
  @Test func aSwappedPhotographIsFound() throws {
    let office = try office()
    let attach = "hazard photo 2026-001 --before \(Self.picture("plain.jpg")) --json"
    let attached = try office(attach, as: "zhang").json()["photographs"][0]
    let path = try #require(attached["path"].string)
    let backup = try office("backup --json").json()
    #expect(backup["photographs"].int == 1 && backup["lacking"].int == 0)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: Self.picture("grey.jpg"), toPath: path)
    let found = try office("verify", language: "en")
    #expect(found.status == 1)
    #expect(
      found.output.contains("hazard 2026-001: its photograph “plain.jpg” is not as it was attached")
    )
    let problems = try office("verify --json").json()["problems"].list
    #expect(problems.count == 1 && problems[0]["line"].int != nil)
    #expect(try office("hazard photo 2026-001").output.contains("!! 与附上时不符"))
    office.now = "2026-11-23T09:30"
    let lacking = try office("backup", language: "en")
    #expect(lacking.status == 0)
    #expect(lacking.output.contains("1 photograph") && !lacking.output.contains("lacks"))
    let elsewhere = office.folder.path + "/again/ledger.sqlite"
    let restored = try xunjian(
      "restore", try #require(backup["path"].string), ledger: elsewhere, language: "en")
    #expect(restored.status == 0 && restored.output.contains(", 1 photograph)"))
    #expect(try xunjian("verify", ledger: elsewhere).status == 0)
  }

  private func shell(_ script: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
