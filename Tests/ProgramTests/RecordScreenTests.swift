import Foundation
import TestSupport
import Testing

/// A signed record in a real terminal: its page, a correction, a withdrawal, and the file it is saved as.
@Suite(.serialized)
struct RecordScreenTests {
  @Test func theRecordIsCorrectedSavedAndWithdrawn() async throws {
    let office = try Office()
    let walk = "inspect 301 --round monthly/2026-11 --pass all --failed 1 --sign"
    #expect(try office(walk, as: "zhang").status == 0)
    let home = office.folder.path
    let tmux = try Tmux(shell: "env -u XDG_DOCUMENTS_DIR LANG=zh_CN.UTF-8 HOME=\(home) bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }
    tmux.type(
      "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as zhang", "Enter")
    #expect(await shows("示例区统计局"))
    tmux.type("/", "y", "j", "Enter")
    #expect(await shows("筛选"))
    tmux.type("Enter")
    #expect(await shows("301"))
    tmux.type("/", "3", "0", "1", "Enter", "Enter")
    #expect(await shows("编号：检2026-0001"))
    #expect(await shows("现场录入"))

    // Item 1 was a misreading: its hazard goes with it, and the page says who set it right.
    tmux.type("Enter")
    #expect(await shows("1 更正一项"))
    tmux.type("1")
    #expect(await shows("更正哪一项"))
    tmux.type("1", "Enter")
    #expect(await shows("1 合格"))
    tmux.type("1", "k", "c", "Enter")
    #expect(await shows("已更正；隐患 2026-001：作废"))
    tmux.type("Down")
    #expect(await shows("更正 1 处"))

    tmux.type("e")
    #expect(await shows("存为文件（按数字）"))
    tmux.type("1")
    #expect(await shows("已存好"))
    tmux.type("Escape")
    let page = home + "/Documents/xunjian/xunjian-检2026-0001.pdf"
    let words = output(of: ["pdftotext", "-layout", page, "-"]).filter { !$0.isWhitespace }
    #expect(words.contains("第1项原为“不合格"))

    tmux.type("Enter", "2")
    #expect(await shows("作废原因"))
    tmux.type("x", "Enter")
    #expect(await shows("按 1 作废"))
    tmux.type("1")
    #expect(await shows("[已作废] 检2026-0001"))
    tmux.type("Home")
    #expect(await shows("本记录已作废"))
    office.now = "2026-11-23T09:30"
    #expect(try office("inspection list --json").json()[0]["withdrawn"].string == "x")
    #expect(try office("round show monthly/2026-11 --json").json()["done"].int == 0)
    #expect(try office("verify").status == 0)
  }
}
