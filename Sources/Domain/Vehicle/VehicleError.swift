import Almanac

/// A reason an act on vehicles, drivers or trips was refused. Nothing was written.
public enum VehicleError: Refusal, Hashable {
  case noSuchVehicle(String)
  case noSuchTrip(String)
  case noSuchPerson(String)
  case noSuchNote(Int)
  case plateMissing
  case badSeats(Int)
  case badKm(Int)
  case badInterval(Int)
  case workMissing
  case keysMissing
  case reasonMissing
  case purposeMissing
  case destinationMissing
  case textMissing
  case badPersons(Int)
  case endsBefore
  case inFuture(Moment)
  case sameAsBefore
  /// A mileage below one that was read before.
  case below(Int, known: Int, Day)
  /// A mileage above one that was read later.
  case above(Int, known: Int, Day)
  /// A mileage further above the last one than a vehicle can be driven in the days between.
  case leap(Int, known: Int, Day)
  case notBefore(Moment)
  case isSealed(String, Day)
  case notSealed(String)
  case isOut(String, Trip.ID)
  /// A vehicle that moved while it was sealed, without a word why.
  case moved(Int)
  case noBreak
  case closed(String)
  case paperOver(String, Bilingual, Day)
  case tooMany(Int, seats: Int)
  case noLicence(String)
  case licenceOver(String, Day)
  case wrongClass(String, Driver.Class, seats: Int)
  case left(String, last: Day)
  case vehicleTaken(String, Trip.ID)
  case driverTaken(String, Trip.ID)
  case vehicleMissing
  case driverMissing
  case notDeclared
  case wrongState(Trip.ID, Bilingual)
  case notOwn

  /// Whether the subject, the right or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchVehicle, .noSuchTrip: .noSuchSubject
    case .notOwn: .notPermitted
    case .noSuchPerson, .noSuchNote, .plateMissing, .badSeats, .badKm, .badInterval, .workMissing,
      .keysMissing, .reasonMissing, .purposeMissing, .destinationMissing, .textMissing, .badPersons,
      .endsBefore, .inFuture, .sameAsBefore, .below, .above, .leap, .notBefore, .isSealed,
      .notSealed, .isOut, .moved, .noBreak, .closed, .paperOver, .tooMany, .noLicence,
      .licenceOver, .wrongClass, .left, .vehicleTaken, .driverTaken, .vehicleMissing,
      .driverMissing, .notDeclared, .wrongState:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchVehicle(let text):
      Bilingual(
        zh: "没有公务用车“\(text)”；用 vehicle list 查看，新车先用 place add 登记为车辆场所。",
        en: "There is no vehicle “\(text)”; see vehicle list. A new one is first added as a place.")
    case .noSuchTrip(let text):
      Bilingual(
        zh: "没有派车单“\(text)”；用 trip list 查看编号。",
        en: "There is no trip “\(text)”; see trip list for the numbers.")
    case .noSuchPerson(let text):
      Bilingual(
        zh: "没有人员“\(text)”；用 person list 查看编号。",
        en: "There is no person “\(text)”; see person list for the ids.")
    case .noSuchNote(let number):
      Bilingual(
        zh: "没有第 \(number) 条违章或事故；用 trip show 查看。",
        en: "There is no note \(number); see trip show.")
    case .plateMissing: Bilingual(zh: "请填车牌号。", en: "Fill in the number plate.")
    case .badSeats(let seats):
      Bilingual(
        zh: "核定载人数应是 2 到 \(Vehicle.mostSeats)，不是 \(seats)。",
        en: "Seats are 2 to \(Vehicle.mostSeats), not \(seats).")
    case .badKm(let km):
      Bilingual(
        zh: "里程应是 0 到 \(Vehicle.mostKm) 公里，不是 \(km)。",
        en: "A mileage is 0 to \(Vehicle.mostKm) km, not \(km).")
    case .badInterval(let number):
      Bilingual(
        zh: "保养间隔应是 1 到 100000 公里、1 到 120 个月，不是 \(number)。",
        en: "Maintenance is every 1 to 100000 km, every 1 to 120 months, not \(number).")
    case .workMissing: Bilingual(zh: "请写做了什么保养。", en: "Say what was done.")
    case .keysMissing: Bilingual(zh: "请写钥匙交给谁、放在哪里。", en: "Say who keeps the keys, or where.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .purposeMissing: Bilingual(zh: "请写用车事由。", en: "Say what the vehicle is for.")
    case .destinationMissing: Bilingual(zh: "请写目的地。", en: "Say where to.")
    case .textMissing: Bilingual(zh: "请写明情况。", en: "Say what happened.")
    case .badPersons(let count):
      Bilingual(
        zh: "乘车人数（含驾驶员）应是 1 到 \(Vehicle.mostSeats)，不是 \(count)。",
        en: "Persons aboard, the driver included, are 1 to \(Vehicle.mostSeats), not \(count).")
    case .endsBefore:
      Bilingual(zh: "结束时间早于开始时间，请核对。", en: "It ends before it begins: check the times.")
    case .inFuture(let at):
      Bilingual(
        zh: "\(at.dayAndTime) 还没有到，请核对时间。", en: "\(at.dayAndTime) is yet to come: check the time.")
    case .sameAsBefore:
      Bilingual(zh: "与原来相同，没有可改的。", en: "That is what it says already; nothing is changed.")
    case .below(let km, let known, let day):
      Bilingual(
        zh: "里程 \(km) 小于 \(day) 已登记的 \(known)，请看里程表再填；以前登错的，先更正。",
        en: "The mileage \(km) is below \(known) of \(day). Read it again, or put that one right.")
    case .above(let km, let known, let day):
      Bilingual(
        zh: "里程 \(km) 大于 \(day) 已登记的 \(known)，请核对；以后登错的，先更正。",
        en: "The mileage \(km) is above \(known) of \(day). Check it, or put that one right.")
    case .leap(let km, let known, let day):
      Bilingual(
        zh: "里程 \(km) 比 \(day) 登记的 \(known) 多 \(km - known) 公里，这些天开不了这么多，请核对；登错的先更正。",
        en: """
          The mileage \(km) is \(km - known) km above \(known) of \(day): too far for these days. \
          Check it, or put that one right.
          """)
    case .notBefore(let at):
      Bilingual(
        zh: "时间须在 \(at.dayAndTime) 之后，请核对。",
        en: "The time must be after \(at.dayAndTime): check it.")
    case .isSealed(let name, let day):
      Bilingual(
        zh: "\(name) 自 \(day) 起封存，不能出车；须先启封。",
        en: "\(name) is sealed since \(day) and does not go out; it is to be opened first.")
    case .notSealed(let name):
      Bilingual(zh: "\(name) 没有封存。", en: "\(name) is not sealed.")
    case .isOut(let name, let trip):
      Bilingual(
        zh: "\(name) 出车未回（\(trip)），请先收车。", en: "\(name) is out (\(trip)): enter its return first.")
    case .moved(let km):
      Bilingual(
        zh: "!! 封存期间里程相差 \(km) 公里，请写明原因。",
        en: "!! The mileage differs by \(km) km from the sealing: say why.")
    case .noBreak:
      Bilingual(
        zh: "近期没有假期；请写假期，如 2027-new-year。", en: "No break is near; name one, as 2027-new-year.")
    case .closed(let name):
      Bilingual(zh: "\(name) 那天不在用，请换一辆。", en: "\(name) is not in use on that day; take another.")
    case .paperOver(let name, let paper, let day):
      Bilingual(
        zh: "\(name) 的\(paper.zh)到 \(day) 为止，不能派车；续办后用 expiry renew 登记。",
        en: "\(paper.en) of \(name) ended on \(day): it does not go out until that is renewed.")
    case .tooMany(let count, let seats):
      Bilingual(
        zh: "乘车 \(count) 人，超过核定载人数 \(seats)，不能派车。",
        en: "\(count) aboard, \(seats) allowed: the vehicle would be overloaded.")
    case .noLicence(let name):
      Bilingual(
        zh: "\(name)没有登记驾驶证；用 driver set 登记。",
        en: "No driving licence of \(name) is entered; see driver set.")
    case .licenceOver(let name, let day):
      Bilingual(
        zh: "\(name)的驾驶证有效期至 \(day)，不能驾车；换证后用 driver set 登记。",
        en: "The licence of \(name) ended on \(day); enter the new one with driver set.")
    case .wrongClass(let name, let type, let seats):
      Bilingual(
        zh: "\(name)的准驾车型 \(type.rawValue) 不能驾驶 \(seats) 座车。",
        en: "The licence \(type.rawValue) of \(name) does not allow a vehicle for \(seats).")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，请换一个人。", en: "\(name) left office on \(last); name another.")
    case .vehicleTaken(let name, let trip):
      Bilingual(
        zh: "\(name) 那段时间已派出（\(trip)），请换车或改时间。",
        en: "\(name) is taken then (\(trip)): another vehicle or another time.")
    case .driverTaken(let name, let trip):
      Bilingual(
        zh: "\(name)那段时间已出车（\(trip)），请换驾驶员或改时间。",
        en: "\(name) drives then (\(trip)): another driver or another time.")
    case .vehicleMissing: Bilingual(zh: "请定派哪辆车。", en: "Say which vehicle goes.")
    case .driverMissing: Bilingual(zh: "请定由谁驾驶。", en: "Say who drives.")
    case .notDeclared:
      Bilingual(
        zh: "出车前驾驶员须承诺：\(Trip.declaration.zh)。",
        en: "Before it goes out the driver declares: \(Trip.declaration.en).")
    case .wrongState(let id, let state):
      Bilingual(
        zh: "\(id) 现在是“\(state.zh)”，不能这样办。", en: "\(id) is “\(state.en)” now; that is not possible."
      )
    case .notOwn:
      Bilingual(
        zh: "出车、收车由驾驶员、用车人或车辆管理人登记。",
        en: "Out and in are entered by the driver, who asked, or who keeps the vehicles.")
    }
  }
}

extension Trip {
  /// What the driver declares before going out.
  public static let declaration = Bilingual(
    zh: "不酒驾、不超速、不超载", en: "no driving after drinking, no speeding, no overloading")
}
