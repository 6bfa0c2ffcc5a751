import Almanac
import Domain

/// Reads the items of one checklist.
struct ItemReader {
  /// The kinds of place of the checklist.
  let kinds: [PlaceKind]
  let laws: LawTable
  private var taken = TakenIDs()

  init(kinds: [PlaceKind], laws: LawTable) {
    self.kinds = kinds
    self.laws = laws
  }

  mutating func item(_ value: YAMLValue) throws(IntakeError) -> Item {
    let fields = try value.fields([
      "id", "text", "kind", "unit", "min", "max", "options", "hazard", "severity", "hint",
      "phrases",
      "basis", "place-kinds", "once",
    ])
    let id = try fields.required("id")
    try taken.take(try id.id(), at: id)
    var phrases: [Bilingual] = []
    for phrase in try fields["phrases"]?.list() ?? [] { phrases.append(try phrase.bilingual()) }
    let isOnce = try isOncePerRound(fields)
    let ownKinds = try ownKinds(fields)
    try checkWhere(fields, isSaid: isOnce || ownKinds != nil)
    return Item(
      id: try id.id(), text: try fields.required("text").bilingual(), kind: try kind(fields),
      category: try fields.required("hazard").choice(Vocabulary(HazardCategory.self)),
      flagsMajor: try fields.required("severity").choice(Self.severities),
      hint: try fields["hint"].map { hint throws(IntakeError) in try hint.bilingual() },
      phrases: phrases, basis: try laws.basis(fields["basis"]), placeKinds: ownKinds,
      isOncePerRound: isOnce)
  }

  private static let severities = Vocabulary(words: [
    .init(id: "general", name: Bilingual(verbatim: "general"), meaning: false),
    .init(id: "flag-major", name: Bilingual(verbatim: "flag-major"), meaning: true),
  ])

  // MARK: Where it is asked

  private func isOncePerRound(_ fields: YAMLFields) throws(IntakeError) -> Bool {
    guard let once = fields["once"] else { return false }
    _ = try once.choice(Vocabulary(["round"]))
    guard fields["place-kinds"] == nil else {
      throw once.error(
        Bilingual(
          zh: "每轮一次（once）的项不能再写 place-kinds",
          en: "once cannot stand with place-kinds in one item"))
    }
    guard kinds.contains(where: Self.isCommon) else {
      throw once.error(
        Bilingual(
          zh: "每轮一次（once）只用于含 building 或 duty-room 的检查表",
          en: "once needs building or duty-room among the checklist's place-kinds"))
    }
    return true
  }

  private func ownKinds(_ fields: YAMLFields) throws(IntakeError) -> [PlaceKind]? {
    guard let value = fields["place-kinds"] else { return nil }
    let own = try ChecklistFile.placeKinds(value)
    if let stray = own.first(where: { !kinds.contains($0) }) {
      throw value.error(
        Bilingual(
          zh: "“\(stray.rawValue)”不在检查表的 place-kinds 之列",
          en: "“\(stray.rawValue)” is not among the checklist's place-kinds"))
    }
    return own
  }

  /// In a list that goes to rooms and to a building or duty room every item says where it is asked.
  private func checkWhere(_ fields: YAMLFields, isSaid: Bool) throws(IntakeError) {
    let isMixed = kinds.contains(where: Self.isCommon) && !kinds.allSatisfy(Self.isCommon)
    guard !isMixed || isSaid else {
      throw fields.value.error(
        Bilingual(
          zh: "检查表既查房间又查整栋建筑或值班室，每项须写 place-kinds 或 once",
          en: "the checklist goes to rooms and to a building or duty room: say place-kinds or once")
      )
    }
  }

  private static func isCommon(_ kind: PlaceKind) -> Bool { kind == .building || kind == .dutyRoom }

  // MARK: How it is answered

  private enum KindName: String, CaseIterable {
    case tick
    case reading
    case choice
    case text
  }

  private func kind(_ fields: YAMLFields) throws(IntakeError) -> Item.Kind {
    let kind = try fields.required("kind").choice(Vocabulary(KindName.self))
    if kind != .reading { try refuse(["unit", "min", "max"], in: fields, of: .reading) }
    if kind != .choice { try refuse(["options"], in: fields, of: .choice) }
    switch kind {
    case .tick: return .tick
    case .text: return .text
    case .reading: return try reading(fields)
    case .choice: return try choice(fields)
    }
  }

  private func refuse(
    _ keys: [String], in fields: YAMLFields, of kind: KindName
  ) throws(IntakeError) {
    for value in keys.compactMap({ fields[$0] }) {
      throw value.error(
        Bilingual(
          zh: "只有 kind 为 \(kind.rawValue) 的项才有这个字段",
          en: "only an item of kind \(kind.rawValue) has this field"))
    }
  }

  private func reading(_ fields: YAMLFields) throws(IntakeError) -> Item.Kind {
    let unit = try fields.required("unit").bilingual()
    let min = try fields["min"].map { value throws(IntakeError) in try value.number() }
    let max = try fields["max"].map { value throws(IntakeError) in try value.number() }
    switch (min, max) {
    case (nil, nil):
      throw fields.value.error(
        Bilingual(zh: "读数项须有 min 或 max", en: "a reading needs min or max"))
    case (let min?, let max?) where min > max:
      throw (fields["min"] ?? fields.value).error(
        Bilingual(zh: "min 大于 max", en: "min is greater than max"))
    case _: return .reading(unit: unit, min: min, max: max)
    }
  }

  private func choice(_ fields: YAMLFields) throws(IntakeError) -> Item.Kind {
    var taken = TakenIDs()
    var options: [Item.Option] = []
    for value in try fields.required("options").filledList() {
      let fields = try value.fields(["id", "text", "result"])
      let id = try fields.required("id")
      try taken.take(try id.id(), at: id)
      let result = try fields.required("result").choice(Vocabulary(["ok", "finding"]))
      options.append(
        Item.Option(
          id: try id.id(), text: try fields.required("text").bilingual(),
          isFinding: result == "finding"))
    }
    return .choice(options)
  }
}
