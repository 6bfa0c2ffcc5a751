import Almanac
import Canvas
import Domain

extension Written {
  /// Who fills a summary in, checks and approves it, its seal, and to whom it goes: as the office has set
  /// it, with room to write where it has not.
  func summaryFoot(_ rule: PaperRule) -> [Document.Block] {
    let sent = recipients(of: rule)
    return [
      signatures(signers(rule)),
      signatures([
        Bilingual(zh: "单位（盖章）", en: "Unit and seal"), Bilingual(zh: "日期", en: "Date"),
      ]),
      sent.isEmpty ? signatures([Bilingual(zh: "报送", en: "Sent to")]) : .imprint(sent),
    ]
  }

  /// Who fills in, checks and approves, each the label of a line to sign on.
  func signers(_ rule: PaperRule) -> [Bilingual] {
    [
      signer(Bilingual(zh: "填报人", en: "Filled in by"), rule.filledBy),
      signer(Bilingual(zh: "审核人", en: "Checked by"), rule.checkedBy),
      signer(Bilingual(zh: "批准人", en: "Approved by"), rule.approvedBy),
    ]
  }

  /// To whom a document goes besides its addressee (抄送), as its last block; none where nobody is set.
  func copies(of rule: PaperRule) -> [Document.Block] {
    let copied = line(Bilingual(zh: "抄送", en: "Copies to"), rule.copiedTo)
    return copied.isEmpty ? [] : [.imprint(copied)]
  }

  private func recipients(of rule: PaperRule) -> [String] {
    line(Bilingual(zh: "报送", en: "Sent to"), rule.sentTo)
      + line(Bilingual(zh: "抄送", en: "Copies to"), rule.copiedTo)
  }

  private func line(_ label: Bilingual, _ names: [String]?) -> [String] {
    guard let names, !names.isEmpty else { return [] }
    let list = listed(names)
    return [Bilingual(zh: "\(label.zh)：\(list)。", en: "\(label.en): \(list)")[language]]
  }

  /// The label of a line to sign on, with who is to sign.
  private func signer(_ label: Bilingual, _ who: String?) -> Bilingual {
    guard let name = PaperRule.signer(who) else { return label }
    return Bilingual(zh: "\(label.zh)（\(name.zh)）", en: "\(label.en) (\(name.en))")
  }
}
