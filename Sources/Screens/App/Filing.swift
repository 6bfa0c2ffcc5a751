import Almanac
import Domain

extension Command {
  /// The same with a paper that was chosen for it; as it is where it has none, or where none was chosen.
  public func filing(_ paper: Scan?) -> Command {
    guard let paper else { return self }
    switch self {
    case .recordActivities(let requests, let isImport):
      return .recordActivities(
        requests.map { request in
          var request = request
          request.content.file = paper
          return request
        }, isImport: isImport)
    case .activity(let id, .correct(var content, let reason)):
      content.file = paper
      return .activity(id, .correct(content, reason: reason))
    case .expiry(.add(let requests, let isImport)):
      return .expiry(
        .add(
          requests.map { request in
            var request = request
            request.content.term.file = paper
            return request
          }, isImport: isImport))
    case .expiry(.act(let id, .edit(var content, let reason))):
      content.term.file = paper
      return .expiry(.act(id, .edit(content, reason: reason)))
    case .expiry(.act(let id, .renew(var term))):
      term.file = paper
      return .expiry(.act(id, .renew(term)))
    case .rule(.add(var content)):
      content.file = paper
      return .rule(.add(content))
    case .rule(.act(let id, .edit(var content))):
      content.file = paper
      return .rule(.act(id, .edit(content)))
    case .rule(.act(let id, .revise(var content, let day))):
      content.file = paper
      return .rule(.act(id, .revise(content, on: day)))
    case .assessment(.attach(let year, let item, _)):
      return .assessment(.attach(year: year, item: item, paper))
    default: return self
    }
  }
}

/// A field of a form that names a file of the drop folder.
enum PaperField {
  /// The files that can be named.
  static func names(_ files: [DropFile]) -> NameList {
    NameList(choices: files.map { NameChoice(id: $0.name, name: $0.name) }, takesDigits: true)
  }

  /// The file of a field of a form; nil where none is named.
  ///
  /// - Throws: ``FieldProblem`` where the folder has none of that name.
  static func file<Part: FormPart>(
    in part: Part, of fields: FormFields<Part>, _ files: [DropFile]
  ) throws(FieldProblem<Part>) -> DropFile? {
    guard let name = fields.optional(part) else { return nil }
    guard let file = files.first(where: { $0.name == name }) else {
      throw FieldProblem(
        part,
        Bilingual(
          zh: "投放文件夹里没有“\(name)”", en: "There is no “\(name)” in the drop folder"))
    }
    return file
  }
}
