import Almanac
import Domain
import Ledger

extension HazardPhoto {
  /// A file of the folder, and what becomes of it.
  fileprivate struct Dropped {
    enum Outcome {
      case ready(PhotographFile)
      case attached
      case there
      case idle
      case refused(Bilingual)
    }

    var file: DropFile
    var outcome: Outcome
  }

  /// Lists the folder, or attaches what proposes itself; one file that is refused keeps no other back.
  func takeDropped(_ session: Session) throws {
    let folder = DropFolder.present
    let listing = folder.listing()
    guard listing.exists else {
      throw ShellError.plain(
        .noInput,
        Bilingual(
          zh: "没有照片文件夹：\(listing.folder)。请建立它，或用 --folder 设定。",
          en:
            "There is no folder of photographs at \(listing.folder); make it, or set another with --folder."
        ))
    }
    let wanted = number.map { Identifier<Hazard>($0) }
    let files = listing.files.filter { wanted == nil || $0.proposal?.hazard == wanted }
    let dropped = try files.map { file in
      Dropped(file: file, outcome: try outcome(of: file, in: folder, session))
    }
    try show(dropped, session)
    if let words = listing.unnamedWords { Output.error(words) }
  }

  private func outcome(
    of file: DropFile, in folder: DropFolder, _ session: Session
  ) throws -> Dropped.Outcome {
    guard let proposal = file.proposal else { return .idle }
    do {
      guard let hazard = try session.ledger.hazard(proposal.hazard) else {
        throw HazardError.noSuchHazard(proposal.hazard.rawValue)
      }
      let photograph = try PhotographFile(path: folder.file(file.name), role: proposal.role)
      let isThere = hazard.photographs(proposal.role).contains {
        $0.photograph.checksum == photograph.photograph.checksum
      }
      if isThere { return .there }
      guard hazard.isOpen else { throw HazardError.ended(hazard.state) }
      guard yes else { return .ready(photograph) }
      let act = Command.hazard(proposal.hazard, .photograph([photograph.photograph]))
      _ = try entered.perform(act, session, [photograph])
      return .attached
    } catch {
      guard let failure = Failure(error), failure.status == .badData || failure.status == .noInput
      else { throw error }
      return .refused(failure.message)
    }
  }

  private func show(_ dropped: [Dropped], _ session: Session) throws {
    if json { return try Output.json(dropped.map { DroppedJSON($0.file, $0.outcome.name) }) }
    let language = session.language
    Output.table(
      [
        Bilingual(zh: "文件", en: "File"), Bilingual(zh: "大小", en: "Size"),
        Bilingual(zh: "日期", en: "Date"), Bilingual(zh: "隐患", en: "Hazard"),
        Bilingual(zh: "前后", en: "Shows"), Bilingual(zh: "结果", en: "Outcome"),
      ].map { $0[language] },
      dropped.map { row in
        [
          row.file.name, Photograph.amount(row.file.size), row.file.modified.dayAndTime,
          row.file.proposal?.hazard.rawValue ?? "", row.file.proposal?.role.name[language] ?? "",
          row.outcome.words[language],
        ]
      })
    let ready = dropped.count {
      if case .ready = $0.outcome { true } else { false }
    }
    guard ready > 0 else { return }
    Output.line(
      Bilingual(
        zh: "加 --yes 附上这 \(ready) 张。", en: "Add --yes to attach \(counted(ready, "photograph")).")[
          language])
  }
}

extension HazardPhoto.Dropped.Outcome {
  /// For programs.
  fileprivate var name: String {
    switch self {
    case .ready: "ready"
    case .attached: "attached"
    case .there: "there"
    case .idle: "idle"
    case .refused: "refused"
    }
  }

  /// For people.
  fileprivate var words: Bilingual {
    switch self {
    case .ready: Bilingual(zh: "可附", en: "ready")
    case .attached: Bilingual(zh: "已附上", en: "attached")
    case .there: Bilingual(zh: "早已附上", en: "there already")
    case .idle: Bilingual(zh: "文件名没有编号", en: "its name names no hazard")
    case .refused(let why): Bilingual(zh: "不能附：\(why.zh)", en: "refused: \(why.en)")
    }
  }
}

/// A file of the folder in JSON.
private struct DroppedJSON: Encodable {
  var name: String
  var size: Int
  var modified: Moment
  @Nullable var hazard: String?
  @Nullable var role: Photograph.Role?
  var outcome: String

  init(_ file: DropFile, _ outcome: String) {
    name = file.name
    size = file.size
    modified = file.modified
    hazard = file.proposal?.hazard.rawValue
    role = file.proposal?.role
    self.outcome = outcome
  }
}
