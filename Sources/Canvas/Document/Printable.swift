extension String {
  /// The text without what cannot be seen: control characters, marks that turn the direction of writing
  /// and what is no character are left out, tabs become spaces, and every end of line a line feed.
  public var printable: String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": text.append("\n")
      case "\t": text.append(" ")
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}",
        "\u{FFFE}", "\u{FFFF}":
        break
      case _ where scalar.properties.generalCategory == .control: break
      case _: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}
