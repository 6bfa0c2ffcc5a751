import Foundation
import TestSupport

/// The counts, straight from the lines.
struct RawCount {
  /// What is kept of a hazard while its lines go by.
  private struct Life {
    var reported: String
    var onSpot: Bool
    var severity: String
    var deadlines: [(set: String, last: String)] = []
    var verified: String?
    var closed: String?
    var withdrawn: String?

    func deadline(on day: String) -> String? { deadlines.last { $0.set <= day }?.last }
  }

  var figures: [String: Int] = [:]
  /// What the walks found, by the category of the hazard that it became or was tied to.
  private(set) var findingsByCategory: [String: Int] = [:]
  /// What the walks found, by place.
  private(set) var findingsByPlace: [String: Int] = [:]

  init(_ lines: [JSON], first: String, last: String) {
    countWalks(lines, first, last)
    let lives = Self.lives(lines)
    let opened = lives.filter { first <= $0.reported && $0.reported <= last }
    let closed = lives.filter { $0.closed.map { first <= $0 && $0 <= last } ?? false }
    let late = closed.filter { life in
      life.closed.flatMap { day in life.deadline(on: day).map { day > $0 } } ?? false
    }
    let open = lives.filter {
      $0.reported <= last && !($0.closed.map { $0 <= last } ?? false)
        && !($0.withdrawn.map { $0 <= last } ?? false)
    }
    let ages = open.map { Self.days(from: $0.reported, to: last) }
    let found = opened.filter { !($0.withdrawn.map { $0 <= last } ?? false) }
    figures["opened"] = opened.count
    figures["closed"] = closed.count
    figures["closedOnTime"] = closed.count - late.count
    figures["closedLate"] = late.count
    figures["open"] = open.count
    figures["overdue"] = open.count { $0.deadline(on: last).map { $0 < last } ?? false }
    figures["major"] = open.count { $0.severity == "major" }
    figures["fixedOnSpot"] = opened.count(where: \.onSpot)
    figures["d0to7"] = ages.count { $0 <= 7 }
    figures["d8to30"] = ages.count { $0 > 7 && $0 <= 30 }
    figures["over30"] = ages.count { $0 > 30 }
    figures["found"] = found.count
    figures["rectified"] = found.count { $0.verified.map { $0 <= last } ?? false }
  }

  private mutating func countWalks(_ lines: [JSON], _ first: String, _ last: String) {
    let withdrawn = Set(
      lines.filter { $0["type"].string == "inspection.withdrawn" }.compactMap {
        $0["subject"].string
      })
    let walks = lines.filter { line in
      guard line["type"].string == "inspection.signed", let subject = line["subject"].string,
        let day = line["data"]["to"].string?.prefix(10)
      else { return false }
      return !withdrawn.contains(subject) && first <= day && day <= last
    }
    countFindings(walks, Self.categories(lines))
    count(walks.map { $0["data"] })
  }

  private mutating func count(_ walks: [JSON]) {
    figures["inspections"] = walks.count
    figures["findings"] = walks.reduce(0) { sum, walk in
      sum + walk["answers"].list.count { !$0["answer"]["finding"].isNull }
    }
    figures["persons"] = Set(walks.flatMap { $0["inspectors"].strings }).count
    figures["places"] = Set(walks.compactMap { $0["occurrence"]["place"].string }).count
    figures["ledByLeader"] = walks.count { !$0["ledBy"].isNull }
  }

  private mutating func countFindings(_ walks: [JSON], _ categories: [String: String]) {
    for walk in walks {
      let (record, place) = (walk["subject"].string, walk["data"]["occurrence"]["place"].string)
      for answer in walk["data"]["answers"].list where !answer["answer"]["finding"].isNull {
        let category = categories[Self.origin(record?.split(separator: "/").last, answer["item"])]
        findingsByCategory[category ?? "other", default: 0] += 1
        findingsByPlace[place ?? "", default: 0] += 1
      }
    }
  }

  /// The category of the hazard that each finding, named by record and item, became or was tied to.
  private static func categories(_ lines: [JSON]) -> [String: String] {
    var (hazards, found) = ([String: String](), [String: String]())
    for line in lines {
      guard let subject = line["subject"].string, let type = line["type"].string,
        ["hazard.reported", "hazard.sighted"].contains(type)
      else { continue }
      let data = line["data"]
      if type == "hazard.reported" { hazards[subject] = data["category"].string }
      found[origin(data["inspection"].string.map { $0[...] }, data["item"])] = hazards[subject]
    }
    return found
  }

  private static func origin(_ record: Substring?, _ item: JSON) -> String {
    "\(record ?? "") \(item["checklist"].string ?? "")/\(item["item"].string ?? "")"
  }

  /// What a summary's list has under a key for each of its lines that is not 0.
  static func findings(_ list: JSON, by key: String) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: list.list.compactMap { row in
        row[key].string.flatMap { name in row["findings"].int.map { (name, $0) } }
      }.filter { $0.1 > 0 })
  }

  private static func lives(_ lines: [JSON]) -> [Life] {
    var lives: [String: Life] = [:]
    for line in lines {
      guard let subject = line["subject"].string, let day = line["day"].string,
        let type = line["type"].string, type.hasPrefix("hazard.")
      else { continue }
      let data = line["data"]
      if type == "hazard.reported" {
        lives[subject] = Life(
          reported: day, onSpot: !data["onSpot"].isNull,
          severity: data["severity"].string ?? "")
      }
      let sets = ["hazard.reported", "hazard.assigned", "hazard.extended", "hazard.rejected"]
      if sets.contains(type), let deadline = data["deadline"].string,
        lives[subject]?.deadlines.last?.last != deadline
      {
        lives[subject]?.deadlines.append((day, deadline))
      }
      switch type {
      case "hazard.verified": lives[subject]?.verified = day
      case "hazard.closed": lives[subject]?.closed = day
      case "hazard.withdrawn": lives[subject]?.withdrawn = day
      default: break
      }
    }
    return Array(lives.values)
  }

  private static func days(from first: String, to last: String) -> Int {
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    guard let start = format.date(from: first), let end = format.date(from: last) else { return -1 }
    return Int((end.timeIntervalSince(start) / 86_400).rounded())
  }

  /// The same figures as the summary has them.
  static func printed(_ figures: JSON) -> [String: Int] {
    var all: [String: Int] = [:]
    for key in ["inspections", "findings", "persons", "places", "ledByLeader"] {
      all[key] = figures[key].int
    }
    for key in [
      "opened", "closed", "closedOnTime", "closedLate", "open", "overdue", "major", "fixedOnSpot",
    ] {
      all[key] = figures["hazards"][key].int
    }
    for key in ["d0to7", "d8to30", "over30"] { all[key] = figures["hazards"]["byAge"][key].int }
    for key in ["found", "rectified"] { all[key] = figures["rate"][key].int }
    return all
  }
}
