import Almanac

/// What the argument parser says, in Chinese too: it speaks English only.
enum ParserWords {
  /// Its sentences; `*` stands for what it fills in, in the same order in both languages.
  private static let sentences = [
    Bilingual(
      zh: "没有选项“*”；是不是“*”？", en: "Unknown option '*'. Did you mean '*'?"),
    Bilingual(zh: "没有选项“*”。", en: "Unknown option '*'"),
    Bilingual(zh: "选项“*”后面要有值。", en: "Missing value for '*'"),
    Bilingual(
      zh: "选项“*”不带值，却写了“*”。",
      en: "The option '*' does not take any value, but '*' was specified."),
    Bilingual(zh: "不认识“*”。", en: "Unexpected argument '*'"),
    Bilingual(zh: "有 * 个词不认识：“*”。", en: "* unexpected arguments: '*'"),
    Bilingual(zh: "缺少“*”。", en: "Missing expected argument '*'"),
    Bilingual(zh: "缺少其中之一：“*”。", en: "Missing one of: '*'"),
    Bilingual(
      zh: "“*”与“*”不能一起用。",
      en: "Value to be set with flag '*' had already been set with flag '*'"),
    Bilingual(
      zh: "“*”不能用于“*”；可用：*。",
      en: "The value '*' is invalid for '*'. Please provide one of *"),
    Bilingual(zh: "“*”不能用于“*”。", en: "The value '*' is invalid for '*'"),
    Bilingual(zh: "缺少子命令。", en: "Missing required subcommand."),
  ]

  /// The words of its pages of help.
  private static let words = [
    Bilingual(zh: "说明：", en: "OVERVIEW: "), Bilingual(zh: "用法：", en: "USAGE: "),
    Bilingual(zh: "参数：", en: "ARGUMENTS:"), Bilingual(zh: "选项：", en: "OPTIONS:"),
    Bilingual(zh: "子命令：", en: "SUBCOMMANDS:"), Bilingual(zh: "<选项>", en: "<options>"),
    Bilingual(zh: "<子命令>", en: "<subcommand>"), Bilingual(zh: " (默认)", en: " (default)"),
    Bilingual(zh: " (默认：", en: " (default: "), Bilingual(zh: " (可用：", en: " (values: "),
    Bilingual(zh: "；默认：", en: "; default: "),
    Bilingual(zh: "显示版本", en: "Show the version."),
    Bilingual(zh: "显示帮助", en: "Show help information."),
    Bilingual(zh: "  用“", en: "  See '"), Bilingual(zh: "”查看用法。", en: "' for detailed help."),
  ]

  /// An error of the parser in both languages, and where its help is. A sentence that is not known
  /// stays as it is.
  ///
  /// - Parameter page: The parser's message with its usage, which ends with the command to ask.
  static func error(_ message: String, page: String) -> Bilingual {
    translated(message) + whereToLook(page)
  }

  private static func translated(_ message: String) -> Bilingual {
    let message = message.replacing("one of the following:\n  - ", with: "one of ")
      .replacing("\n  - ", with: ", ")
    let english = message.hasSuffix(".") || message.hasSuffix("?") ? message : message + "."
    for sentence in sentences {
      guard let found = gaps(in: message, of: sentence.en) else { continue }
      return Bilingual(zh: filled(sentence.zh, with: found.map(list)), en: english)
    }
    return Bilingual(verbatim: message)
  }

  private static func whereToLook(_ page: String) -> Bilingual {
    let last = page.split(separator: "\n").last.map(String.init) ?? ""
    guard let command = gaps(in: last, of: "  See '*' for more information.")?.first else {
      return Bilingual(verbatim: "")
    }
    // A word that is no command is taken for one of the command that opens the program.
    let known = command.replacing(" open ", with: " ")
    return Bilingual(zh: "用法见 \(known)。", en: " See \(known).")
  }

  /// `'text', 'md' or 'pdf'` without the English in it.
  private static func list(_ words: String) -> String {
    ["', '", "' or '", "' and '"].reduce(words) { $0.replacing($1, with: ", ") }
      .replacing(/^'|'?\.?$/, with: "")
  }

  /// A page of help in both languages.
  static func help(_ page: String) -> Bilingual {
    let chinese = words.reduce(page) { $0.replacing($1.en, with: $1.zh) }
    return Bilingual(zh: chinese, en: page)
  }

  /// What a text has where a sentence has gaps; nil if it is not that sentence.
  private static func gaps(in text: String, of sentence: String) -> [String]? {
    let parts = sentence.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first),
      text.hasSuffix(last), text.count >= sentence.count - (parts.count - 1)
    else { return nil }
    guard parts.count > 1 else { return [] }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    var found: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return nil }
      found.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return found + [String(rest)]
  }

  private static func filled(_ sentence: String, with found: [String]) -> String {
    let parts = sentence.split(separator: "*", omittingEmptySubsequences: false)
    return zip(parts, found + [""]).map { $0 + $1 }.joined()
  }
}
