import Almanac

/// A reason an act on incidents or nil reports was refused. Nothing was written.
public enum IncidentError: Refusal, Hashable {
  case noSuchIncident(String)
  case noSuchPlace(String)
  case noSuchPerson(String)
  case noSuchRule(String)
  /// No nil report is due then.
  case noSuchPeriod(Moment)
  case whatMissing
  case placeMissing
  case noteMissing
  case reasonMissing
  case inFuture(Moment)
  case knownBefore(Moment, Moment)
  case badNumber(Int, ClosedRange<Int>)
  case notNow(Bilingual, Incident.ID, Incident.State)
  case nothingChanged
  /// To whom it is still to be reported.
  case reportDue(Bilingual)
  case reportBefore(Moment, Moment)
  case reportedAlready(String)
  case rulesBefore(Day)
  case badRuleName(String)
  case sourceMissing
  case limitMissing
  case looser(String)
  /// From when on it can be declared.
  case tooEarly(Moment)
  case incidentsWithin([Incident.ID])
  case noneWithin
  case declaredAlready(Moment)
  /// Neither on duty then nor one who may declare for others.
  case notOnDuty

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchIncident, .noSuchPeriod, .noSuchRule: .noSuchSubject
    case .notOnDuty: .notPermitted
    case .noSuchPlace, .noSuchPerson, .whatMissing, .placeMissing, .noteMissing, .reasonMissing,
      .inFuture, .knownBefore, .badNumber, .notNow, .nothingChanged, .reportDue, .reportBefore,
      .reportedAlready, .rulesBefore, .badRuleName, .sourceMissing, .limitMissing, .looser,
      .tooEarly, .incidentsWithin, .noneWithin, .declaredAlready:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchIncident(let text):
      Bilingual(
        zh: "没有事故（事件）“\(text)”；用 incident list 查看。",
        en: "There is no incident “\(text)”; see incident list.")
    case .noSuchPlace(let text):
      Bilingual(
        zh: "没有场所“\(text)”；用 place list 查看，或只写地点。",
        en: "There is no place “\(text)”; see place list, or give the location in words.")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看。", en: "There is no person “\(text)”; see person list.")
    case .noSuchRule(let text):
      Bilingual(
        zh: "时限表里没有“\(text)”；用 emergency rules 查看。",
        en: "The table has no line “\(text)”; see emergency rules.")
    case .noSuchPeriod(let moment):
      Bilingual(
        zh: "\(moment.dayAndTime) 没有要报的零报告；用 nil list 查看。",
        en: "No nil report is due at \(moment.dayAndTime); see nil list.")
    case .whatMissing: Bilingual(zh: "请写明发生了什么。", en: "Say what happened.")
    case .placeMissing:
      Bilingual(zh: "请写明地点：场所，或用文字写。", en: "Say where: a place, or a location in words.")
    case .noteMissing:
      Bilingual(zh: "请写明新情况或更正的原因。", en: "Say what is new, or why it is corrected.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .inFuture(let moment):
      Bilingual(
        zh: "\(moment.dayAndTime) 还没有到，请核对时间。",
        en: "\(moment.dayAndTime) is yet to come; check the time.")
    case .knownBefore(let known, let at):
      Bilingual(
        zh: "得知时间 \(known.dayAndTime) 早于发生时间 \(at.dayAndTime)，请核对。",
        en: "Known at \(known.dayAndTime), before it happened at \(at.dayAndTime)? Check the times."
      )
    case .badNumber(let number, let range):
      Bilingual(
        zh: "\(number) 不在 \(range.lowerBound) 到 \(range.upperBound) 之间，请核对。",
        en: "\(number) is not between \(range.lowerBound) and \(range.upperBound); check it.")
    case .notNow(let act, let id, let state):
      Bilingual(
        zh: "\(id) \(state.name.zh)，不能“\(act.zh)”。",
        en: "\(id) is \(state.name.en): “\(act.en)” is not possible now.")
    case .nothingChanged:
      Bilingual(zh: "与原来记录的相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .reportDue(let to):
      Bilingual(
        zh: "还没有向\(to.zh)报告，不能办结；先登记报告。",
        en: "It was not reported to \(to.en) yet: note that report before it is closed.")
    case .reportBefore(let report, let at):
      Bilingual(
        zh: "报告时间 \(report.dayAndTime) 早于发生时间 \(at.dayAndTime)，请核对。",
        en: "Reported at \(report.dayAndTime), before it happened at \(at.dayAndTime)? Check it.")
    case .reportedAlready(let to):
      Bilingual(
        zh: "同一时间向\(to)的报告已经登记过。", en: "That report to \(to) is noted already.")
    case .rulesBefore(let day):
      Bilingual(
        zh: "已有 \(day) 起施行的规定，新规定不能更早；请改日期。",
        en: "Rules hold from \(day) on already; new ones cannot begin earlier: enter a later day.")
    case .badRuleName(let text):
      Bilingual(
        zh: "“\(text)”不能作编号：用字母、数字或汉字，不含空格。",
        en: "“\(text)” is no id: letters and digits, no space.")
    case .sourceMissing:
      Bilingual(zh: "请写明依据（文件名、文号）。", en: "Name the document that asks for it.")
    case .limitMissing:
      Bilingual(
        zh: "请写明电话或书面报告的时限（分钟）。", en: "Give the minutes for the telephone or the written report.")
    case .looser(let id):
      Bilingual(
        zh: "“\(id)”是国家规定，只能更严，不能放宽。",
        en: "“\(id)” is the state's rule: it can be made stricter, not looser.")
    case .tooEarly(let moment):
      Bilingual(
        zh: "这一时段还没有过去，\(moment.dayAndTime) 起才能报。",
        en: "The period is not over: it can be declared from \(moment.dayAndTime) on.")
    case .incidentsWithin(let ids):
      Bilingual(
        zh: "这一时段内登记了 \(ids.map(\.rawValue).joined(separator: "、"))，不能报“无事故”；请按有情况申报。",
        en: """
          \(ids.map(\.rawValue).joined(separator: ", ")) happened within it: “none” cannot be \
          declared; declare it with incidents.
          """)
    case .noneWithin:
      Bilingual(
        zh: "这一时段内没有登记事故（事件）；请先登记，或报“无”。",
        en: "No incident is recorded within it: record it first, or declare none.")
    case .declaredAlready(let moment):
      Bilingual(
        zh: "这一时段已于 \(moment.dayAndTime) 申报。",
        en: "It was declared at \(moment.dayAndTime) already.")
    case .notOnDuty:
      Bilingual(
        zh: "零报告由当班人员或分管领导、办公室主任、安全管理员申报。",
        en:
          "It is declared by those on duty then, or by a supervisor, office head or administrator.")
    }
  }
}
