import Almanac
import Domain
import Testing

@testable import Screens

extension Desk {
  /// Someone signs a room of which everything passes, walked in the ten minutes before.
  mutating func pass(_ room: OccurrenceKey, by chair: Office.Chair) throws {
    let asked = try #require(try fold.questionnaire(room)).questions
    try record(
      .sign(
        SignRequest(
          occurrence: room,
          answers: Dictionary(uniqueKeysWithValues: asked.map { ($0.key, Answer.pass) }),
          walk: Signing.Walk(
            inspectors: [office.person(chair)], from: Desk.now + -600, to: Desk.now, seconds: 600))),
      by: chair)
  }
}
