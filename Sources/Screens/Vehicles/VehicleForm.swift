import Almanac
import Canvas
import Domain

/// What is done about a vehicle, a driver or a trip.
enum VehicleAct: Sendable {
  case card
  case service
  case seal
  case unseal
  case except
  case licence
  case request
  case approve
  case decline
  case cancel
  case out
  case back
  case note
  case handle
  case correct

  var name: Bilingual {
    switch self {
    case .card: Bilingual(zh: "车辆卡", en: "Card of the vehicle")
    case .service: Bilingual(zh: "登记保养", en: "Enter a maintenance")
    case .seal: Bilingual(zh: "封存", en: "Lay it up")
    case .unseal: Bilingual(zh: "启封", en: "Take it up again")
    case .except: Bilingual(zh: "假期留作值班用车", en: "Keep it in use over a break")
    case .licence: Bilingual(zh: "登记驾驶证", en: "Enter a driving licence")
    case .request: Bilingual(zh: "申请用车", en: "Ask for a vehicle")
    case .approve: Bilingual(zh: "同意派车", en: "Approve")
    case .decline: Bilingual(zh: "不同意", en: "Decline")
    case .cancel: Bilingual(zh: "取消", en: "Cancel")
    case .out: Bilingual(zh: "出车", en: "Out")
    case .back: Bilingual(zh: "收车", en: "In")
    case .note: Bilingual(zh: "登记违章或事故", en: "Note a violation or an accident")
    case .handle: Bilingual(zh: "登记处理情况", en: "Say how it was dealt with")
    case .correct: Bilingual(zh: "更正时间、里程", en: "Put times and mileages right")
    }
  }

  /// What a person may do about a vehicle.
  static func possible(on vehicle: Vehicle, for person: Person) -> [VehicleAct] {
    guard person.may(.keepVehicles) else { return [] }
    return vehicle.sealing == nil
      ? [.seal, .service, .card, .except, .licence] : [.unseal, .service, .card, .licence]
  }

  /// What a person may do about a trip.
  static func possible(on trip: Trip, for person: Person) -> [VehicleAct] {
    let (approves, runs) = (person.may(.approveTrip), trip.mayRun(person))
    switch trip.state {
    case .requested:
      return (approves ? [.approve, .decline] : []) + (trip.mayCancel(person) ? [.cancel] : [])
    case .approved:
      return (runs ? [.out] : []) + (approves ? [.approve] : [])
        + (trip.mayCancel(person) ? [.cancel] : [])
    case .out, .back:
      let notes: [VehicleAct] =
        runs || approves ? [.note] + (trip.notes.isEmpty ? [] : [.handle]) : []
      return (runs && trip.state == .out ? [.back] : []) + notes
        + (person.may(.keepVehicles) ? [.correct] : [])
    case .declined, .cancelled: return []
    }
  }
}

/// The fields of one act on a vehicle, a driver or a trip.
struct VehicleForm: ActForm {
  /// What it is about.
  struct Subject: Sendable {
    var book: VehicleBook
    var vehicle: Vehicle?
    var trip: Trip?
    /// What is looked at before a trip.
    var check: [Bilingual] = []
  }

  private let act: VehicleAct
  private let subject: Subject
  var fields: FormFields<VehicleField>

  init(_ act: VehicleAct, _ subject: Subject, _ context: Context) {
    self.act = act
    self.subject = subject
    fields = FormFields(Self.filled(act, subject, context), enter: .goesOn)
  }

  private static func filled(
    _ act: VehicleAct, _ subject: Subject, _ context: Context
  ) -> [(part: VehicleField, text: String)] {
    let (card, trip, bureau) = (subject.vehicle?.card, subject.trip, context.bureau)
    func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
    let known = number(
      (subject.vehicle?.id ?? trip?.vehicle).flatMap { subject.book.mileage(of: $0)?.km })
    let now = context.now.typedText
    switch act {
    case .card:
      return [
        (.plate, card?.plate ?? ""), (.seats, number(card?.seats ?? 5)),
        (.model, card?.model ?? ""), (.everyKm, number(card?.everyKm)),
        (.everyMonths, number(card?.everyMonths)),
      ]
    case .service:
      return [(.day, context.today.description), (.km, known), (.work, ""), (.by, "")]
    case .seal: return [(.at, now), (.km, known), (.keys, ""), (.parked, "")]
    case .unseal: return [(.at, now), (.km, known), (.reason, "")]
    case .except, .decline, .cancel: return [(.reason, "")]
    case .licence: return [(.driver, ""), (.type, ""), (.until, "")]
    case .request:
      return [
        (.purpose, ""), (.destination, ""), (.start, now), (.end, ""), (.persons, "2"),
        (.vehicle, subject.vehicle.map { bureau.name($0.id) } ?? ""), (.driver, ""),
        (.person, context.person.name),
      ]
    case .approve:
      return [
        (.vehicle, trip?.vehicle.map { bureau.name($0) } ?? ""),
        (.driver, bureau.name(trip?.driver)),
      ]
    case .out: return [(.at, now), (.km, known), (.fault, ""), (.declared, "")]
    case .back: return [(.at, now), (.km, ""), (.note, "")]
    case .note:
      return [(.kind, ""), (.day, context.today.description), (.text, ""), (.handled, "")]
    case .handle: return [(.number, number(trip?.notes.count)), (.handled, "")]
    case .correct:
      let leaving: [(part: VehicleField, text: String)] = [
        (.at, trip?.leaving?.at.typedText ?? ""), (.km, number(trip?.leaving?.km)),
      ]
      let back: [(part: VehicleField, text: String)] =
        trip?.back.map { [(.inAt, $0.at.typedText), (.inKm, number($0.km))] } ?? []
      return leaving + back + [(.reason, "")]
    }
  }

  var id: String {
    "vehicle \(act) \(subject.trip?.id.rawValue ?? subject.vehicle?.id.rawValue ?? "")"
  }

  func names(in part: VehicleField, _ context: Context) -> NameList? {
    switch part {
    case .vehicle:
      NameList(
        choices: subject.book.vehicles.map { vehicle in
          NameChoice(
            id: vehicle.id.rawValue, name: context.bureau.name(vehicle.id),
            note: vehicle.card?.plate ?? "")
        })
    case .driver where act == .licence: .persons(context)
    case .driver:
      NameList(
        choices: subject.book.drivers.compactMap { driver in
          driver.licence.map { licence in
            NameChoice(
              id: driver.id.rawValue, name: context.bureau.name(driver.id),
              note: licence.type.rawValue)
          }
        })
    case .person: .persons(context)
    case .type:
      NameList(
        choices: Driver.Class.allCases.map { NameChoice(id: $0.rawValue, name: $0.rawValue) },
        takesDigits: true, takesOthers: true)
    default: nil
    }
  }

  func effect(_ context: Context) throws -> Effect {
    let reader = VehicleFormReader(
      fields: fields, vehicle: subject.vehicle, trip: subject.trip, context: context)
    return .perform(.vehicles(try reader.request(act)))
  }

  /// What is said above the fields.
  private func hints(_ context: Context) -> [Bilingual] {
    let keys = Bilingual(
      zh: "F8 存；Enter、Tab 下一栏；Esc 取消", en: "F8 saves; Enter or Tab goes on; Esc cancels")
    switch act {
    case .card:
      return [
        Bilingual(
          zh: "年检、交强险登记在到期事项，这里不填。",
          en: "Inspection and insurance are entered in what ends, not here."), keys,
      ]
    case .request:
      return [
        Bilingual(
          zh: "人数含驾驶员；车辆、驾驶员可空着由审批人定；补登写实际时间。",
          en: "Aboard counts the driver; vehicle and driver may stay open; a past use is entered "
            + "with its real times."), keys,
      ]
    case .out:
      let items = subject.check.enumerated().map { "\($0.offset + 1) \(context($0.element))" }
      let declaration = Bilingual(zh: "承诺：", en: "Declared: ") + Trip.declaration
      return [Bilingual(verbatim: items.joined(separator: "  ")), declaration, keys]
    case .unseal:
      return [
        Bilingual(
          zh: "封存时 \(subject.vehicle?.sealing?.laying.km ?? 0) 公里；不同的须写原因。",
          en:
            "Sealed at \(subject.vehicle?.sealing?.laying.km ?? 0) km; a difference needs a reason."
        ), keys,
      ]
    case .except:
      let found = context.bureau.nextBreak(from: context.today)
      let days = found.map { "\($0.firstOff.monthAndDay)–\($0.lastOff.monthAndDay)" } ?? ""
      return [
        Bilingual(zh: "假期：\(found?.name.zh ?? "") ", en: "Break: \(found?.name.en ?? "") ")
          + Bilingual(verbatim: days), keys,
      ]
    case .approve:
      let cars = subject.book.vehicles.map { context.bureau.name($0.id) }
      let drivers = subject.book.drivers(on: context.today).map { driver in
        "\(context.bureau.name(driver.id)) \(driver.licence?.type.rawValue ?? "")"
      }
      let mark = Bilingual(zh: "、", en: ", ")
      let (zh, en) = (
        [cars, drivers].map { $0.joined(separator: mark.zh) },
        [cars, drivers].map { $0.joined(separator: mark.en) }
      )
      return [
        Bilingual(
          zh: "车辆：\(zh[0])；驾驶员：\(zh[1])", en: "Vehicles: \(en[0]); drivers: \(en[1])"), keys,
      ]
    case .service, .seal, .licence, .decline, .cancel, .back, .note, .handle, .correct:
      return [keys]
    }
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let about =
      subject.trip.map { "\($0.id)  \($0.content.purpose)  \($0.content.destination)" }
      ?? (act == .request ? nil : subject.vehicle.map { context.bureau.name($0.id) }) ?? ""
    var told = hints(context).map { context($0) }
    // What is looked at before a trip gives way where the fields would have no room.
    while told.count > 1,
      told.flatMap({ Cells.wrap($0, grid.columns - 2) }).count + fields.parts.count + 2 > rows.count
    {
      told.removeFirst()
    }
    let rest = drawHead(context(act.name) + "  " + about, told, into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { $0.hint($1, context) }
  }
}
