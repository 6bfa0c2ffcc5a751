import Almanac

extension Item {
  /// The answer that a typed reading makes: out of range it is a finding, never refused.
  ///
  /// - Returns: nil if the text is not a decimal number.
  public func judge(reading text: String, in language: Language) -> Answer? {
    guard case .reading(let unit, let min, let max) = kind,
      text.utf8.allSatisfy("+-.0123456789".utf8.contains), let value = Double(text),
      value.isFinite
    else { return nil }
    let isInRange = (min.map { value >= $0 } ?? true) && (max.map { value <= $0 } ?? true)
    guard !isInRange else { return .reading(text) }
    let words = Bilingual(
      zh: "\(self.text.zh)：\(text)\(unit.zh)（\(rangeText.zh)）",
      en: "\(self.text.en): \(text) \(unit.en) (\(rangeText.en))")
    return .reading(text, Finding(text: words[language], category: category))
  }

  /// The answer that a chosen option makes.
  ///
  /// - Returns: nil if there is no such option.
  public func judge(choice id: String, in language: Language) -> Answer? {
    guard case .choice(let options) = kind, let option = options.first(where: { $0.id == id })
    else { return nil }
    guard option.isFinding else { return .choice(id) }
    let words = Bilingual(
      zh: "\(text.zh)：\(option.text.zh)", en: "\(text.en): \(option.text.en)")
    return .choice(id, Finding(text: words[language], category: category))
  }

  /// Whether an answer is one to this item as it is now: of its kind, an option that it has, and with a
  /// finding just where the value is one. An answer kept from before its checklist was changed may not be.
  public func accepts(_ answer: Answer) -> Bool {
    switch (kind, answer) {
    case (_, .notApplicable), (.tick, .pass), (.tick, .fail): true
    case (.text, .text(let words)): !words.isEmpty
    case (.reading, .reading(let value, let finding)):
      judge(reading: value, in: .chinese).map { ($0.finding == nil) == (finding == nil) } ?? false
    case (.choice, .choice(let id, let finding)):
      judge(choice: id, in: .chinese).map { ($0.finding == nil) == (finding == nil) } ?? false
    case (.tick, _), (.reading, _), (.choice, _), (.text, _): false
    }
  }

  /// The finding of a failed item for which no words were given: the item's own.
  public func plainFinding(in language: Language) -> Finding {
    Finding(text: (Self.failed + text)[language], category: category)
  }

  /// What stands before an item's own words where they are the finding.
  static let failed = Bilingual(zh: "不合格：", en: "Failed: ")

  /// The limits of a reading, as `18–27 ℃`.
  public var rangeText: Bilingual {
    guard case .reading(let unit, let min, let max) = kind else { return Bilingual(verbatim: "") }
    let bounds =
      switch (min, max) {
      case (let min?, let max?): "\(plain(min))-\(plain(max))"
      case (let min?, nil): ">= \(plain(min))"
      case (nil, let max?): "<= \(plain(max))"
      case (nil, nil): ""
      }
    return Bilingual(zh: "\(bounds) \(unit.zh)", en: "\(bounds) \(unit.en)")
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}

extension Finding {
  /// Whether it has no words but its item's own, which say by themselves that it failed.
  public var isPlain: Bool {
    Language.allCases.contains { text.hasPrefix(Item.failed[$0]) }
  }
}
