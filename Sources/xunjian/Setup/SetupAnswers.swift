import Almanac
import Domain
import Intake

/// What has been answered so far of a guided set-up.
struct SetupAnswers: Sendable {
  var organization = Organization(name: "")
  var sections: [Section] = []
  var persons: [Person] = []
  var places: [Place] = []
  var off: Set<Plan.ID> = []

  /// The plans that would be on if none were switched off.
  var plans: [Plan] {
    BuiltInPlans.all(isKeyFireUnit: organization.isKeyFireUnit).filter(\.isEnabled)
  }

  /// All of it as a ledger begins with it.
  func setup(checklists: [Checklist], isPractice: Bool) -> Setup {
    let plans = BuiltInPlans.all(isKeyFireUnit: organization.isKeyFireUnit).map { plan in
      var plan = plan
      if off.contains(plan.id) { plan.isEnabled = false }
      return plan
    }
    return Setup(
      organization: organization, isPractice: isPractice, sections: sections, persons: persons,
      places: places, plans: plans, checklists: checklists)
  }

  /// What every office needs and nobody does yet; nil if it is complete.
  var gap: Bilingual? {
    for act in [Act.close, .closeFire, .administer]
    where !persons.contains(where: { $0.may(act) }) {
      return SetupError.lacks(act).message
    }
    guard persons.contains(where: { $0.roles.contains(.inspector) }) else {
      return Bilingual(
        zh: "还缺\(Role.inspector.name.zh)：请给某人这个角色。",
        en: "Nobody is an \(Role.inspector.name.en): give someone that role.")
    }
    return nil
  }

  /// The place of the first administrator, to whom the login of whoever sets up belongs.
  var administrator: Int? { persons.firstIndex { $0.may(.administer) } }

  /// A name by the rule for all names.
  ///
  /// - Throws: ``SetupAnswerError/wording(_:)``.
  static func name(_ typed: String) throws(SetupAnswerError) -> String {
    do throws(WordingError) { return try Wording.name(typed) } catch { throw .wording(error) }
  }

  /// Reads sections, separated by commas.
  ///
  /// - Throws: ``SetupAnswerError``.
  mutating func readSections(_ line: String) throws(SetupAnswerError) {
    var names: [String] = []
    for part in parts(line) { names.append(try Self.name(part)) }
    sections = []
    for name in names where !sections.contains(where: { $0.name == name }) {
      sections.append(Section(id: Identifier(id(name, sections.map(\.id.rawValue))), name: name))
    }
  }

  /// Reads a person: a name, the numbers of roles, and a section if any.
  ///
  /// - Throws: ``SetupAnswerError``.
  mutating func readPerson(_ line: String) throws(SetupAnswerError) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let at = words.firstIndex(where: { numbers($0) != nil }), at > 0,
      let chosen = numbers(words[at])
    else { throw .noPerson }
    let name = try Self.name(words[..<at].joined(separator: " "))
    var roles: Set<Role> = []
    for number in chosen {
      guard let role = element(number, of: Role.allCases) else { throw .noSuchNumber(number) }
      roles.insert(role)
    }
    let section = try section(words[(at + 1)...].joined(separator: " "))
    persons.append(
      Person(
        id: Identifier(id(name, persons.map(\.id.rawValue))), name: name, section: section,
        roles: roles))
  }

  /// Reads places of a kind: its number, rooms or names, and after `@` a section if any.
  ///
  /// - Parameter language: That of the kind's name behind a room's number.
  /// - Throws: ``SetupAnswerError``.
  mutating func readPlaces(_ line: String, in language: Language) throws(SetupAnswerError) {
    let halves = line.split(separator: "@", maxSplits: 1).map { trimmed(String($0)) }
    let words = (halves.first ?? "").split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, let number = Int(words[0]) else { throw .noPlace }
    guard let kind = element(number, of: PlaceKind.allCases) else { throw .noSuchNumber(number) }
    let section = try section(halves.count == 2 ? halves[1] : "")
    var read: [Place] = []
    for part in parts(String(words[1])) {
      _ = try Self.name(part)
      let rooms = part.contains(where: \.isNumber) ? RoomRange(part)?.rooms ?? [part] : [part]
      for room in rooms {
        let isNumber = room.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
        let hasDigit = room.contains(where: \.isNumber)
        let name = isNumber && hasDigit ? "\(room) \(kind.name[language])" : room
        guard !(places + read).contains(where: { $0.id.rawValue == room || $0.name == name }) else {
          throw .taken(room)
        }
        read.append(
          Place(
            id: Identifier(id(room, (places + read).map(\.id.rawValue))), name: name, kind: kind,
            section: section))
      }
    }
    places += read
  }

  /// Reads the numbers of plans to switch off.
  ///
  /// - Throws: ``SetupAnswerError``.
  mutating func readOff(_ line: String) throws(SetupAnswerError) {
    off = []
    guard !line.isEmpty else { return }
    guard let chosen = numbers(line) else { throw .noNumbers }
    for number in chosen {
      guard let plan = element(number, of: plans) else { throw .noSuchNumber(number) }
      off.insert(plan.id)
    }
  }

  private func section(_ text: String) throws(SetupAnswerError) -> Section.ID? {
    guard !text.isEmpty else { return nil }
    if let named = sections.first(where: { $0.name == text }) { return named.id }
    guard let number = Int(text), let section = element(number, of: sections) else {
      throw .noSuchSection(text)
    }
    return section.id
  }

  /// An id from a name, not taken yet.
  private func id(_ name: String, _ taken: [String]) -> String {
    let words = name.map { $0.isWhitespace || $0 == "/" ? "-" : $0 }.drop { $0 == "-" }
    let plain = words.isEmpty ? "1" : String(words.prefix(36))
    guard taken.contains(plain) else { return plain }
    let free = sequence(first: 2) { $0 + 1 }.first { !taken.contains("\(plain)\($0)") }
    return "\(plain)\(free ?? taken.count)"
  }

  private func element<Element>(_ number: Int, of list: [Element]) -> Element? {
    list.indices.contains(number - 1) ? list[number - 1] : nil
  }

  private func parts(_ line: String) -> [String] {
    line.split { "、,，;；".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// Numbers separated by commas or spaces; nil if something else stands there.
  private func numbers(_ text: String) -> [Int]? {
    let parts = text.split { "、,，; ".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    return parts.isEmpty || numbers.count != parts.count ? nil : numbers
  }
}

/// Why an answer was not understood; it is asked again.
enum SetupAnswerError: Error, Hashable {
  case nameMissing
  case noYesOrNo
  case noNumbers
  case noPerson
  case noPlace
  case noPlaces
  case noSuchNumber(Int)
  case noSuchSection(String)
  case taken(String)
  case wording(WordingError)

  var message: Bilingual {
    switch self {
    case .nameMissing: SetupError.nameMissing.message
    case .noYesOrNo: Bilingual(zh: "请答 y（是）或 n（否）。", en: "Answer y or n.")
    case .noNumbers: Bilingual(zh: "请填编号，用逗号分开。", en: "Enter numbers, separated by commas.")
    case .noPerson:
      Bilingual(
        zh: "请按“姓名 角色编号 科室”填，如：张伟 8,1 办公室。",
        en: "Write “name role-numbers section”, such as: Zhang Wei 8,1 General Office.")
    case .noPlace:
      Bilingual(
        zh: "请按“类别编号 房号或名称 @科室”填，如：1 301-312 @办公室。",
        en: "Write “kind rooms-or-names @section”, such as: 1 301-312 @General Office.")
    case .noPlaces: SetupError.noPlaces.message
    case .noSuchNumber(let number):
      Bilingual(zh: "没有编号\(number)。", en: "There is no number \(number).")
    case .taken(let name):
      Bilingual(
        zh: "“\(name)”已经有了；这一行没有采用。", en: "There is “\(name)” already; the line was not taken.")
    case .wording(let error): error.message
    case .noSuchSection(let name):
      Bilingual(zh: "没有科室“\(name)”。", en: "There is no section “\(name)”.")
    }
  }
}
