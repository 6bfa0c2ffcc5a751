import Almanac
import Canvas
import Domain

/// The fields of one act on a thing that ends: entering it, renewing, changing, retiring.
struct ExpiryForm: ActForm {
  /// What is done.
  enum Act: Sendable {
    case add
    case renew
    case edit
    case retire

    var name: Bilingual {
      switch self {
      case .add: Bilingual(zh: "登记到期事项", en: "Enter what ends")
      case .renew: Bilingual(zh: "续期", en: "Renew")
      case .edit: Bilingual(zh: "修改", en: "Change")
      case .retire: Bilingual(zh: "停管（报废、转出）", en: "Retire: scrapped, handed on")
      }
    }
  }

  /// One field.
  enum Part: String, FormPart {
    case kind
    case name
    case place
    case count
    case person
    case made
    case done
    case until
    case document
    case by
    case note
    case file
    case reason

    var label: Bilingual {
      switch self {
      case .kind: Bilingual(zh: "种类", en: "Kind")
      case .name: Bilingual(zh: "名称", en: "Name")
      case .place: Bilingual(zh: "场所", en: "Place")
      case .count: Bilingual(zh: "数量", en: "Count")
      case .person: Bilingual(zh: "责任人", en: "Person")
      case .made: Bilingual(zh: "出厂日期", en: "Made")
      case .done: Bilingual(zh: "检验日期", en: "Done")
      case .until: Bilingual(zh: "有效期至", en: "Until")
      case .document: Bilingual(zh: "证号", en: "Document")
      case .by: Bilingual(zh: "办理单位", en: "By")
      case .note: Bilingual(zh: "备注", en: "Note")
      case .file: Bilingual(zh: "附件", en: "Paper")
      case .reason: Bilingual(zh: "原因", en: "Why")
      }
    }

    var isDay: Bool { [.made, .done, .until].contains(self) }
  }

  private let act: Act
  /// What it is about: several that are renewed together, none for a new one.
  private let expiries: [Expiry]
  private let kinds: [ExpiryKind]
  var fields: FormFields<Part>
  /// The files that can be attached.
  var files: [DropFile] = []

  private var expiry: Expiry? { expiries.first }
  private var isTogether: Bool { expiries.count > 1 }

  /// - Parameter expiries: What it is about; none for a new one, several only to be renewed.
  init(_ act: Act, of expiries: [Expiry], _ kinds: [ExpiryKind], _ context: Context) {
    self.act = act
    self.expiries = expiries
    self.kinds = kinds
    let expiry = expiries.first
    let (content, bureau) = (expiry?.content, context.bureau)
    let what: [(part: Part, text: String)] = [
      (.name, content?.name ?? ""), (.place, content?.place.map { bureau.name($0) } ?? ""),
      (.count, "\(content?.count ?? 1)"), (.person, bureau.name(content?.person)),
      (.made, content?.made?.description ?? ""),
    ]
    let term: [(part: Part, text: String)] =
      act == .edit
      ? [
        (.done, content?.term.done?.description ?? ""),
        (.until, content?.term.until.description ?? ""),
        (.document, content?.term.document ?? ""), (.by, content?.term.by ?? ""),
      ]
      : [
        (.done, act == .renew ? context.today.description : ""), (.until, ""), (.document, ""),
        (.by, act == .renew ? content?.term.by ?? "" : ""),
      ]
    let parts: [(part: Part, text: String)] =
      switch act {
      case .add: [(.kind, "")] + what + term + [(.note, ""), (.file, "")]
      // A number and a paper belong to one of them.
      case .renew where expiries.count > 1:
        term.filter { $0.part != .document } + [(.note, "")]
      case .renew: term + [(.note, ""), (.file, "")]
      case .edit: what + term + [(.note, content?.note ?? ""), (.file, ""), (.reason, "")]
      case .retire: [(.reason, "")]
      }
    fields = FormFields(parts, enter: .goesOn)
  }

  var id: String {
    "expiry \(act) \(expiries.map(\.id.rawValue).joined(separator: " "))"
  }

  func names(in part: Part, _ context: Context) -> NameList? {
    switch part {
    case .kind:
      NameList(
        choices: kinds.filter { $0.retired.map { context.today < $0 } ?? true }
          .map { NameChoice(id: $0.id.rawValue, name: context($0.name)) })
    case .place: .places(context)
    case .person: .persons(context)
    case .file: PaperField.names(files)
    case .name, .count, .made, .done, .until, .document, .by, .note, .reason: nil
    }
  }

  /// The kind that the act is about: that of one of the things, or the one that is typed.
  ///
  /// - Throws: ``FieldProblem`` where none is named yet.
  private func kind(of expiry: Expiry?, _ context: Context) throws -> ExpiryKind {
    if let expiry, let kind = kinds.first(where: { $0.id == expiry.content.kind }) { return kind }
    return try reading(.kind) { text in
      let named = names(in: .kind, context)?.choices.first { $0.name == text || $0.id == text }
      return try ExpiryBook(kinds: kinds).kind(named: named?.id ?? text)
    }
  }

  func effect(_ context: Context) throws -> Effect {
    switch act {
    case .retire:
      let reason = try reading(.reason) { text in
        guard !text.isEmpty else { throw ExpiryError.reasonMissing }
        return text
      }
      return try acting(.retire(reason: reason))
    case .renew where isTogether:
      return .performEach(
        try expiries.map { expiry in
          let renewal = ExpiryCommand.renew(try renewal(of: expiry, context))
          return EachAct(.expiry(.act(expiry.id, renewal)), on: expiry.id.rawValue)
        })
    case .renew:
      return try acting(.renew(try renewal(of: expiry, context)))
    case .edit:
      return try acting(.edit(content(context), reason: fields.optional(.reason)))
    case .add:
      let request = ExpiryRequest(try kind(of: nil, context), try content(context))
      return .performFiling(
        .expiry(.add([request])), try PaperField.file(in: Part.file, of: fields, files))
    }
  }

  private func acting(_ command: ExpiryCommand) throws -> Effect {
    guard let expiry else { throw ExpiryError.noSuchExpiry("") }
    return .performFiling(
      .expiry(.act(expiry.id, command)), try PaperField.file(in: Part.file, of: fields, files))
  }

  private func content(_ context: Context) throws -> Expiry.Content {
    let kind = try kind(of: expiry, context)
    let name = try reading(.name) { text in
      guard !text.isEmpty else { throw ExpiryError.nameMissing }
      return text
    }
    let made = try optionalDay(.made, context)
    var content = Expiry.Content(
      kind: kind.id, name: name, made: made, note: fields.optional(.note),
      term: try term(of: kind, made: made, context))
    content.place = try reading(.place) { text in
      guard !text.isEmpty else { return nil }
      let places = context.bureau.places.filter { $0.name == text || $0.id.rawValue == text }
      guard let place = places.first, places.count == 1 else {
        throw ExpiryError.noSuchPlace(text)
      }
      return place.id
    }
    content.person = try reading(.person) { try context.bureau.persons(typed: $0).first }
    guard let count = Int(fields.text(.count)) else {
      throw FieldProblem(Part.count, Self.noNumber)
    }
    content.count = count
    content.term.file = expiry?.content.term.file
    if act == .edit { content.term.note = expiry?.content.term.note }
    return content
  }

  private func renewal(of expiry: Expiry?, _ context: Context) throws -> Expiry.Term {
    var term = try term(
      of: kind(of: expiry, context), made: expiry?.content.made, context)
    term.note = fields.optional(.note)
    return term
  }

  private func term(
    of kind: ExpiryKind, made: Day?, _ context: Context
  ) throws -> Expiry.Term {
    let done = try optionalDay(.done, context)
    let until = try optionalDay(.until, context) ?? kind.proposedEnd(done: done, made: made)
    guard let until else {
      throw FieldProblem(Part.until, ExpiryError.untilMissing(kind.name).message)
    }
    return Expiry.Term(
      done: done, until: until, document: fields.optional(.document), by: fields.optional(.by))
  }

  private func optionalDay(_ part: Part, _ context: Context) throws -> Day? {
    fields.optional(part) == nil ? nil : try day(part, context)
  }

  private static let noNumber = Bilingual(zh: "请填整数", en: "Enter a whole number")

  /// What is said above the fields: the interval by which an end left open is set.
  private func hints(_ context: Context) -> [Bilingual] {
    let keys = Bilingual(
      zh: "F8 存；Enter、Tab 下一栏；Esc 取消", en: "F8 saves; Enter or Tab goes on; Esc cancels")
    guard act != .retire else { return [keys] }
    let kind = try? kind(of: expiry, context)
    guard !isTogether else {
      let each = Bilingual(
        zh: "有效期空着，各按自己的周期推算", en: "An end left open is set for each by its own interval")
      return [each, keys]
    }
    let rule =
      kind.flatMap { kind in
        kind.months.map { months in
          let source = kind.source.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
          return Bilingual(
            zh: "有效期空着，按周期 \(months) 个月推算", en: "An end left open is set by \(months) months")
            + (source ?? Bilingual(verbatim: ""))
        }
      } ?? Bilingual(zh: "有周期的种类，有效期可以空着", en: "An end may be left open where the kind has months")
    return [rule, keys]
  }

  /// How many are renewed together, and the first of them.
  private var together: Bilingual {
    let names = expiries.prefix(3).map(\.content.name)
    let (zh, en) = (names.joined(separator: "、"), names.joined(separator: ", "))
    return Bilingual(zh: "\(expiries.count) 项：\(zh)", en: "\(expiries.count): \(en)")
  }

  private func now(_ expiry: Expiry, _ context: Context) -> String {
    let until = Bilingual(zh: "现至 \(expiry.until)", en: "until \(expiry.until) now")
    return "\(expiry.id)  \(expiry.content.name)  \(context(until))"
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let about = isTogether ? context(together) : expiry.map { now($0, context) }
    let rest = drawHead(
      context(act.name) + "  " + (about ?? ""), hints(context).map { context($0) }, into: &grid,
      rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in
      switch part {
      case .name, .document, .by, .note, .reason: .room(text)
      case .count where Int(trimmed(text)) == nil: TypedHint(Self.noNumber, isTrouble: true)
      case .kind, .place, .count, .person, .made, .done, .until, .file: nil
      }
    }
  }
}
