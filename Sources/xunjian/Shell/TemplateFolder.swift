import Almanac
import Foundation
import Ledger
import Reports

/// The folder of edited templates beside a ledger, so that all who print from it use the same wording.
struct TemplateFolder {
  /// Where it lies, whether it is there or not.
  let path: String

  init(path: String) { self.path = path }

  init(besideLedger ledger: String) { path = TemplateStore(ledger: ledger).folder }

  var isThere: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The program's own template of a file's name.
  static func shipped(_ name: String) -> String {
    String(decoding: Shipped.bytes("templates/\(name)"), as: UTF8.self)
  }

  /// The text of an edited template; nil where there is none.
  ///
  /// - Throws: ``ShellError`` for a file that cannot be read, or is no UTF-8.
  func text(_ name: String) throws -> String? {
    let file = path + "/" + name
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let bytes = try Files.read(file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ShellError.unreadable(file, reason: String(cString: strerror(EILSEQ)))
    }
    // An editor may have left a mark of byte order at its beginning.
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The wording of documents with what is edited here, and what is wrong with it: those templates are
  /// left out.
  var templates: (used: Templates, problems: [Bilingual]) {
    var edited: [String: String] = [:]
    var problems: [Bilingual] = []
    for name in Self.names {
      do { edited[name] = try text(name) } catch {
        problems.append(
          Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription))
      }
    }
    let templates = Templates(shipped: Self.shipped, edited: edited)
    return (templates, problems + templates.problems.map(\.message))
  }

  /// The names of all files that count.
  static let names = TemplateKind.allCases.flatMap { kind in
    Language.allCases.map(kind.file)
  }

  /// Files that look like templates and are none, as by a name mistyped.
  var strangers: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".mustache") && !Self.names.contains($0) }.sorted()
  }
}

extension Session {
  /// The wording of documents, as edited beside the ledger; what is wrong with it is said once, and the
  /// program's own wording takes its place.
  var templates: Templates {
    if let read = readTemplates { return read }
    let (templates, problems) = TemplateFolder(besideLedger: ledger.path).templates
    readTemplates = templates
    if let first = problems.first {
      let more = problems.count - 1
      warn(
        Bilingual(
          zh: "文书模板有误，改用程序自带的文字：",
          en: "A template is wrong; the program's own wording is used: ") + first
          + (more == 0
            ? Bilingual(verbatim: "")
            : Bilingual(zh: "（另有\(more)处，见 template check）", en: " (\(more) more: template check)"))
      )
    }
    return templates
  }
}
