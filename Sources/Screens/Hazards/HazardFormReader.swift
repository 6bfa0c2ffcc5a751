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

  private func act(_ kind: HazardCommand.Kind) throws -> HazardCommand {
    switch kind {
    case .assign: .assign(to: try person(), deadline: try day())
    case .transfer: .transfer(to: try person(), reason: form.text(.reason))
    case .extend:
      .extend(
        to: try day(), reason: form.text(.reason),
        document: form.parts.contains(.document) ? form.text(.document) : nil)
    case .requestExtension:
      .requestExtension(Hazard.Request(deadline: try day(), reason: form.text(.reason)))
    case .reject: .reject(reason: form.text(.reason), deadline: try day())
    case .submit: .submit(measures: form.text(.measures))
    case .decline: .decline(reason: form.text(.reason))
    case .withdraw: .withdraw(reason: form.text(.reason))
    case .accept: .accept
    case .verify: .verify()
    case .close: .close
    case .photograph: .photograph([])
    }
  }

  private func report() throws -> HazardReport {
    let place = try place()
    let category = try pick(.category, HazardCategory.allCases)
    let source = try pick(.source, Hazard.Source.allCases)
    let deadline =
      form.text(.deadline).isEmpty
      ? DeadlineRule.proposed(
        for: category, found: context.today, calendar: context.bureau.calendar, beforeBreak: nil)
      : try day()
    let document = form.text(.document)
    return HazardReport(
      place: place.id, section: place.section, text: form.text(.text), category: category,
      source: source, sourceDocument: document.isEmpty ? nil : document, deadline: deadline)
  }

  private func day() throws -> Day {
    guard let day = Day(typed: form.text(.deadline), today: context.today) else {
      throw Problem(
        part: .deadline,
        message: Bilingual(zh: "请填日期，如 11-30 或 +7", en: "Enter a day, such as 11-30 or +7"))
    }
    return day
  }

  /// A person by id, name, or the only one whom pinyin initials fit.
  private func person() throws -> Person.ID {
    let text = form.text(.person)
    let present = context.bureau.persons.filter { $0.stays(after: context.today) }
    if let person = present.first(where: { $0.id.rawValue == text || $0.name == text }) {
      return person.id
    }
    let found = present.filter { Filter(text, context.pinyin).matches($0.name) }
    guard found.count == 1, let person = found.first else {
      throw Problem(part: .person, message: left(text) ?? candidates(found.map(\.name)))
    }
    return person.id
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
