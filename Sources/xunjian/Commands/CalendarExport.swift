import Almanac
import ArgumentParser
import Domain
import Foundation
import Reports

/// Rounds, due days, breaks and deadlines for a phone.
struct CalendarExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Bilingual(
      zh: "导出日历（iCalendar），供手机导入或订阅", en: "a calendar file (iCalendar) for phones")[
        Speech.language],
    discussion: Bilingual(
      zh: """
        各类条目：rounds 检查轮次（起至到期），due 轮次到期日，breaks 放假与调休上班，hazards 隐患整改期限，\
        duty 已确定的值班表；\
        一天内的轮次只有一条。--person 只要交给此人或其科室的轮次、未指定人员的轮次中此人科室场所的部分\
        （无科室的为全部）和由其整改的隐患；交给别人的轮次不列。
        UID 不变，再次导出的条目替换原来的，不会重复。经批准免查、随预警解除的轮次和已销号的隐患标为取消；\
        输出到已有的导出文件时，窗口内不再有的条目也标为取消。
        """,
      en: """
        Sources: rounds (from start to due day), due (their due days), breaks (days off and weekends worked), \
        hazards (deadlines), \
        duty (shifts of adopted rosters); a round of one day has one entry. --person keeps the rounds given to \
        that person or section, those given to nobody as far as they lie in the section's places (all of \
        them for one of no section), and the hazards that person has to mend; not those given to others.
        UIDs last, so that what is exported again replaces what was there. Rounds excused or lifted and \
        hazards closed are CANCELLED; so is, when the output is an earlier export, what it showed in the \
        window and is gone.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: help(zh: "从哪天（31 天前）", en: "from (31 days ago)"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天（400 天后）", en: "to (in 400 days)"))
  var to: TypedDay?
  @Option(help: help(zh: "只要此人的（编号或姓名）", en: "only this person's: an id or a name"))
  var person: String?
  @Option(
    help: help(zh: "只要这类条目，可多次", en: "only entries of this source, repeatable"))
  var include: [OfficeCalendar.Source] = []
  @Option(help: help(zh: "存为文件；- 为标准输出", en: "write to this file; - for standard output"))
  var output = "-"

  func run() throws {
    let session = try Session(options)
    let today = session.today
    let window = try DayRange.between(
      from, to, usual: (today - 31)...(today + 400), today: today)
    var calendar = try calendar(session, window)
    guard output != "-" else { return Output.bytes(Array(calendar.text.utf8)) }
    if FileManager.default.fileExists(atPath: output) {
      calendar.callOff(
        missingFrom: String(decoding: try Files.read(output), as: UTF8.self), in: window)
    }
    try Files.write(Array(calendar.text.utf8), to: output)
  }

  private func calendar(_ session: Session, _ window: ClosedRange<Day>) throws -> ICalendar {
    let person = try person.map(session.person)
    let bureau = try session.ledger.bureau()
    let office = OfficeCalendar(
      bureau: bureau, rounds: try session.ledger.rounds(in: window, at: session.clock.now),
      hazards: try session.ledger.hazards(HazardFilter(states: .all)),
      rosters: try session.ledger.dutyRosters(from: window.lowerBound), window: window, for: person,
      language: session.language)
    let sources = include.isEmpty ? OfficeCalendar.Source.allCases : include
    return ICalendar(
      title: title(bureau, person)[session.language], edition: try session.ledger.edition(),
      made: session.clock.now,
      events: office.events(of: Set(sources)))
  }

  private func title(_ bureau: Bureau, _ person: Person?) -> Bilingual {
    let (name, mark) = (bureau.organization.name, Organization.practiceMark)
    let whose = person.map { Bilingual(zh: "：\($0.name)", en: ", \($0.name)") }
    let title = Bilingual(zh: "\(name)安全检查", en: "\(name): safety checks")
    let practice = Bilingual(zh: "（\(mark.zh)）", en: " (\(mark.en))")
    return title + (whose ?? Bilingual(verbatim: ""))
      + (bureau.isPractice ? practice : Bilingual(verbatim: ""))
  }
}

extension OfficeCalendar.Source: ExpressibleByArgument {}
