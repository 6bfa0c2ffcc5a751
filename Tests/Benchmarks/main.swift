import Almanac
import Foundation
import GRDB
import TestSupport

// Prints what the program takes as a ratio to a floor measured in the same run:
// `swift build -c release --static-swift-stdlib --product benchmarks && .build/release/benchmarks`.

/// The shortest of several runs, in seconds.
func shortest(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = ContinuousClock.now
    try body()
    let time = (ContinuousClock.now - start).components
    best = min(best, Double(time.seconds) + Double(time.attoseconds) / 1e18)
  }
  return best
}

func show(_ what: String, _ seconds: Double, over floor: Double, _ words: String) {
  let times = String(format: "%8.1f ms  %6.1f x", seconds * 1000, seconds / floor)
  print(what.padding(toLength: 34, withPad: " ", startingAt: 0) + times + "  " + words)
}

/// Each part alone by its name: `benchmarks schedule`; `monkey` comes only when it is named.
let parts = CommandLine.arguments.dropFirst()

if parts.isEmpty || parts.contains("schedule") { try ScheduleBenchmark().run() }
if parts.isEmpty || parts.contains("bytes") { try ByteBenchmark().run() }
if parts.isEmpty || parts.contains("documents") { try DocumentBenchmark().run() }
if parts.contains("monkey") { try MonkeyBenchmark().run() }
guard parts.isEmpty || parts.contains("program") else { exit(0) }

let program = Tmux.built("xunjian")
let now = ["--now", "2026-11-23T10:42"]
let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

/// The sample bureau with its history, against storing the same lines in one transaction.
let kept = folder.appendingPathComponent("demo")
let ledger = kept.appendingPathComponent("ledger.sqlite").path
let build = shortest(of: 3) {
  try? FileManager.default.removeItem(at: kept)
  output(of: [program, "demo", "--keep", kept.path] + now)
}
let lines = try DatabaseQueue(path: ledger).read {
  try String.fetchAll($0, sql: "SELECT line FROM journal ORDER BY n")
}
let bare = folder.appendingPathComponent("bare.sqlite")
let store = try shortest(of: 3) {
  try? FileManager.default.removeItem(at: bare)
  try DatabaseQueue(path: bare.path).write { database in
    try database.execute(sql: "CREATE TABLE journal (n INTEGER PRIMARY KEY, line TEXT)")
    let insert = try database.makeStatement(sql: "INSERT INTO journal (line) VALUES (?)")
    for line in lines { try insert.execute(arguments: [line]) }
  }
}
show("demo with \(lines.count) lines", build, over: store, "of storing the lines bare")

/// Commands on that ledger, against starting the program for nothing.
let start = shortest(of: 10) { output(of: [program, "--version"]) }
for words in [
  ["today"], ["hazard", "list", "--state", "all"], ["report", "month", "2026-10"], ["verify"],
] {
  let command = [program] + words + ["--ledger", ledger] + now
  show(
    words.joined(separator: " "), shortest(of: 5) { output(of: command) }, over: start,
    "of --version")
}

/// The list of hazards on that ledger, grown to what no office will have.
try HazardListBenchmark(
  adding: ledger, at: Moment(Day(2026, 11, 23), hour: 10, minute: 50)
).run()
