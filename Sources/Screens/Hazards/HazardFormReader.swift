import Almanac
import Canvas
import Domain

/// Makes a command out of what was typed into a hazard's form.
struct HazardFormReader {
  /// A field that cannot be read, and what to type instead.
  struct Problem: Error {
    var part: HazardForm.Part
    var message: Bilingual
  }

  var form: HazardForm
  var context: Context

  func command() throws -> Command {
    guard case .act(let kind) = form.purpose, let id = form.hazard else {
      return .report(try report())
    }
    return .hazard(id, try act(kind))
  }

  /// The act for each of several hazards: reminders in the words of each.
  func commands() throws -> [HazardAct] {
    guard case .act(let kind) = form.purpose else { return [] }
    return try form.several.map { hazard in
      if kind == .remind {
        let words = Reminder(hazard, context.bureau, on: context.today).text[context.language]
        return HazardAct(.oversee(.remind(words)), on: hazard.id)
      }
      return HazardAct(try act(kind), on: hazard.id)
    }
  }

  private func act(_ kind: HazardCommand.Kind) throws -> HazardCommand {
    switch kind {
    case .assign: .assign(to: try person(), deadline: try day(), reason: filled(.reason))
    case .transfer:
      .transfer(
        to: try person(), section: try context.bureau.person(person())?.section,
        outside: filled(.outside), reason: form.text(.reason))
    case .extend:
      .extend(
        to: try day(), reason: form.text(.reason),
        document: form.parts.contains(.document) ? form.text(.document) : nil)
    case .refuseExtension: .refuseExtension(reason: form.text(.reason))
    case .requestExtension:
      .requestExtension(Hazard.Request(deadline: try day(), reason: form.text(.reason)))
    case .reject: .reject(reason: form.text(.reason), deadline: try day())
    case .submit: .submit(measures: form.text(.measures), cost: filled(.cost))
    case .decline: .decline(reason: form.text(.reason))
    case .withdraw: .withdraw(reason: form.text(.reason))
    case .accept: .accept
    case .verify: .verify()
    case .close: .close
    case .revoke: .revoke
    case .photograph: .photograph([])
    case .merge: .merge(into: Identifier(form.text(.hazard)))
    case .note: .oversee(.note(form.text(.text)))
    case .remind: .oversee(.remind(form.text(.text)))
    case .safeguard:
      .oversee(
        .safeguard(.init(measures: form.text(.measures), watcher: try person(.watcher))))
    case .study:
      .oversee(
        .study(
          .init(
            severity: try pick(.severity, Severity.allCases), basis: form.text(.basis),
            participants: try persons(.participants), day: try day(.day))))
    case .takeCase: .oversee(.takeCase(try person(.leader)))
    case .commit:
      .oversee(
        .commit(
          .init(
            measures: form.text(.measures), funds: form.text(.funds),
            contingency: form.text(.contingency))))
    case .reportUp: .oversee(.reportUp(try authorityAct()))
    case .list: .oversee(.list(try authorityAct()))
    case .delist: .oversee(.delist(try authorityAct()))
    case .patch:
      .oversee(.patch(Patch(version: form.text(.version), proof: filled(.proof))))
    }
  }

  private func filled(_ part: HazardForm.Part) -> String? {
    let text = form.text(part)
    return text.isEmpty ? nil : text
  }

  private func authorityAct() throws -> Oversight.AuthorityAct {
    .init(
      authority: form.text(.authority), document: form.text(.document), day: try day(.day))
  }

  private func report() throws -> HazardReport {
    let place = try place()
    let category = try pick(.category, HazardCategory.allCases)
    let source = try pick(.source, Hazard.Source.allCases)
    if source == .authorityOrder, form.text(.deadline).isEmpty {
      throw Problem(part: .deadline, message: HazardError.orderWithoutDeadline.message)
    }
    let deadline =
      form.text(.deadline).isEmpty
      ? context.bureau.proposedDeadline(for: category, found: context.today)
      : try day()
    let document = form.text(.document)
    return HazardReport(
      place: place.id, section: place.section, text: form.text(.text), category: category,
      source: source, sourceDocument: document.isEmpty ? nil : document,
      basis: filled(.basis).map(Bilingual.init(verbatim:)), deadline: deadline)
  }

  private func day(_ part: HazardForm.Part = .deadline) throws -> Day {
    guard let day = Day(typed: form.text(part), today: context.today) else {
      throw Problem(
        part: part,
        message: Bilingual(zh: "请填日期，如 11-30 或 +7", en: "Enter a day, such as 11-30 or +7"))
    }
    return day
  }

  /// Several persons, with spaces or commas between.
  private func persons(_ part: HazardForm.Part) throws -> [Person.ID] {
    try form.text(part).split { " ,，、\u{3000}".contains($0) }
      .map { try person(named: String($0), part) }
  }

  private func person(_ part: HazardForm.Part = .person) throws -> Person.ID {
    try person(named: form.text(part), part)
  }

  /// A person by id, name, or the only one of those who may do the act whom what was typed fits.
  private func person(named text: String, _ part: HazardForm.Part) throws -> Person.ID {
    let present = context.bureau.persons.filter { $0.stays(after: context.today) }
    if let person = present.first(where: { $0.id.rawValue == text || $0.name == text }) {
      return person.id
    }
    let found = part.names(context)?.fitting(text, context) ?? []
    guard found.count == 1, let person = found.first else {
      throw Problem(part: part, message: left(text) ?? candidates(found.map(\.name)))
    }
    return Identifier(person.id)
  }

  /// Why one who is named in full cannot be given it: in office no more.
  private func left(_ text: String) -> Bilingual? {
    guard
      let person = context.bureau.persons.first(where: {
        $0.id.rawValue == text || $0.name == text
      }), let last = person.to
    else { return nil }
    return HazardError.rectifierLeft(person.name, last: last).message
  }

  private func place() throws -> Place {
    let text = form.text(.place)
    if let place = context.bureau.places.first(where: { $0.id.rawValue == text || $0.name == text })
    {
      return place
    }
    let filter = Filter(text, context.pinyin)
    let found = context.bureau.places.filter { filter.matches("\($0.id) \($0.name)") }
    guard found.count == 1, let place = found.first else {
      throw Problem(part: .place, message: candidates(found.map(\.name)))
    }
    return place
  }

  private func candidates(_ names: [String]) -> Bilingual {
    guard !names.isEmpty else {
      return Bilingual(zh: "没有找到，请填姓名、名称或编号", en: "Nothing found; enter a name or id")
    }
    let some = names.prefix(5).joined(separator: " ")
    return Bilingual(zh: "请填得更明确：\(some)", en: "Be more precise: \(some)")
  }

  private func pick<Value>(_ part: HazardForm.Part, _ values: [Value]) throws -> Value {
    let number = Int(form.text(part)) ?? -1
    let index = number == 0 ? 9 : number - 1
    guard values.indices.contains(index) else {
      throw Problem(
        part: part, message: Bilingual(zh: "请填编号", en: "Enter its number"))
    }
    return values[index]
  }
}
