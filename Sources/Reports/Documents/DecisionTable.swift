import Almanac
import Canvas
import Domain

/// What leaders should decide, with boxes to tick, as a part of a summary.
struct DecisionTable: Written {
  let hazards: [OpenHazard]
  let names: Names
  /// The last day counted.
  let countedOn: Day
  /// When that was, as `本月` and `this month`.
  let span: Bilingual
  let language: Language

  private var year: Int { countedOn.year }

  var blocks: [Document.Block] {
    guard !hazards.isEmpty else {
      return [
        paragraph(
          Bilingual(zh: "\(span.zh)无提请领导决定的事项。", en: "Nothing asks for a leader's decision."))
      ]
    }
    return [
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "编号", en: "Number"), 8),
            words(Bilingual(zh: "隐患", en: "Hazard"), 12),
            words(Bilingual(zh: "提请决定", en: "To be decided"), 14),
            words(Bilingual(zh: "领导决定", en: "Decision"), 11),
          ],
          rows: hazards.map { hazard in
            [
              hazard.id.rawValue, subject(hazard)[language],
              asked(hazard).map { $0[language] }.joined(separator: "\n"), boxes[language],
            ]
          }))
    ]
  }

  private func subject(_ hazard: OpenHazard) -> Bilingual {
    let place = names.name(hazard.place)
    return Bilingual(
      zh: "\(place)：\(hazard.text)", en: "\(place): \(hazard.text)")
  }

  private func asked(_ hazard: OpenHazard) -> [Bilingual] {
    var asked: [Bilingual] = []
    if hazard.asksForLeader {
      asked.append(Bilingual(zh: "重大隐患，请明确包案领导。", en: "Major: name the leader whose case it is."))
    }
    if hazard.isOverdue(on: countedOn), let deadline = hazard.deadline {
      let days = countedOn - deadline
      asked.append(
        Bilingual(
          zh: "逾期\(days)天未销号，请定措施和新期限。",
          en: "\(counted(days, "day")) over: decide on measures and a new deadline."))
    }
    if let request = hazard.requested {
      let day = short(request.deadline, in: year)
      asked.append(
        Bilingual(
          zh: "申请延期至\(day)：\(request.reason)", en: "More time asked, to \(day): \(request.reason)"))
    }
    if hazard.asksForStudy {
      asked.append(Bilingual(zh: "提请研判是否属重大隐患。", en: "Study asked: is it major?"))
    }
    return asked
  }

  private var boxes: Bilingual {
    Bilingual(zh: "□同意　□不同意\n□其他：", en: "□ yes   □ no\n□ other:")
  }
}
