import Almanac
import Domain

/// Reads checklists from YAML of the form `schema: xunjian-checklists/1`, which the head of the shipped
/// `checklists.yaml` describes.
public enum ChecklistFile {
  /// Reads a file of checklists.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  /// - Throws: ``IntakeError`` that names the line and the field: nothing is guessed or passed over.
  public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> [Checklist] {
    let root = try YAMLDocument.root(bytes, file: file)
    let fields = try root.fields([
      "schema", "laws", "hazards", "place-kinds", "na-reasons", "spots", "checklists",
    ])
    _ = try fields.required("schema").choice(Vocabulary(["xunjian-checklists/1"]))
    try checkWords(fields["hazards"], Vocabulary(HazardCategory.self))
    try checkWords(fields["place-kinds"], Vocabulary(PlaceKind.self))
    try checkWords(fields["na-reasons"])
    try checkWords(fields["spots"], extra: ["number"])

    let laws = try LawTable(fields["laws"])
    var taken = TakenIDs()
    var checklists: [Checklist] = []
    for value in try fields.required("checklists").filledList() {
      checklists.append(try checklist(value, laws, &taken))
    }
    return checklists
  }

  /// Checks a list of `{id, title}`: the words the file uses, which the program knows already.
  private static func checkWords<Meaning: Sendable>(
    _ value: YAMLValue?, _ known: Vocabulary<Meaning>? = Vocabulary<String>?.none,
    extra: [String] = []
  ) throws(IntakeError) {
    var taken = TakenIDs()
    for word in try value?.list() ?? [] {
      let fields = try word.fields(["id", "title"] + extra)
      let id = try fields.required("id")
      if let known { _ = try id.choice(known) }
      try taken.take(try id.id(), at: id)
      _ = try fields.required("title").bilingual()
      for key in extra { _ = try fields.required(key).number() }
    }
  }

  private static func checklist(
    _ value: YAMLValue, _ laws: LawTable, _ taken: inout TakenIDs
  ) throws(IntakeError) -> Checklist {
    let fields = try value.fields([
      "id", "version", "title", "place-kinds", "basis", "frequency", "sections",
    ])
    let id = try fields.required("id")
    try taken.take(try id.id(), at: id)
    let kinds = try placeKinds(fields.required("place-kinds"))
    _ = try laws.basis(fields["basis"])
    let frequency = try frequency(fields["frequency"], laws)

    var sections: [ChecklistSection] = []
    var sectionIDs = TakenIDs()
    var itemReader = ItemReader(kinds: kinds, laws: laws)
    for value in try fields.required("sections").filledList() {
      sections.append(try section(value, &sectionIDs, &itemReader))
    }
    return Checklist(
      id: Identifier(try id.id()), version: try fields.required("version").count(),
      title: try fields.required("title").title(), placeKinds: kinds, sections: sections,
      statutory: frequency.statutory, own: frequency.own)
  }

  private static func section(
    _ value: YAMLValue, _ taken: inout TakenIDs, _ reader: inout ItemReader
  ) throws(IntakeError) -> ChecklistSection {
    let fields = try value.fields(["id", "title", "stage", "weather", "items"])
    let id = try fields.required("id")
    try taken.take(try id.id(), at: id)
    let stage = try fields["stage"].map { value throws(IntakeError) in
      try value.choice(Vocabulary(["before", "during", "after"]))
    }
    let weather = try fields["weather"].map { value throws(IntakeError) in
      try value.choice(Vocabulary(["heat", "cold", "lightning", "rainstorm"]))
    }
    var items: [Item] = []
    for item in try fields.required("items").filledList() { items.append(try reader.item(item)) }
    return ChecklistSection(
      id: try id.id(), title: try fields.required("title").bilingual(), stage: stage,
      weather: weather, items: items)
  }

  /// Kinds of place, at least one and none twice.
  static func placeKinds(_ value: YAMLValue) throws(IntakeError) -> [PlaceKind] {
    var taken = TakenIDs()
    var kinds: [PlaceKind] = []
    for value in try value.filledList() {
      let kind = try value.choice(Vocabulary(PlaceKind.self))
      try taken.take(kind.rawValue, at: value)
      kinds.append(kind)
    }
    return kinds
  }

  private static let rhythms = Vocabulary([
    "none", "half-day", "day", "trip", "week", "month", "quarter", "event", "before-holiday",
    "after-holiday", "before-flood", "flood-season",
  ])

  /// The frequency asked by law, followed by its basis in brackets, and the office's own.
  private static func frequency(
    _ value: YAMLValue?, _ laws: LawTable
  ) throws(IntakeError) -> (statutory: Bilingual?, own: Bilingual?) {
    guard let fields = try value?.fields(["statutory", "office"]) else { return (nil, nil) }
    let statutory = try fields["statutory"].map { value throws(IntakeError) in
      let fields = try value.fields(["every", "text", "basis"])
      _ = try fields.required("every").choice(rhythms)
      let text = try fields.required("text").bilingual()
      guard let basis = try laws.basis(fields["basis"]) else { return text }
      return text + Bilingual(zh: "（\(basis.zh)）", en: " (\(basis.en))")
    }
    let own = try fields["office"].map { value throws(IntakeError) in
      let fields = try value.fields(["every", "text"])
      _ = try fields.required("every").choice(rhythms)
      return try fields.required("text").bilingual()
    }
    return (statutory, own)
  }
}
