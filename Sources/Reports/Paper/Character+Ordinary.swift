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
