import Almanac

/// A reason that answers given by number were refused. Nothing was written.
public enum GivenAnswerError: Refusal, Hashable {
  case noSuchItem(Int, count: Int)
  case twice(Int)
  case notThisKind(Int, is: Bilingual)
  case noSuchPhrase(Int, Int, count: Int)
  case noSuchReason(Int, Int)
  case noValue(Int)
  case notAValue(Int, String)
  case notANumber(Int, String)
  case noSuchOption(Int, String, [Bilingual])
  case notForGood(Int)
  case nothingToMend(Int)
  case nothingToPhotograph(Int)
  case knownAlready(Int, Hazard.ID)

  /// Always bad data.
  public var kind: RefusalKind { .badData }

  /// What is wrong, and what to do.
  public var message: Bilingual {
    switch self {
    case .noSuchItem(let item, let count):
      Bilingual(
        zh: "没有第\(item)项；此处有\(count)项。", en: "There is no item \(item); this place has \(count).")
    case .twice(let item):
      Bilingual(zh: "第\(item)项给了两个结果。", en: "Item \(item) is answered twice.")
    case .notThisKind(let item, let kind):
      Bilingual(
        zh: "第\(item)项要填的是\(kind.zh)。", en: "Item \(item) asks for \(kind.en).")
    case .noSuchPhrase(let item, let phrase, let count):
      Bilingual(
        zh: "第\(item)项没有第\(phrase)条常用语（共\(count)条）；可直接写情况。",
        en: "Item \(item) has no phrase \(phrase), only \(count); or write what was found.")
    case .noSuchReason(let item, let reason):
      Bilingual(
        zh: "第\(item)项：没有第\(reason)种不适用原因；\(Self.reasons.zh)。",
        en: "Item \(item): there is no reason \(reason) for not applicable; \(Self.reasons.en).")
    case .noValue(let item):
      Bilingual(zh: "第\(item)项要写成“\(item)=内容”。", en: "Write item \(item) as \(item)=VALUE.")
    case .notAValue(let item, let value):
      Bilingual(
        zh: "第\(item)项不适用，不能又有“\(value)”。",
        en: "Item \(item) is not applicable and cannot be “\(value)”.")
    case .nothingToMend(let item):
      Bilingual(
        zh: "第\(item)项没有发现问题，不能写当场整改；不合格的先写 --failed \(item)。",
        en: "Item \(item) has no finding to fix on the spot; give --failed \(item) first.")
    case .nothingToPhotograph(let item):
      Bilingual(
        zh: "第\(item)项没有发现问题，不能附照片；不合格的先写 --failed \(item)。",
        en: "Item \(item) has no finding to photograph; give --failed \(item) first.")
    case .knownAlready(let item, let hazard):
      Bilingual(
        zh: "第\(item)项并入未销号隐患\(hazard)，不能写当场整改；整改用 hazard submit \(hazard) 上报。",
        en: """
          Item \(item) joins the open hazard \(hazard) and is not fixed on the spot; hand in its \
          rectification with hazard submit \(hazard).
          """)
    case .notForGood(let item):
      Bilingual(
        zh: "第\(item)项：加号（长期不适用）只能写在不适用的序号后面。",
        en: "Item \(item): a plus (never applies here) follows only what does not apply.")
    case .notANumber(let item, let text):
      Bilingual(zh: "第\(item)项的读数“\(text)”不是数。", en: "Item \(item): “\(text)” is not a number.")
    case .noSuchOption(let item, let text, let options):
      Bilingual(
        zh: "第\(item)项没有选项“\(text)”；有：\(options.map(\.zh).joined(separator: "、"))。",
        en:
          "Item \(item) has no option “\(text)”; it has \(options.map(\.en).joined(separator: ", "))."
      )
    }
  }

  /// The numbered reasons in one line.
  private static let reasons: Bilingual = {
    let names = NotApplicableReason.allCases.map(\.name).enumerated()
    return Bilingual(
      zh: names.map { "\($0 + 1) \($1.zh)" }.joined(separator: "、"),
      en: names.map { "\($0 + 1) \($1.en)" }.joined(separator: ", "))
  }()
}
