import Foundation
import Testing

/// Files and months that nobody meant to give.
struct HostileInputTests {
  @Test func aFolderIsNoFile() throws {
    let folder = try Folder()
    let run = try xunjian(
      "init", "--from", folder.path, ledger: folder.path + "/l.sqlite", language: "en")
    #expect(run.status == 66)
    #expect(run.trouble.contains("is a folder"), "\(run.trouble)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/l.sqlite"))
  }

  /// Notepad's mark of encoding is no part of the first room's name.
  @Test func aRoundFromNotepad() throws {
    let office = try Office()
    let run = try office(
      "round enter monthly/2026-11 --walked 2026-11-23T08:00/08:30 --with zhang --json",
      as: "zhang", input: "\u{FEFF}305 ok\r\n")
    #expect(run.status == 0, "\(run.trouble)")
    #expect(try run.json()["inspections"].list.count == 1)
  }

  /// A month that has not begun holds nothing yet.
  @Test func aMonthToCome() throws {
    let office = try Office()
    #expect(try office("hazard report --place 305 --text socket", as: "zhang").status == 0)
    let run = try office("report month 2027-03 --format json")
    #expect(run.status == 0, "\(run.trouble)")
    let month = try run.json()["month"]
    #expect(month["inspections"].int == 0)
    #expect(month["hazards"]["opened"].int == 0)
    #expect(month["hazards"]["open"].int == 1)
  }

  /// Rooms are parted by whatever dash an input method gives.
  @Test(arguments: ["305-306", "305—306", "305～306", "305–306", "305至306"])
  func roomsByAnyDash(_ rooms: String) throws {
    let office = try Office()
    let run = try office(
      "round enter monthly/2026-11 --walked 2026-11-23T08:00/08:30 --with zhang --json",
      as: "zhang", input: "\(rooms) ok\n")
    #expect(run.status == 0, "\(run.trouble)")
    #expect(try run.json()["inspections"].list.count == 2)
  }
}
