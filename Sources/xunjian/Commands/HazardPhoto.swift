import Almanac
import ArgumentParser
import Domain
import Ledger

/// The photographs of a hazard: lists them, attaches more, shows them on the desktop.
struct HazardPhoto: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "photo",
    abstract: Bilingual(zh: "隐患的照片", en: "photographs of a hazard")[Speech.language],
    discussion: Bilingual(
      zh: """
        只写编号时列出照片。照片文件夹由 XUNJIAN_PHOTOS 指明，或用 --folder 设定，否则是主目录下的 \
        xunjian-photos；其中名为“2026-017前.jpg”“2026-017后.png”的文件自己对上隐患，--drop 列出，\
        加 --yes 附上。文件留在原处。
        """,
      en: """
        With a number alone, lists them. The folder of photographs is XUNJIAN_PHOTOS, or the one set by \
        --folder, or xunjian-photos at home; a file in it called 2026-017before.jpg or \
        2026-017after.png is for that hazard: --drop lists them, with --yes attaches them. The files \
        stay where they are.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "隐患编号", en: "the hazard's number")) var number: String?
  @Option(
    parsing: .upToNextOption, help: help(zh: "整改前的照片", en: "photographs from before"))
  var before: [String] = []
  @Option(
    parsing: .upToNextOption, help: help(zh: "整改后的照片", en: "photographs from after"))
  var after: [String] = []
  @Flag(help: help(zh: "从照片文件夹取", en: "take them from the folder of photographs")) var drop = false
  @Flag(help: help(zh: "附上 --drop 列出的", en: "attach what --drop lists")) var yes = false
  @Option(help: help(zh: "设定照片文件夹", en: "set the folder of photographs")) var folder: String?
  @Flag(help: help(zh: "在桌面上打开", en: "show them on the desktop")) var open = false
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws {
    guard number != nil || drop || folder != nil else {
      throw ValidationError(
        Bilingual(zh: "请写隐患编号，或用 --drop。", en: "Name a hazard, or use --drop.")[Speech.language])
    }
  }

  func run() throws {
    if let folder { try DropFolder.set(folder) }
    guard number != nil || drop else { return }
    let session = try Session(options)
    if drop { return try takeDropped(session) }
    let id = Identifier<Hazard>(number ?? "")
    guard try session.ledger.hazard(id) != nil else { throw HazardError.noSuchHazard(id.rawValue) }
    let files =
      try before.map { try PhotographFile(path: $0, role: .before) }
      + after.map { try PhotographFile(path: $0, role: .after) }
    if !files.isEmpty {
      let act = Command.hazard(id, .photograph(files.map(\.photograph)))
      _ = try entered.perform(act, session, files)
    }
    guard let hazard = try session.ledger.hazard(id) else { return }
    try show(hazard, session)
    if open {
      for attached in hazard.photographs {
        try Desktop.open(attached.photograph, of: session.ledger.photographs)
      }
    }
  }

  private func show(_ hazard: Hazard, _ session: Session) throws {
    let store = session.ledger.photographs
    let rows = hazard.photographs.map { PhotographJSON($0, in: store) }
    if json {
      return try Output.json(HazardPhotographsJSON(number: hazard.id.rawValue, photographs: rows))
    }
    guard !rows.isEmpty else {
      return Output.line(
        Bilingual(zh: "\(hazard.id) 没有照片。", en: "\(hazard.id) has no photographs.")[
          session.language])
    }
    let bureau = try session.ledger.bureau()
    Output.table(
      Self.heading.map { $0[session.language] },
      hazard.photographs.map { attached in
        let photograph = attached.photograph
        return [
          photograph.role.name[session.language], photograph.name,
          Photograph.amount(photograph.size), photograph.taken?.description ?? "",
          "\(attached.attached.day) \(bureau.name(attached.attached.person))",
          photograph.checksum.short, store.state(of: photograph).name[session.language],
        ]
      })
  }

  private static let heading = [
    Bilingual(zh: "前后", en: "Shows"), Bilingual(zh: "文件名", en: "Name"),
    Bilingual(zh: "大小", en: "Size"), Bilingual(zh: "拍摄", en: "Taken"),
    Bilingual(zh: "附上", en: "Attached"), Bilingual(zh: "校验值", en: "Checksum"),
    Bilingual(zh: "文件", en: "File"),
  ]
}

extension PhotographStore.State {
  /// As lists show it.
  var name: Bilingual {
    switch self {
    case .sound: Bilingual(zh: "相符", en: "sound")
    case .missing: Bilingual(zh: "!! 缺失", en: "!! missing")
    case .changed: Bilingual(zh: "!! 与附上时不符", en: "!! changed")
    case .unreadable: Bilingual(zh: "!! 读不到", en: "!! unreadable")
    }
  }
}

/// `hazard photo N --json`.
struct HazardPhotographsJSON: Encodable {
  var number: String
  var photographs: [PhotographJSON]
}

/// A photograph in JSON.
struct PhotographJSON: Encodable {
  var role: Photograph.Role
  var name: String
  var size: Int
  var kind: Photograph.Kind
  @Nullable var taken: Day?
  var checksum: Checksum
  var attached: Day
  var person: Person.ID
  /// Where its file is, and whether it is the one attached; only where the files were looked at.
  var path: String?
  var state: String?

  init(_ attached: AttachedPhotograph, in store: PhotographStore? = nil) {
    let photograph = attached.photograph
    role = photograph.role
    name = photograph.name
    size = photograph.size
    kind = photograph.kind
    taken = photograph.taken
    checksum = photograph.checksum
    self.attached = attached.attached.day
    person = attached.attached.person
    path = store?.path(of: photograph)
    state = store?.state(of: photograph).rawValue
  }
}
