import Almanac

/// An asset in lines, as a command and the screen show it.
public enum AssetText {
  /// All that is known of it, what is missing first; nothing for what is empty.
  ///
  /// - Parameter isSpoken: Whether it is read out: marks for the eye are left away then.
  public static func lines(
    _ standing: AssetStanding, _ bureau: Bureau, isSpoken: Bool = false
  ) -> [Bilingual] {
    let (asset, content) = (standing.asset, standing.asset.content)
    let gaps = standing.gaps.map { Bilingual(verbatim: isSpoken ? "" : $0.mark + " ") + $0.name }
    let patrol = standing.patrol.map { patrol in
      let people = patrol.inspectors.map { bureau.name($0) }.joined(separator: " ")
      return "\(patrol.walked) \(patrol.inspection) \(people)"
    }
    let answers = facts([
      (Bilingual(zh: "责任人：", en: "Person: "), content.person.map { bureau.name($0) }),
      (Bilingual(zh: "岗位：", en: "Post: "), content.post),
    ])
    let runs = facts([
      (Bilingual(zh: "操作系统：", en: "Operating system: "), content.system),
      (Bilingual(zh: "停止支持：", en: "Support ends: "), content.supportEnd?.description),
    ])
    let stands = facts([
      (Bilingual(zh: "地址：", en: "Address: "), content.address),
      (Bilingual(zh: "场所：", en: "Place: "), content.place.map { bureau.name($0) }),
    ])
    let level = Bilingual(zh: "等保级别：", en: "Protection: ") + Asset.name(ofLevel: content.level)
    let last = patrol.map { Bilingual(verbatim: $0) } ?? Bilingual(zh: "无", en: "none")
    return gaps + [answers, runs].filter { !$0.isEmpty }.map(line)
      + [Bilingual(zh: "上次巡查：", en: "Last patrol: ") + last] + findings(standing)
      + [line(stands + [level])]
      + facts([
        (Bilingual(zh: "备注：", en: "Note: "), content.note),
        (Bilingual(zh: "停用原因：", en: "Retired: "), asset.reason),
      ])
  }

  /// Several facts in one line.
  private static func line(_ facts: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: facts.map(\.zh).joined(separator: "  "), en: facts.map(\.en).joined(separator: "  "))
  }

  private static func facts(_ facts: [(Bilingual, String?)]) -> [Bilingual] {
    facts.compactMap { name, text in text.map { name + Bilingual(verbatim: $0) } }
  }

  private static func findings(_ standing: AssetStanding) -> [Bilingual] {
    standing.findings.map { hazard in
      let severity = hazard.report.weakness?.severity.name ?? Bilingual(verbatim: "")
      let identifier = hazard.report.weakness?.identifier.map { " \($0)" } ?? ""
      return Bilingual(zh: "漏洞 ", en: "weakness ") + severity
        + Bilingual(verbatim: " \(hazard.id)\(identifier) \(hazard.report.text)")
    }
  }
}

extension Weakness {
  /// How severe it is, with its name elsewhere.
  public var brief: Bilingual {
    severity.name + Bilingual(verbatim: identifier.map { " \($0)" } ?? "")
  }

  /// What it is, one fact a line, with what was done against it.
  ///
  /// - Parameter patch: What was done; nil for nothing yet.
  public func lines(_ patch: Patch?) -> [Bilingual] {
    var lines = [
      Bilingual(zh: "漏洞：", en: "weakness: ") + severity.name
        + Bilingual(verbatim: [identifier, version].compactMap(\.self).map { "  \($0)" }.joined())
        + Bilingual(verbatim: "  \(asset?.rawValue ?? host ?? "")")
    ]
    if let proof { lines.append(Bilingual(zh: "发现依据：\(proof)", en: "seen by: \(proof)")) }
    if let advice { lines.append(Bilingual(zh: "修复建议：\(advice)", en: "advice: \(advice)")) }
    if let patch { lines.append(patch.line) }
    return lines
  }
}

extension Patch {
  /// The version and what proves it.
  public var line: Bilingual { Bilingual(zh: "修复版本：", en: "patched version: ") + note }

  /// The same where the timeline has said what it is.
  var note: Bilingual {
    let proof = self.proof.map { Bilingual(zh: "；证明：\($0)", en: "; proof: \($0)") }
    return Bilingual(verbatim: version) + (proof ?? Bilingual(verbatim: ""))
  }
}
