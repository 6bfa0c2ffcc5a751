import Foundation
import TestSupport
import Testing

/// The first act at the screen of a real ledger: a key is offered, made under a PIN, and tied on screen.
@Suite(.serialized)
struct FirstKeyTests {
  @Test func madeAtTheScreenAndTiedThere() async throws {
    let folder = try Folder()
    let ledger = folder.path + "/office/ledger.sqlite"
    let sample = try xunjian("init", "--print-sample").output
      .replacingOccurrences(of: "logins: [zhangwei]", with: "logins: [\(NSUserName())]")
    let file = try folder.file("bureau.yaml", holding: sample)
    try #require(xunjian("init", "--from", file.path, ledger: ledger).status == 0)
    let tmux = try Tmux(
      shell: "env LANG=zh_CN.UTF-8 XDG_CONFIG_HOME='\(folder.path)/home' bash --norc")
    defer { tmux.end() }
    func shows(_ text: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(text) } }
    }
    func report() {
      tmux.type("F4", "n")
      tmux.type("305", "Tab", "松动", "Enter")
    }
    tmux.type("\(Tmux.built("xunjian")) --ledger \(ledger)", "Enter")
    #expect(await shows("示例区统计局"))
    report()
    #expect(await shows("张伟还没有签名密钥"))
    tmux.type("2")
    #expect(await shows("新的 PIN"))
    tmux.type("204816", "Enter")
    #expect(await shows("再输一次"))
    tmux.type("204816", "Enter")
    #expect(await shows("密钥已做好并提交"))
    tmux.type("Space")
    #expect(await shows("001 已登记"))

    tmux.type("F2")
    #expect(await shows("待登记的签名密钥 1"))
    tmux.type(":", "待登记", "Enter")
    #expect(await shows("张伟"))
    tmux.type("1")
    #expect(await shows("本人念的也是这个指纹吗"))
    tmux.type("1")
    #expect(await shows("张伟签名"))
    tmux.type("204816", "Enter")
    #expect(await shows("张伟的密钥已登记"))
    tmux.type("Escape", "q", "1")

    func run(_ line: String) throws -> Run {
      try xunjian(
        line.split(separator: " ").map(String.init), ledger: ledger,
        environment: ["XDG_CONFIG_HOME": folder.path + "/home"])
    }
    let keys = try run("key list --json").json().list
    #expect(keys.map { $0["state"].string } == ["tied"] && keys[0]["here"].bool == true)
    let verified = try run("verify --json").json()
    #expect(verified["ok"].bool == true && verified["signed"].int == 2)
  }
}
