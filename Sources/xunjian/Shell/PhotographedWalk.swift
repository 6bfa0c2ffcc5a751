import Almanac
import Domain

/// A walk with the photographs that were chosen on it, read from the folder into which they were dropped.
///
/// What is gone or unreadable by now is left out: the record is signed without it.
struct PhotographedWalk {
  /// The walk, its findings with the photographs that are there.
  private(set) var request: SignRequest
  private(set) var files: [PhotographFile] = []
  /// The names of those left out, and why the first of them.
  private var missing: [String] = []
  private var reason: Bilingual?

  init(_ request: SignRequest, from folder: DropFolder) {
    self.request = request
    let answers = request.answers.sorted { $0.key.description < $1.key.description }
    for (item, answer) in answers {
      guard let names = answer.finding?.photos, !names.isEmpty else { continue }
      var kept: [PhotographFile] = []
      for name in names {
        do {
          kept.append(try PhotographFile(path: folder.file(name), role: .before))
        } catch {
          missing.append(name)
          reason = reason ?? Failure(error)?.message
        }
      }
      self.request.answers[item] = answer.photographed(kept.map(\.photograph.name))
      self.request.photographs[item] = kept.map(\.photograph)
      files += kept
    }
  }

  /// What is said once it is signed; nil where nothing is missing.
  func trouble(after lines: [Happening]) -> Bilingual? {
    guard !missing.isEmpty else { return nil }
    let record = lines.first { $0.subject.kind == .inspection }?.subject.id ?? ""
    let names = missing.joined(separator: " ")
    return Bilingual(
      zh: "\(record) 已签名，没附上照片 \(names)：",
      en: "\(record) is signed without photograph \(names): ") + (reason ?? Bilingual(verbatim: ""))
  }
}
