/// The bytes of a JSON text while it is written: values that are still open stand on a stack of frames,
/// and the members of an object are put in order when it ends.
final class JSONOutput {
  /// What a frame turned out to hold.
  enum Form {
    /// Nothing asked for yet; a value that asks for nothing is an empty object.
    case undecided
    case object
    case array
    case scalar
  }

  private struct Frame {
    var form = Form.undecided
    /// Where its first member begins.
    var body = 0
    /// Where its members begin in ``members``.
    var firstMember = 0
  }

  private struct Member {
    var key: String
    var start: Int
    var end: Int
  }

  // Only this type's own methods touch these, one after the other: checking that at run time took a
  // fourteenth of the time of filling a ledger.
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  @exclusivity(unchecked) private var frames: [Frame] = []
  /// The members of all open objects.
  @exclusivity(unchecked) private var members: [Member] = []

  /// Writes a whole value where the text ends now.
  func write(_ value: some Encodable) throws {
    let depth = frames.count
    push()
    try value.encode(to: CanonicalEncoder(output: self))
    close(downTo: depth)
  }

  /// Opens a frame for a value that is yet to say what it is.
  func push() { frames.append(Frame()) }

  /// Says what the value of the last frame is, and returns that frame's place.
  func begin(_ form: Form) -> Int {
    let last = frames.count - 1
    guard frames[last].form == .undecided else { return last }
    frames[last].form = form
    bytes.append(form == .array ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    frames[last].body = bytes.count
    frames[last].firstMember = members.count
    return last
  }

  func beginMember(_ key: String, in frame: Int) {
    close(downTo: frame + 1)
    let start = bytes.count
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    members.append(Member(key: key, start: start, end: start))
  }

  /// Ends the last member, whose value is written.
  func endMember() { members[members.count - 1].end = bytes.count }

  func beginElement(in frame: Int, isFirst: Bool) {
    close(downTo: frame + 1)
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }

  func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the whole value of the last frame.
  func appendWhole(_ text: String) {
    frames[frames.count - 1].form = .scalar
    append(text)
  }

  /// Writes a string as the whole value of the last frame.
  func appendWhole(quoting text: String) {
    frames[frames.count - 1].form = .scalar
    appendQuoted(text)
  }

  /// Ends the frames from a place on, innermost first.
  private func close(downTo depth: Int) {
    while frames.count > depth {
      let frame = frames.removeLast()
      switch frame.form {
      case .undecided: append("{}")
      case .scalar: break
      case .array: bytes.append(UInt8(ascii: "]"))
      case .object:
        order(frame)
        bytes.append(UInt8(ascii: "}"))
      }
      // A nested container has no other moment at which its member ends.
      if let outer = frames.last, outer.form == .object { endMember() }
    }
  }

  /// Puts the members of an object in order and commas between them.
  private func order(_ frame: Frame) {
    let mine = members[frame.firstMember...].sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    members.removeSubrange(frame.firstMember...)
    let unordered = Array(bytes[frame.body...])
    bytes.removeSubrange(frame.body...)
    for (index, member) in mine.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: unordered[(member.start - frame.body)..<(member.end - frame.body)])
    }
  }

  /// Writes a string with its quotes and with what JSON must escape, and nothing else, escaped.
  func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(UInt8(ascii: "\""))
      var plain = 0
      for (index, byte) in utf8.enumerated() {
        guard let escape = escape(of: byte) else { continue }
        bytes.append(contentsOf: utf8[plain..<index])
        append(escape)
        plain = index + 1
      }
      bytes.append(contentsOf: utf8[plain...])
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x20...: nil
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0a: "\\n"
    case 0x0c: "\\f"
    case 0x0d: "\\r"
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
