import Almanac
import Domain

extension Written {
  /// What the wording of a summary is filled in with, whatever its period.
  func summaryValues(
    _ figures: SafetyFigures, _ walks: RoundLine, of names: Names, days: ClosedRange<Day>
  ) -> Templates.Values {
    let hazards = figures.hazards
    return [
      "organization": names.organization, "first": prose(days.lowerBound)[language],
      "last": prose(days.upperBound)[language],
      "countedOn": prose(figures.rate.countedOn)[language], "rounds": figures.rounds,
      "asked": walks.total, "done": walks.done, "rate": walks.rate, "missed": walks.missed,
      "persons": figures.persons, "places": figures.places, "inspections": figures.inspections,
      "ledByLeader": figures.ledByLeader, "findings": figures.findings, "opened": hazards.opened,
      "fixedOnSpot": hazards.fixedOnSpot, "closed": hazards.closed,
      "closedOnTime": hazards.closedOnTime, "closedLate": hazards.closedLate,
      "open": hazards.open, "overdue": hazards.overdue, "major": hazards.major,
      "rectificationRate": figures.rate.text, "hasRate": figures.rate.found > 0,
      "hasChecks": figures.rounds > 0 || figures.inspections > 0,
    ]
  }
}
