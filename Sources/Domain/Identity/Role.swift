import Almanac

/// What a person may be in the office's safety work; a person can be several.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  case inspector
  case rectifier
  case sectionHead
  case officeHead
  case supervisor
  case fireSafetyManager
  case fireResponsible
  case administrator
  case leader
  case archivist
  case observer

  /// The role as refusals and lists of persons call it.
  public var name: Bilingual {
    switch self {
    case .inspector: Bilingual(zh: "检查人", en: "inspector")
    case .rectifier: Bilingual(zh: "整改责任人", en: "rectifier")
    case .sectionHead: Bilingual(zh: "科室负责人", en: "section head")
    case .officeHead: Bilingual(zh: "办公室主任", en: "office head")
    case .supervisor: Bilingual(zh: "分管领导", en: "supervisor")
    case .fireSafetyManager: Bilingual(zh: "消防安全管理人", en: "fire safety manager")
    case .fireResponsible: Bilingual(zh: "消防安全责任人", en: "fire safety responsible")
    case .administrator: Bilingual(zh: "安全管理员", en: "administrator")
    case .leader: Bilingual(zh: "局领导", en: "leader")
    case .archivist: Bilingual(zh: "档案员", en: "archivist")
    case .observer: Bilingual(zh: "查阅人", en: "observer")
    }
  }
}
