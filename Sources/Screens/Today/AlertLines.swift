import Almanac
import Canvas
import Domain

/// A line on top of Today: an alert in force, a message that waits for the alert it changes, or an exercise.
enum AlertLine {
  case inForce(Alert)
  case waiting(AlertMessage)
  case drill(AlertMessage)

  /// The lines of an agenda.
  static func all(_ agenda: Agenda) -> [AlertLine] {
    agenda.alertsInForce.map(AlertLine.inForce)
      + agenda.waitingAlerts.map { AlertLine.waiting($0.message) }
      + agenda.drills.map(AlertLine.drill)
  }

  /// What is said when an alert was entered or lifted here.
  static func news(_ line: Happening) -> Bilingual? {
    guard case .alert(let event) = line.event else { return nil }
    switch event {
    case .opened(let alert): return Bilingual(zh: "已登记：", en: "entered: ") + alert.title
    case .received(let message): return Bilingual(zh: "已改为：", en: "changed to: ") + message.title
    case .lifted:
      return Bilingual(zh: "预警已解除，没查完的随之终止", en: "lifted; what was left open ends with it")
    }
  }

  func text(_ context: Context) -> String {
    switch self {
    case .inForce(let alert):
      return "!! \(context(alert.title))  \(context(alert.span))  \(alert.issuer)"
    case .waiting(let message):
      let sent = "\(message.issued.day.monthAndDay) \(message.issued.hourAndMinute)"
      return "?? \(context(message.title))  "
        + context(
          Bilingual(
            zh: "\(sent) 的更新报文，首次发布的报文还没到",
            en: "changed \(sent); first message missing"))
    case .drill(let message):
      return "-- \(context(message.markedTitle))  \(context(message.span))  \(message.issuer)"
    }
  }

  var style: Style {
    switch self {
    case .inForce: .alarm
    case .waiting: .warning
    case .drill: .plain
    }
  }

  /// What Enter leads to: the round it asks for that is open, otherwise words.
  func open(_ agenda: Agenda) -> [Step] {
    switch self {
    case .waiting:
      return [
        .say(
          Bilingual(
            zh: "首次发布的报文到了才会开检；要现在就查，按 8 登记预警",
            en: "It opens a check when its first message comes; to check now enter it with 8"))
      ]
    case .drill:
      return [
        .say(Bilingual(zh: "演练或测试报文，不开检查", en: "An exercise or a test: it opens no check"))
      ]
    case .inForce(let alert):
      let rounds = agenda.rounds.filter {
        agenda.bureau.alert(of: $0.id.period)?.alert.id == alert.id
      }
      let open = rounds.first { !$0.state.isSettled } ?? rounds.first
      return open.map { [.push(RoundScreen(key: $0.id, round: $0))] } ?? [
        .say(Bilingual(zh: "没有因此预警而设的检查", en: "No plan asks for a check on this alert"))
      ]
    }
  }
}
