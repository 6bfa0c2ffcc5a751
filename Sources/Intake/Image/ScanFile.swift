import Domain

/// The file of a scanned paper, checked by what is in it and not by its name, and ready to be kept: a
/// PDF as scanners make it, or a picture as a photograph is taken.
public struct ScanFile: Equatable, Sendable {
  /// How it is encoded.
  public let kind: Scan.Kind
  /// The file to keep: a PDF as it is, a picture without what a camera wrote beside it.
  public let bytes: [UInt8]

  /// ISO 32000-1, 7.5.2: the header of a PDF.
  private static let header = Array("%PDF-".utf8)
  /// ISO 32000-1, 7.5.5: the last line, which readers look for in the last 1024 bytes.
  private static let end = Array("%%EOF".utf8)

  /// Checks a file.
  ///
  /// - Parameter name: The file's name, for messages.
  /// - Throws: ``ImageError``.
  public init(_ bytes: [UInt8], name: String) throws(ImageError) {
    guard bytes.starts(with: Self.header) else {
      do throws(ImageError) {
        let image = try ImageFile(bytes, name: name)
        kind =
          switch image.kind {
          case .jpeg: .jpeg
          case .png: .png
          }
        self.bytes = image.bytes
        return
      } catch {
        throw error.fault == .notAPicture ? ImageError(file: name, fault: .notAScan) : error
      }
    }
    guard bytes.count <= ImageFile.largest else {
      throw ImageError(file: name, fault: .scanTooLarge(bytes.count))
    }
    guard Self.ends(bytes.suffix(1024)) else { throw ImageError(file: name, fault: .truncated) }
    kind = .pdf
    self.bytes = bytes
  }

  private static func ends(_ tail: ArraySlice<UInt8>) -> Bool {
    tail.indices.contains { tail[$0...].starts(with: end) }
  }
}
