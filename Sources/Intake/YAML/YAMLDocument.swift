import Almanac
import Yams

/// A YAML file taken in as a tree of values that know their lines.
///
/// One document, UTF-8 with or without a byte order mark, 4 MiB at most; the parser refuses more than
/// 1000 levels. Aliases are refused: nested in each other they stand for a tree without bound.
enum YAMLDocument {
  private static let maximumBytes = 4 << 20

  /// Returns the root of a file's one document.
  ///
  /// - Parameter mayBeJSON: Whether a file that begins with a brace or a bracket is meant as JSON.
  /// - Throws: ``IntakeError`` if the bytes are not YAML, naming the line.
  static func root(
    _ bytes: [UInt8], file: String, mayBeJSON: Bool = false
  ) throws(IntakeError) -> YAMLValue {
    func refusal(line: Int?, field: String? = nil, _ problem: Bilingual) -> IntakeError {
      IntakeError(file: file, line: line, field: field, problem: problem)
    }
    guard bytes.count <= maximumBytes else { throw refusal(line: nil, tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refusal(line: firstLineNotUTF8(bytes), notUTF8)
    }
    let plain =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let json = mayBeJSON ? JSONText(plain) : nil
    if let line = json?.lineOfAlias ?? (json == nil ? lineOfAlias(bytes) : nil) {
      throw refusal(line: line, noAliases)
    }
    let body = json?.asYAML ?? plain
    let form = json == nil ? "YAML" : "JSON"
    do {
      guard let node = try Parser(yaml: body, resolver: .basic, encoding: .utf8).singleRoot() else {
        throw refusal(line: nil, empty)
      }
      return YAMLValue(node: node, file: file, field: "")
    } catch let error as IntakeError {
      throw error
    } catch let error as YamlError {
      let trouble = YAMLTrouble(error, in: body, form: form)
      throw refusal(line: trouble.line, field: trouble.field, trouble.problem)
    } catch {
      throw refusal(line: nil, YAMLTrouble.malformed("\(error)", form: form))
    }
  }

  private static let tooLarge = Bilingual(
    zh: "文件超过4 MiB，不是这里要的文件", en: "the file is larger than 4 MiB")
  private static let notUTF8 = Bilingual(
    zh: "不是UTF-8编码，请另存为UTF-8", en: "not UTF-8; save the file as UTF-8")
  private static let noAliases = Bilingual(
    zh: "不支持YAML别名（* 与 &），请把内容写全",
    en: "YAML aliases (* and &) are not taken; write the content out")
  private static let empty = Bilingual(zh: "文件是空的", en: "the file is empty")

  private static let lineFeed = UInt8(ascii: "\n")

  private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// The line of the first `*name` if the file has an `&name` too. It is looked for in the bytes, for
  /// the parser itself compares keys, and a key can be an alias.
  private static func lineOfAlias(_ bytes: [UInt8]) -> Int? {
    guard tokens(UInt8(ascii: "&"), in: bytes) != nil else { return nil }
    return tokens(UInt8(ascii: "*"), in: bytes)
  }

  /// The line of the first mark that stands where a token can begin, with a name after it.
  private static func tokens(_ mark: UInt8, in bytes: [UInt8]) -> Int? {
    var line = 1
    var previous = lineFeed
    for (index, byte) in bytes.enumerated() {
      if byte == mark, opensToken(previous), index + 1 < bytes.count, isNamePart(bytes[index + 1]) {
        return line
      }
      if byte == lineFeed { line += 1 }
      previous = byte
    }
    return nil
  }

  private static func opensToken(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || "[]{},:?-\"'!".utf8.contains(byte)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    case _: false
    }
  }
}
