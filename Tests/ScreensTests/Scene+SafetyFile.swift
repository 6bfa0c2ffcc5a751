import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  static let safetyFile = [
    Scene("expiries-none") { try $0.openByName(.expiries) },
    Scene("expiries") { desk in
      try desk.keepExpiries()
      try desk.openByName(.expiries)
    },
    Scene("expiry-menu") { desk in
      try desk.keepExpiries()
      try desk.openByName(.expiries)
      try desk.type("⏎")
    },
    Scene("expiry-renew") { desk in
      try desk.keepExpiries()
      try desk.openByName(.expiries)
      try desk.type("3")
    },
    Scene("expiry-renew-several") { desk in
      try desk.keepExpiries()
      try desk.openByName(.expiries)
      try desk.type("*3")
    },
    Scene("expiry-renewed") { desk in
      try desk.keepExpiries()
      try desk.openByName(.expiries)
      try desk.type("3")
      try desk.press([.function(8)])
    },
    Scene("expiry-add") { desk in
      try desk.openByName(.expiries)
      try desk.type("n" + desk.office("干粉", "dry"))
    },
    Scene("expiry-trouble") { desk in
      try desk.openByName(.expiries)
      try desk.type("n" + desk.office("证照", "Licence") + "⇥" + desk.office("许可证", "Permit"))
      try desk.press([.function(8)])
    },
    Scene("today-expiries") { try $0.keepExpiries() },
    Scene("rules-none") { try $0.openByName(.rules) },
    Scene("rules") { desk in
      try desk.keepRules()
      try desk.openByName(.rules)
    },
    Scene("rules-sorted") { desk in
      try desk.keepRules()
      try desk.openByName(.rules)
      try desk.type("ss")
    },
    Scene("rule-menu") { desk in
      try desk.keepRules()
      try desk.openByName(.rules)
      try desk.type("⏎")
    },
    Scene("rule-review") { desk in
      try desk.keepRules()
      try desk.openByName(.rules)
      try desk.type("31⇥⇥" + desk.office("补充充电管理", "add charging"))
    },
    Scene("rule-add") { desk in
      try desk.openByName(.rules)
      try desk.type("n⇥" + desk.office("用火用电管理制度", "Rule on fire"))
    },
    Scene("today-rules") { try $0.keepRules() },
    Scene("fire-file") { desk in
      try desk.keepRules()
      try desk.openByName(.rules)
      try desk.type("⏎6")
    },
  ]
}

extension Desk {
  /// One thing is over, two end soon, one was renewed.
  mutating func keepExpiries() throws {
    let kinds = try Shipped.expiryKinds.get()
    func put(
      _ kind: ExpiryKind.ID, _ name: String, _ days: Int, _ change: (inout Expiry.Content) -> Void
    ) throws {
      guard let kind = kinds.first(where: { $0.id == kind }) else { return }
      var content = Expiry.Content(
        kind: kind.id, name: name, person: office.person(.rectifier),
        term: .init(until: today + days))
      change(&content)
      try record(.expiry(.add([ExpiryRequest(kind, content)])), by: .inspector)
    }
    try put("first-aid", office("值班室急救箱", "First aid box, duty room"), -9) { _ in }
    try put("vehicle-insurance", office("公务车交强险", "Official car insurance"), 24) {
      $0.term.document = "PDZA2025-0617"
      $0.term.done = today - 341
    }
    try put("extinguisher-powder", office("三楼走道灭火器", "Extinguishers, floor 3"), 43) {
      $0.count = 6
      $0.made = Day(2020, 3, 12)
    }
    try put("lightning-test", office("办公楼防雷检测", "Lightning test, main building"), 5) { _ in }
    try record(
      .expiry(
        .act(
          "DQ2026-004",
          .renew(
            .init(
              done: today - 2, until: today + 363, document: "L-118",
              by: office("防雷中心", "Lightning Centre"))))), by: .inspector)
  }

  /// A rule whose review is overdue, one in force, a plan and a paper.
  mutating func keepRules() throws {
    let person = office.person(.head)
    let all: [SafetyRule.Content] = [
      .init(
        title: office("用火用电管理制度", "Rule on fire and electricity"),
        number: office("统办〔2025〕7号", "No. 7 of 2025"), issued: today - 400, person: person,
        firePart: .rules),
      .init(
        title: office("防火检查巡查制度", "Rule on fire inspections"), issued: today - 100,
        person: person, firePart: .rules),
      .init(
        sort: .plan, title: office("灭火和应急疏散预案", "Plan to fight fire"), issued: today - 200,
        firePart: .plans),
      .init(
        sort: .paper, title: office("消防验收意见书", "Fire acceptance"), issued: today - 2000,
        firePart: .design, location: office("档案室3号柜", "cabinet 3")),
    ]
    for content in all { try record(.rule(.add(content)), by: .inspector) }
  }
}

extension Fold {
  /// All that ends, with the kinds that ship and those that were changed.
  var expiryBook: ExpiryBook {
    get throws {
      ExpiryBook(
        kinds: ExpiryKind.all(try Shipped.expiryKinds.get(), known: bureau.expiryKinds),
        expiries: expiries())
    }
  }
}
