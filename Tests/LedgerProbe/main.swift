import Almanac
import Domain
import Foundation
import Ledger

// Does one thing to a ledger in a process of its own and says on standard output how far it came, so
// that a test can kill it, starve it of disk or take away its rights.

func say(_ words: String) { FileHandle.standardOutput.write(Data((words + "\n").utf8)) }

func open(_ path: String) throws -> LedgerFile {
  try LedgerFile(path: path, calendar: SmallOffice.calendar)
}

/// Saves a draft and registers a hazard, again and again; each is said only after it is on disk.
func work(_ path: String) throws {
  let ledger = try open(path)
  var now = try ledger.lastMoment() ?? SmallOffice.founded
  var draft = try ledger.drafts().first ?? SmallOffice.draft("302", at: now)
  while true {
    now = now + 1
    draft.cursor += 1
    try ledger.save(draft)
    say("draft \(draft.cursor)")
    let text = String(repeating: "socket ", count: 40)
    let report = HazardReport(place: "301", text: text, category: .electrical)
    let lines = try ledger.perform(.report(report), by: "wang", at: now)
    say("hazard \(lines[0].subject.id)")
  }
}

/// Signs the rooms, saying which of them were refused.
func sign(_ path: String) throws {
  let ledger = try open(path)
  let now = Moment(Day(2026, 11, 23), hour: 10, minute: 0)
  for room: Place.ID in ["301", "302", "501"] {
    do {
      let lines = try ledger.perform(.sign(SmallOffice.walk(room, at: now)), by: "wang", at: now)
      say("signed \(lines[0].subject.id)")
    } catch let error as SigningError {
      say("refused \(error)")
    }
  }
}

/// Keeps a photograph of 200,000 bytes.
func photograph(_ path: String) throws {
  let bytes = [UInt8](repeating: 7, count: 200_000)
  guard let checksum = PhotographStore.checksum(of: bytes) else { return }
  let photograph = Photograph(
    role: .before, checksum: checksum, name: "a.jpg", size: bytes.count, kind: .jpeg)
  try open(path).photographs.keep(bytes, as: photograph)
  say("kept")
}

/// Says what can be read, then tries to write.
func look(_ path: String) throws {
  let ledger = try open(path)
  let verification = try ledger.verify()
  say("hazards \(try ledger.hazards(HazardFilter(states: .all)).count)")
  say("good \(verification.isGood)")
  let report = HazardReport(place: "301", text: "try", category: .other)
  try ledger.perform(.report(report), by: "wang", at: Moment(Day(2026, 12, 1), second: 0))
  say("wrote")
}

do {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 else { exit(64) }
  switch arguments[1] {
  case "create": try SmallOffice.create(at: arguments[2])
  case "work": try work(arguments[2])
  case "sign": try sign(arguments[2])
  case "verify": for problem in try open(arguments[2]).verify().photographs { say(problem.what.en) }
  case "photograph": try photograph(arguments[2])
  case "look": try look(arguments[2])
  case "backup":
    let ledger = try open(arguments[2])
    try ledger.backUp(to: ledger.backupFolder, at: SmallOffice.founded)
  default: exit(64)
  }
} catch {
  say("error \(error)")
  exit(1)
}
