import Almanac

/// An element of a small XML document, with its line.
struct XMLElement {
  /// Without its prefix.
  var name: String
  /// The URI that its prefix stands for; empty for none.
  var namespace: String
  var line: Int
  /// Its own text, that of its children left out.
  var text = ""
  var children: [XMLElement] = []
}

/// Takes in XML from strangers: elements, text and namespaces, as XML 1.0 and Namespaces in XML have them,
/// in UTF-8.
///
/// It knows no DOCTYPE and therefore no entities but the five of XML: nothing can be expanded, and nothing
/// can be read but the bytes given. (libxml2, behind Foundation's parser, can do both, and brings ICU to
/// every start of the program.)
enum XMLDocument {
  private static let maximumDepth = 100

  /// The root element.
  ///
  /// - Throws: ``IntakeError`` for what is not well-formed UTF-8 XML or has a DOCTYPE, naming the line.
  static func root(of bytes: [UInt8], file: String) throws(IntakeError) -> XMLElement {
    do throws(XMLTrouble) {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      var scanner = try XMLScanner(body)
      try scanner.skipDeclaration()
      try scanner.skipMiscellany()
      let root = try element(&scanner)
      try scanner.skipMiscellany()
      guard scanner.isAtEnd else { throw XMLTrouble(.malformed, at: scanner.index) }
      return root
    } catch {
      let end = min(error.index ?? bytes.count, bytes.count)
      let line = bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1
      throw IntakeError(file: file, line: line, problem: error.problem.words)
    }
  }

  /// The element that begins here, with all that it holds.
  private static func element(_ scanner: inout XMLScanner) throws(XMLTrouble) -> XMLElement {
    var open: [(element: XMLElement, tag: String, prefixes: [String: String])] = []
    while true {
      if scanner.skip("</") {
        let tag = try scanner.name()
        scanner.skipSpace()
        try scanner.expect(">")
        guard let last = open.popLast(), last.tag == tag else { throw scanner.malformed }
        guard !open.isEmpty else { return last.element }
        open[open.count - 1].element.children.append(last.element)
      } else if try scanner.skipCommentOrInstruction() {
        continue
      } else if !open.isEmpty, let text = try scanner.characters() {
        open[open.count - 1].element.text += text
      } else {
        let outer = open.last?.prefixes ?? ["xml": "http://www.w3.org/XML/1998/namespace"]
        let start = try scanner.startTag(outer)
        guard open.count < maximumDepth else { throw scanner.malformed }
        if start.isEmpty {
          guard !open.isEmpty else { return start.element }
          open[open.count - 1].element.children.append(start.element)
        } else {
          open.append((start.element, start.tag, start.prefixes))
        }
      }
    }
  }
}

/// What is wrong in a document, and where.
struct XMLTrouble: Error {
  enum Problem {
    case malformed
    case notUTF8
    case doctype
    case unknownEntity(String)

    var words: Bilingual {
      switch self {
      case .malformed:
        Bilingual(
          zh: "XML 有误：标签不配对、没写完或有非法字符",
          en: "malformed XML: tags that do not match, an unfinished file or a bad character")
      case .notUTF8:
        Bilingual(zh: "不是 UTF-8 编码，请发送方改用 UTF-8", en: "not UTF-8; ask the sender for UTF-8")
      case .doctype:
        Bilingual(
          zh: "有文档类型声明（DOCTYPE），为安全起见不读", en: "it has a DOCTYPE, which is refused for safety")
      case .unknownEntity(let name):
        Bilingual(zh: "没有实体“&\(name);”", en: "there is no entity “&\(name);”")
      }
    }
  }

  var problem: Problem
  /// Bytes from the start of the file; nil for its end.
  var index: Int?

  init(_ problem: Problem, at index: Int?) {
    self.problem = problem
    self.index = index
  }
}
