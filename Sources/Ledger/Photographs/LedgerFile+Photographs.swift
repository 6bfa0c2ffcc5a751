import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The files of photographs that belong to the ledger.
  public var photographs: PhotographStore { PhotographStore(ledger: path) }

  /// The photographs and scans that the ledger names, against the names and sizes of their files: quick, for
  /// no file is read.
  ///
  /// - Returns: How many are named, whether their folder is there, and those missing or of another size.
  /// - Throws: ``LedgerError``.
  public func filesBySize() throws -> (
    count: Int, isFolderThere: Bool, lacking: [any KeptFile]
  ) {
    let named = try namedFiles()
    let store = photographs
    return (named.count, store.isThere, named.filter { !store.isLikely($0) })
  }

  /// The photographs that hazards name, the scans of what was entered for others and the papers of
  /// activities, things that end, rules and assessments, each file once, in order of file.
  ///
  /// - Throws: ``LedgerError``.
  func namedFiles() throws -> [any KeptFile] {
    try reading { database in
      let photographs = try String.fetchAll(
        database,
        sql: """
          SELECT json_extract(attached.value, '$.photograph')
          FROM hazard, json_each(hazard.value, '$.photographs') AS attached
          """)
      let scans = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT line -> '$.for.scan' FROM journal
          WHERE line ->> '$.for.person' IS NOT NULL AND line -> '$.for.scan' IS NOT NULL
          """)
      let papers = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT coalesce(
            line -> '$.data.file', line -> '$.data.content.file', line -> '$.data.term.file',
            line -> '$.data.content.term.file') AS file
          FROM journal
          WHERE file IS NOT NULL AND (subject LIKE 'activity/%' OR subject LIKE 'expiry/%'
            OR subject LIKE 'rule/%' OR subject LIKE 'assessment/%')
          """)
      let named: [any KeptFile] =
        try photographs.map { try JSON.value(Photograph.self, $0) }
        + (scans + papers).map { try JSON.value(Scan.self, $0) }
      return Dictionary(named.map { ($0.file, $0) }) { first, _ in first }
        .sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

/// Holds the files of photographs and scans against the journal.
struct PhotographCheck {
  /// A scan, and what first names it.
  private struct Found {
    var scan: Scan
    var owner: Bilingual
    var row: Int
  }

  /// The journal's row that first names a file.
  private var rows: [String: Int] = [:]
  private var scans: [Found] = []

  /// Takes a line of the journal down if it names a photograph or a scan.
  mutating func meet(_ line: JournalLine, row: Int) {
    if let scan = line.stamp.entered?.scan {
      meet(scan, of: Bilingual(zh: "代录 \(line.act) ", en: "entry \(line.act): "), row)
    }
    if case .activity(let event)? = line.event, let file = event.content?.file {
      let id = line.subject.id
      meet(file, of: Bilingual(zh: "活动 \(id) ", en: "activity \(id): "), row)
    }
    if case .expiry(let event)? = line.event, let file = event.file {
      let id = line.subject.id
      meet(file, of: Bilingual(zh: "到期事项 \(id) ", en: "what ends \(id): "), row)
    }
    if case .rule(let event)? = line.event, let file = event.file {
      let id = line.subject.id
      meet(file, of: Bilingual(zh: "制度 \(id) ", en: "rule \(id): "), row)
    }
    guard case .hazard(.photographed(let photograph))? = line.event else { return }
    if rows[photograph.file] == nil { rows[photograph.file] = row }
  }

  private mutating func meet(_ scan: Scan, of owner: Bilingual, _ row: Int) {
    guard !scans.contains(where: { $0.scan.file == scan.file }) else { return }
    scans.append(Found(scan: scan, owner: owner, row: row))
  }

  /// What is missing or changed: photographs in order of hazard, then scans in order of line.
  ///
  /// - Parameter step: Told before each file is read; what it throws ends the check.
  func problems(
    of fold: Fold, in store: PhotographStore, step: () throws -> Void
  ) rethrows -> [Verification.Problem] {
    try photographs(of: fold, in: store, step: step)
      + scans.compactMap { found in
        try step()
        return words(for: store.state(of: found.scan), Self.scan, found.scan, store).map { what in
          .init(line: found.row, what: found.owner + what)
        }
      }
  }

  private static let photograph = Bilingual(zh: "照片", en: "photograph")
  private static let scan = Bilingual(zh: "扫描件", en: "scan")

  private func photographs(
    of fold: Fold, in store: PhotographStore, step: () throws -> Void
  ) rethrows -> [Verification.Problem] {
    var states: [String: PhotographStore.State] = [:]
    return try fold.hazards.values.sorted { $0.id < $1.id }.flatMap { hazard in
      try hazard.photographs.compactMap { attached -> Verification.Problem? in
        try step()
        let photograph = attached.photograph
        let state = states[photograph.file] ?? store.state(of: photograph)
        states[photograph.file] = state
        guard let what = words(for: state, Self.photograph, photograph, store) else { return nil }
        return .init(
          line: rows[photograph.file],
          what: Bilingual(zh: "隐患 \(hazard.id) ", en: "hazard \(hazard.id): ") + what)
      }
    }
  }

  /// Files that no line names: no fault, left by an act that did not come about.
  func notices(of fold: Fold, in store: PhotographStore) -> [Verification.Problem] {
    let named = Set(
      fold.hazards.values.flatMap(\.photographs).map(\.photograph.file) + scans.map(\.scan.file))
    let others = store.files().filter { !named.contains($0) }
    guard let first = others.first else { return [] }
    return [
      .init(
        line: nil,
        what: Bilingual(
          zh: "照片文件夹中有 \(others.count) 个文件没有记录引用，如 \(store.folder)/\(first)",
          en: """
            files in the folder of photographs that no line names: \(others.count), as \
            \(store.folder)/\(first)
            """))
    ]
  }

  private func words(
    for state: PhotographStore.State, _ what: Bilingual, _ file: some KeptFile,
    _ store: PhotographStore
  ) -> Bilingual? {
    let path = store.path(of: file)
    let its = Bilingual(zh: "的\(what.zh)“\(file.name)”", en: "its \(what.en) “\(file.name)” ")
    return switch state {
    case .sound: nil
    case .missing:
      its
        + Bilingual(
          zh: "不见了：\(path)，请从备份取回", en: "is missing: \(path); take it from a backup")
    case .unreadable:
      its
        + Bilingual(
          zh: "读不到：\(path)，请检查权限或磁盘",
          en: "cannot be read: \(path); check permissions or the disk")
    case .changed:
      its
        + Bilingual(
          zh: "与附上时不符：\(path)，请从备份取回",
          en: "is not as it was attached: \(path); take it from a backup")
    }
  }
}
