import Almanac

/// What may be asked about the shortcomings of a year. May be refused.
public enum ShortcomingRequest: Hashable, Sendable {
  case state(StatedShortcoming.Content)
  case withdraw(StatedShortcoming.ID, reason: String)
}

/// A reason an act on the shortcomings of a year was refused. Nothing was written.
public enum ShortcomingError: Refusal, Hashable {
  case noSuchShortcoming(String)
  case textMissing
  case reasonMissing
  case badYear(Int)
  case stated(String)
  case isWithdrawn(String)

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchShortcoming: .noSuchSubject
    case .textMissing, .reasonMissing, .badYear, .stated, .isWithdrawn: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchShortcoming(let id):
      Bilingual(
        zh: "没有自填的不足“\(id)”；用 shortcoming list 查看。",
        en: "There is no stated shortcoming “\(id)”; see shortcoming list.")
    case .textMissing: Bilingual(zh: "请写不足之处。", en: "Say what fell short.")
    case .reasonMissing: Bilingual(zh: "请写撤销的原因。", en: "Say why it is withdrawn.")
    case .badYear(let year):
      Bilingual(
        zh: "\(year) 年还没有到，不能写它的不足。", en: "\(year) has not come: nothing fell short in it yet.")
    case .stated(let id):
      Bilingual(zh: "这条不足已填过（\(id)）。", en: "This was stated already (\(id)).")
    case .isWithdrawn(let id): Bilingual(zh: "\(id) 已撤销。", en: "\(id) is withdrawn.")
    }
  }
}

extension ShortcomingRequest {
  /// Returns the line that states a shortcoming or takes it back.
  ///
  /// - Throws: ``ShortcomingError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.keepGoals) else { throw NotPermitted(.keepGoals) }
    let all = try records.shortcomings()
    switch self {
    case .state(let content):
      let content = try content.checked(on: situation.today)
      let twin = all.first {
        $0.withdrawn == nil && $0.content.year == content.year && $0.content.text == content.text
      }
      if let twin { throw ShortcomingError.stated(twin.id.rawValue) }
      let id = StatedShortcoming.ID.next(
        "BZ", of: content.year, after: all.map(\.id), device: situation.numbering.device,
        digits: 2)
      return [Happening(.shortcoming(id), .shortcoming(.stated(content)))]
    case .withdraw(let id, let reason):
      guard let found = all.first(where: { $0.id == id }) else {
        throw ShortcomingError.noSuchShortcoming(id.rawValue)
      }
      guard found.withdrawn == nil else { throw ShortcomingError.isWithdrawn(id.rawValue) }
      let reason = try Wording.text(reason)
      guard !reason.isEmpty else { throw ShortcomingError.reasonMissing }
      return [Happening(.shortcoming(id), .shortcoming(.withdrawn(reason: reason)))]
    }
  }
}

extension StatedShortcoming.Content {
  /// What it says, cleaned; a closing mark is left to the report.
  ///
  /// - Throws: ``ShortcomingError`` or ``WordingError``.
  fileprivate func checked(on today: Day) throws -> Self {
    func sentence(_ text: String) throws -> String {
      let text = try Wording.text(text)
      return text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    var content = self
    content.text = try sentence(text)
    guard !content.text.isEmpty else { throw ShortcomingError.textMissing }
    guard (2000...today.year).contains(year) else { throw ShortcomingError.badYear(year) }
    content.measure = try measure.map(sentence).flatMap { $0.isEmpty ? nil : $0 }
    return content
  }
}
