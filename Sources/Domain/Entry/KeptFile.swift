/// A file that stands beside the ledger, once by its content, and is named by a line of the journal.
public protocol KeptFile: Sendable {
  /// Of the stored file.
  var checksum: Checksum { get }
  /// The name its file had, without folders.
  var name: String { get }
  /// Bytes of the stored file.
  var size: Int { get }
  /// How the name of its stored file ends.
  var suffix: String { get }
}

extension KeptFile {
  /// Its file below the ledger's folder of photographs, as `ab/cdef….jpg`.
  public var file: String {
    "\(checksum.rawValue.prefix(2))/\(checksum.rawValue.dropFirst(2)).\(suffix)"
  }
}

extension Photograph: KeptFile {
  /// By its encoding.
  public var suffix: String { kind.suffix }
}
