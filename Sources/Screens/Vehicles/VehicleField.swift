import Almanac
import Canvas
import Domain

/// A field of a form about vehicles, drivers and trips.
enum VehicleField: String, FormPart {
  case plate
  case seats
  case model
  case everyKm
  case everyMonths
  case day
  case km
  case work
  case by
  case at
  case keys
  case parked
  case reason
  case person
  case type
  case until
  case purpose
  case destination
  case persons
  case start
  case end
  case vehicle
  case driver
  case declared
  case fault
  case note
  case inAt
  case inKm
  case kind
  case text
  case handled
  case number

  var label: Bilingual {
    switch self {
    case .plate: Bilingual(zh: "车牌号", en: "Plate")
    case .seats: Bilingual(zh: "核定载人", en: "Seats")
    case .model: Bilingual(zh: "厂牌型号", en: "Model")
    case .everyKm: Bilingual(zh: "保养公里", en: "Every km")
    case .everyMonths: Bilingual(zh: "保养月数", en: "Every months")
    case .day: Bilingual(zh: "日期", en: "Day")
    case .km: Bilingual(zh: "里程", en: "Mileage")
    case .work: Bilingual(zh: "保养内容", en: "Work")
    case .by: Bilingual(zh: "维修单位", en: "By")
    case .at: Bilingual(zh: "时间", en: "When")
    case .keys: Bilingual(zh: "钥匙交存", en: "Keys kept")
    case .parked: Bilingual(zh: "停放地点", en: "Parked at")
    case .reason: Bilingual(zh: "原因", en: "Why")
    case .person: Bilingual(zh: "用车人", en: "For")
    case .type: Bilingual(zh: "准驾车型", en: "Class")
    case .until: Bilingual(zh: "有效期至", en: "Until")
    case .purpose: Bilingual(zh: "事由", en: "Purpose")
    case .destination: Bilingual(zh: "目的地", en: "To")
    case .persons: Bilingual(zh: "乘车人数", en: "Aboard")
    case .start: Bilingual(zh: "开始", en: "From")
    case .end: Bilingual(zh: "结束", en: "Until")
    case .vehicle: Bilingual(zh: "车辆", en: "Vehicle")
    case .driver: Bilingual(zh: "驾驶员", en: "Driver")
    case .declared: Bilingual(zh: "驾驶员承诺", en: "Declared")
    case .fault: Bilingual(zh: "检查问题", en: "Fault")
    case .note: Bilingual(zh: "备注", en: "Note")
    case .inAt: Bilingual(zh: "收车时间", en: "In at")
    case .inKm: Bilingual(zh: "收车里程", en: "Mileage in")
    case .kind: Bilingual(zh: "种类", en: "Kind")
    case .text: Bilingual(zh: "情况", en: "What")
    case .handled: Bilingual(zh: "处理情况", en: "Dealt with")
    case .number: Bilingual(zh: "第几条", en: "Which one")
    }
  }

  var isDay: Bool { [.day, .until].contains(self) }
  private var isTime: Bool { [.at, .start, .end, .inAt].contains(self) }
  private var isNumber: Bool {
    [.seats, .everyKm, .everyMonths, .km, .persons, .inKm, .number].contains(self)
  }

  func choices(_ context: Context) -> [String] {
    switch self {
    case .declared: [context(Self.declaredWord)]
    case .kind: Trip.Note.Kind.allCases.map { context($0.name) }
    default: []
    }
  }

  /// What stands in the field of the declaration once it was made.
  static let declaredWord = Bilingual(zh: "已承诺", en: "declared")

  /// What is told of its text while it is typed.
  func hint(_ text: String, _ context: Context) -> TypedHint? {
    let text = trimmed(text)
    switch self {
    case .declared:
      return text.isEmpty
        ? TypedHint(Bilingual(zh: "按 1：已承诺", en: "1: declared"), isTrouble: true) : nil
    case .fault:
      return text.isEmpty ? TypedHint(Bilingual(zh: "空着：正常", en: "empty: in order")) : .room(text)
    case .kind:
      return text.isEmpty
        ? TypedHint(Bilingual(zh: "1 违章 2 事故", en: "1 violation 2 accident")) : nil
    case _ where text.isEmpty: return nil
    case _ where isTime:
      return Moment(typed: text, today: context.today).map {
        TypedHint(Bilingual(verbatim: "\($0.dayAndTime) ") + $0.day.weekdayName)
      } ?? TypedHint(IncidentField.noTime, isTrouble: true)
    case _ where isNumber:
      return Int(text) == nil ? TypedHint(IncidentField.noNumber, isTrouble: true) : nil
    case _ where isDay: return nil
    case _: return .room(text)
    }
  }
}
