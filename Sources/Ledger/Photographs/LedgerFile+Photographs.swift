import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The files of photographs that belong to the ledger.
  public var photographs: PhotographStore { PhotographStore(ledger: path) }

  /// The photographs that hazards name, against the names and sizes of their files: quick, for no file is read.
  ///
  /// - Returns: How many are named, whether their folder is there, and those missing or of another size.
  /// - Throws: ``LedgerError``.
  public func photographsBySize() throws -> (
    count: Int, isFolderThere: Bool, lacking: [Photograph]
  ) {
    let named = try namedPhotographs()
    let store = photographs
    return (named.count, store.isThere, named.filter { !store.isLikely($0) })
  }

  /// The photographs that hazards name, each file once, in order of file.
  ///
  /// - Throws: ``LedgerError``.
  func namedPhotographs() throws -> [Photograph] {
    try reading { database in
      let texts = try String.fetchAll(
        database,
        sql: """
          SELECT json_extract(attached.value, '$.photograph')
          FROM hazard, json_each(hazard.value, '$.photographs') AS attached
          """)
      let named = try texts.map { try JSON.value(Photograph.self, $0) }
      return Dictionary(named.map { ($0.file, $0) }) { first, _ in first }
        .sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

/// Holds the files of photographs against the journal.
struct PhotographCheck {
  /// The journal's row that first names a file.
  private var rows: [String: Int] = [:]

  /// Takes a line of the journal down if it names a photograph.
  mutating func meet(_ line: JournalLine, row: Int) {
    guard case .hazard(.photographed(let photograph))? = line.event else { return }
    if rows[photograph.file] == nil { rows[photograph.file] = row }
  }

  /// What is missing or changed, in order of hazard.
  func problems(of fold: Fold, in store: PhotographStore) -> [Verification.Problem] {
    var states: [String: PhotographStore.State] = [:]
    return fold.hazards.values.sorted { $0.id < $1.id }.flatMap { hazard in
      hazard.photographs.compactMap { attached -> Verification.Problem? in
        let photograph = attached.photograph
        let state = states[photograph.file] ?? store.state(of: photograph)
        states[photograph.file] = state
        guard let what = words(for: state, photograph, store) else { return nil }
        return .init(
          line: rows[photograph.file],
          what: Bilingual(zh: "隐患 \(hazard.id) ", en: "hazard \(hazard.id): ") + what)
      }
    }
  }

  /// Files that no hazard names: no fault, left by an act that did not come about.
  func notices(of fold: Fold, in store: PhotographStore) -> [Verification.Problem] {
    let named = Set(fold.hazards.values.flatMap(\.photographs).map(\.photograph.file))
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
    for state: PhotographStore.State, _ photograph: Photograph, _ store: PhotographStore
  ) -> Bilingual? {
    let path = store.path(of: photograph)
    return switch state {
    case .sound: nil
    case .missing:
      Bilingual(
        zh: "的照片“\(photograph.name)”不见了：\(path)，请从备份取回",
        en: "its photograph “\(photograph.name)” is missing: \(path); take it from a backup")
    case .unreadable:
      Bilingual(
        zh: "的照片“\(photograph.name)”读不到：\(path)，请检查权限或磁盘",
        en:
          "its photograph “\(photograph.name)” cannot be read: \(path); check permissions or the disk"
      )
    case .changed:
      Bilingual(
        zh: "的照片“\(photograph.name)”与附上时不符：\(path)，请从备份取回",
        en: """
          its photograph “\(photograph.name)” is not as it was attached: \(path); take it from a \
          backup
          """)
    }
  }
}
