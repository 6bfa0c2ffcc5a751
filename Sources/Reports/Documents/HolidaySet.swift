import Almanac
import Canvas
import Domain

/// All the papers of one break in one job (节前一套): the notice to staff, the blank forms of the rounds before
/// it, and the sheets that are filled in by hand for duty, vehicles, keys and what is still open.
public struct HolidaySet: Written {
  /// A round before the break with a form for each of its places.
  public struct Walk: Sendable {
    let round: Round
    let forms: [BlankForms.Form]

    /// - Parameter forms: Of all its places; those walked are not printed again.
    public init(round: Round, forms: [BlankForms.Form]) {
      self.round = round
      self.forms = forms
    }

    /// The forms of the places that are still to be walked.
    var open: [BlankForms.Form] {
      let open = Set(round.rooms.filter { !$0.state.isSettled }.map(\.place.id))
      return forms.filter { open.contains($0.place.id) }
    }
  }

  /// One paper of the set.
  struct Part {
    var title: Bilingual
    var blocks: [Document.Block]
  }

  let holiday: Break
  let walks: [Walk]
  /// The day at whose end hazards are open.
  let countedOn: Day
  let hazards: [Hazard]
  /// The roster of the break; nil while none is adopted.
  let dutyRoster: DutyRoster?
  /// The vehicles with what was sealed.
  let vehicleBook: VehicleBook
  let bureau: Bureau
  let language: Language
  let templates: Templates

  /// The set of a break: a cover with its days and contents, then each paper on a page of its own.
  ///
  /// - Parameters:
  ///   - walks: The rounds due before the break, in order of due day.
  ///   - hazards: Those that were open at any time before it.
  ///   - today: The day on which it is printed; what is open is counted on it, or on the last workday before
  ///     the break where that is over.
  ///   - roster: The adopted duty roster; without one a sheet to be filled in by hand.
  ///   - vehicleBook: The vehicles; what was sealed for the break is printed, the rest left to be filled in.
  public static func document(
    of holiday: Break, walks: [Walk], hazards: [Hazard], roster: DutyRoster? = nil,
    vehicleBook: VehicleBook = .empty, bureau: Bureau, today: Day,
    templates: Templates, language: Language
  ) -> Document {
    let set = HolidaySet(
      holiday: holiday, walks: walks, countedOn: holiday.handover(by: today),
      hazards: hazards.open(before: holiday, on: today),
      dutyRoster: roster?.isInForce ?? false ? roster : nil, vehicleBook: vehicleBook,
      bureau: bureau, language: language, templates: templates)
    let parts = set.parts
    return Document(
      language: language,
      title: (Bilingual(zh: "\(bureau.organization.name)", en: "\(bureau.organization.name): ")
        + set.name + Bilingual(zh: "节前工作套表", en: ", papers before the break"))[language],
      subtitle: [(set.stretch + set.mark)[language]],
      running: Organization.runningLine(
        isPractice: bureau.isPractice, isProvisional: holiday.isProvisional, in: language),
      author: bureau.organization.name,
      blocks: [set.days, set.contents(parts)]
        + parts.enumerated().flatMap { index, part -> [Document.Block] in
          [.pageBreak, set.heading(set.numbered(index, part.title))] + part.blocks
        }, keepsHeadedWhole: true)
  }

  private var parts: [Part] {
    [notice] + walks.map(forms) + [roster, vehicles, keys, openHazards]
  }

  /// As `2027年元旦`.
  var name: Bilingual {
    Bilingual(
      zh: "\(holiday.year)年\(holiday.name.zh)", en: "\(holiday.name.en) \(holiday.year)")
  }

  /// The first and the last day off, and how many they are.
  var stretch: Bilingual {
    let count = holiday.lastOff - holiday.firstOff + 1
    let (first, last) = (dated(holiday.firstOff), dated(holiday.lastOff))
    return count == 1
      ? Bilingual(zh: "\(first.zh)放假1天", en: "off on \(first.en), 1 day")
      : Bilingual(
        zh: "\(first.zh)至\(last.zh)放假，共\(count)天",
        en: "off from \(first.en) to \(last.en), \(count) days")
  }

  private var mark: Bilingual {
    let mark = WorkCalendar.provisionalMark
    return holiday.isProvisional
      ? Bilingual(zh: "　\(mark.zh)", en: " \(mark.en)") : Bilingual(verbatim: "")
  }

  /// A date in words with its day of the week, and the year where it is not the break's own.
  func dated(_ day: Day) -> Bilingual {
    let (year, month, date) = day.civil
    let weekday = day.weekdayName
    let words = Bilingual(
      zh: "\(month)月\(date)日（\(weekday.zh)）", en: "\(weekday.en) \(date) \(day.month.proseName)")
    guard year != holiday.year else { return words }
    return Bilingual(zh: "\(year)年\(words.zh)", en: "\(words.en) \(year)")
  }

  /// The weekends worked for the break, as its notice has them.
  var madeUp: [Day] {
    bureau.calendar.facts.rows(of: holiday.year).filter { row in
      row.kind == .workday && !Set(row.holidays).isDisjoint(with: holiday.holidays)
    }.map(\.day)
  }

  /// The days worked instead in one phrase; that they are not known yet while the year is provisional.
  var madeUpWords: Bilingual {
    guard !madeUp.isEmpty else {
      return holiday.isProvisional
        ? Bilingual(zh: "待放假通知发布后确定", en: "not known until the year's notice")
        : Bilingual(zh: "无", en: "none")
    }
    return Bilingual(verbatim: listed(madeUp.map { dated($0)[language] }))
  }

  private var days: Document.Block {
    let rounds = walks.map { walk in
      (
        walk.round.title,
        Bilingual(
          zh: "\(dated(walk.round.due).zh)前完成，已检\(walk.round.done)/\(walk.round.total)",
          en: "by \(dated(walk.round.due).en), walked \(walk.round.done)/\(walk.round.total)")
      )
    }
    let rows =
      rounds + [
        (Bilingual(zh: "节前最后上班日", en: "Last working day"), dated(holiday.lastWorkdayBefore)),
        (Bilingual(zh: "放假", en: "Days off"), stretch),
        (Bilingual(zh: "调休上班", en: "Days worked instead"), madeUpWords),
        (Bilingual(zh: "节后首个上班日", en: "First working day after"), dated(holiday.firstWorkdayAfter)),
      ]
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "事项", en: "What"), 2), words(Bilingual(zh: "日期", en: "When"), 4),
        ], rows: rows.map { [$0.0[language], $0.1[language]] }))
  }

  private func contents(_ parts: [Part]) -> Document.Block {
    .table(
      .init(
        columns: [words(Bilingual(zh: "内容", en: "Contents"), 1)],
        rows: parts.enumerated().map { [numbered($0.offset, $0.element.title)[language]] }))
  }

  private func numbered(_ index: Int, _ title: Bilingual) -> Bilingual {
    let numerals = Array(Bilingual(zh: "一二三四五六七八九十", en: "1 to 10").zh)
    let zh = numerals.indices.contains(index) ? String(numerals[index]) : "\(index + 1)"
    return Bilingual(zh: "\(zh)、\(title.zh)", en: "\(index + 1). \(title.en)")
  }

  private func forms(of walk: Walk) -> Part {
    let title = walk.round.title + Bilingual(zh: "空白表", en: ": forms")
    guard !walk.open.isEmpty else {
      return Part(
        title: title,
        blocks: [
          paragraph(Bilingual(zh: "本轮已没有待检查的场所。", en: "No place of the round is left."))
        ])
    }
    let writer = BlankForms(language: language)
    return Part(title: title, blocks: [writer.instruction] + walk.open.flatMap(writer.blocks))
  }
}
