import Domain
import Testing

/// The number of a printed form and its check digit.
struct FormNumberTests {
  static let samples = ["301", "302", "1203", "archive", "档案室", "A301"].map {
    OccurrenceKey(plan: "monthly", place: Identifier($0), period: "2026-11")
  }

  private func isRead(_ characters: [Character]) -> Bool {
    (try? FormNumber(typed: String(characters))) != nil
  }

  /// Identity numbers of GB 11643 carry the same check digit: 11010519491231002X is the sample of the
  /// standard. Here the weights are computed by the rule of that standard, from the left.
  @Test func theCheckDigitIsThatOfIdentityNumbers() throws {
    for key in Self.samples {
      let digits = Array(FormNumber(key).description.filter { $0 != "-" })
      let sum = digits.dropLast().enumerated().reduce(0) { sum, next in
        let weight = (0..<(9 - next.offset)).reduce(1) { power, _ in power * 2 % 11 }
        return sum + (next.element.wholeNumberValue ?? 0) * weight
      }
      let codes = Array("10X98765432")
      #expect(digits.last == codes[sum % 11], "\(key)")
    }
  }

  @Test func aRoomsOwnNumberStandsInIt() {
    let key = OccurrenceKey(plan: "monthly", place: "305", period: "2026-11")
    let text = FormNumber(key).description
    #expect(text.dropFirst(6).prefix(4) == "0305")
    #expect(text.count == 12)
    #expect(FormNumber(key) == FormNumber(key))
  }

  @Test func everyWrongCharacterIsCaught() {
    for key in Self.samples {
      let digits = Array(FormNumber(key).description.filter { $0 != "-" })
      for index in digits.indices {
        for other in "0123456789X" where other != digits[index] {
          var wrong = digits
          wrong[index] = other
          #expect(!isRead(wrong), "\(String(wrong))")
        }
      }
    }
  }

  @Test func everyExchangeOfNeighboursIsCaught() {
    for key in Self.samples {
      let digits = Array(FormNumber(key).description.filter { $0 != "-" })
      for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
        var wrong = digits
        wrong.swapAt(index, index + 1)
        #expect(!isRead(wrong), "\(String(wrong))")
      }
    }
  }

  @Test func itIsReadAsPeopleTypeIt() throws {
    for key in Self.samples {
      let number = FormNumber(key)
      let text = number.description
      #expect(try FormNumber(typed: text) == number)
      #expect(try FormNumber(typed: text.filter { $0 != "-" }.lowercased()) == number)
      #expect(try FormNumber(typed: " " + text.replacing("-", with: "－")) == number)
    }
  }

  @Test func anotherPlaceOrRoundIsRefused() throws {
    let key = Self.samples[0]
    let number = FormNumber(key)
    try number.require(key)
    #expect(throws: FormNumberError.otherPlace(number.description)) {
      try number.require(Self.samples[1])
    }
    let december = OccurrenceKey(plan: "monthly", place: "301", period: "2026-12")
    #expect(throws: FormNumberError.otherRound(number.description)) {
      try number.require(december)
    }
  }

  @Test(arguments: ["", "305", "38070-0305", "38070-0305-55", "3807X-0305-5", "abc"])
  func whatIsNoNumberIsRefused(_ text: String) {
    #expect(throws: FormNumberError.malformed(text)) { try FormNumber(typed: text) }
  }
}
