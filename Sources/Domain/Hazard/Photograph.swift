import Almanac

/// A photograph of a hazard as the journal names it; its file stands beside the ledger, once by content.
public struct Photograph: Hashable, Sendable, Codable {
  /// Whether it shows what was found or what was mended.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case before
    case after

    /// As rectification sheets print it.
    public var name: Bilingual {
      switch self {
      case .before: Bilingual(zh: "整改前", en: "before")
      case .after: Bilingual(zh: "整改后", en: "after")
      }
    }
  }

  /// How its file is encoded, as its content says.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case jpeg
    case png

    /// How the name of its stored file ends.
    public var suffix: String {
      switch self {
      case .jpeg: "jpg"
      case .png: "png"
      }
    }
  }

  /// What it shows.
  public var role: Role
  /// Of the stored file, which lacks what a camera wrote about position.
  public var checksum: Checksum
  /// The name its file had, without folders.
  public var name: String
  /// Bytes of the stored file.
  public var size: Int
  /// How its file is encoded.
  public var kind: Kind
  /// The day that the camera wrote into it; nil where it did not.
  public var taken: Day?

  enum CodingKeys: String, CodingKey {
    case role
    case checksum = "sha256"
    case name
    case size
    case kind
    case taken
  }

  /// A photograph from what its file holds; the name is cleaned.
  public init(
    role: Role, checksum: Checksum, name: String, size: Int, kind: Kind, taken: Day? = nil
  ) {
    self.role = role
    self.checksum = checksum
    self.name = Self.cleaned(name)
    self.size = size
    self.kind = kind
    self.taken = taken
  }

  /// Name, size, day taken and the checksum, as every list shows them.
  public var particulars: Bilingual {
    let day = taken.map { Bilingual(zh: "\($0)摄", en: "taken \($0)") }
    return Bilingual(
      zh: [name, Self.amount(size), day?.zh, checksum.short].compactMap(\.self)
        .joined(separator: "  "),
      en: [name, Self.amount(size), day?.en, checksum.short].compactMap(\.self)
        .joined(separator: "  "))
  }

  /// A number of bytes as people read it: `532 B`, `48 KB`, `3.2 MB`, in steps of 1024.
  public static func amount(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(bytes) B" }
    if bytes < 1 << 20 { return "\((bytes + 512) >> 10) KB" }
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// The most characters of a name; a longer one loses some before its ending.
  public static let longestName = Wording.longestName

  /// A file's name as one line without folders or signs that cannot be seen.
  static func cleaned(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    let seen = String(String.UnicodeScalarView(last.unicodeScalars.filter(Wording.isVisible)))
    let whole = trimmed(seen)
    guard whole.unicodeScalars.count > longestName else { return whole }
    let ending = whole.lastIndex(of: ".").map { String(whole[$0...]) } ?? ""
    let kept = ending.unicodeScalars.count > 8 ? "" : ending
    let scalars = whole.unicodeScalars.prefix(longestName - kept.unicodeScalars.count)
    return String(String.UnicodeScalarView(scalars)) + kept
  }
}

/// SHA-256 of a file's bytes in 64 lower-case hexadecimal digits.
public struct Checksum: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The digits.
  public let rawValue: String

  /// Reads 64 lower-case hexadecimal digits; nil otherwise, so that it can name a file.
  public init?(rawValue: String) {
    guard rawValue.utf8.count == 64,
      rawValue.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      })
    else { return nil }
    self.rawValue = rawValue
  }

  /// All digits.
  public var description: String { rawValue }
  /// Enough of it to tell photographs apart on a line.
  public var short: String { String(rawValue.prefix(12)) }
}

/// A photograph with who attached it and when.
public struct AttachedPhotograph: Hashable, Sendable, Codable {
  /// What the journal names.
  public var photograph: Photograph
  /// Who attached it, on which day.
  public var attached: Hazard.Step

  enum CodingKeys: String, CodingKey {
    case photograph
    case attached
  }

  /// A photograph attached by a person on a day.
  public init(photograph: Photograph, attached: Hazard.Step) {
    self.photograph = photograph
    self.attached = attached
  }
}
