import Foundation
import TestSupport
import Testing

/// A rectification notice from the command line: issued, signed for, answered, printed; and what is refused.
struct NoticeTests {
  /// 001 and 002 of the statistics section, given to its head; 003 of another; 004 came with a document.
  private func office() throws -> Office {
    let office = try Office()
    for line in [
      "hazard report --place 305 --text 插座松动 --category electrical",
      "hazard report --place 305 --text 灯管不亮 --category other",
      "hazard report --place 303 --text 电线拖地 --category electrical",
      "hazard report --place 305 --text 指示灯不亮 --category other --source authorityOrder "
        + "--document 示例区应急管理局，示应急〔2026〕11号 --deadline 12-10",
      "hazard assign 2026-001 2026-002 2026-004 --to yang --deadline 12-05",
    ] { try #require(office(line, as: "zhang").status == 0, "\(line)") }
    return office
  }

  @Test func issuedSignedForAndAnswered() throws {
    let office = try office()
    let issued = try office(
      "notice issue 2026-001 2026-002 --signed-by 李娜 --json", as: "zhang"
    ).json()
    #expect(issued["number"].string == "安整〔2026〕1号" && issued["notice"].string == "整2026-001")
    #expect(issued["state"].string == "issued" && issued["signer"].string == "li")
    #expect(issued["section"].string == "专业统计科" && issued["date"].string == "2026-11-23")
    #expect(issued["lines"].list.map { $0["hazard"].string } == ["2026-001", "2026-002"])
    #expect(issued["lines"][0]["done"].isNull && issued["received"].isNull)

    let early = try office("notice answer 2026-1", as: "yang")
    #expect(early.status == 65 && early.trouble.contains("待签收"))
    #expect(try office("notice receive 2026-1", as: "zhang").status == 77)
    office.now = "2026-11-25T09:00"
    let received = try office(
      "notice receive 安整〔2026〕1号 --person 杨帆 --on 11-24 --json", as: "zhang"
    ).json()
    #expect(received["state"].string == "received" && received["receiver"].string == "yang")
    #expect(received["received"].string == "2026-11-24")
    #expect(
      try office("entry list --for yang --json").json().list.map { $0["paper"].string }
        == ["2026-11-24"])

    try #require(office("hazard submit 2026-001 --measures 已更换", as: "yang").status == 0)
    let missing = try office("notice answer 2026-1", as: "yang")
    #expect(missing.status == 65 && missing.trouble.contains("2026-002 还没有报送整改情况"))
    #expect(try office("notice answer 2026-1 --line 3=x", as: "yang").status == 65)
    let answered = try office(
      "notice answer 2026-1 --line 2=已换灯管,并测试 --json", as: "yang"
    ).json()
    #expect(answered["lines"].list.map { $0["done"].string } == ["已更换", "已换灯管,并测试"])
    #expect(answered["state"].string == "answered" && answered["answered"].string == "2026-11-25")

    let shown = try office("notice show 整2026-001 --json").json()
    #expect(shown["timeline"].list.map { $0["act"].string } == ["issued", "received", "answered"])
    #expect(try office("hazard show 2026-002").output.contains("整改通知书 安整〔2026〕1号"))
    #expect(try office("notice withdraw 2026-1 --reason x", as: "zhang").status == 65)
    #expect(try office("verify").status == 0 && office("rebuild").status == 0)
    #expect(try office("notice show 2026-1 --json").json()["state"].string == "answered")
  }

  @Test func refusals() throws {
    let office = try office()
    func status(_ line: String, as person: String = "zhang") throws -> Int32 {
      try office(line, as: person).status
    }
    let mixed = try office("notice issue 2026-001 2026-003", as: "zhang")
    #expect(mixed.status == 65 && mixed.trouble.contains("一份通知书只发一个科室"))
    #expect(try status("notice issue 2026-001", as: "yang") == 77)
    #expect(try status("notice issue 2026-009") == 65)
    #expect(try status("notice issue") == 64)
    #expect(try office("notice list --json").json().list.isEmpty)
    #expect(try status("notice issue 2026-001") == 0)
    let twice = try office("notice issue 2026-001", as: "zhang")
    #expect(twice.status == 65 && twice.trouble.contains("已在整改通知书 安整〔2026〕1号 中"))
    #expect(try status("notice withdraw 2026-1 --reason 发错") == 0)
    let again = try office("notice issue 2026-001 --number blank --json", as: "zhang").json()
    #expect(again["number"].isNull && again["notice"].string == "整2026-002", "never reused")
    #expect(try status("notice show 2026-7") == 65)
    #expect(
      try office("notice list --open --json").json().list.map { $0["notice"].string }
        == ["整2026-002"])
  }

  @Test func papers() throws {
    let office = try office()
    try #require(office("notice issue 2026-001 --demand 立即整改", as: "zhang").status == 0)
    let notice = try office("report notice 2026-1").output
    for words in ["隐患整改通知书", "安整〔2026〕1号", "专业统计科：", "立即整改", "存根", "签收回执", "演练"] {
      #expect(notice.contains(words), "\(words)")
    }
    #expect(try office("report reply 2026-1").output.contains("____年__月__日"))
    let letter = try office("report letter --document 示应急[2026]11号").output
    #expect(letter.contains("示例区应急管理局：") && letter.contains("你单位示应急〔2026〕11号收悉"))
    #expect(letter.contains("正在整改1项") && letter.contains("指示灯不亮"))
    #expect(!letter.contains("插座松动"))
    #expect(try office("report letter --document 别的文号").status == 65)
    let json = try office("report letter --document 示应急〔2026〕11号 --format json").json()
    #expect(json["hazards"].list.map { $0["number"].string } == ["2026-004"])
    let file = office.folder.path + "/n.pdf"
    try #require(office("report notice 2026-1 --format pdf --output \(file)").status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)).prefix(5) == Data("%PDF-".utf8))
    let english = try office("report notice 2026-1", language: "en").output
    #expect(english.contains("Rectification Notice"))
  }
}
