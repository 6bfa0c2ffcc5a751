import Almanac
import Canvas
import Domain

/// What was found at an item: a phrase by one digit, the spot by a second, Enter saves; the rest by Tab.
struct FindingPanel: Sendable {
  /// The answer that the finding belongs to.
  enum Base: Sendable {
    case fail
    case reading(String)
    case choice(String)
  }

  enum Outcome {
    case stay
    case answer(Answer)
    /// Asks what lies in the folder of photographs.
    case load
  }

  enum Field: Int, CaseIterable {
    case pick
    case text
    case handling
    case category
    case deadline
    case study
    case photos
  }

  let base: Base
  let question: Questionnaire.Question
  /// Hazards open at the place, this item's own first.
  let hazards: [Hazard]
  /// How many of them are this item's own.
  let ownHazards: Int
  let phrases: [String]
  var proposed: Day
  let language: Language
  var selected: Int
  var text: TextField
  var isPicked: Bool
  var spot: Spot?
  var isOnTheSpot = false
  var category: HazardCategory
  var deadline = TextField()
  var asksForStudy = false
  /// Whether photographs are asked for: on a walk, not where a signed answer is set right.
  let takesPhotos: Bool
  /// The photographs chosen, by the names of their files.
  private(set) var photos: [String]
  /// What lies in the folder of photographs; nil until it was looked at.
  private(set) var listing: DropListing?
  var field = Field.pick
  /// What is wrong with the typed deadline.
  var trouble: Bilingual?

  init(
    base: Base, question: Questionnaire.Question, text: String?, photos: [String]? = nil,
    sheet: RoomSheet, firstOff: Day?, _ context: Context
  ) {
    self.base = base
    takesPhotos = photos != nil
    self.photos = photos ?? []
    self.question = question
    language = context.language
    let own = sheet.context.hazards.filter { $0.report.item == question.key }
    let others = sheet.context.hazards.filter { $0.report.item != question.key }
    hazards = Array((own + others).prefix(4))
    ownHazards = min(own.count, 4)
    phrases = sheet.phrases(for: question, in: context.language)
    category = question.item.category
    proposed = context.bureau.proposedDeadline(
      for: question.item.category, found: context.today, beforeBreak: firstOff)
    self.text = TextField(text ?? "")
    isPicked = text != nil
    selected = own.isEmpty ? hazards.count : 0
  }

  mutating func press(_ key: Key, _ context: Context) -> Outcome {
    trouble = nil
    switch key {
    case .tab: moveFocus(1)
    case .backTab: moveFocus(-1)
    case .enter: return enter(context)
    case .function(7) where takesPhotos: field = .photos
    default: type(key)
    }
    return field == .photos && listing == nil ? .load : .stay
  }

  private mutating func moveFocus(_ step: Int) {
    let count = Field.allCases.count - (takesPhotos ? 0 : 1)
    field = Field(rawValue: (field.rawValue + step + count) % count) ?? .pick
  }

  /// The words and the deadline, as they are typed.
  var texts: [String: String] { ["text": text.text, "deadline": deadline.text] }

  mutating func restore(_ texts: [String: String]) {
    text = texts.field
    deadline = TextField(texts["deadline"] ?? "")
    isPicked = !text.text.isEmpty
    field = .text
  }

  /// Takes what lies in the folder of photographs.
  mutating func take(_ listing: DropListing) { self.listing = listing.pictures }

  /// The files offered by number, the newest first.
  var files: [DropFile] { Array((listing?.files ?? []).prefix(9)) }

  /// Chooses a file, or takes it away again.
  private mutating func choosePhoto(_ key: Key) {
    guard let digit = key.digit else {
      if key == .backspace { photos = [] }
      return
    }
    guard digit > 0, digit <= files.count else {
      if digit == 0 { photos = [] }
      return
    }
    let name = files[digit - 1].name
    if let index = photos.firstIndex(of: name) {
      photos.remove(at: index)
    } else {
      photos.append(name)
    }
  }

  private mutating func type(_ key: Key) {
    switch field {
    case .pick: pick(key)
    case .text:
      _ = text.update(key)
      isPicked = !text.text.isEmpty
    case .deadline: _ = deadline.update(key.folded)
    case .photos: choosePhoto(key)
    case .handling:
      if let digit = key.digit { isOnTheSpot = digit == 2 }
    case .study:
      if let digit = key.digit { asksForStudy = digit == 2 }
    case .category:
      let all = HazardCategory.allCases
      if let digit = key.digit, all.indices.contains(digit == 0 ? 9 : digit - 1) {
        category = all[digit == 0 ? 9 : digit - 1]
      }
    }
  }

  private mutating func pick(_ key: Key) {
    switch key.folded {
    case .up: selected = max(0, selected - 1)
    case .down: selected = max(0, min(hazards.count + phrases.count - 1, selected + 1))
    case .backspace:
      text = TextField()
      isPicked = false
      spot = nil
    default:
      if let digit = key.digit {
        pick(digit)
      } else if key.isText, !isPicked {
        field = .text
        _ = text.update(key)
        isPicked = true
      }
    }
  }

  /// The first digit is always the phrase, the second the spot.
  private mutating func pick(_ digit: Int) {
    if isPicked {
      spot = Spot(rawValue: digit)
    } else if digit == 0 {
      field = .text
    } else if phrases.indices.contains(digit - 1) {
      selected = hazards.count + digit - 1
      text = TextField(phrases[digit - 1])
      isPicked = true
    }
  }

  /// Whether the next key tells what was found: a phrase by its digit, or own words.
  var asksWhat: Bool { field == .pick && !isPicked }

  /// Whether Enter ties the finding to an open hazard.
  var isJoining: Bool {
    !isPicked && (field == .pick || field == .photos) && selected < hazards.count
  }

  private mutating func enter(_ context: Context) -> Outcome {
    if isJoining {
      return .answer(answer(hazards[selected].report.text, .joins(hazards[selected].id)))
    }
    if !isPicked, field != .text, phrases.indices.contains(selected - hazards.count) {
      text = TextField(phrases[selected - hazards.count])
    }
    let words = trimmed(text.text)
    guard !words.isEmpty else {
      field = .text
      return .stay
    }
    if isJoiningReading { return .answer(answer(words, .joins(hazards[selected].id))) }
    if isOnTheSpot {
      return .answer(answer(words, .onTheSpot(measures: context(Self.mendedAtOnce))))
    }
    guard !deadline.text.isEmpty else { return .answer(answer(words, .rectify())) }
    guard let day = Day(typed: deadline.text, today: context.today), day >= context.today else {
      trouble = Bilingual(
        zh: "期限请填今天或以后的日期，如 11-30 或 +7", en: "Enter a day from today on, such as 11-30 or +7")
      field = .deadline
      return .stay
    }
    return .answer(answer(words, .rectify(by: day)))
  }

  /// A reading's finding has words of its own, but joins the item's open hazard all the same.
  private var isJoiningReading: Bool {
    if case .fail = base { return false }
    return selected < ownHazards
  }

  private func answer(_ words: String, _ handling: Finding.Handling) -> Answer {
    let finding = Finding(
      text: words, spot: spot.map { $0.name[language] }, category: category, handling: handling,
      asksForStudy: asksForStudy, photos: photos)
    return switch base {
    case .fail: .fail(finding)
    case .reading(let value): .reading(value, finding)
    case .choice(let option): .choice(option, finding)
    }
  }

  static let mendedAtOnce = Bilingual(zh: "已当场改正", en: "put right at once")
}

extension Key {
  /// Whether it is a character or a pasted text.
  fileprivate var isText: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }

  /// The digit typed, if it is one.
  var digit: Int? {
    if case .character(let character) = folded, character.isASCII {
      character.wholeNumberValue
    } else {
      nil
    }
  }
}
