import Almanac
import Domain

/// Reads the file from which a ledger is made; the shipped `bureau.yaml` is the sample that explains it.
///
/// Kinds of place, roles, owners and plans may be given by identifier or by name in either language,
/// sections and persons by id or by name. An id left out is the name.
public enum BureauFile {
  /// Reads what a new ledger begins with; not for practice unless the caller makes it so.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors.
  ///   - checklists: The checklists the ledger begins with.
  /// - Throws: ``IntakeError`` that names the line and the field; roles that nobody holds are named at
  ///   the list of persons.
  public static func read(
    _ bytes: [UInt8], file: String, checklists: [Checklist]
  ) throws(IntakeError) -> Setup {
    let root = try YAMLDocument.root(bytes, file: file)
    let fields = try root.fields([
      "organization", "sections", "persons", "places", "plans", "seasons",
    ])
    let organization = try organization(fields.required("organization"))
    let sections = try sections(fields["sections"])
    let sectionNames = NameTable(
      sections.map { ($0.id, $0.name) },
      problem: { Bilingual(zh: "没有科室“\($0)”", en: "there is no section “\($0)”") })
    let personsValue = try fields.required("persons")
    let persons = try persons(personsValue, sections: sectionNames)
    if let act = Setup.actNobodyMay(persons) {
      throw personsValue.error(SetupError.lacks(act).message)
    }
    let personNames = NameTable(
      persons.map { ($0.id, $0.name) },
      problem: { Bilingual(zh: "没有人员“\($0)”", en: "there is no person “\($0)”") })
    var placeReader = PlaceReader(sections: sectionNames, persons: personNames)
    return Setup(
      organization: organization, isPractice: false, sections: sections, persons: persons,
      places: try placeReader.places(fields.required("places")),
      plans: try plans(fields["plans"], isKeyFireUnit: organization.isKeyFireUnit),
      checklists: checklists, seasons: try seasons(fields["seasons"]))
  }

  private static func organization(_ value: YAMLValue) throws(IntakeError) -> Organization {
    let fields = try value.fields([
      "name", "regions", "keyFireUnit", "corridors", "equipment", "sharedLogins", "papers",
    ])
    let owners = Vocabulary(Organization.Owner.self, name: \.name)
    var organization = Organization(name: try fields.required("name").name())
    for region in try fields["regions"]?.list() ?? [] {
      organization.regions.append(try region.text())
    }
    organization.isKeyFireUnit = try fields["keyFireUnit"]?.choice(.yesOrNo) ?? false
    organization.corridors = try fields["corridors"]?.choice(owners) ?? .office
    organization.equipment = try fields["equipment"]?.choice(owners) ?? .office
    for login in try fields["sharedLogins"]?.list() ?? [] {
      organization.sharedLogins.append(try login.text())
    }
    organization.papers = try fields["papers"].map(papers)
    return organization
  }

  private static func papers(_ value: YAMLValue) throws(IntakeError) -> PaperRule {
    let fields = try value.fields([
      "number", "notice", "blankNumbers", "sentTo", "copiedTo", "filledBy", "checkedBy",
      "approvedBy",
    ])
    var rule = PaperRule()
    rule.number = try fields["number"].map(style)
    rule.notice = try fields["notice"].map(style)
    rule.leavesNumbersBlank = try fields["blankNumbers"]?.choice(.yesOrNo)
    rule.sentTo = try fields["sentTo"].map(names)
    rule.copiedTo = try fields["copiedTo"].map(names)
    rule.filledBy = try fields["filledBy"]?.name()
    rule.checkedBy = try fields["checkedBy"]?.name()
    rule.approvedBy = try fields["approvedBy"]?.name()
    return rule
  }

  private static func style(_ value: YAMLValue) throws(IntakeError) -> NumberStyle {
    do {
      return try NumberStyle(typed: value.name())
    } catch let error as SetupError {
      throw value.error(error.message)
    } catch let error as IntakeError {
      throw error
    } catch {
      throw value.error(Bilingual(verbatim: "\(error)"))
    }
  }

  private static func names(_ value: YAMLValue) throws(IntakeError) -> [String] {
    var names: [String] = []
    for name in try value.list() { names.append(try name.name()) }
    return names
  }

  private static func sections(_ value: YAMLValue?) throws(IntakeError) -> [Section] {
    var taken = TakenIDs()
    var sections: [Section] = []
    for value in try value?.list() ?? [] {
      let named = try value.isText ? Named(plain: value) : Named(value.fields(["id", "name"]))
      try taken.take(named.id, at: named.source)
      sections.append(Section(id: Identifier(named.id), name: named.name))
    }
    return sections
  }

  private static func persons(
    _ value: YAMLValue, sections: NameTable<Section>
  ) throws(IntakeError) -> [Person] {
    let roles = Vocabulary(Role.self, name: \.name)
    var ids = TakenIDs()
    var logins: Set<String> = []
    var persons: [Person] = []
    for value in try value.filledList() {
      let fields = try value.fields(["id", "name", "section", "roles", "logins"])
      let named = try Named(fields)
      try ids.take(named.id, at: named.source)
      var person = Person(
        id: Identifier(named.id), name: named.name, section: try sections.id(fields["section"]),
        roles: Set(try fields.required("roles").choices(roles)))
      for login in try fields["logins"]?.list() ?? [] {
        let name = try login.text()
        guard logins.insert(name).inserted else {
          throw login.error(
            Bilingual(zh: "登录名“\(name)”写了两次", en: "the login “\(name)” stands twice"))
        }
        person.logins.append(name)
      }
      persons.append(person)
    }
    return persons
  }

  private static func plans(
    _ value: YAMLValue?, isKeyFireUnit: Bool
  ) throws(IntakeError) -> [Plan] {
    var plans = BuiltInPlans.all(isKeyFireUnit: isKeyFireUnit)
    let words = plans.map { Vocabulary.Word(id: $0.id.rawValue, name: $0.title, meaning: $0.id) }
    let off = try value?.fields(["off"])["off"]?.choices(Vocabulary(words: words)) ?? []
    for index in plans.indices where off.contains(plans[index].id) {
      plans[index].isEnabled = false
    }
    return plans
  }

  /// Seasons by date; a second one of a year is numbered.
  private static func seasons(_ value: YAMLValue?) throws(IntakeError) -> [Season] {
    var seasons: [Season] = []
    var latest: Day?
    for value in try value?.list() ?? [] {
      let fields = try value.fields(["start", "end", "announcement"])
      let startValue = try fields.required("start")
      let endValue = try fields.required("end")
      let start = try startValue.day()
      let end = try endValue.day()
      guard start <= end else {
        throw endValue.error(
          Bilingual(zh: "汛期止日早于起日", en: "the season ends before it starts"))
      }
      do { try Season.check(start, end) } catch { throw endValue.error(error.message) }
      if let latest, start <= latest {
        throw startValue.error(
          Bilingual(
            zh: "汛期须按先后写，且不能重叠",
            en: "seasons stand in order of date and do not overlap"))
      }
      latest = end
      let inYear = seasons.count { $0.start.year == start.year } + 1
      seasons.append(
        Season(
          id: Identifier("\(start.year)-flood" + (inYear == 1 ? "" : "\(inYear)")), start: start,
          end: end,
          announcement: try fields["announcement"]?.text() ?? ""))
    }
    return seasons
  }
}
