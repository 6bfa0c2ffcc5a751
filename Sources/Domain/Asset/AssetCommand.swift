import Almanac

/// What may be asked to be done with an asset. May be refused.
public enum AssetCommand: Hashable, Sendable {
  case edit(Asset.Content, reason: String? = nil)
  case retire(reason: String)
}

/// What may be asked of the register of assets (网络资产台账).
public enum AssetRequest: Hashable, Sendable {
  /// Enters some; of an import, what the register has already is passed over.
  case add([Asset.Content], isImport: Bool = false)
  case act(Asset.ID, AssetCommand)
  /// Registers what a scan found, all of it or nothing; what is known and still open is passed over.
  case reportWeaknesses([WeaknessReport])

  /// Returns the lines that it causes.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    switch self {
    case .add(let contents, let isImport):
      return try contents.decide(isImport: isImport, with: records, in: situation)
    case .act(let id, let command):
      guard let asset = try records.assets().first(where: { $0.id == id }) else {
        throw AssetError.noSuchAsset(id.rawValue)
      }
      let event = try asset.decide(command, of: records.bureau, in: situation)
      return [Happening(.asset(id), .asset(event))]
    case .reportWeaknesses(let reports):
      return try reports.decide(with: records, in: situation)
    }
  }
}

/// A reason an act on assets was refused. Nothing was written.
public enum AssetError: Refusal, Hashable {
  case noSuchAsset(String)
  case noSuchSort(String)
  case noSuchPerson(String)
  case noSuchPlace(String)
  case noSuchSeverity(String)
  case nameMissing
  case badLevel(String)
  case isRetired(String)
  case reasonMissing
  case sameAsBefore
  case left(String, last: Day)
  /// An asset on which something was found belongs to no place.
  case placeMissing(String)

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchAsset: .noSuchSubject
    case .noSuchSort, .noSuchPerson, .noSuchPlace, .noSuchSeverity, .nameMissing, .badLevel,
      .isRetired, .reasonMissing, .sameAsBefore, .left, .placeMissing:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchAsset(let text):
      Bilingual(
        zh: "没有网络资产“\(text)”，或不止一项；用 asset list 查看编号。",
        en: "There is no one asset “\(text)”; see asset list for the numbers.")
    case .noSuchSort(let text):
      Bilingual(
        zh: "没有资产类别“\(text)”，可填：\(Asset.Sort.allCases.map(\.name.zh).joined(separator: "、"))。",
        en: "There is no sort “\(text)”; one of: "
          + Asset.Sort.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看编号。",
        en: "There is no person “\(text)”; see person list for the ids.")
    case .noSuchPlace(let text):
      Bilingual(
        zh: "没有场所“\(text)”；用 place list 查看编号。",
        en: "There is no place “\(text)”; see place list for the ids.")
    case .noSuchSeverity(let text):
      Bilingual(
        zh: "没有漏洞等级“\(text)”，可填：低危、中危、高危、超危，或 CVSS 分值。",
        en: "There is no severity “\(text)”; low, medium, high, critical, or a CVSS score.")
    case .nameMissing: Bilingual(zh: "请填资产名称。", en: "Say what it is: fill in the name.")
    case .badLevel(let text):
      Bilingual(
        zh: "等保级别应填 1 到 \(Asset.highestLevel)，或“未定级”，不是“\(text)”。",
        en: "The level is 1 to \(Asset.highestLevel), or none, not “\(text)”.")
    case .isRetired(let id):
      Bilingual(zh: "\(id) 已停用，不能再办。", en: "\(id) is retired; nothing more is done with it.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .sameAsBefore:
      Bilingual(zh: "与原来相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，请换一个责任人。",
        en: "\(name) left office on \(last); name somebody else.")
    case .placeMissing(let name):
      Bilingual(
        zh: "“\(name)”没有登记所属场所，隐患无处可记；请先修改资产，或用 --place 指定。",
        en: "“\(name)” belongs to no place; edit it, or name one with --place.")
    }
  }
}
