import Almanac
import Yams

/// A map in a YAML file whose keys are all known.
struct YAMLFields {
  let value: YAMLValue
  private let values: [String: YAMLValue]

  fileprivate init(_ value: YAMLValue, _ values: [String: YAMLValue]) {
    self.value = value
    self.values = values
  }

  /// The value under a key; nil if it is missing or nothing is written there.
  subscript(key: String) -> YAMLValue? {
    values[key].flatMap { $0.isNothing ? nil : $0 }
  }

  /// The value under a key that must be there.
  func required(_ key: String) throws(IntakeError) -> YAMLValue {
    if let value = self[key] { return value }
    throw IntakeError(
      file: value.file, line: values[key]?.node.mark?.line ?? value.node.mark?.line,
      field: value.path(to: key), problem: Bilingual(zh: "缺少这一项", en: "this is missing"))
  }
}

extension YAMLValue {
  /// The way to the value under a key.
  fileprivate func path(to key: String) -> String { field.isEmpty ? key : "\(field).\(key)" }

  /// The values of a map.
  ///
  /// - Parameter known: All keys it may have.
  /// - Throws: ``IntakeError`` if it is no map, or has another key.
  func fields(_ known: [String]) throws(IntakeError) -> YAMLFields {
    guard case .mapping(let mapping) = node else {
      throw error(
        Bilingual(
          zh: "这里应是若干“字段: 内容”，可用字段：\(known.joined(separator: "、"))",
          en: "fields are expected here, of: \(known.joined(separator: ", "))"))
    }
    var values: [String: YAMLValue] = [:]
    for (key, node) in mapping {
      guard case .scalar(let scalar) = key, known.contains(scalar.string) else {
        let name = String((key.scalar?.string ?? "?").prefix(40))
        throw YAMLValue(node: key, file: file, field: path(to: name)).error(
          Bilingual(
            zh: "没有这个字段，可用字段：\(known.joined(separator: "、"))",
            en: "there is no such field; there are: \(known.joined(separator: ", "))"))
      }
      values[scalar.string] = YAMLValue(node: node, file: file, field: path(to: scalar.string))
    }
    return YAMLFields(self, values)
  }
}
