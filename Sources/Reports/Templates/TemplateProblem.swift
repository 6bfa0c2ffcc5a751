import Almanac

/// Something wrong in a template, with its file and line. The program's own wording stands in its place.
public struct TemplateProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A tag that the document does not fill in, and the nearest one that it does.
    case unknownTag(String, nearest: String)
    /// A piece that the document does not have, and the nearest one that it does.
    case unknownPiece(String, nearest: String)
    case twice(String)
    /// Text before the first piece.
    case outside
    /// `{{` without `}}` on its line.
    case unclosedTag
    /// A part that is opened and not closed.
    case unclosedPart(String)
    /// A part closed that is not the one open.
    case closes(String, open: String?)
    /// A condition where a text is wanted.
    case condition(String)
    /// A kind of tag that these templates have no use for.
    case unusable(String)
    case unreadable(String)
  }

  /// The file's name.
  public var file: String
  /// From 1; nil where the file as a whole is meant.
  public var line: Int?
  /// What is wrong.
  public var reason: Reason

  /// File and line, what is wrong, and what to do.
  public var message: Bilingual {
    let place =
      line.map { Bilingual(zh: "\(file) 第\($0)行：", en: "\(file), line \($0): ") }
      ?? Bilingual(verbatim: "\(file): ")
    return place + words
  }

  private var words: Bilingual {
    switch reason {
    case .unknownTag(let name, let nearest):
      Bilingual(
        zh: "没有标签“\(name)”，最接近的是“\(nearest)”。",
        en: "there is no tag “\(name)”; the nearest is “\(nearest)”.")
    case .unknownPiece(let name, let nearest):
      Bilingual(
        zh: "没有段落“# \(name)”，最接近的是“# \(nearest)”。",
        en: "there is no piece “# \(name)”; the nearest is “# \(nearest)”.")
    case .twice(let name):
      Bilingual(zh: "“# \(name)”写了两次。", en: "“# \(name)” stands twice.")
    case .outside:
      Bilingual(
        zh: "文字写在第一个“# ”之前，请移到某一段里。",
        en: "text before the first “# ”; move it into a piece.")
    case .unclosedTag:
      Bilingual(zh: "“{{”在本行没有“}}”。", en: "“{{” without “}}” on its line.")
    case .unclosedPart(let name):
      Bilingual(
        zh: "“{{#\(name)}}”没有用“{{/\(name)}}”结束。",
        en: "“{{#\(name)}}” is not ended by “{{/\(name)}}”.")
    case .closes(let name, let open):
      Bilingual(
        zh: "“{{/\(name)}}”不对：" + (open.map { "开着的是“\($0)”。" } ?? "没有开着的部分。"),
        en: "“{{/\(name)}}” is wrong here: "
          + (open.map { "“\($0)” is open." } ?? "nothing is open."))
    case .condition(let name):
      Bilingual(
        zh: "“\(name)”是条件，只能写成“{{#\(name)}}……{{/\(name)}}”或“{{^\(name)}}……{{/\(name)}}”。",
        en:
          "“\(name)” is a condition; write {{#\(name)}}…{{/\(name)}} or {{^\(name)}}…{{/\(name)}}.")
    case .unusable(let tag):
      Bilingual(zh: "这里不能用“{{\(tag)}}”。", en: "“{{\(tag)}}” has no use here.")
    case .unreadable(let words):
      Bilingual(zh: "读不懂：\(words)", en: "cannot be read: \(words)")
    }
  }
}

extension Templates {
  /// Of some names the one that is turned into another with the fewest letters changed; empty where there
  /// are none.
  public static func nearest(to name: String, among names: [String]) -> String {
    names.min { edits($0, name) < edits($1, name) } ?? ""
  }
}

/// How many letters are put in, left out or changed to turn one text into another (Levenshtein).
private func edits(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.lowercased()), Array(b.lowercased()))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var before = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let cost = min(row[j + 1] + 1, row[j] + 1, before + (letter == other ? 0 : 1))
      before = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[b.count]
}
