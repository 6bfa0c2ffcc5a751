import Almanac

/// The laws a checklist file cites, by id, and how a citation of theirs is printed.
struct LawTable {
  private var titles: [String: Bilingual] = [:]

  /// Reads a list of `{id, title, edition}`.
  init(_ value: YAMLValue?) throws(IntakeError) {
    for law in try value?.list() ?? [] {
      let fields = try law.fields(["id", "title", "edition"])
      let id = try fields.required("id")
      guard titles.updateValue(try fields.required("title").bilingual(), forKey: try id.id()) == nil
      else {
        throw id.error(
          Bilingual(zh: "法规“\(try id.id())”重复", en: "the law “\(try id.id())” stands twice"))
      }
      _ = try fields.required("edition").count()
    }
  }

  /// Reads a list of `{law, article}` as it is printed: `消防法第16条；…` and `Fire Protection Law,
  /// art. 16; …`; a law whose article is not given stands alone.
  ///
  /// - Throws: ``IntakeError`` for a law that is not in the table.
  func basis(_ value: YAMLValue?) throws(IntakeError) -> Bilingual? {
    guard let value else { return nil }
    var printed: [Bilingual] = []
    for citation in try value.filledList() {
      let fields = try citation.fields(["law", "article"])
      let law = try fields.required("law")
      guard let title = titles[try law.text()] else {
        throw law.error(
          Bilingual(
            zh: "“\(try law.text())”不在本文件的法规（laws）之列",
            en: "“\(try law.text())” is not among the laws of this file"))
      }
      let article = try fields["article"].map { value throws(IntakeError) in try value.text() }
      printed.append(Self.short(title) + Self.article(article))
    }
    return Bilingual(
      zh: printed.map(\.zh).joined(separator: "；"), en: printed.map(\.en).joined(separator: "; "))
  }

  private static func article(_ number: String?) -> Bilingual {
    guard let number else { return Bilingual(verbatim: "") }
    return Bilingual(zh: "第\(number)条", en: ", art. \(number)")
  }

  /// The title without the name of the country, as laws are cited.
  private static func short(_ title: Bilingual) -> Bilingual {
    let country = Bilingual(zh: "中华人民共和国", en: "")
    guard title.zh.hasPrefix(country.zh) else { return title }
    return Bilingual(zh: String(title.zh.dropFirst(country.zh.count)), en: title.en)
  }
}
