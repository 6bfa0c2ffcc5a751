import Almanac

/// The scan of a paper on which something was decided, as the journal names it; its file stands beside
/// the ledger like a photograph's.
public struct Scan: Hashable, Sendable, Codable, KeptFile {
  /// How its file is encoded, as its content says.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case pdf
    case jpeg
    case png

    /// How the name of its stored file ends.
    public var suffix: String {
      switch self {
      case .pdf: "pdf"
      case .jpeg: Photograph.Kind.jpeg.suffix
      case .png: Photograph.Kind.png.suffix
      }
    }
  }

  /// Of the stored file.
  public var checksum: Checksum
  /// The name its file had, without folders.
  public var name: String
  /// Bytes of the stored file.
  public var size: Int
  /// How its file is encoded.
  public var kind: Kind
  /// By its encoding.
  public var suffix: String { kind.suffix }

  enum CodingKeys: String, CodingKey {
    case checksum = "sha256"
    case name
    case size
    case kind
  }

  /// A scan from what its file holds; the name is cleaned.
  public init(checksum: Checksum, name: String, size: Int, kind: Kind) {
    self.checksum = checksum
    self.name = Photograph.cleaned(name)
    self.size = size
    self.kind = kind
  }

  /// Name, size and the checksum, as every list shows them.
  public var particulars: String {
    [name, Photograph.amount(size), checksum.short].joined(separator: "  ")
  }
}
