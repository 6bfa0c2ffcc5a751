import Almanac

extension Questionnaire {
  /// The questions that a record answers, under the numbers they had.
  ///
  /// - Parameter checklists: The versions that the record pins.
  public init(of record: SignedInspection, checklists: [ChecklistVersion]) {
    var parts: [ItemKey: (section: Bilingual, item: Item)] = [:]
    for checklist in checklists.map(\.content) {
      for section in checklist.sections {
        for item in section.items {
          parts[ItemKey(checklist: checklist.id, item: item.id)] = (section.title, item)
        }
      }
    }
    self.init(
      questions: record.answers.compactMap { answered in
        parts[answered.item].map {
          Question(
            number: answered.number, key: answered.item, section: $0.section, item: $0.item)
        }
      },
      versions: record.checklists)
  }
}
