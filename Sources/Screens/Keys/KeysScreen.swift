import Almanac
import Canvas
import Domain

/// The keys that persons have offered, for the administrator to compare and tie.
struct KeysScreen: Screen {
  private var list = ActList(detailRows: 5)
  /// Whether it is asked if the fingerprint is the one that the person reads.
  private var isComparing = false

  var tab: Tab { .today }
  var queries: [Query] { [.agenda] }
  func claims(_ key: Key, _ context: Context) -> Bool { isComparing || list.isTyping }

  private func shown(_ context: Context) -> [KeyRing] {
    list.found(context.bureau.offeredKeys, look(context), context)
  }

  private func selected(_ context: Context) -> KeyRing? {
    let shown = shown(context)
    return shown.indices.contains(list.selected) ? shown[list.selected] : nil
  }

  func title(_ context: Context) -> String {
    let count = context.bureau.offeredKeys.count
    return list.title(
      [Bilingual(zh: "待登记的签名密钥 \(count)", en: "Keys that wait to be tied: \(count)")],
      look(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    (selected(context) == nil ? [] : [.tie])
      + list.tools(context.bureau.offeredKeys, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    list.keep(count: shown(context).count, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    guard action == .tie, selected(context) != nil else {
      return list.act(action, shown(context), look(context), context) ?? []
    }
    guard context.person.may(.administer) else {
      return [.warn(NotPermitted(.administer).message)]
    }
    isComparing = true
    return []
  }

  func typed(_ context: Context) -> TypedForm? {
    guard let ring = selected(context) else { return nil }
    return list.reason.map { TypedForm("tie \(ring.id)", $0) }
  }

  mutating func restore(_ texts: [String: String]) { list.restore(texts) }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    guard isComparing else {
      let reason = list.type(key, count: shown(context).count, context)
      return reason.map { tie(reason: $0, context) } ?? []
    }
    switch key.folded {
    case .enter, .character("1"):
      isComparing = false
      guard selected(context)?.inForce == nil else {
        list.ask(Bilingual(zh: "为什么顶替旧密钥", en: "why the former one is replaced"))
        return []
      }
      return tie(reason: nil, context)
    case .escape, .control("c"), .character("2"): isComparing = false
    default: break
    }
    return []
  }

  private func tie(reason: String?, _ context: Context) -> [Step] {
    guard let ring = selected(context), let key = ring.offered else { return [] }
    return [.effect(.perform(.key(.tie(ring.id, key, reason: reason))))]
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    list.stopAsking()
    let said = lines.compactMap { line -> Bilingual? in
      guard case .key(.tied) = line.event else { return nil }
      let name = context.bureau.name(Person.ID(line.subject.id))
      return Bilingual(
        zh: "\(name)的密钥已登记，从现在起本人的记录都带签名",
        en: "The key of \(name) is tied: their lines are signed from now on")
    }
    return queries.map { .effect(.load($0)) } + said.map { .say($0) }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    guard isComparing, let ring = selected(context), let key = ring.offered else { return }
    let name = context.bureau.name(ring.id)
    Dialog(
      title: context(
        Bilingual(zh: "\(name)本人念的也是这个指纹吗？", en: "Does \(name) read the same fingerprint?")),
      lines: ["\(key.fingerprint)", ""],
      choices: [
        context(Bilingual(zh: "是，登记 (Enter)", en: "Yes, tie it (Enter)")),
        context(Bilingual(zh: "不是，不登记 (Esc)", en: "No, leave it (Esc)")),
      ]
    ).draw(over: &grid)
  }

  private func look(_ context: Context) -> ActList.Look<KeyRing> {
    .init(
      columns: [
        .init(Bilingual(zh: "人员", en: "Person"), width: 14),
        .init(Bilingual(zh: "指纹", en: "Fingerprint"), width: 35),
        .init(Bilingual(zh: "提交", en: "Offered"), width: 11),
        .init(Bilingual(zh: "顶替", en: "Replaces"), width: 8, importance: 1),
      ], nothing: Bilingual(zh: "没有待登记的密钥。", en: "No key waits."),
      cells: { ring in
        let offered = ring.entries.last { $0.state == .offered }
        return [
          context.bureau.name(ring.id), offered.map { "\($0.key.fingerprint)" } ?? "",
          offered.map { "\($0.since.day.monthAndDay) \($0.since.hourAndMinute)" } ?? "",
          context(
            ring.inForce == nil ? Bilingual(verbatim: "") : Bilingual(zh: "旧密钥", en: "another")),
        ]
      }, detail: { Self.detail($0, context) })
  }

  private static func detail(_ ring: KeyRing, _ context: Context) -> [String] {
    let name = context.bureau.name(ring.id)
    let compare = Bilingual(
      zh: "登记前请当面或打电话，让本人念出指纹（key list 里有），一致再登记。",
      en: """
        Before you tie it have them read the fingerprint to you, face to face or by telephone (key \
        list shows it).
        """)
    let former = ring.inForce.map {
      Bilingual(
        zh: "登记后顶替在用的 \($0.fingerprint)，须写原因；旧签名仍然有效。",
        en: "It takes the place of \($0.fingerprint); say why. What that signed stays good.")
    }
    return [name] + [compare, former].compactMap { $0.map { context($0) } }
  }
}
