import Almanac

/// What happened to a trip. Never refused once written.
public enum TripEvent: Hashable, Sendable {
  case requested(Trip.Content)
  case approved(Trip.Allotment)
  case declined(reason: String)
  case cancelled(reason: String)
  case out(Trip.Leaving)
  case back(Trip.Return)
  /// Times and mileages put right.
  case corrected(Trip.Correction)
  /// A violation or an accident.
  case noted(Trip.Note)
  /// How a note was dealt with, by its place from 1.
  case handled(Int, text: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .requested: Bilingual(zh: "已申请用车", en: "vehicle asked for")
    case .approved: Bilingual(zh: "已派车", en: "approved")
    case .declined: Bilingual(zh: "不同意用车", en: "declined")
    case .cancelled: Bilingual(zh: "已取消", en: "cancelled")
    case .out: Bilingual(zh: "已出车", en: "out")
    case .back: Bilingual(zh: "已收车", en: "in")
    case .corrected: Bilingual(zh: "已更正里程时间", en: "times and mileage put right")
    case .noted(let note): Bilingual(zh: "已登记", en: "entered: ") + note.kind.name
    case .handled: Bilingual(zh: "已登记处理情况", en: "outcome entered")
    }
  }

  /// What is worth saying of it besides its name.
  public var note: String {
    switch self {
    case .requested(let content): "\(content.purpose) \(content.destination)"
    case .approved: ""
    case .declined(let reason), .cancelled(let reason): reason
    case .out(let leaving):
      ["\(leaving.at.dayAndTime) \(leaving.km) km", leaving.fault].compactMap(\.self)
        .joined(separator: " ")
    case .back(let back):
      ["\(back.at.dayAndTime) \(back.km) km", back.note].compactMap(\.self)
        .joined(separator: " ")
    case .corrected(let correction): correction.reason
    case .noted(let note): "\(note.day) \(note.text)"
    case .handled(_, let text): text
    }
  }
}

extension TripEvent: JournalEvent {
  private struct Data: Codable {
    var number: Int?
    var text: String

    enum CodingKeys: String, CodingKey {
      case number
      case text
    }
  }

  /// Its name in the journal, as `trip.approved`.
  public var type: String {
    switch self {
    case .requested: "trip.requested"
    case .approved: "trip.approved"
    case .declined: "trip.declined"
    case .cancelled: "trip.cancelled"
    case .out: "trip.out"
    case .back: "trip.in"
    case .corrected: "trip.corrected"
    case .noted: "trip.noted"
    case .handled: "trip.handled"
    }
  }

  /// What was recorded.
  public var data: any Encodable & Sendable {
    switch self {
    case .requested(let content): content
    case .approved(let allotment): allotment
    case .declined(let text), .cancelled(let text): Data(text: text)
    case .out(let leaving): leaving
    case .back(let back): back
    case .corrected(let correction): correction
    case .noted(let note): note
    case .handled(let number, let text): Data(number: number, text: text)
    }
  }

  /// Reads an event back; nil if the name is not one of a trip.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "trip.requested": self = .requested(try Trip.Content(from: decoder))
    case "trip.approved": self = .approved(try Trip.Allotment(from: decoder))
    case "trip.declined": self = .declined(reason: try Data(from: decoder).text)
    case "trip.cancelled": self = .cancelled(reason: try Data(from: decoder).text)
    case "trip.out": self = .out(try Trip.Leaving(from: decoder))
    case "trip.in": self = .back(try Trip.Return(from: decoder))
    case "trip.corrected": self = .corrected(try Trip.Correction(from: decoder))
    case "trip.noted": self = .noted(try Trip.Note(from: decoder))
    case "trip.handled":
      let data = try Data(from: decoder)
      self = .handled(try required(data.number, "number", of: type, decoder), text: data.text)
    default: return nil
    }
  }
}
