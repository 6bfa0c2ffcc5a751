import Foundation
import TestSupport
import Testing

/// A month closed by command, its paper, and the code on it.
struct SealTests {
  /// The sample office on 1 December, room 301 walked in November.
  private func office() throws -> Office {
    let office = try Office()
    let signed = try office(
      "inspect 301 --round monthly/2026-11 --pass all --failed 2:1 --sign", as: "zhang")
    try #require(signed.status == 0, "\(signed.trouble)")
    office.now = "2026-12-01T09:00"
    return office
  }

  private func code(_ office: Office, _ line: String = "seal 2026-11 --json") throws -> String {
    let run = try office(line, as: "li")
    try #require(run.status == 0, "\(run.trouble)")
    return try #require(try run.json()["code"].string)
  }

  @Test func thePaperCarriesTheCodeAndStaysAsItWas() throws {
    let office = try office()
    let code = try code(office)
    #expect(code.wholeMatch(of: /([A-Z2-7]{4}-){4}[A-Z2-7]{4}/) != nil, "\(code)")
    let before = try office("report month 2026-11").output
    #expect(before.contains("校验码 \(code)"))
    office.now = "2026-12-02T09:00"
    let late = try office(
      "inspect 302 --round monthly/2026-11 --pass all --walked 2026-11-30T09:00/09:10 --sign",
      as: "zhang")
    #expect(late.status == 0, "\(late.trouble)")
    #expect(try office("report month 2026-11").output == before)
    let live = try office("report month 2026-11 --live").output
    #expect(live != before && !live.contains(code))
    let december = try office("report month 2026-12").output
    #expect(december.contains("九、月结后补记") && december.contains("补录检查"))
    let json = try office("report month 2026-11 --format json").json()
    #expect(json["seal"]["code"].string == code && json["month"]["inspections"].int == 1)
    #expect(try office("report month 2026-11 --format json --live").json()["seal"].isNull)
  }

  @Test func everyPageOfThePDFHasTheCode() throws {
    let office = try office()
    let code = try code(office)
    let page = office.folder.path + "/month.pdf"
    #expect(try office("report month 2026-11 --format pdf --output \(page)").status == 0)
    let pages = output(of: ["pdftotext", "-layout", page, "-"]).split(separator: "\u{0C}")
      .filter { $0.contains { !$0.isWhitespace } }
    #expect(pages.count > 1)
    for page in pages { #expect(page.contains(code)) }
  }

  @Test func theCodeIsFoundAgain() throws {
    let office = try office()
    let code = try code(office)
    let found = try office("verify --code \(code.lowercased())")
    #expect(found.status == 0 && found.output.contains("校验码相符：2026-11 第1次月结"))
    let json = try office("verify --json --code \(code)").json()
    #expect(json["seal"]["month"].string == "2026-11" && json["seal"]["sound"].bool == true)
    let other = try office("verify --code AAAA-AAAA-AAAA-AAAA-AAAA", language: "en")
    #expect(other.status == 1 && other.output.contains("No seal of this ledger has that code"))
    let wrong = try office("verify --code 1234", language: "en")
    #expect(wrong.status == 65 && wrong.trouble.contains("is no check code"))
    #expect(try office("verify --json").json()["seal"].isNull)
  }

  @Test func anAmendmentIsPrintedAsOne() throws {
    let office = try office()
    let first = try code(office)
    let again = try office("seal 2026-11", as: "li", language: "en")
    #expect(again.status == 65 && again.trouble.contains("is sealed (no. 1)"))
    let second = try code(office, "seal 2026-11 --reason 漏录一间 --json")
    let paper = try office("report month 2026-11").output
    #expect(paper.contains(second) && paper.contains("第2次月结（更正）：漏录一间"))
    #expect(try office("report month 2026-11 --seal 1").output.contains(first))
    #expect(try office("report month 2026-11 --seal 3").status == 65)
    let list = try office("seal list --json").json()
    #expect(list.list.map { $0["code"].string } == [first, second])
  }

  @Test func refusalsHaveTheirStatus() throws {
    let office = try office()
    #expect(try office("seal 2026-12", as: "li").status == 65)
    #expect(try office("seal 2027-01 --force --reason x", as: "li").status == 65)
    #expect(try office("seal 2026-11", as: "zhou").status == 77)
    #expect(try office("seal 2026-13", as: "li").status == 64)
    let forced = try office("seal 2026-12 --force --reason 年末提前", as: "li")
    #expect(forced.status == 0)
    #expect(try office("report month 2026-12").output.contains("提前月结：年末提前"))
  }
}
