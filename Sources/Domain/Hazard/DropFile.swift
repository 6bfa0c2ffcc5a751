import Almanac

/// What waits in the folder into which a person drops photographs.
public struct DropListing: Hashable, Sendable {
  /// The folder's path.
  public var folder: String
  /// Whether it is there.
  public var exists: Bool
  /// The newest first.
  public var files: [DropFile]
  /// How many files are left out because their names are no UTF-8.
  public var unnamed: Int

  /// A folder with its files.
  public init(folder: String, exists: Bool, files: [DropFile], unnamed: Int = 0) {
    self.folder = folder
    self.exists = exists
    self.files = files
    self.unnamed = unnamed
  }

  /// What is said of files that cannot be shown; nil where there are none.
  public var unnamedWords: Bilingual? {
    guard unnamed > 0 else { return nil }
    return Bilingual(
      zh: "另有 \(unnamed) 个文件的名称不是 UTF-8 编码，看不到；改名后再附。",
      en: "\(counted(unnamed, "more file")) cannot be shown: rename what is not UTF-8.")
  }

  /// The folder without what cannot be a photograph by its name or size: scans as PDF, empty files.
  public var pictures: DropListing {
    var pictures = self
    pictures.files.removeAll { $0.size == 0 || $0.name.lowercased().hasSuffix(".pdf") }
    return pictures
  }

  /// The files that propose themselves for a hazard first, then the others, each part in order.
  public func files(for hazard: Hazard.ID) -> [DropFile] {
    files.filter { $0.proposal?.hazard == hazard } + files.filter { $0.proposal?.hazard != hazard }
  }
}

/// One file of that folder, before anybody has looked into it.
public struct DropFile: Hashable, Sendable {
  /// Its name in the folder.
  public var name: String
  /// In bytes.
  public var size: Int
  /// When its content was last changed.
  public var modified: Moment
  /// What its name says it is for.
  public var proposal: Proposal? { Proposal(name: name) }

  /// A file of the folder.
  public init(name: String, size: Int, modified: Moment) {
    self.name = name
    self.size = size
    self.modified = modified
  }

  /// A hazard and a role, as a file's name gives them.
  public struct Proposal: Hashable, Sendable {
    /// The hazard of that number, which need not exist.
    public var hazard: Hazard.ID
    /// What the photograph shows.
    public var role: Photograph.Role

    /// A role of a hazard.
    public init(hazard: Hazard.ID, role: Photograph.Role) {
      self.hazard = hazard
      self.role = role
    }

    /// Reads a name that begins with a hazard's number and the word for a role, as `2026-017前.jpg`,
    /// `2026-B017 after (2).png`, in full-width signs too; nil for any other.
    public init?(name: String) {
      var rest = Substring(Self.narrowed(name).lowercased())
      func take(while isPart: (Character) -> Bool) -> String {
        let part = rest.prefix(while: isPart)
        rest.removeFirst(part.count)
        return String(part)
      }
      _ = take { $0.isWhitespace }
      let year = take(while: \.isASCIIDigit)
      guard year.count == 4, rest.first == "-" else { return nil }
      rest.removeFirst()
      let device = take { $0.isASCII && $0.isLetter }
      let digits = take(while: \.isASCIIDigit)
      guard device.count <= 1, let number = Int(digits), number > 0 else { return nil }
      _ = take { $0.isWhitespace || "-_.".contains($0) }
      guard let role = Photograph.Role.allCases.first(where: { $0.isWord(beginning: rest) }) else {
        return nil
      }
      let padded = String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
      self.init(hazard: Identifier("\(year)-\(device.uppercased())\(padded)"), role: role)
    }

    /// Full-width signs and the dashes of Chinese typing as those of ASCII.
    private static func narrowed(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            switch scalar {
            case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            case "\u{3000}": " "
            case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
            case _: scalar
            }
          }))
    }
  }
}

extension Photograph.Role {
  /// The words by which a file's name tells it.
  private var words: [Bilingual] {
    switch self {
    case .before: [Bilingual(zh: "前", en: "before"), Bilingual(zh: "整改前", en: "before")]
    case .after:
      [
        Bilingual(zh: "后", en: "after"), Bilingual(zh: "整改后", en: "after"),
        Bilingual(zh: "後", en: "after"),
      ]
    }
  }

  fileprivate func isWord(beginning text: Substring) -> Bool {
    words.contains { text.hasPrefix($0.zh) || text.hasPrefix($0.en) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
