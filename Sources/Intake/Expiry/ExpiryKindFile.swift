import Almanac
import Domain

/// Reads kinds of things that end from YAML of the form `schema: xunjian-expiries/1`, which the head of the
/// shipped `expiries.yaml` describes.
public enum ExpiryKindFile {
  /// Reads a file of kinds.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  /// - Throws: ``IntakeError`` that names the line and the field.
  public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> [ExpiryKind] {
    let fields = try YAMLDocument.root(bytes, file: file).fields(["schema", "kinds"])
    _ = try fields.required("schema").choice(Vocabulary(["xunjian-expiries/1"]))
    var taken = TakenIDs()
    var kinds: [ExpiryKind] = []
    for value in try fields.required("kinds").filledList() {
      kinds.append(try kind(value, &taken))
    }
    return kinds
  }

  private static func kind(
    _ value: YAMLValue, _ taken: inout TakenIDs
  ) throws(IntakeError) -> ExpiryKind {
    let map = try value.fields(["id", "name", "months", "first", "life", "source", "fire"])
    func months(_ key: String) throws(IntakeError) -> Int? {
      try map[key].map { value throws(IntakeError) in try value.count() }
    }
    let id = try map.required("id")
    let name = try id.id()
    try taken.take(name, at: id)
    return ExpiryKind(
      id: Identifier(name), name: try map.required("name").title(), months: try months("months"),
      firstMonths: try months("first"), lifeMonths: try months("life"),
      source: try map["source"].map { value throws(IntakeError) in try value.title() },
      firePart: try map["fire"].map { value throws(IntakeError) in
        try value.choice(Vocabulary(FireFilePart.self) { $0.name })
      })
  }
}
