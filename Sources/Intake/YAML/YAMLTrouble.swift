import Almanac
import Yams

/// What the YAML parser found wrong, in the words of a person who edits the file.
struct YAMLTrouble {
  /// Counted from 1; nil if the parser does not say.
  var line: Int?
  var field: String?
  var problem: Bilingual

  /// - Parameter text: The text that was parsed.
  init(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
      .composer(_, let words, let mark, _):
      line = mark.line
      problem =
        if Self.hasTab(line: mark.line, of: text) {
          Self.tab
        } else if words.hasPrefix("Maximum nesting level") {
          Self.tooDeep
        } else {
          Self.notYAML(words)
        }
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      field = keys.first
      problem = Bilingual(zh: "同一处写了两次", en: "stands twice in one place")
    case .reader(let words, let offset, _, _):
      line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      problem = Self.notYAML(words)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      problem = Self.notYAML("\(error)")
    }
  }

  /// - Parameter words: The parser's own, which are English.
  static func notYAML(_ words: String) -> Bilingual {
    Bilingual(zh: "不是正确的YAML：\(words)", en: "not valid YAML: \(words)")
  }

  private static let tab = Bilingual(
    zh: "行首用了制表符，缩进只能用空格", en: "a tab at the head of the line; indent with spaces")

  private static let tooDeep = Bilingual(zh: "嵌套太深", en: "nested too deep")

  private static func hasTab(line: Int, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return false }
    return lines[line - 1].prefix(while: \.isWhitespace).contains("\t")
  }
}
