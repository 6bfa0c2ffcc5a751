import Almanac
import Canvas
import Domain

extension HazardsScreen {
  /// Opens what can be done on paper about the hazards marked, or the one selected.
  mutating func openPapers(_ context: Context) {
    papers = HazardPapers(
      of: marked.isEmpty ? [selected].compactMap(\.self) : chosen(), by: context.person)
  }

  /// The notice in which the selected hazard stands, the latest of several.
  var standing: RectificationNotice? {
    notices.flatMap { $0.id == selected?.id ? $0.all.first : nil }
  }

  /// Takes a key while they are open.
  mutating func pressPapers(_ key: Key, _ context: Context) -> [Step] {
    guard var open = papers else { return [] }
    let outcome = open.press(key, context)
    papers = open
    switch outcome {
    case .stay: return []
    case .close: papers = nil
    case .load(let query): return [.effect(.load(query))]
    case .show(let reports):
      papers = nil
      return [.push(DocumentScreen(reports, from: tab))]
    case .openNotices:
      papers = nil
      return [.push(NoticesScreen(selecting: standing?.id))]
    case .issue(let request):
      papers = nil
      return [.effect(.perform(.issueNotice(request)))]
    case .enter(let acts, let leader, let entered, let scan):
      papers = nil
      return [.effect(.enterEach(acts, for: leader, entered, scan: scan))]
    }
    return []
  }

  /// Shows the notice that an act has issued, to be printed or saved; nil for an act that issued none.
  func issued(by lines: [Happening]) -> [Step]? {
    guard let line = lines.first, case .notice(.issued(let content)) = line.event
    else { return nil }
    let id = RectificationNotice.ID(line.subject.id)
    let number = content.number ?? id.rawValue
    return [
      .push(DocumentScreen([.notice(id)], from: tab)),
      .say(
        Bilingual(zh: "已签发整改通知书 \(number)", en: "Rectification notice \(number) issued")),
    ]
  }
}
