import Almanac

extension DutyEvent {
  /// What it was about, in a line; empty where its name says all.
  public func words(_ bureau: Bureau) -> Bilingual {
    switch self {
    case .proposed, .adopted: Bilingual(verbatim: "")
    case .changed(let row, let reason): Self.words(row, bureau) + Self.because(reason)
    case .swapAsked(let swap), .swapped(let swap):
      Self.words(swap.first, bureau) + Bilingual(zh: " 与 ", en: " and ")
        + Self.words(swap.second, bureau) + Self.because(swap.reason)
    case .swapDeclined(let reason): Bilingual(verbatim: reason ?? "")
    case .sent(let sending):
      Bilingual(
        verbatim: [sending.to, sending.on.description, sending.how].compactMap(\.self)
          .joined(separator: " "))
    case .handedOver(let handover): Self.words(handover, bureau)
    case .checked(let check):
      Bilingual(verbatim: "\(check.at.dayAndTime) \(bureau.name(check.person)) ")
        + check.outcome.name + Self.because(check.note)
    case .withdrawn(let reason): Bilingual(verbatim: reason)
    }
  }

  private static func because(_ reason: String?) -> Bilingual {
    reason.map { Bilingual(zh: "：\($0)", en: ": \($0)") } ?? Bilingual(verbatim: "")
  }

  private static func words(_ row: DutyRow, _ bureau: Bureau) -> Bilingual {
    DutyPart.allCases.reduce(Bilingual(verbatim: row.day.description + " ") + row.shift.name) {
      $0 + Bilingual(verbatim: " ") + $1.name + Bilingual(verbatim: " ")
        + row.names(of: $1, bureau)
    }
  }

  private static func words(_ slot: DutySwap.Slot, _ bureau: Bureau) -> Bilingual {
    Bilingual(verbatim: "\(bureau.name(slot.person)) \(slot.day) ") + slot.shift.name
  }

  private static func words(_ handover: Handover, _ bureau: Bureau) -> Bilingual {
    let facts: [(Bilingual, String?)] = [
      (Bilingual(zh: "来访：", en: "visitors: "), handover.visitors),
      (Bilingual(zh: "来电来文：", en: "calls: "), handover.calls),
      (Bilingual(zh: "突发事项：", en: "incidents: "), handover.incidents),
      (Bilingual(zh: "交办事项：", en: "to do: "), handover.remark),
    ]
    let head =
      bureau.names(handover.from) + Bilingual(zh: " 交 ", en: " to ")
      + bureau.names(handover.to)
    return facts.reduce(head) { line, fact in
      guard let text = fact.1 else { return line }
      return line + Bilingual(zh: "；", en: "; ") + fact.0 + Bilingual(verbatim: text)
    }
  }
}

extension DutyRow {
  /// Who has a part of the shift; that nobody has it where it is empty.
  public func names(of part: DutyPart, _ bureau: Bureau) -> Bilingual {
    self[part].isEmpty ? Bilingual(zh: "缺", en: "nobody") : bureau.names(self[part])
  }
}
