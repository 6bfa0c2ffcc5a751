import Almanac
import Canvas
import Domain
import Foundation
import Ledger
import Reports
import Screens

/// What takes long enough to be watched: it is done in steps, and between two of them the person may stop it.
extension TerminalProgram {
  /// Carries out an effect that may take long, and tells what came of it, or that it was stopped. Where keys
  /// cannot be taken meanwhile it is told in sentences, and Ctrl-C is a signal.
  ///
  /// - Throws: What the work throws but for its being stopped.
  func workLong(on effect: Effect) throws {
    try watching { meter in
      do {
        tell(try outcome(of: effect, meter))
      } catch is CancellationError {
        if let kind = meter.work?.kind { tell(.told(kind.stopped)) }
      }
    }
  }

  /// Does something whose steps are shown, once they take longer than a while, and between which it may be
  /// stopped.
  ///
  /// - Throws: What the body throws.
  func watching<Value>(
    after delay: Duration = .zero, _ body: (Meter) throws -> Value
  ) throws -> Value {
    defer { for effect in endWork() { carryOut(effect) } }
    var spoken = SpokenWork()
    return try Progress.stoppable { check in
      try body(
        Meter(after: delay) { [self] work in
          if surface.canInterrupt {
            try watch(work)
          } else if let words = spoken.sentence(work) {
            Output.line(words[session.language])
          }
          try check()
        })
    }
  }

  private func outcome(of effect: Effect, _ meter: Meter) throws -> Message {
    switch effect {
    case .verify:
      let found = try session.ledger.verify(progress: meter.measuring(.verify))
      return .verified(LedgerCheck(found))
    case .backUp: return .told(try backUp(meter))
    case .offer(let reports, let asFile):
      return .outlets(try outlets(for: reports), asFile: asFile)
    case .print(let reports, let order): return try print(reports, order, meter)
    case .export(let reports, let order): return try export(reports, order, meter)
    case .performEach(let acts):
      let person = app.context.person.id
      return try judged(acts, \.subject, meter) { try session.refusal(of: $0.command, by: person) }
    case .enterEach(let acts, let decider, let entered, let file):
      let scan = try file.map { try ScannedPaper(path: DropFolder.present.file($0.name)) }
      return try judged(acts, \.hazard.rawValue, meter) {
        try session.refusal(of: $0, entered: entered, scan: scan, by: decider)
      }
    default: return .working(nil)
    }
  }

  /// Performs several acts one by one; many are watched, and may be stopped between two of them.
  private func judged<Act>(
    _ acts: [Act], _ subject: (Act) -> String, _ meter: Meter,
    _ refusal: (Act) throws -> (any Refusal)?
  ) throws -> Message {
    let progress: Meter.Progress =
      acts.count < Work.many ? { _, _ in } : meter.measuring(.act)
    let refusals = try session.each(acts, watchedBy: progress, refusal)
    return .judged(
      zip(acts, refusals).map { Judgement(subject: subject($0), refusal: $1?.message) })
  }

  /// Makes a backup and reads it again, as the command does.
  private func backUp(_ meter: Meter) throws -> Bilingual {
    let (path, checked) = try session.backUp(meter)
    let place = path.split(separator: "/").suffix(2).joined(separator: "/")
    return Bilingual(
      zh: "已备份并核对（\(checked.contents.zh)）：\(place)",
      en: "Backed up and checked (\(checked.contents.en)): \(place)")
  }

  /// Shows how far work has come and takes the keys pressed meanwhile; what else they ask waits for its end,
  /// for the ledger is being read.
  private func watch(_ work: Work) throws {
    app.advance(to: session.clock.now, seconds: session.clock.monotonicSeconds)
    delayed += app.update(.working(work))
    surface.show(app)
    while !app.wantsStop, surface.hasPending, let key = surface.read(timeout: 0) {
      delayed += app.update(.key(key))
      if key == .hangUp { throw CancellationError() }
    }
    if app.wantsStop { throw CancellationError() }
  }

  /// Takes the panel away.
  ///
  /// - Returns: What keys have asked for meanwhile.
  private func endWork() -> [Effect] {
    defer { delayed = [] }
    return delayed + app.update(.working(nil))
  }
}

extension LedgerCheck {
  /// What a walk over the chain found, without what only programs ask.
  init(_ found: Verification) {
    func told(_ problems: [Verification.Problem]) -> [Finding] {
      problems.map { Finding(row: $0.line, what: $0.what) }
    }
    self.init(
      events: found.events, signed: found.signed, unsigned: found.unsigned,
      seals: found.seals.count, problems: told(found.problems + found.photographs),
      notices: told(found.notices))
  }
}
