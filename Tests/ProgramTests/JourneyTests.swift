import Foundation
import TestSupport
import Testing

/// The whole job in a real terminal: a room ticked with one finding, the program killed and opened
/// again, the hazard followed to its closure, the month on paper.
@Suite(.serialized)
struct JourneyTests {
  @Test func theMainJobFromTheFirstTickToThePage() async throws {
    let office = try Office()
    let tmux = try Tmux(shell: "env LANG=zh_CN.UTF-8 bash --norc")
    defer { tmux.end() }
    func open(as person: String) async -> Bool {
      tmux.type(
        "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as \(person)",
        "Enter")
      return await eventually { tmux.rows.contains { $0.contains("示例区统计局") } }
    }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }

    // 301 of the monthly round: two passes, then a finding from the second phrase, behind the door.
    #expect(await open(as: "zhang"))
    tmux.type("/", "y", "j", "Enter")
    #expect(await shows("11月月检"))
    tmux.type("Enter")
    #expect(await shows("301"))
    tmux.type("/", "3", "0", "1", "Enter", "Enter")
    #expect(await shows("插座、插头无松动"))
    tmux.type("1")
    #expect(await shows("本间 1/14"))
    tmux.type("2")
    #expect(await shows("两个接线板串接使用"))
    tmux.type("2", "2", "Enter")
    #expect(await shows("本间 2/14"))
    tmux.type("1")
    #expect(await shows("本间 3/14"))

    // Killed in the middle of the room: everything is there and the cursor on the fourth item.
    _ = output(of: ["pkill", "-9", "-f", "xunjian --ledger \(office.ledger)"])
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })
    tmux.type("reset", "Enter")
    office.now = "2026-11-23T09:20"
    #expect(await open(as: "zhang"))
    #expect(await shows("停在第4项"))
    tmux.type("F3")
    #expect(await shows("本间 3/14"))
    #expect(
      await eventually { tmux.rows.contains { $0.hasPrefix(">") && $0.contains("无电炉") } })

    // The rest passes, signed: a record and a hazard in one act.
    tmux.type("9")
    #expect(await shows("余下 11 项全部合格"))
    tmux.type("9")
    #expect(await shows("Enter 签名"))
    tmux.type("Enter")
    #expect(await shows("记录 检2026-0001，隐患 2026-001"))
    tmux.type("q", "q", "q", "Enter")
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })

    // The supervisor assigns with two keys and Enter, the rectifier hands in, the supervisor verifies.
    office.now = "2026-11-23T10:00"
    #expect(await open(as: "li"))
    tmux.type("F4")
    #expect(await shows("2026-001"))
    tmux.type("i")
    #expect(await shows("责任人"))
    tmux.type("Enter")
    #expect(await shows("已交办"))
    tmux.type("q", "q", "Enter")
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })
    office.now = "2026-11-24T09:00"
    #expect(try office("hazard submit 2026-001 --measures 已更换 --as liu").status == 0)
    #expect(try office("hazard verify 2026-001 --as liu").status == 77)
    office.now = "2026-11-24T10:00"
    #expect(await open(as: "li"))
    tmux.type("F4")
    #expect(await shows("待复查"))
    tmux.type("v")
    #expect(await shows("复查合格、销号"))
    tmux.type("q", "q", "Enter")
    #expect(await eventually { tmux.pane("#{pane_current_command}") == "bash" })

    // The page: one walk, one finding, one hazard opened and closed on time.
    let page = office.folder.path + "/month.pdf"
    office.now = "2026-11-30T17:00"
    #expect(try office("report month 2026-11 --format pdf --output \(page)").status == 0)
    let text = output(of: ["pdftotext", "-layout", page, "-"]).filter { !$0.isWhitespace }
    #expect(text.contains("检查记录（份）11"))
    #expect(text.contains("登记隐患（项）11"))
    #expect(text.contains("销号隐患（项）11"))
    #expect(text.contains("按期销号（项）11"))
    let month = try office("report month 2026-11 --format json").json()["month"]
    #expect(month["inspections"].int == 1)
    #expect(month["findings"].int == 1)
    #expect(month["hazards"]["closedOnTime"].int == 1)
    #expect(month["hazards"]["open"].int == 0)
    #expect(try office("verify").status == 0)
  }
}
