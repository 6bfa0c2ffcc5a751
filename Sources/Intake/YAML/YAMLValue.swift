import Almanac
import Domain
import Yams

/// A value in a YAML file with its place there, so that every error can name it.
struct YAMLValue {
  let node: Node
  let file: String
  /// The way to it, as `persons[2].roles[1]`: lists count from 1; empty for the whole file.
  let field: String

  /// An error at this value.
  func error(_ problem: Bilingual) -> IntakeError {
    IntakeError(
      file: file, line: node.mark?.line, field: field.isEmpty ? nil : field, problem: problem)
  }

  /// Whether nothing was written here: `key:`, `key: ~` or `key: null`.
  var isNothing: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// Whether a list is written here.
  var isList: Bool { node.sequence != nil }

  /// Whether a plain word or number is written here.
  var isText: Bool { node.scalar != nil && !isNothing }

  /// The values of a list; nothing written is an empty list.
  ///
  /// - Throws: ``IntakeError`` if it is no list.
  func list() throws(IntakeError) -> [YAMLValue] {
    if isNothing { return [] }
    guard case .sequence(let nodes) = node else {
      throw error(Bilingual(zh: "这里应是列表", en: "a list is expected here"))
    }
    return nodes.enumerated().map { index, node in
      YAMLValue(node: node, file: file, field: "\(field)[\(index + 1)]")
    }
  }

  /// The values of a list that may not be empty.
  func filledList() throws(IntakeError) -> [YAMLValue] {
    let values = try list()
    guard !values.isEmpty else {
      throw error(Bilingual(zh: "列表不能为空", en: "the list may not be empty"))
    }
    return values
  }

  /// One line of text, without white space around it.
  func text() throws(IntakeError) -> String {
    guard case .scalar(let scalar) = node else {
      throw error(Bilingual(zh: "这里应是一行文字", en: "one line of text is expected here"))
    }
    let text = trimmed(scalar.string)
    guard !isNothing, !text.isEmpty else {
      throw error(Bilingual(zh: "这里是空的", en: "nothing is written here"))
    }
    return try worded { () throws(WordingError) in try Wording.line(text) }
  }

  /// A name, by the rule for all names.
  func name() throws(IntakeError) -> String {
    let text = try text()
    return try worded { () throws(WordingError) in try Wording.name(text) }
  }

  private func worded(
    _ check: () throws(WordingError) -> String
  ) throws(IntakeError) -> String {
    do throws(WordingError) { return try check() } catch { throw self.error(error.message) }
  }

  /// A text that can be the id of a subject.
  func id() throws(IntakeError) -> String {
    let text = try text()
    guard isWellFormed(id: text) else { throw error(SetupError.badID(text).message) }
    return text
  }

  /// A whole number, 1 or more.
  func count() throws(IntakeError) -> Int {
    let text = try text()
    guard let number = Int(text), number >= 1 else {
      throw error(
        Bilingual(zh: "“\(text)”不是正整数", en: "“\(text)” is no whole number from 1 up"))
    }
    return number
  }

  /// A decimal number.
  func number() throws(IntakeError) -> Double {
    let text = try text()
    let isDecimal = text.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else {
      throw error(Bilingual(zh: "“\(text)”不是数字", en: "“\(text)” is no number"))
    }
    return number
  }

  /// A date.
  func day() throws(IntakeError) -> Day {
    let text = try text()
    guard let day = Day(text) else {
      throw error(
        Bilingual(
          zh: "“\(text)”不是日期，应写如 2026-04-15",
          en: "“\(text)” is no date; write as 2026-04-15"))
    }
    return day
  }

  /// A text in both languages: a map of zh and en.
  func bilingual() throws(IntakeError) -> Bilingual {
    let map = try fields(["zh", "en"])
    return Bilingual(zh: try map.required("zh").text(), en: try map.required("en").text())
  }

  /// A name in both languages.
  func title() throws(IntakeError) -> Bilingual {
    let map = try fields(["zh", "en"])
    return Bilingual(zh: try map.required("zh").name(), en: try map.required("en").name())
  }
}
