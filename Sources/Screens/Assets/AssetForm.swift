import Almanac
import Canvas
import Domain

/// The fields of one act on an asset: entering it, changing, retiring, registering what was found on it.
struct AssetForm: ActForm {
  /// What is done.
  enum Act: Sendable {
    case add
    case edit
    case retire
    case report

    var name: Bilingual {
      switch self {
      case .add: Bilingual(zh: "登记网络资产", en: "Enter an asset")
      case .edit: Bilingual(zh: "修改", en: "Change")
      case .retire: Bilingual(zh: "停用（下线、报废）", en: "Retire: switched off, scrapped")
      case .report: Bilingual(zh: "登记漏洞", en: "Register a weakness")
      }
    }
  }

  /// One field.
  enum Part: String, FormPart {
    case sort
    case name
    case person
    case post
    case place
    case address
    case system
    case supportEnd
    case level
    case note
    case reason
    case text
    case severity
    case identifier
    case version
    case advice
    case proof

    var label: Bilingual {
      switch self {
      case .sort: Bilingual(zh: "类别", en: "Sort")
      case .name: Bilingual(zh: "名称", en: "Name")
      case .person: Bilingual(zh: "责任人", en: "Person")
      case .post: Bilingual(zh: "岗位", en: "Post")
      case .place: Bilingual(zh: "场所", en: "Place")
      case .address: Bilingual(zh: "地址", en: "Address")
      case .system: Bilingual(zh: "操作系统", en: "System")
      case .supportEnd: Bilingual(zh: "停止支持", en: "Support end")
      case .level: Bilingual(zh: "等保级别", en: "Level")
      case .note: Bilingual(zh: "备注", en: "Note")
      case .reason: Bilingual(zh: "原因", en: "Why")
      case .text: Bilingual(zh: "漏洞", en: "Weakness")
      case .severity: Bilingual(zh: "等级", en: "Severity")
      case .identifier: Bilingual(zh: "漏洞编号", en: "CVE or CNVD")
      case .version: Bilingual(zh: "发现版本", en: "Version")
      case .advice: Bilingual(zh: "修复建议", en: "Advice")
      case .proof: Bilingual(zh: "发现依据", en: "Seen by")
      }
    }

    var isDay: Bool { self == .supportEnd }
  }

  private let act: Act
  private let asset: Asset?
  var fields: FormFields<Part>

  /// - Parameter asset: What it is about; nil for a new one.
  init(_ act: Act, of asset: Asset?, _ context: Context) {
    self.act = act
    self.asset = asset
    let (content, bureau) = (asset?.content, context.bureau)
    let what: [(part: Part, text: String)] = [
      (.sort, content.map { context($0.sort.name) } ?? ""), (.name, content?.name ?? ""),
      (.person, bureau.name(content?.person)), (.post, content?.post ?? ""),
      (.place, content?.place.map { bureau.name($0) } ?? ""),
      (.address, content?.address ?? ""), (.system, content?.system ?? ""),
      (.supportEnd, content?.supportEnd?.description ?? ""),
      (.level, content?.level.map { "\($0)" } ?? ""), (.note, content?.note ?? ""),
    ]
    let parts: [(part: Part, text: String)] =
      switch act {
      case .add: what
      case .edit: what + [(.reason, "")]
      case .retire: [(.reason, "")]
      case .report:
        [
          (.text, ""), (.severity, ""), (.identifier, ""), (.version, ""), (.advice, ""),
          (.proof, ""),
        ]
      }
    fields = FormFields(parts, enter: .goesOn)
  }

  var id: String { "asset \(act) \(asset?.id.rawValue ?? "")" }
  /// Whether it registers what was found.
  var isReport: Bool { act == .report }

  func names(in part: Part, _ context: Context) -> NameList? {
    switch part {
    case .sort:
      NameList(
        choices: Asset.Sort.allCases.map {
          NameChoice(id: $0.rawValue, name: context($0.name))
        })
    case .severity:
      NameList(
        choices: Weakness.Severity.allCases.reversed().map {
          NameChoice(id: $0.rawValue, name: context($0.name))
        }, takesOthers: true)
    case .place: .places(context)
    case .person: .persons(context)
    case .name, .post, .address, .system, .supportEnd, .level, .note, .reason, .text, .identifier,
      .version, .advice, .proof:
      nil
    }
  }

  func effect(_ context: Context) throws -> Effect {
    switch act {
    case .add: return .perform(.asset(.add([try content(context)])))
    case .edit:
      return try acting(.edit(content(context), reason: fields.optional(.reason)))
    case .retire:
      return try acting(
        .retire(
          reason: reading(.reason) { text in
            guard !text.isEmpty else { throw AssetError.reasonMissing }
            return text
          }))
    case .report: return .perform(.asset(.reportWeaknesses([try report(context)])))
    }
  }

  private func acting(_ command: AssetCommand) throws -> Effect {
    guard let asset else { throw AssetError.noSuchAsset("") }
    return .perform(.asset(.act(asset.id, command)))
  }

  /// What a field that picks from a list stands for: the one whose name it has, or as it is.
  private func picked(_ part: Part, _ text: String, _ context: Context) -> String {
    names(in: part, context)?.choices.first { $0.name == text || $0.id == text }?.id ?? text
  }

  private func content(_ context: Context) throws -> Asset.Content {
    let sort = try reading(.sort) { text in
      guard let sort = Asset.Sort(typed: picked(.sort, text, context)) else {
        throw AssetError.noSuchSort(text)
      }
      return sort
    }
    let name = try reading(.name) { text in
      guard !text.isEmpty else { throw AssetError.nameMissing }
      return text
    }
    var content = Asset.Content(
      sort: sort, name: name, post: fields.optional(.post), address: fields.optional(.address),
      system: fields.optional(.system), note: fields.optional(.note))
    content.person = try reading(.person) { try context.bureau.persons(typed: $0).first }
    content.place = try reading(.place) { text in
      guard !text.isEmpty else { return nil }
      let places = context.bureau.places.filter { $0.name == text || $0.id.rawValue == text }
      guard let place = places.first, places.count == 1 else { throw AssetError.noSuchPlace(text) }
      return place.id
    }
    content.supportEnd =
      fields.optional(.supportEnd) == nil ? nil : try day(.supportEnd, context)
    content.level = try reading(.level) { try Asset.level(typed: $0) }
    return content
  }

  private func report(_ context: Context) throws -> WeaknessReport {
    guard let asset else { throw AssetError.noSuchAsset("") }
    let text = try reading(.text) { text in
      guard !text.isEmpty else { throw HazardError.textMissing }
      return text
    }
    let severity = try reading(.severity) { text in
      guard let severity = try Weakness.Severity.scanned(picked(.severity, text, context)) else {
        throw AssetError.noSuchSeverity(text)
      }
      return severity
    }
    return WeaknessReport(
      text,
      Weakness(
        asset: asset.id, severity: severity, identifier: fields.optional(.identifier),
        version: fields.optional(.version), advice: fields.optional(.advice),
        proof: fields.optional(.proof)))
  }

  private func hints(_ context: Context) -> [Bilingual] {
    let keys = Bilingual(
      zh: "F8 存；Enter、Tab 下一栏；Esc 取消", en: "F8 saves; Enter or Tab goes on; Esc cancels")
    switch act {
    case .retire: return [keys]
    case .add, .edit:
      return [
        Bilingual(
          zh: "上次巡查取自所属场所的检查记录，不用填", en: "Its last patrol is read from the records of its place"),
        keys,
      ]
    case .report:
      let days = Weakness.Severity.allCases.reversed().map {
        Bilingual(zh: "\($0.name.zh)\($0.days)", en: "\($0.name.en) \($0.days)")
      }
      return [
        Bilingual(
          zh: "登记为隐患，期限（天）：" + days.map(\.zh).joined(separator: "、"),
          en: "Becomes a hazard, due in days: " + days.map(\.en).joined(separator: ", ")), keys,
      ]
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let about = asset.map { "\($0.id)  \($0.content.name)" } ?? ""
    let rest = drawHead(
      context(act.name) + "  " + about, hints(context).map { context($0) }, into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in
      switch part {
      case .name, .post, .address, .system, .note, .reason, .text, .identifier, .version, .advice,
        .proof:
        .room(text)
      case .sort, .person, .place, .supportEnd, .level, .severity: nil
      }
    }
  }
}
