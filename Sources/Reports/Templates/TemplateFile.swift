import Mustache

/// A template as it stands in its file: after a line `# title` the text of that piece, up to the next one.
///
/// A blank line begins a new paragraph; lines of one paragraph are joined. Of Mustache it has `{{value}}`,
/// `{{#condition}}…{{/condition}}`, `{{^condition}}…{{/condition}}` and `{{! a note}}`, each on one line.
struct TemplateFile: Sendable {
  /// By piece what is to be filled in.
  private(set) var pieces: [String: MustacheTemplate] = [:]
  /// Everything that is wrong with it, in order of lines.
  private(set) var problems: [TemplateProblem] = []
  private let file: String
  private let kind: TemplateKind

  /// Reads a template and looks at each of its tags.
  init(_ text: String, file: String, of kind: TemplateKind) {
    self.file = file
    self.kind = kind
    var piece: (name: String, line: Int, text: String)?
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("# ") {
        take(piece)
        let name = line.dropFirst(2).trimmed
        check(piece: name, at: index + 1)
        piece = (name, index + 1, "")
      } else if piece != nil {
        piece?.text += line + "\n"
      } else if !line.trimmed.isEmpty, !line.trimmed.hasPrefix("{{!") {
        problems.append(.init(file: file, line: index + 1, reason: .outside))
      }
    }
    take(piece)
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func check(piece name: String, at line: Int) {
    if !kind.pieces.contains(name) {
      let near = Templates.nearest(to: name, among: kind.pieces)
      problems.append(.init(file: file, line: line, reason: .unknownPiece(name, nearest: near)))
    } else if pieces[name] != nil {
      problems.append(.init(file: file, line: line, reason: .twice(name)))
    }
  }

  private mutating func take(_ piece: (name: String, line: Int, text: String)?) {
    guard let (name, line, text) = piece else { return }
    var checker = TagChecker(kind: kind)
    for (offset, words) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    { checker.read(words, at: line + 1 + offset) }
    checker.finish()
    problems += checker.found.map { .init(file: file, line: $0.line, reason: $0.reason) }
    guard checker.found.isEmpty else { return }
    do {
      pieces[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch {
      problems.append(.init(file: file, line: line, reason: .unreadable("\(error)")))
    }
  }
}

/// Looks at the tags of a piece, line by line.
private struct TagChecker {
  let kind: TemplateKind
  private(set) var found: [(line: Int, reason: TemplateProblem.Reason)] = []
  private var open: [(name: String, line: Int)] = []

  init(kind: TemplateKind) { self.kind = kind }

  mutating func read(_ text: Substring, at line: Int) {
    var rest = text
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else {
        found.append((line, .unclosedTag))
        return
      }
      tag(rest[..<end.lowerBound].trimmed, at: line)
      rest = rest[end.upperBound...]
    }
  }

  mutating func finish() {
    for part in open { found.append((part.line, .unclosedPart(part.name))) }
  }

  private mutating func tag(_ tag: String, at line: Int) {
    let name = tag.dropFirst().trimmed
    switch tag.first {
    case "!": break
    case "#", "^":
      require(name, among: kind.conditions + kind.values, at: line)
      open.append((name, line))
    case "/":
      if open.last?.name == name {
        open.removeLast()
      } else {
        found.append((line, .closes(name, open: open.last?.name)))
      }
    case .some(let first) where first.isLetter:
      if kind.conditions.contains(tag) {
        found.append((line, .condition(tag)))
      } else {
        require(tag, among: kind.values, at: line)
      }
    case _: found.append((line, .unusable(tag)))
    }
  }

  private mutating func require(_ name: String, among known: [String], at line: Int) {
    guard !known.contains(name) else { return }
    found.append((line, .unknownTag(name, nearest: Templates.nearest(to: name, among: known))))
  }
}

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
