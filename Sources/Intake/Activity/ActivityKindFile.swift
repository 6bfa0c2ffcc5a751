import Almanac
import Domain

/// Reads kinds of activities from YAML of the form `schema: xunjian-activities/1`, which the head of the
/// shipped `activities.yaml` describes.
public enum ActivityKindFile {
  /// Reads a file of kinds.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  /// - Throws: ``IntakeError`` that names the line and the field.
  public static func read(_ bytes: [UInt8], file: String) throws(IntakeError) -> [ActivityKind] {
    let fields = try YAMLDocument.root(bytes, file: file).fields(["schema", "kinds"])
    _ = try fields.required("schema").choice(Vocabulary(["xunjian-activities/1"]))
    var taken = TakenIDs()
    var kinds: [ActivityKind] = []
    for value in try fields.required("kinds").filledList() {
      kinds.append(try kind(value, &taken))
    }
    return kinds
  }

  private static func kind(
    _ value: YAMLValue, _ taken: inout TakenIDs
  ) throws(IntakeError) -> ActivityKind {
    let map = try value.fields([
      "id", "name", "fields", "circulated", "resolutions", "target", "key-unit-target",
    ])
    var ids = TakenIDs()
    var fields: [ActivityField] = []
    for value in try map["fields"]?.list() ?? [] { fields.append(try field(value, &ids)) }
    func count(_ key: String) throws(IntakeError) -> Int? {
      try map[key].map { value throws(IntakeError) in try value.count() }
    }
    func flag(_ key: String) throws(IntakeError) -> Bool {
      try map[key].map { value throws(IntakeError) in try value.choice(.yesOrNo) } ?? false
    }
    return ActivityKind(
      id: Identifier(try id(map, &taken)), name: try map.required("name").title(), fields: fields,
      isCirculated: try flag("circulated"), hasResolutions: try flag("resolutions"),
      target: try count("target"), keyUnitTarget: try count("key-unit-target"))
  }

  private static func field(
    _ value: YAMLValue, _ taken: inout TakenIDs
  ) throws(IntakeError) -> ActivityField {
    let map = try value.fields(["id", "name", "type", "choices"])
    let kind = try map.required("type").choice(
      Vocabulary(ActivityField.Kind.self) { $0.name })
    var ids = TakenIDs()
    var choices: [ActivityField.Choice] = []
    let listed = try kind == .choice ? map.required("choices").filledList() : []
    for value in listed {
      let fields = try value.fields(["id", "name"])
      choices.append(
        .init(id: try id(fields, &ids), name: try fields.required("name").title()))
    }
    return ActivityField(
      id: try id(map, &taken), name: try map.required("name").title(), kind: kind,
      choices: choices)
  }

  private static func id(
    _ map: YAMLFields, _ taken: inout TakenIDs
  ) throws(IntakeError) -> String {
    let value = try map.required("id")
    let id = try value.id()
    try taken.take(id, at: value)
    return id
  }
}
