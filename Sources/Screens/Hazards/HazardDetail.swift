import Almanac
import Canvas
import Domain

/// A hazard told in lines.
struct HazardDetail {
  var hazard: Hazard
  var context: Context
  /// The rectification notices that name it, the latest first.
  var notices: [RectificationNotice] = []

  /// All of it.
  func lines(width: Int) -> [String] {
    head(width: width) + standing(width: width) + more(width: width)
  }

  /// As much as a pane of so many rows needs to be read: words so long that they would drive out the deadline,
  /// the person and what happened last are cut and counted.
  func lines(width: Int, rows: Int) -> [String] {
    let (head, standing) = (head(width: width), standing(width: width))
    // Below its standing, a low pane has room for hardly more than one row.
    let room = max(1, rows - standing.count - (rows < 7 ? 0 : 3))
    guard head.count > room else { return lines(width: width) }
    let count = hazard.report.text.count
    let sign = context(Bilingual(zh: "……（共 \(count) 字）", en: " ... (\(count) characters)"))
    let last = Cells.clip(head[room - 1], to: width - Cells.width(sign)) + sign
    return head.prefix(room - 1) + [last] + standing + more(width: width)
  }

  /// Its number, where it is and what it is.
  private func head(width: Int) -> [String] {
    let report = hazard.report
    let spot = report.spot.map { " (\($0))" } ?? ""
    // Read out, the line of the list has just said what stands in it.
    let head = "\(hazard.id) \(context.bureau.name(report.place))\(spot) \(report.text)"
    return context.isSpoken ? [trimmed(spot)] : Cells.wrap(head, width)
  }

  /// How far it is, whose it is and until when.
  private func standing(width: Int) -> [String] {
    let own =
      context.isSpoken ? [] : [context(hazard.state.name), context.bureau.name(hazard.person)]
    return Cells.wrap(Self.line(own + [deadline]), width)
  }

  private static func line(_ pieces: [String]) -> String {
    pieces.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func more(width: Int) -> [String] {
    let report = hazard.report
    var lines = Cells.wrap(
      Self.line([
        context(report.severity.name), context(report.category.name),
        context(report.source.name), context.bureau.name(report.section),
      ]), width)
    if let basis = report.basis {
      lines += Cells.wrap(context(Bilingual(zh: "依据：", en: "Basis: ") + basis), width)
    }
    lines += oversight.flatMap { Cells.wrap(context($0), width) }
    lines += notices.prefix(1).flatMap { Cells.wrap(context(NoticeWords.short($0)), width) }
    if report.asksForStudy, hazard.oversight.studies.isEmpty {
      lines.append(context(Bilingual(zh: "!! 提请重大研判", en: "!! a study of severity is asked")))
    }
    return lines
  }

  /// What is done about it beside its way, one fact a line.
  private var oversight: [Bilingual] {
    let (oversight, bureau) = (hazard.oversight, context.bureau)
    var facts = hazard.report.weakness?.lines(oversight.patch) ?? []
    if let outside = hazard.outside {
      facts.append(Bilingual(zh: "外单位整改：\(outside)", en: "mended by \(outside)"))
    }
    if let interim = oversight.interim {
      let watcher = bureau.name(interim.watcher)
      facts.append(
        Bilingual(
          zh: "临时防范：\(interim.measures)；监护人 \(watcher)",
          en: "safeguards: \(interim.measures); watched by \(watcher)"))
    }
    if let firstOff = hazard.report.breakFrom, hazard.isOpen, oversight.interim == nil {
      facts.append(
        Bilingual(
          zh: "!! 节前发现：\(firstOff) 放假前不能整改的，须有临时防范措施和监护人",
          en:
            "!! found before the break of \(firstOff): safeguards and a watcher if not mended by then"
        ))
    }
    if let leader = oversight.leader {
      facts.append(
        Bilingual(zh: "包案领导：\(bureau.name(leader))", en: "leader's case: \(bureau.name(leader))"))
    }
    if let listing = oversight.listing, oversight.isListed {
      facts.append(
        Bilingual(
          zh: "挂牌督办：\(listing.authority) \(listing.document)",
          en: "listed by \(listing.authority) \(listing.document)"))
    }
    if !hazard.lacks.isEmpty, hazard.state == .reported {
      facts.append(
        Bilingual(
          zh: "!! 交办前还缺：\(hazard.lacks.map(\.name.zh).joined(separator: "；"))",
          en: "!! before assigning: \(hazard.lacks.map(\.name.en).joined(separator: "; "))"))
    }
    if let previous = hazard.report.previous {
      facts.append(Bilingual(zh: "再次发现，原编号 \(previous)", en: "found again, formerly \(previous)"))
    }
    if !hazard.duplicates.isEmpty {
      let numbers = hazard.duplicates.map(\.rawValue)
      facts.append(
        Bilingual(
          zh: "并入：\(numbers.joined(separator: "、"))",
          en: "with duplicates \(numbers.joined(separator: ", "))"))
    }
    return facts
  }

  private var deadline: String {
    guard let day = hazard.deadline else {
      return context(Bilingual(zh: "未定期限", en: "no deadline"))
    }
    var text = context(Bilingual(zh: "期限 ", en: "deadline ")) + day.description
    if let original = hazard.originalDeadline, original != day {
      let times = hazard.extensions
      text += context(
        Bilingual(
          zh: "（原 \(original)" + (times == 0 ? "）" : "，延期 \(times) 次）"),
          en: " (at first \(original)" + (times == 0 ? ")" : ", extended \(times)x)")))
    }
    if !context.isSpoken { text += "  " + context(HazardWords.daysLeft(hazard, on: context.today)) }
    if let requested = hazard.requested {
      text += context(
        Bilingual(zh: "  申请延至 \(requested.deadline)", en: "  asks for \(requested.deadline)"))
    }
    return text
  }

  /// The latest line first, so that what happened last is in sight.
  static func timeline(_ entries: [TimelineEntry], width: Int, _ context: Context) -> [String] {
    entries.reversed().flatMap { entry -> [String] in
      guard case .hazard(let event) = entry.event else { return [] }
      let entered = entry.enteredWords(context.bureau).map {
        context(Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))"))
      }
      let head =
        "\(entry.stamp.day.monthAndDay) \(entry.stamp.at.hourAndMinute)  "
        + context(context.bureau.name(entry.stamp.actor, for: entry.stamp.standsFor))
        + "\(entered ?? "")  \(context(event.name))  "
      return Cells.wrap(head + context(event.note(context.bureau)), width)
    }
  }
}
