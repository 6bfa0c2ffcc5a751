import Almanac
import ArgumentParser
import Canvas
import Domain
import Reports

/// The forms of a round, for walking with paper. Printing writes nothing.
struct BlankReport: ParsableCommand {
  static let configuration = about("blank", zh: "空白检查表", en: "blank forms of a round")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "轮次，如 monthly/2026-11", en: "the round, as monthly/2026-11"))
  var round: String
  @Option(
    help: help(
      zh: "只印这些场所，可多次；不填即本轮未检的",
      en: "only these places, repeatable; those not walked yet if left out"))
  var place: [String] = []
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let round = try session.round(round)
    let rooms = try rooms(of: round, session)
    try output.send(
      session.blankForms(of: rooms, in: round),
      json: BlankFormsJSON(round, session.forms(of: rooms)), on: session.today)
  }

  private func rooms(of round: Round, _ session: Session) throws -> [Round.Room] {
    guard !place.isEmpty else { return try round.unwalked() }
    return try place.map { text in
      let place = try session.place(text)
      guard let room = round.rooms.first(where: { $0.place.id == place.id }) else {
        throw PaperRoundError.notInRound(text)
      }
      return room
    }
  }
}

extension Round {
  /// The rooms that are still to be walked.
  ///
  /// - Throws: ``ShellError`` where there is none.
  func unwalked() throws -> [Room] {
    let open = rooms.filter { !$0.state.isSettled }
    guard !open.isEmpty else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "本轮没有待检查的场所；用 --place 指明。",
          en: "No place of the round is left; name some with --place."))
    }
    return open
  }
}

extension Session {
  /// The forms of some rooms of a round as they are printed.
  func blankForms(of rooms: [Round.Room], in round: Round) throws -> Document {
    let bureau = try ledger.bureau()
    return BlankForms.document(
      round: round, forms: try forms(of: rooms), organization: bureau.organization,
      isPractice: bureau.isPractice, language: language)
  }

  /// The form of each room, as it is walked with paper.
  func forms(of rooms: [Round.Room]) throws -> [BlankForms.Form] {
    let bureau = try ledger.bureau()
    let questionnaires = try ledger.questionnaires(rooms.map(\.occurrence.key))
    return rooms.compactMap { room in
      questionnaires[room.occurrence.key].map { questionnaire in
        BlankForms.Form(
          place: room.place, section: bureau.section(room.place.section),
          questionnaire: questionnaire, number: FormNumber(room.occurrence.key).description)
      }
    }
  }
}

/// `report blank --format json`: what is asked at each place, under the numbers of its form.
struct BlankFormsJSON: Encodable {
  struct Form: Encodable {
    /// The form's number, with its check digit.
    var form: String
    var place: Place.ID
    var name: String
    @Nullable var section: Section.ID?
    var questions: [Question]
    /// The numbers that are not asked here because they never apply.
    var spared: [Int]

    init(_ form: BlankForms.Form) {
      self.form = form.number
      (place, name) = (form.place.id, form.place.name)
      section = form.section?.id
      questions = form.questionnaire.questions.map(Question.init)
      spared = form.questionnaire.spared.map(\.number)
    }
  }

  struct Question: Encodable {
    var number: Int
    var checklist: Checklist.ID
    /// The heading under which it stands.
    var heading: Bilingual
    /// As `checklist show --json` has it.
    var item: Item

    init(_ question: Questionnaire.Question) {
      number = question.number
      checklist = question.key.checklist
      heading = question.section
      item = question.item
    }
  }

  var round: String
  var title: Bilingual
  var start: Day
  var due: Day
  var provisional: Bool
  var forms: [Form]

  init(_ round: Round, _ forms: [BlankForms.Form]) {
    self.round = round.id.description
    (title, start, due) = (round.title, round.start, round.due)
    provisional = round.isProvisional
    self.forms = forms.map(Form.init)
  }
}
