import Almanac
import Canvas
import Domain
import Foundation
import Intake
import Testing

/// A sample office, read from the files that ship with the program.
enum Office: CaseIterable, CustomTestStringConvertible {
  /// The sample bureau, its names in Chinese.
  case chinese
  /// The bureau of the demonstration, its names in Latin letters.
  case latin

  var language: Language {
    switch self {
    case .chinese: .chinese
    case .latin: .english
    }
  }

  /// Who sits at the keyboard.
  enum Chair: CaseIterable {
    /// Inspects and administers.
    case inspector
    case supervisor
    /// Heads the section whose rooms come first.
    case head
    case rectifier
    case observer
  }

  func person(_ chair: Chair) -> Person.ID {
    switch (self, chair) {
    case (.chinese, .inspector): "zhang"
    case (.chinese, .supervisor): "li"
    case (.chinese, .head): "liu"
    case (.chinese, .rectifier): "huang"
    case (.chinese, .observer): "wu"
    case (.latin, .inspector): "zheng"
    case (.latin, .supervisor): "he"
    case (.latin, .head): "xu"
    case (.latin, .rectifier): "peng"
    case (.latin, .observer): "jiang"
    }
  }

  /// A text of this office's data.
  func callAsFunction(_ zh: String, _ en: String) -> String { self == .chinese ? zh : en }

  /// Its ledger as it stands when the program is opened.
  func ledger(after past: Past) throws -> MemoryLedger {
    switch (self, past) {
    case (.chinese, .none): try Self.chineseLedger.get()
    case (.latin, .none): try Self.latinLedger.get()
    case (.chinese, .autumn): try Self.chineseAutumn.get()
    case (.latin, .autumn): try Self.latinAutumn.get()
    }
  }

  static let founder = Stamp(
    at: Moment(Day(2026, 10, 9), hour: 9, minute: 0), day: Day(2026, 10, 9), actor: "setup")

  /// The public half of some key.
  static var key: PublicKey {
    get throws { try #require(PublicKey((1...32).map { UInt8($0) })) }
  }

  var testDescription: String { language.rawValue }

  private static let chineseLedger = Result { try founded("bureau.yaml") }
  private static let latinLedger = Result { try founded("demo-en.yaml") }
  private static let chineseAutumn = Result {
    try Autumn(office: .chinese).played(on: chineseLedger.get())
  }
  private static let latinAutumn = Result {
    try Autumn(office: .latin).played(on: latinLedger.get())
  }
  private static let checklists = Result {
    try ChecklistFile.read(Shipped.bytes("checklists.yaml"), file: "checklists.yaml")
  }

  private static func founded(_ file: String) throws -> MemoryLedger {
    let setup = try BureauFile.read(
      Shipped.bytes(file), file: file, checklists: checklists.get())
    var ledger = MemoryLedger(calendar: try Shipped.calendar.get())
    ledger.write(try setup.decide(hash: { "hash of \($0.id)" }), founder)
    return ledger
  }
}

/// The data files of the repository.
enum Shipped {
  static let calendar = Result {
    WorkCalendar(facts: try HolidayFacts(tsv: bytes("holidays.tsv")))
  }
  static let activityKinds = Result {
    try ActivityKindFile.read(bytes("activities.yaml"), file: "activities.yaml")
  }
  static let expiryKinds = Result {
    try ExpiryKindFile.read(bytes("expiries.yaml"), file: "expiries.yaml")
  }
  static let pinyin = Result { PinyinTable(bytes: try bytes("pinyin.txt")) }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources")
}
