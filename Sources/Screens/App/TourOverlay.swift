import Almanac
import Canvas

/// Six short pages for a newcomer: what one sees and the three keys that matter. Esc skips the rest.
struct TourOverlay: Overlay {
  private var page = 0
  /// What was asked when the tour opened, and is asked after it.
  private let next: (any Overlay)?

  init(then next: (any Overlay)? = nil) { self.next = next }

  mutating func press(_ key: Key, _ app: App) -> OverlayOutcome {
    let count = TourPage.all(app.context.keyMap).count
    switch key.folded {
    case .enter, .character(" "), .right, .down, .pageDown, .character("]"), .tab:
      guard page < count - 1 else { return leave }
      page += 1
    case .left, .up, .pageUp, .backspace, .character("["), .backTab: page = max(0, page - 1)
    case .escape, .control("c"), .character("q"): return leave
    default:
      if let digit = key.digit, (1...count).contains(digit) { page = digit - 1 }
    }
    return .stay
  }

  private var leave: OverlayOutcome { next.map(OverlayOutcome.ask) ?? .close }

  func draw(over grid: inout Grid, _ app: App) {
    let context = app.context
    let pages = TourPage.all(context.keyMap)
    let page = pages[page]
    let number = "\(self.page + 1)/\(pages.count)"
    let width = min(66, context.columns - 8)
    let moving =
      self.page < pages.count - 1
      ? Bilingual(zh: "Enter 下一页  左 上一页  Esc 跳过", en: "Enter next  Left back  Esc skip")
      : Bilingual(zh: "Enter 开始  左 上一页", en: "Enter starts  Left back")
    let keys = page.keys.map { Cells.fit(context($0.key), 10) + " " + context($0.does) }
    Dialog(
      title: Cells.fit(
        context(Bilingual(zh: "导览 \(number)  ", en: "Tour \(number)  ") + page.title), width),
      lines: Cells.wrap(context(page.sees), width) + [""] + keys + ["", context(moving)]
    ).draw(over: &grid)
  }
}

/// One page of the tour.
struct TourPage: Sendable {
  /// A key that matters, and what it does.
  typealias Hint = (key: Bilingual, does: Bilingual)

  var title: Bilingual
  var sees: Bilingual
  var keys: [Hint]

  /// All six, with the keys as they are set.
  static func all(_ keys: KeyMap) -> [TourPage] {
    [today, room, finding, hazards, month, more].map { $0(keys) }
  }

  private static func today(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "今日", en: "Today"),
      sees: Bilingual(
        zh: "这里是今天要做的事，最急的在最上面：要查的房间、要处理的隐患、生效的预警。",
        en:
          "What is to be done today, the most pressing first: rooms to inspect, hazards, alerts in force."
      ),
      keys: [
        (
          keys.name(of: .open),
          Bilingual(zh: "打开选中的一行（上下键移动）", en: "opens the line chosen with the arrows")
        ),
        (
          keys.name(of: .inspection),
          Bilingual(zh: "接着检查最急的房间", en: "goes on with the most pressing room")
        ),
        (keys.name(of: .today), Bilingual(zh: "随时回到这里", en: "comes back here from anywhere")),
      ])
  }

  private static func room(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "检查一间房", en: "A room"),
      sees: Bilingual(
        zh: "一行一个检查项，按一下就到下一项，每按一下都已保存。全部答完按 \(keys.name(of: .proceed).zh) 签名。",
        en:
          """
          One item a line; one key answers and goes on. Each is saved at once. At the end \
          \(keys.name(of: .proceed).en) signs.
          """
      ),
      keys: [
        (keys.name(of: .pass), Bilingual(zh: "合格", en: "passes")),
        (keys.name(of: .fail), Bilingual(zh: "不合格，写下问题", en: "fails, and asks what was found")),
        (
          keys.name(of: .notApplicable),
          Bilingual(zh: "不适用，选原因", en: "does not apply, and asks why")
        ),
      ])
  }

  private static func finding(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "记一个问题", en: "A finding"),
      sees: Bilingual(
        zh: "不合格时列出常用说法；选一个，Enter 就记好了。签名后它成为有编号和期限的隐患。",
        en:
          "A failed item offers common words; choose and press Enter. Once signed it is a numbered hazard."
      ),
      keys: [
        (Bilingual(verbatim: "1-9"), Bilingual(zh: "选常用说法", en: "choose among the words")),
        (Bilingual(verbatim: "0"), Bilingual(zh: "自己写", en: "words of your own")),
        (Bilingual(verbatim: "Enter"), Bilingual(zh: "记下，回到检查表", en: "keeps it and goes back")),
      ])
  }

  private static func hazards(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "隐患", en: "Hazards"),
      sees: Bilingual(
        zh: "没有销号的隐患都在这里：谁整改、到哪天、现在到了哪一步。办理时按数字选。",
        en:
          "Every hazard not yet closed: who mends it, by when, how far it is. Acts are chosen by digit."
      ),
      keys: [
        (keys.name(of: .hazards), Bilingual(zh: "打开隐患", en: "opens the hazards")),
        (keys.name(of: .acts), Bilingual(zh: "办理选中的一条", en: "acts on the one chosen")),
        (
          keys.name(of: .filter),
          Bilingual(zh: "筛选，拼音首字母也行", en: "filters; initials of a name will do")
        ),
      ])
  }

  private static func month(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "月报", en: "The month"),
      sees: Bilingual(
        zh: "一个月查了多少、发现多少、整改多少，都由记录算出，可以打印，月末月结。",
        en:
          "What was inspected, found and mended in a month, counted from the records; print and seal it."
      ),
      keys: [
        (keys.name(of: .summary), Bilingual(zh: "打开月报", en: "opens the month's summary")),
        (keys.name(of: .previousMonth), Bilingual(zh: "看上个月", en: "goes to the month before")),
        (keys.name(of: .print), Bilingual(zh: "打印", en: "prints it")),
      ])
  }

  private static func more(_ keys: KeyMap) -> TourPage {
    TourPage(
      title: Bilingual(zh: "帮助、命令、输入法", en: "Help, commands, input method"),
      sees: Bilingual(
        zh: "不用记按键：底行写着现在能按的键。输入法开着时用数字键和 F 键，都能做完。",
        en: "The last row has the keys of now. With an input method on, digits and F-keys do all."),
      keys: [
        (keys.name(of: .help), Bilingual(zh: "说明这个画面", en: "explains the screen you are on")),
        (
          keys.name(of: .palette),
          Bilingual(zh: "按名字找命令；“导览”再看一遍", en: "finds commands; tour shows this again")
        ),
        (keys.name(of: .back), Bilingual(zh: "返回，什么也不会丢", en: "goes back; nothing is lost")),
      ])
  }
}
