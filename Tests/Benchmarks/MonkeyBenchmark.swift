import Foundation
import TestSupport

/// Two hundred thousand keys, pastes, mouse events and windows by chance on the sample bureau, and whether its
/// ledger still holds.
struct MonkeyBenchmark {
  private static let events =
    ProcessInfo.processInfo.environment["XUNJIAN_MONKEY"].flatMap { Int($0) } ?? 200_000

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = Tmux.built("xunjian")
    let kept = folder.appendingPathComponent("demo").path
    let ledger = kept + "/ledger.sqlite"
    output(of: [program, "demo", "--keep", kept, "--now", "2026-11-23T10:42"])
    var sittings = MonkeySittings(
      ["zheng", "he", "peng", "xu", "luo", "jiang"], ledger: ledger, now: "2026-11-23",
      in: folder.path, seed: 20_261_123)
    let start = ContinuousClock.now
    try sittings.run(Self.events)
    let time = (ContinuousClock.now - start).components.seconds
    print(
      "\(Self.events) events in \(sittings.count) sittings, \(time) s, "
        + "at most \(sittings.most >> 20) MiB")
    for trouble in sittings.troubles { print(trouble) }
    print(output(of: [program, "verify", "--ledger", ledger, "--now", "2026-11-23T23:00"]))
  }
}
