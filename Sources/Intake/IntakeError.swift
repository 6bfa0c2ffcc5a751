import Almanac

/// A reason a file was not taken in: which file, where in it, and what is wrong there.
public struct IntakeError: Error, Hashable, Sendable {
  /// The file's name, as the person gave it.
  public var file: String
  /// The line, counted from 1; nil where it concerns the whole file.
  public var line: Int?
  /// The field, as `persons[2].roles`; nil where it concerns none.
  public var field: String?
  /// What is wrong there, without the place.
  public var problem: Bilingual

  /// A refusal from the place, as exactly as it is known, and what is wrong there.
  public init(file: String, line: Int? = nil, field: String? = nil, problem: Bilingual) {
    self.file = file
    self.line = line
    self.field = field
    self.problem = problem
  }

  /// File, line, field and problem in one line.
  public var message: Bilingual {
    let line = self.line.map { Bilingual(zh: "第\($0)行：", en: "line \($0): ") }
    let field = self.field.map { Bilingual(zh: "\($0)：", en: "\($0): ") }
    let nothing = Bilingual(verbatim: "")
    return Bilingual(zh: "\(file)：", en: "\(file): ") + (line ?? nothing) + (field ?? nothing)
      + problem
  }
}
