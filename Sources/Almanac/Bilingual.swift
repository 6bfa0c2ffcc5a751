/// A language in which the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable, Codable {
  case chinese = "zh"
  case english = "en"
}

/// A text for people, in both languages at once, so that neither can be forgotten.
public struct Bilingual: Hashable, Sendable, Codable {
  /// Simplified Chinese.
  public var zh: String
  /// English.
  public var en: String

  enum CodingKeys: String, CodingKey {
    case zh
    case en
  }

  /// A text from its two wordings, which say the same.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages: data as typed, a number, a name.
  public init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }

  /// Both texts, each followed by its counterpart.
  public static func + (left: Bilingual, right: Bilingual) -> Bilingual {
    Bilingual(zh: left.zh + right.zh, en: left.en + right.en)
  }
}

/// A number with its English noun, as `1 item` and `2 items`; Chinese needs none.
///
/// - Parameter many: The plural where it is not the noun with an s.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) " + (number == 1 ? one : many ?? one + "s")
}
