import Canvas

extension Document.Picture {
  /// The tallest that a picture is printed, in points.
  private static let tallest = 62 * Sheet.millimetre

  /// Its width and height in points when it is as large as a width and the tallest allow, upright and in
  /// its own proportions.
  func fitted(width room: Double) -> (width: Double, height: Double) {
    let ratio = Double(upright.height) / Double(max(1, upright.width))
    let height = min(room * ratio, Self.tallest)
    return (max(1, min(room, height / max(ratio, 0.001))), max(1, height))
  }
}
