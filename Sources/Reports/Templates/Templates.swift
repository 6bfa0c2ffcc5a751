import Almanac
import Canvas
import Mustache

/// The wording of documents: the program's own, and in its place what an office has edited.
public struct Templates: Sendable {
  /// What is filled into a template by its tag: a text, or whether something holds.
  public typealias Values = [String: any Sendable]

  /// What is wrong in the edited templates, each of which is left out.
  public let problems: [TemplateProblem]
  private let shipped: @Sendable (String) -> String
  private var texts: [String: String]

  /// The program's own wording, with some of it edited.
  ///
  /// - Parameters:
  ///   - shipped: The text of the program's own template by its file's name.
  ///   - edited: The texts of edited templates by their files' names.
  public init(
    shipped: @escaping @Sendable (String) -> String, edited: [String: String] = [:]
  ) {
    self.shipped = shipped
    var (texts, problems) = ([String: String](), [TemplateProblem]())
    for kind in TemplateKind.allCases {
      for language in Language.allCases {
        let name = kind.file(in: language)
        guard let text = edited[name] else { continue }
        let found = TemplateFile(text, file: name, of: kind).problems
        problems += found
        if found.isEmpty { texts[name] = text }
      }
    }
    self.texts = texts
    self.problems = problems
  }

  /// Everything that is wrong with a template; nothing where it can be used.
  public static func problems(
    in text: String, file: String, of kind: TemplateKind
  ) -> [TemplateProblem] {
    TemplateFile(text, file: file, of: kind).problems
  }

  /// The text of a template as it is used.
  public func text(of kind: TemplateKind, in language: Language) -> String {
    let name = kind.file(in: language)
    return texts[name] ?? shipped(name)
  }

  /// Whether a template is used as the office has edited it.
  public func isEdited(_ kind: TemplateKind, in language: Language) -> Bool {
    texts[kind.file(in: language)] != nil
  }

  /// The monthly summary's wording in each language, to be kept with a sealed month.
  public var pinned: [String: String] {
    Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, text(of: .month, in: $0)) })
  }

  /// The wording of a month as it was sealed; the program's own for one sealed before it was kept.
  public func pinned(to wording: [String: String]?) -> Templates {
    var templates = self
    for language in Language.allCases {
      templates.texts[TemplateKind.month.file(in: language)] = wording?[language.rawValue]
    }
    return templates
  }

  /// The pieces of a document's wording, filled in.
  func words(_ kind: TemplateKind, _ values: Values, in language: Language) -> Words {
    Words(
      edited: TemplateFile(text(of: kind, in: language), file: "", of: kind).pieces,
      own: isEdited(kind, in: language)
        ? TemplateFile(shipped(kind.file(in: language)), file: "", of: kind).pieces : [:],
      values: values, language: language)
  }

  /// The wording of one document with its figures.
  struct Words {
    fileprivate let edited: [String: MustacheTemplate]
    /// For what an edited template leaves out.
    fileprivate let own: [String: MustacheTemplate]
    fileprivate let values: Values
    fileprivate let language: Language

    /// A piece in one line.
    func line(_ piece: String) -> String { paragraphs(piece).joined(separator: " ") }

    /// A piece as blocks: paragraphs, and headings where one begins with 一、 or （一） and is short.
    func blocks(_ piece: String) -> [Document.Block] { paragraphs(piece).map(Self.block) }

    private func paragraphs(_ piece: String) -> [String] {
      guard let template = edited[piece] ?? own[piece] else { return [] }
      let joint = language == .chinese ? "" : " "
      return template.render(values)
        .split(omittingEmptySubsequences: false) { $0.isNewline }
        .map { line in String(line.trimmingPrefix(while: \.isWhitespace)) }
        .split { $0.isEmpty }
        .map { $0.map { Self.untrailed($0) }.joined(separator: joint) }
    }

    private static func untrailed(_ line: String) -> String {
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }

    private static let numerals = Set(Bilingual(zh: "一二三四五六七八九十", en: "").zh)
    private static let longestHeading = 30

    private static func block(_ text: String) -> Document.Block {
      guard text.count <= longestHeading, !text.contains("\u{3002}") else {
        return .paragraph(text)
      }
      if text.drop(while: numerals.contains).first == "\u{3001}", text.first != "\u{3001}" {
        return .heading(text)
      }
      let inner = text.dropFirst().drop(while: numerals.contains)
      if text.first == "\u{FF08}", inner.first == "\u{FF09}", inner.count < text.count - 1 {
        return .subheading(text)
      }
      return .paragraph(text)
    }
  }
}
