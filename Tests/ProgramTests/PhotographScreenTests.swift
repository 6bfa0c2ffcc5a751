import Foundation
import TestSupport
import Testing

/// Photographs in a real terminal: from the folder onto the hazard, and what is refused.
@Suite(.serialized)
struct PhotographScreenTests {
  @Test func fromTheFolderOntoTheHazard() async throws {
    let office = try Office()
    let report = "hazard report --place 305 --text 插座松动 --category electrical"
    #expect(try office(report, as: "zhang").status == 0)
    let drop = try Folder()
    for (name, picture) in [("2026-001前.jpg", "phone.jpg"), ("IMG_2.HEIC", "phone.heic")] {
      try FileManager.default.copyItem(
        atPath: PhotographTests.picture(picture), toPath: drop.path + "/" + name)
    }
    let tmux = try Tmux(shell: "env LANG=zh_CN.UTF-8 XUNJIAN_PHOTOS='\(drop.path)' bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }
    tmux.type(
      "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as zhang", "Enter")
    #expect(await shows("示例区统计局"))
    tmux.type("F4")
    #expect(await shows("2026-001"))
    tmux.type("o")
    #expect(await shows("1 2026-001前.jpg"))
    #expect(await shows("-> 整改前"))
    tmux.type("2")
    #expect(await shows("是 HEIC 照片"))
    tmux.type("1")
    #expect(await shows("2026-001 已附照片"))
    #expect(await shows("[整改前] 2026-001前.jpg"))
    tmux.type("g", "Enter")
    #expect(await shows("这里没有桌面"))
    tmux.type("Escape", "q", "1")
    office.now = "2026-11-23T09:30"
    let photographs = try office("hazard photo 2026-001 --json").json()["photographs"].list
    #expect(photographs.count == 1 && photographs[0]["state"].string == "sound")
    #expect(photographs[0]["taken"].string == "2026-11-20")
    #expect(try office("verify").status == 0)
  }

  /// Chosen while the room is ticked; one that is gone when it is signed is named, and the rest stands.
  @Test func chosenWhileTicking() async throws {
    let office = try Office()
    let drop = try Folder()
    for name in ["1.jpg", "2.jpg"] {
      try FileManager.default.copyItem(
        atPath: PhotographTests.picture("phone.jpg"), toPath: drop.path + "/" + name)
    }
    let tmux = try Tmux(shell: "env LANG=zh_CN.UTF-8 XUNJIAN_PHOTOS='\(drop.path)' bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }
    tmux.type(
      "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as zhang "
        + "inspect 301 --round monthly/2026-11", "Enter")
    #expect(await shows("301"))
    tmux.type("2", "1", "F7")
    #expect(await shows("2 [ ]"))
    tmux.type("1", "2")
    #expect(await shows("2 [v]"))
    tmux.type("Enter", "Up")
    #expect(await shows("照片2"))
    try FileManager.default.removeItem(atPath: drop.path + "/2.jpg")
    tmux.type("9", "9", "Enter")
    #expect(await shows("已签名，没附上照片 2.jpg"))
    tmux.type("Escape", "q", "1")
    office.now = "2026-11-23T09:30"
    let photographs = try office("hazard photo 2026-001 --json").json()["photographs"].list
    #expect(photographs.map { $0["name"].string } == ["1.jpg"])
    #expect(try office("verify").status == 0)
  }
}
