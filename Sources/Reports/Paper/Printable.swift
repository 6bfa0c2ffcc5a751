extension String {
  /// The text without what cannot be seen: control characters and marks that turn the direction of
  /// writing are left out, tabs become spaces, and every end of line a line feed.
  var printable: String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": text.append("\n")
      case "\t": text.append(" ")
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": break
      case _ where scalar.properties.generalCategory == .control: break
      case _: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}

extension Character {
  /// Whether any computer of an office should have it: Latin, the punctuation of Chinese, and the Han
  /// characters of GB 18030's two-byte part. Without these the right font is not installed at all.
  var isOrdinary: Bool {
    unicodeScalars.contains { scalar in
      switch scalar {
      case "\u{21}"..."\u{7E}", "\u{3001}"..."\u{3011}", "\u{4E00}"..."\u{9FA5}",
        "\u{FF01}"..."\u{FF5E}":
        true
      case _: false
      }
    }
  }
}
