import Almanac
import Canvas
import Domain

/// Where the program stands: who, when, where, in which language and window.
public struct Context: Sendable {
  /// The language spoken.
  public var language: Language
  /// The office as it stands.
  public var bureau: Bureau
  /// Who is at the keyboard; without an id while that is asked.
  public var person: Person
  /// The present moment, as the shell told it last.
  public var now: Moment
  /// Seconds that no change of the clock disturbs.
  public var seconds: Int
  /// The width of the window in cells.
  public var columns: Int
  /// The height of the window in rows.
  public var rows: Int
  /// The readings by which filters find Chinese words.
  public var pinyin: PinyinTable
  /// Which keys do what.
  public var keyMap: KeyMap
  /// Whether the picture is read out line by line: then it holds no bars and no grid of days.
  public var isSpoken: Bool
  /// The rounds that are walked together with a round, as chosen in one of its rooms: for this sitting.
  var together: [RoundKey: Set<RoundKey>] = [:]
  /// The hazard decided on last in this sitting, which may have left its list.
  var decided: Hazard.ID?

  /// The civil day of ``now``.
  public var today: Day { now.day }

  /// Where the program stands when it is opened.
  public init(
    language: Language, bureau: Bureau, person: Person, now: Moment, seconds: Int = 0,
    columns: Int = 80, rows: Int = 24, pinyin: PinyinTable = .empty, keyMap: KeyMap = .usual,
    isSpoken: Bool = false
  ) {
    self.language = language
    self.bureau = bureau
    self.person = person
    self.now = now
    self.seconds = seconds
    self.columns = columns
    self.rows = rows
    self.pinyin = pinyin
    self.keyMap = keyMap
    self.isSpoken = isSpoken
  }

  /// Takes the office as it stands now; who is at the keyboard may have become somebody's deputy.
  mutating func renew(_ bureau: Bureau) {
    self.bureau = bureau
    if let person = bureau.person(person.id) { seat(person) }
  }

  /// Puts a person at the keyboard, in the place of those they stand in for too.
  mutating func seat(_ person: Person) { self.person = bureau.acting(person, on: today) }

  /// A document as pages of lines so wide, or narrower in a window that is; read out, as wide as there is
  /// room.
  public func pages(of document: Document, _ wanted: Int) -> [[String]] {
    TextPages(
      document, columns: isSpoken ? columns - 3 : min(wanted, columns - 3), isReadOut: isSpoken
    ).pages
  }

  /// Whether something is chosen, as a mark before it or, read out, in a word.
  func tick(_ isChosen: Bool) -> String {
    guard isSpoken else { return isChosen ? "[v]" : "[ ]" }
    return self(
      isChosen ? Bilingual(zh: "已选", en: "chosen") : Bilingual(zh: "未选", en: "not chosen"))
  }

  /// The text in the language spoken.
  func callAsFunction(_ text: Bilingual) -> String { text[language] }
}
