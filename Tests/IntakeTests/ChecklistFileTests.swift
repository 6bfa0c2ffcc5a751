import Almanac
import Domain
import Intake
import Testing

/// The shipped checklists, against counts and passages of their text.
struct ChecklistFileTests {
  @Test func countsAgreeWithTheText() throws {
    let lines = try Samples.text("checklists.yaml").split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "checklists:"))
    let body = lines[start...]
    let checklists = try Samples.checklists()
    let sections = checklists.flatMap(\.sections)
    let items = sections.flatMap(\.items)

    #expect(checklists.count == 19)
    #expect(items.count == 280)
    #expect(checklists.count == body.count { $0.hasPrefix("  - id: ") })
    #expect(sections.count == body.count { $0.hasPrefix("      - id: ") })
    #expect(items.count == body.count { $0.hasPrefix("          - id: ") })
    #expect(items.count { $0.flagsMajor } == body.count { $0.contains("severity: flag-major") })
    #expect(items.count { $0.isOncePerRound } == body.count { $0.contains("once: round") })
    #expect(
      items.count { $0.placeKinds != nil }
        == body.count { $0.hasPrefix("            place-kinds:") })
    #expect(items.count { $0.hint != nil } == body.count { $0 == "            hint:" })
    #expect(items.count { $0.basis != nil } == body.count { $0 == "            basis:" })
    #expect(
      items.flatMap(\.phrases).count == body.count { $0.hasPrefix("              - zh: ") })
    let readings = items.count { item in
      if case .reading = item.kind { true } else { false }
    }
    #expect(readings == body.count { $0.contains("kind: reading") })
    #expect(items.count { $0.kind == .text } == body.count { $0.contains("kind: text") })
  }

  @Test func office() throws {
    let office = try #require(try Samples.checklists().first)

    #expect(office.id == "office")
    #expect(office.version == 1)
    #expect(office.title == Bilingual(zh: "办公室日常检查", en: "Office check"))
    #expect(office.placeKinds == [.office])
    #expect(
      office.statutory
        == Bilingual(
          zh: "法律未定固定周期，要求定期检查、消除隐患（突发事件应对法第35条）",
          en: "No fixed interval in law; regular checks and hazard removal required "
            + "(Emergency Response Law, art. 35)"))
    #expect(
      office.own
        == Bilingual(zh: "月度检查，每间办公室每月一次", en: "Monthly, every office once a month"))
    #expect(office.sections.map(\.id) == ["electric", "fire", "room", "order"])
    #expect(
      office.sections[0].items[1]
        == Item(
          id: "no-daisy-chain",
          text: Bilingual(
            zh: "接线板未串接、未超负荷使用", en: "Power strips not daisy-chained or overloaded"),
          category: .electrical,
          hint: Bilingual(
            zh: "大功率电器应单独使用墙面插座",
            en: "High-power appliances belong on a wall socket of their own"),
          phrases: [
            Bilingual(zh: "两个接线板串接使用", en: "Two power strips daisy-chained"),
            Bilingual(
              zh: "一个接线板接多台大功率电器", en: "Several high-power appliances on one strip"),
          ],
          basis: Bilingual(
            zh: "机关、团体、企业、事业单位消防安全管理规定（公安部令第61号）第25条",
            en: "Fire Safety Rules for Organs, Bodies, Enterprises and Institutions "
              + "(MPS Order 61), art. 25")))
  }

  @Test func readingChoiceAndOnce() throws {
    let checklists = try Samples.checklists()
    let items = Dictionary(
      checklists.flatMap { list in
        list.sections.flatMap(\.items).map { ("\(list.id)/\($0.id)", $0) }
      }, uniquingKeysWith: { first, _ in first })
    let temperature = try #require(items["archive-room/temperature"])
    #expect(
      temperature.kind == .reading(unit: Bilingual(zh: "℃", en: "°C"), min: 14, max: 24))
    #expect(temperature.basis?.zh == "档案库房技术管理暂行规定第7条；档案库房技术管理暂行规定第10条")
    let pressure = try #require(items["fire/extinguisher-pressure"])
    guard case .choice(let options) = pressure.kind else {
      Issue.record("the extinguisher's pressure is a choice")
      return
    }
    #expect(options.map(\.id) == ["green", "red", "yellow", "none"])
    #expect(options.map(\.isFinding) == [false, true, true, true])
    #expect(pressure.placeKinds == [.corridor, .archiveRoom, .warehouse])
    let duty = try #require(items["electrical/inspection-report"])
    #expect(duty.isOncePerRound)
    #expect(duty.kind == .text)
  }

  @Test func stagesAndWeather() throws {
    let sections = try Samples.checklists().flatMap(\.sections)

    #expect(sections.compactMap(\.stage) == ["before", "during", "after"])
    #expect(sections.compactMap(\.weather) == ["heat", "cold", "lightning", "rainstorm"])
  }

  /// The head of the file: offices and meeting rooms are asked ticks only.
  @Test func roomsAreAskedTicks() throws {
    for checklist in try Samples.checklists() {
      for item in checklist.sections.flatMap(\.items) where !item.isOncePerRound {
        let kinds = Set(item.placeKinds ?? checklist.placeKinds)
        if !kinds.isDisjoint(with: [.office, .meetingRoom]) {
          #expect(item.kind == .tick, "\(checklist.id)/\(item.id)")
        }
      }
    }
  }

  @Test func wordsOfTheFileAreThoseOfTheProgram() throws {
    let text = try Samples.text("checklists.yaml")
    let words =
      HazardCategory.allCases.map { ($0.rawValue, $0.name) }
      + PlaceKind.allCases.map { ($0.rawValue, $0.name) }
    for (id, name) in words {
      #expect(
        text.contains("- id: \(id)\n    title:\n      zh: \(name.zh)\n      en: \(name.en)\n"))
    }
  }

  @Test func builtInPlansUseWhatThereIs() throws {
    let checklists = try Samples.checklists()
    for use in BuiltInPlans.all(isKeyFireUnit: true).flatMap(\.uses) {
      let checklist = try #require(checklists.first { $0.id == use.checklist }, "\(use)")
      let sections = Set(checklist.sections.map(\.id))
      #expect(sections.isSuperset(of: use.sections ?? []), "\(use)")
    }
  }
}
