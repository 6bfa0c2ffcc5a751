import Almanac
import Canvas
import Domain

/// Reads what is typed about vehicles, drivers and trips.
struct VehicleFormReader {
  let fields: FormFields<VehicleField>
  let vehicle: Vehicle?
  let trip: Trip?
  let context: Context

  private typealias Failure = FieldProblem<VehicleField>
  private func text(_ field: VehicleField) -> String { fields.text(field) }
  private func optional(_ field: VehicleField) -> String? { fields.optional(field) }

  /// - Throws: ``FieldProblem`` for what a field lacks, or a ``Refusal``.
  func request(_ act: VehicleAct) throws -> VehicleRequest {
    switch act {
    case .card, .service, .seal, .unseal, .except:
      guard let vehicle else { throw VehicleError.noSuchVehicle("") }
      return .vehicle(vehicle.id, try command(act))
    case .licence:
      let person = try person(.driver)
      guard let person else { throw Failure(.driver, VehicleError.driverMissing.message) }
      guard let type = Driver.Class(rawValue: text(.type).uppercased()) else {
        throw Failure(.type, Bilingual(zh: "请从列出的里选一个", en: "Choose one of those listed"))
      }
      return .driver(person, Driver.Licence(type, until: try day(.until)))
    case .request: return .request(try content())
    case .approve, .decline, .cancel, .out, .back, .note, .handle, .correct:
      guard let trip else { throw VehicleError.noSuchTrip("") }
      return .trip(trip.id, try command(act, of: trip))
    }
  }

  private func command(_ act: VehicleAct) throws -> VehicleCommand {
    switch act {
    case .card:
      return .set(
        Vehicle.Card(
          plate: text(.plate), seats: try number(.seats), model: optional(.model),
          everyKm: try optionalNumber(.everyKm), everyMonths: try optionalNumber(.everyMonths)))
    case .service:
      return .service(
        Vehicle.Service(
          day: try day(.day), km: try number(.km), work: text(.work), by: optional(.by)))
    case .seal:
      return .seal(
        Vehicle.Laying(
          at: try moment(.at), km: try number(.km), keys: text(.keys), parked: optional(.parked)))
    case .unseal:
      return .unseal(
        Vehicle.Opening(at: try moment(.at), km: try number(.km), reason: optional(.reason)))
    case .except, .licence, .request, .approve, .decline, .cancel, .out, .back, .note, .handle,
      .correct:
      guard let found = context.bureau.nextBreak(from: context.today) else {
        throw VehicleError.noBreak
      }
      return .except(
        Vehicle.Exception(first: found.firstOff, last: found.lastOff, reason: text(.reason)))
    }
  }

  private func command(_ act: VehicleAct, of trip: Trip) throws -> TripCommand {
    switch act {
    case .approve: return .approve(vehicle: try place(), driver: try person(.driver))
    case .decline: return .decline(reason: text(.reason))
    case .cancel: return .cancel(reason: text(.reason))
    case .out:
      return .out(
        Trip.Leaving(
          at: try moment(.at), km: try number(.km), fault: optional(.fault),
          isDeclared: optional(.declared) != nil))
    case .back:
      return .back(Trip.Return(at: try moment(.at), km: try number(.km), note: optional(.note)))
    case .note:
      let kind = Trip.Note.Kind.allCases.first { context($0.name) == text(.kind) }
      guard let kind else {
        throw Failure(.kind, Bilingual(zh: "按 1 违章或 2 事故", en: "Press 1 or 2"))
      }
      return .note(
        Trip.Note(
          kind: kind, day: try day(.day), text: text(.text), handled: optional(.handled)))
    case .handle: return .handle(try number(.number), text: text(.handled))
    case .correct, .card, .service, .seal, .unseal, .except, .licence, .request:
      let leaving = Trip.Leaving(
        at: try moment(.at), km: try number(.km), fault: trip.leaving?.fault)
      let back = try trip.back.map { back in
        Trip.Return(at: try moment(.inAt), km: try number(.inKm), note: back.note)
      }
      return .correct(Trip.Correction(leaving: leaving, back: back, reason: text(.reason)))
    }
  }

  private func content() throws -> Trip.Content {
    Trip.Content(
      person: try person(.person) ?? context.person.id, purpose: text(.purpose),
      destination: text(.destination), persons: try number(.persons), start: try moment(.start),
      end: try moment(.end), vehicle: try place(), driver: try person(.driver))
  }

  private func person(_ field: VehicleField) throws -> Person.ID? {
    guard let text = optional(field) else { return nil }
    do {
      return try context.bureau.persons(typed: text).first
    } catch {
      throw Failure(field, error.message)
    }
  }

  private func place() throws -> Place.ID? {
    guard let text = optional(.vehicle) else { return nil }
    let places = context.bureau.places.filter { place in
      place.kind == .vehicle && (place.name == text || place.id.rawValue == text)
    }
    guard let place = places.first, places.count == 1 else {
      throw Failure(.vehicle, VehicleError.noSuchVehicle(text).message)
    }
    return place.id
  }

  private func moment(_ field: VehicleField) throws -> Moment {
    guard let moment = Moment(typed: text(field), today: context.today) else {
      throw Failure(field, IncidentField.noTime)
    }
    return moment
  }

  private func day(_ field: VehicleField) throws -> Day {
    guard let day = Day(typed: text(field), today: context.today) else {
      throw Failure(field, Bilingual(zh: "请填日期，如 11-23", en: "Enter the day, such as 11-23"))
    }
    return day
  }

  private func number(_ field: VehicleField) throws -> Int {
    guard let number = Int(text(field)) else { throw Failure(field, IncidentField.noNumber) }
    return number
  }

  private func optionalNumber(_ field: VehicleField) throws -> Int? {
    optional(field) == nil ? nil : try number(field)
  }
}
