import CArchive

/// A ZIP file in memory, written by libarchive.
///
/// Its entries have no time, for which a ZIP file has 1980-01-01 in any time zone.
final class Archive {
  private final class Output { var bytes: [UInt8] = [] }

  private let output = Output()
  private let archive: OpaquePointer

  /// Opens an empty file.
  ///
  /// - Throws: ``ExportError`` when the library is missing.
  init() throws(ExportError) {
    try ExportError.checkLibrary(for: .docx)
    archive = archive_write_new()
    archive_write_set_format_zip(archive)
    // Without it the last block is filled up with zeros.
    archive_write_set_bytes_in_last_block(archive, 1)
    archive_write_open(
      archive, Unmanaged.passUnretained(output).toOpaque(), nil,
      { _, closure, data, count in
        guard let closure, let data else { return 0 }
        Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
      }, nil)
  }

  deinit { archive_write_free(archive) }

  /// Adds a file.
  ///
  /// - Throws: ``ExportError/failed(_:_:)`` with the library's words.
  func add(_ name: String, _ bytes: [UInt8]) throws(ExportError) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_filetype(entry, UInt32(AE_IFREG))
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(bytes.count))
    guard archive_write_header(archive, entry) >= 0,
      archive_write_data(archive, bytes, bytes.count) >= 0
    else { throw failure }
  }

  /// Closes the file and returns it.
  ///
  /// - Throws: ``ExportError/failed(_:_:)`` with the library's words.
  func finish() throws(ExportError) -> [UInt8] {
    guard archive_write_close(archive) >= 0 else { throw failure }
    return output.bytes
  }

  private var failure: ExportError {
    .failed(.docx, archive_error_string(archive).map { String(cString: $0) } ?? "libarchive")
  }
}
