import Almanac

@testable import Screens

extension Scene {
  /// Long work under way, and what a check of the ledger found.
  static let work = [
    Scene("work") { desk in
      try desk.carryOut(
        desk.app.update(.working(Work(.verify, done: 4200, of: 15000, taken: 1500))))
    },
    Scene("work-sending") { try $0.carryOut($0.app.update(.working(Work(.send)))) },
    Scene("work-stopped") { desk in
      try desk.carryOut(desk.app.update(.working(Work(.backUp, done: 1, of: 4, taken: 900))))
      try desk.carryOut(desk.app.update(.working(nil)))
      try desk.carryOut(desk.app.update(.told(Work.Kind.backUp.stopped)))
    },
    Scene("ledger-sound") { desk in
      try desk.carryOut(
        desk.app.update(
          .verified(
            LedgerCheck(
              events: 15_320, signed: 1204, unsigned: 14_116, seals: 17, problems: [], notices: []
            ))))
    },
    Scene("ledger-problems") { desk in
      let broken = Bilingual(
        zh: "内容与校验值不符", en: "its content does not match its hash")
      let register = Bilingual(
        zh: "登记表 hazard 的“2026-003”与流水不符（可用 xunjian rebuild 重建）",
        en: "register hazard, “2026-003” differs from the journal (xunjian rebuild remakes it)")
      let clock = Bilingual(
        zh: "时钟比前一条倒退了 40 分钟", en: "the clock had gone back by 40 minutes")
      try desk.carryOut(
        desk.app.update(
          .verified(
            LedgerCheck(
              events: 412, signed: 0, unsigned: 411, seals: 2,
              problems: [.init(row: 207, what: broken), .init(row: nil, what: register)],
              notices: [.init(row: 300, what: clock)]))))
    },
  ]
}
