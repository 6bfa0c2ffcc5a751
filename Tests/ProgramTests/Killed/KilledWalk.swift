import Almanac
import Domain
import Foundation
import Ledger
import TestSupport
import Testing

/// One ledger of offices of equal rooms, walked from the first on by an inspector whose program is killed again
/// and again, and who goes on each time where the screen says that it stopped.
struct KilledWalk {
  /// Items to answer in each room.
  static let items = 14
  /// What the screen says once a room is signed.
  private static let isSigned = "记录 检2026-"

  private let folder: Folder
  private var dice: Dice
  private var room = 101
  /// Whether each answer in the room was a finding, as typed; nothing more was typed.
  private var typed: [Bool] = []
  /// Of those, what the screen has counted as answered.
  private var acknowledged = 0
  private(set) var signed = 0
  private var hours = LaterHours(of: "2026-11-23")

  private var path: String { folder.path + "/ledger.sqlite" }

  init(seed: UInt64) throws {
    folder = try Folder()
    dice = Dice(seed: seed)
    try LedgerFile.create(
      path: path, calendar: WorkCalendar(), lines: Self.setup.decide(hash: Publishing.hash),
      at: Moment(Day(2026, 11, 2), hour: 8, minute: 0))
  }

  /// Few words, for they are read and checked two hundred times.
  private static let setup = Setup(
    organization: Organization(name: "小局"), isPractice: true, sections: [],
    persons: [
      Person(
        id: "zhang", name: "张伟",
        roles: [.inspector, .administrator, .supervisor, .fireResponsible])
    ],
    places: (101...120).map { Place(id: Identifier("\($0)"), name: "\($0) 办公室", kind: .office) },
    plans: [
      Plan(
        id: "monthly", title: Bilingual(verbatim: "月检"), trigger: Trigger(.monthly),
        uses: [Plan.Use("room")], scope: .kinds([.office]))
    ],
    checklists: [
      Checklist(
        id: "room", version: 1, title: Bilingual(verbatim: "办公室"), placeKinds: [.office],
        sections: [
          ChecklistSection(
            id: "all", title: Bilingual(verbatim: "全部"),
            items: (1...items).map { number in
              Item(
                id: "item\(number)", text: Bilingual(verbatim: "第\(number)项"), category: .other,
                phrases: ["松动", "破损"].map { Bilingual(verbatim: $0) })
            })
        ])
    ])

  /// Opens the program, types on, kills it at a random moment, and holds the ledger against what was shown.
  mutating func run(_ name: String) throws {
    let terminal = try Pty(
      program: [
        "inspect", "\(room)", "--round", "monthly/2026-11", "--ledger", path, "--as", "zhang",
        "--now", hours.next(),
      ], in: folder)
    defer { terminal.kill() }
    let isOpen = terminal.shows { Self.count(in: $0) != nil }
    try #require(isOpen, "\(name): \(terminal.screen.rows)")
    let found = Self.count(in: terminal.screen) ?? 0
    #expect(found >= acknowledged && found <= typed.count, "\(name): answers lost on opening")
    typed.removeSubrange(found...)
    acknowledged = found

    for _ in 0..<Int.random(in: 0...6, using: &dice) where acknowledged < Self.items {
      terminal.send(answer())
      let isCounted = terminal.shows { Self.count(in: $0) == typed.count }
      #expect(isCounted, "\(name), item \(typed.count): \(terminal.screen.rows)")
      acknowledged = typed.count
    }
    let isWhole = acknowledged == Self.items
    if isWhole {
      // What asks for the signature goes with the program; Enter brings it back.
      if found == Self.items { terminal.send("\r") }
      #expect(terminal.shows { $0.contains("Enter 签名") }, "\(name): \(terminal.screen.rows)")
    }
    // Mostly nothing more is waited for: the end comes before, within or after what the last keys lead to.
    terminal.send(isWhole ? "\r" : answer())
    if isWhole, Bool.random(using: &dice) {
      #expect(terminal.shows { $0.contains(Self.isSigned) }, "\(name): \(terminal.screen.rows)")
    }
    let longest = isWhole ? 150_000 : 20_000
    terminal.watch(for: .microseconds(Int.random(in: 0...longest, using: &dice)))
    terminal.kill()
    #expect(terminal.ended() == 128 + SIGKILL, "\(name)")
    try check(terminal.screen, name)
  }

  /// The keys of one answer: a pass, or a finding by its number.
  private mutating func answer() -> String {
    let isFinding = Int.random(in: 0..<6, using: &dice) == 0
    typed.append(isFinding)
    return isFinding ? "21\r" : "1"
  }

  private mutating func check(_ screen: VT100, _ name: String) throws {
    let ledger = try LedgerFile(path: path, calendar: WorkCalendar())
    #expect(try ledger.verify().problems == [], "\(name)")
    let key = OccurrenceKey(
      plan: "monthly", place: Place.ID("\(room)"), period: "2026-11")
    let draft = try ledger.drafts().first { $0.occurrence == key }
    let day = Day(2026, 11, 23)
    let record = try ledger.inspections(in: day...day).first { $0.occurrence == key }
    if let record {
      let answers = record.content.answers.map(\.answer.isFinding)
      #expect(draft == nil && answers == typed, "\(name): record")
      signed += 1
      room += 1
      (typed, acknowledged) = ([], 0)
    } else {
      #expect(!screen.contains(Self.isSigned), "\(name): said to be signed")
      acknowledged = max(acknowledged, Self.count(in: screen) ?? 0)
      let answers = draft?.entries.map(\.answer.isFinding) ?? []
      #expect(answers.count >= acknowledged, "\(name): \(answers.count) of \(acknowledged)")
      #expect(answers[...] == typed.prefix(answers.count), "\(name): draft")
    }
    #expect(try ledger.inspections(in: day...day).count == signed, "\(name)")
  }

  /// The answers in the room that the screen counts.
  private static func count(in screen: VT100) -> Int? {
    for row in screen.rows {
      if let match = row.firstMatch(of: /本间 (\d+)\/14/) { return Int(match.1) }
    }
    return nil
  }
}

extension Answer {
  fileprivate var isFinding: Bool { finding != nil }
}
