import Almanac
import Domain

/// The words people use in the demonstration.
enum DemoWords {
  static let sealedRoom = Bilingual(zh: "装修停用，门已上锁", en: "Under renovation, locked")
  static let roomLocked = Bilingual(zh: "房间上锁，未找到钥匙", en: "Locked, no key found")
  static let nothingSpecial = Bilingual(zh: "已查，资料齐全", en: "Checked, papers complete")
  static let registeredTwice = Bilingual(zh: "重复登记", en: "Registered twice")
  static let otherHand = Bilingual(zh: "须由设备管理人处理", en: "The equipment's keeper must do it")
  static let guarded = Bilingual(zh: "已停用并张贴警示", en: "Out of use, with a warning on it")
  static let partsMissing = Bilingual(zh: "配件未到货", en: "Parts not delivered yet")
  static let granted = Bilingual(zh: "同意延期，期间加强巡查", en: "Granted, with closer watch until then")
  static let notEnough = Bilingual(zh: "整改不彻底，请再处理", en: "Not mended fully, do it again")
  static let looked = Bilingual(zh: "现场复查，已整改到位", en: "Seen on site, mended")
  static let humidity = Bilingual(zh: "已开启空调和除湿机", en: "Air-con and dehumidifier switched on")

  static let higherInspection = Bilingual(
    zh: "常闭式防火门被木楔顶开", en: "A fire door kept open by a wedge")
  static let testFinding = Bilingual(
    zh: "总配电箱接地电阻偏大", en: "Earth resistance of the main board too high")
  static let leak = Bilingual(zh: "楼梯间窗边渗水", en: "Water coming in by the stairwell window")
  static let lamp = Bilingual(zh: "楼梯间应急灯不亮", en: "Emergency light in the stairwell dark")
  static let doorCloser = Bilingual(zh: "后门闭门器损坏", en: "Closer of the rear door broken")
  static let document = Bilingual(zh: "示例区检查意见书", en: "Sample District inspection notice")

  static let division = Bilingual(zh: "示例区统计局领导分工通知", en: "Notice on the division of work")
  static let dutyPhone = "0000-1100"
  static let dutyOffice = Bilingual(zh: "示例区政府总值班室", en: "Sample District duty office")

  static let onTheSpot = [
    Bilingual(zh: "当场清理", en: "Cleared at once"),
    Bilingual(zh: "当场断电并提醒使用人", en: "Unplugged at once, user told"),
    Bilingual(zh: "当场关闭", en: "Closed at once"),
    Bilingual(zh: "当场移除", en: "Removed at once"),
  ]

  /// What was done about a hazard of a category.
  static func measures(_ category: HazardCategory) -> [Bilingual] {
    switch category {
    case .electrical:
      [
        Bilingual(zh: "已更换插座面板并检测", en: "Socket replaced and tested"),
        Bilingual(zh: "已拆除串接接线板，改用墙插", en: "Power strips separated, wall socket used"),
        Bilingual(zh: "电工已检修线路", en: "Wiring repaired by an electrician"),
      ]
    case .fire:
      [
        Bilingual(zh: "已清理通道杂物", en: "Passage cleared"),
        Bilingual(zh: "已更换灭火器和标识", en: "Extinguisher and sign replaced"),
        Bilingual(zh: "已修复应急照明", en: "Emergency light repaired"),
      ]
    case .theft:
      [
        Bilingual(zh: "已更换门锁", en: "Lock replaced"),
        Bilingual(zh: "已修好窗扣", en: "Window catch repaired"),
      ]
    case .water, .structure:
      [
        Bilingual(zh: "物业已做防水并复试", en: "Sealed by the property company, tested again"),
        Bilingual(zh: "已加固并拆除松动部分", en: "Loose parts removed, the rest fixed"),
      ]
    case .archive, .vehicle, .network, .order, .other:
      [
        Bilingual(zh: "已整改并专人负责", en: "Mended, with someone put in charge"),
        Bilingual(zh: "已联系维保单位处理完毕", en: "Done by the maintenance company"),
      ]
    }
  }
}
