import Almanac
import Yams

/// What the YAML parser found wrong, in the words of a person who edits the file.
struct YAMLTrouble {
  /// Counted from 1; nil if the parser does not say.
  var line: Int?
  var field: String?
  var problem: Bilingual

  /// - Parameters:
  ///   - text: The text that was parsed.
  ///   - form: What it was taken for: YAML or JSON.
  init(_ error: YamlError, in text: String, form: String) {
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
          Self.malformed(words, form: form)
        }
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      field = keys.first
      problem = Bilingual(zh: "同一处写了两次", en: "stands twice in one place")
    case .reader(let words, let offset, _, _):
      line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      problem = Self.malformed(words, form: form)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      problem = Self.malformed("\(error)", form: form)
    }
  }

  /// - Parameter words: The parser's own, which are English.
  static func malformed(_ words: String, form: String) -> Bilingual {
    let known = meanings.first { words.hasPrefix($0.en) }?.zh
    return Bilingual(zh: "不是正确的\(form)：\(known ?? words)", en: "not valid \(form): \(words)")
  }

  /// What the parser's words, by their beginning, mean to one who edits the file.
  private static let meanings = [
    Bilingual(zh: "含控制字符，请删去", en: "control characters"),
    Bilingual(zh: "有不能放在这里的字符（制表符、@、%、`），请删去或加引号", en: "found character that cannot start"),
    Bilingual(zh: "方括号没有配对，或项与项之间少了半角逗号", en: "did not find expected ',' or ']'"),
    Bilingual(zh: "花括号没有配对，或字段之间少了半角逗号", en: "did not find expected ',' or '}'"),
    Bilingual(zh: "缩进没有对齐，或字段名后少了半角冒号和空格", en: "did not find expected key"),
    Bilingual(zh: "字段名后少了半角冒号和空格", en: "could not find expected ':'"),
    Bilingual(zh: "列表各行的“-”没有对齐", en: "did not find expected '-'"),
    Bilingual(zh: "缩进没有对齐，或这一行多了冒号（文字含冒号要加引号）", en: "mapping values are not allowed"),
    Bilingual(zh: "“-”不能放在这里，请另起一行", en: "block sequence entries are not allowed"),
    Bilingual(zh: "引号没有配对", en: "found unexpected end of stream"),
    Bilingual(zh: "引号没有配对", en: "found unexpected document"),
    Bilingual(zh: "引号里有不认识的 \\ 写法", en: "found unknown escape"),
    Bilingual(zh: "引号里有不认识的 \\ 写法", en: "found invalid Unicode"),
    Bilingual(zh: "文件只能有一份内容，请删去多余的 ---", en: "but found another document"),
    Bilingual(zh: "开头的 %YAML 行请删去", en: "found incompatible YAML"),
    Bilingual(zh: "以 & 或 * 开头的文字要加引号", en: "did not find expected alphabetic"),
  ]

  private static let tab = Bilingual(
    zh: "行首用了制表符，缩进只能用空格", en: "a tab at the head of the line; indent with spaces")

  private static let tooDeep = Bilingual(zh: "嵌套太深", en: "nested too deep")

  private static func hasTab(line: Int, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return false }
    return lines[line - 1].prefix(while: \.isWhitespace).contains("\t")
  }
}
