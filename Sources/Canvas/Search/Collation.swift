/// The order in which a person looks texts up: numbers by their value, letters in either case, Han characters by
/// their pinyin.
///
/// A character of several readings stands where the first of them in the alphabet puts it.
public struct Collation: Sendable {
  private let pinyin: PinyinTable

  /// An order by these readings.
  public init(_ pinyin: PinyinTable) { self.pinyin = pinyin }

  /// A text as it is compared with others.
  public struct Key: Comparable, Sendable {
    fileprivate var scalars: [UInt32]

    /// Whether one stands before the other.
    public static func < (first: Key, second: Key) -> Bool {
      first.scalars.lexicographicallyPrecedes(second.scalars)
    }
  }

  /// What a text is compared by; spaces before it do not count.
  public func key(_ text: String) -> Key {
    let scalars = Array(text.unicodeScalars.drop { $0 == " " || $0 == "\u{3000}" })
    var key: [UInt32] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if Self.isDigit(scalars[index]) {
        let digits = scalars[index...].prefix(while: Self.isDigit)
        let value = digits.drop { $0 == "0" }
        // A number of more digits is larger.
        key += [0x30, UInt32(value.count)] + value.map(\.value)
        index = digits.endIndex
      } else {
        key += folded(scalars[index])
        index += 1
      }
    }
    return Key(scalars: key)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// A scalar in lower case, a Han character as its reading and itself.
  private func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
    let value = (0x41...0x5A).contains(scalar.value) ? scalar.value + 32 : scalar.value
    let spelled = pinyin.readings(of: value).last?.map(UInt32.init) ?? []
    // No letter follows a reading that is whole: 安 stands before 昂.
    return spelled.isEmpty ? [value] : spelled + [0, value]
  }
}
