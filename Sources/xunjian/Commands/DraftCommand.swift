import Almanac
import ArgumentParser
import Domain

/// Walks that were begun and not signed.
struct DraftCommand: ParsableCommand {
  static let configuration = about(
    "draft", zh: "未签名的检查", en: "walks begun and not signed", [DraftList.self, DraftDiscard.self])
}

/// Lists drafts, the one saved last first.
struct DraftList: ParsableCommand {
  static let configuration = about("list", zh: "列出草稿", en: "list drafts")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let drafts = try session.ledger.drafts()
    let bureau = try session.ledger.bureau()
    try output.print(
      drafts.map(DraftJSON.init),
      heading: [
        Bilingual(zh: "任务", en: "Occurrence"), Bilingual(zh: "场所", en: "Place"),
        Bilingual(zh: "检查人", en: "Person"), Bilingual(zh: "已答", en: "Answered"),
        Bilingual(zh: "保存时间", en: "Saved"),
      ],
      rows: drafts.map { draft in
        [
          draft.walked, bureau.name(draft.occurrence.place),
          bureau.name(draft.owner), "\(draft.entries.count)",
          draft.saved.dayAndTime,
        ]
      })
  }
}

/// A draft in JSON.
struct DraftJSON: Encodable {
  var occurrence: String
  /// What is walked with it and signed in the same act.
  var companions: [String]
  var place: Place.ID
  var owner: Person.ID
  var started: Moment
  var saved: Moment
  var answered: Int

  init(_ draft: Draft) {
    occurrence = draft.occurrence.description
    companions = draft.companions.map(\.description)
    place = draft.occurrence.place
    owner = draft.owner
    started = draft.started
    saved = draft.saved
    answered = draft.entries.count
  }
}

extension Draft {
  /// What is walked, as a list shows it: the occurrence, and the rounds walked with it.
  fileprivate var walked: String {
    ([occurrence.description] + companions.map(\.round.description)).joined(separator: " + ")
  }
}

/// Throws a draft away.
struct DraftDiscard: ParsableCommand {
  static let configuration = about("discard", zh: "丢弃草稿", en: "throw a draft away")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "任务或场所", en: "the occurrence, or the place")) var draft: String

  func run() throws {
    let session = try Session(options)
    guard try session.actor().may(.inspect) else { throw NotPermitted(.inspect) }
    let key = try occurrence(session)
    try session.ledger.discardDraft(key)
    Output.line(
      Bilingual(zh: "已丢弃草稿：", en: "Draft thrown away: ")[session.language] + key.description)
  }

  private func occurrence(_ session: Session) throws -> OccurrenceKey {
    let drafts = try session.ledger.drafts().map(\.occurrence)
    if let key = drafts.first(where: { $0.description == draft }) { return key }
    let place = try? session.place(draft)
    let here = drafts.filter { $0.place == place?.id }
    guard let key = here.first else { throw Self.noDraft(draft) }
    guard here.count == 1 else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "此处有几份草稿，请指明任务：\(here.map(\.description).joined(separator: "、"))。",
          en:
            "Several drafts are there; name one: \(here.map(\.description).joined(separator: ", "))."
        ))
    }
    return key
  }

  private static func noDraft(_ text: String) -> ShellError {
    .plain(
      .badData,
      Bilingual(
        zh: "“\(text)”没有草稿；用 draft list 查看。", en: "There is no draft of “\(text)”; see draft list.")
    )
  }
}
