import Almanac

/// What a person may be allowed to do, and by which roles.
///
/// Hazards: order 61 of the Ministry of Public Security, article 33, has the closure of fire hazards
/// confirmed by the fire safety manager or the fire responsible.
public enum Act: String, Hashable, Sendable, CaseIterable {
  case inspect
  case reportHazard
  case assign
  case verify
  case extend
  case reject
  case close
  case closeFire
  case withdraw
  /// Issuing a rectification notice, and withdrawing it.
  case issueNotice
  /// Attaching photographs to hazards that others found or mend; to their own those may without it.
  case photograph
  /// A leader's note on a hazard (批示).
  case annotate
  case remind
  /// Studying whether a hazard is major, and putting it under a leader's name.
  case decideMajor
  case countersign
  case excuse
  case raiseAlert
  case seal
  case administer
  /// Drawing up duty rosters, changing them, and the rules of duty.
  case keepDuty
  /// Looking whether those on duty are there (抽查).
  case checkDuty
  /// Entering activities in the register (工作台账).
  case keepActivities
  /// Correcting and withdrawing what others have entered there.
  case correctActivity
  /// Recording an incident, what is new about it, and that it was reported.
  case recordIncident
  /// Correcting, closing and withdrawing incidents.
  case keepIncidents
  /// Making nil reports (零报告) besides those on duty.
  case declareNil
  /// Keeping the list of things that end and the rules of the office (到期事项与制度).
  case keepSafetyFile
  /// Keeping the register of assets of the network (网络资产台账).
  case keepAssets
  /// Naming who answers for what (一岗双责).
  case keepResponsibility
  /// Drawing up the year's plan (年度工作计划) and changing it.
  case keepGoals
  /// Keeping the cards of official vehicles and their drivers, sealing them over breaks (公务用车管理).
  case keepVehicles
  /// Approving that a vehicle is used (派车审批).
  case approveTrip
  /// Entering what another has decided on paper (代录).
  case enterFor

  /// The roles any one of which suffices.
  public var roles: [Role] {
    switch self {
    case .inspect: [.inspector, .sectionHead, .officeHead, .administrator, .fireSafetyManager]
    case .reportHazard, .recordIncident, .enterFor:
      [
        .inspector, .rectifier, .sectionHead, .officeHead, .supervisor, .fireSafetyManager,
        .fireResponsible, .administrator, .leader, .archivist,
      ]
    case .assign, .verify, .withdraw, .issueNotice: [.supervisor, .officeHead, .administrator]
    case .extend, .reject, .close, .excuse, .correctActivity: [.supervisor]
    case .closeFire: [.fireSafetyManager, .fireResponsible]
    case .photograph:
      [
        .inspector, .sectionHead, .officeHead, .supervisor, .fireSafetyManager, .fireResponsible,
        .administrator,
      ]
    case .annotate: [.leader, .supervisor, .fireResponsible]
    case .remind: [.sectionHead, .officeHead, .supervisor, .administrator, .leader]
    case .decideMajor: [.supervisor, .leader]
    case .countersign: [.sectionHead]
    case .raiseAlert, .seal, .keepIncidents, .declareNil, .keepGoals, .approveTrip, .keepAssets:
      [.administrator, .officeHead, .supervisor]
    case .administer: [.administrator]
    case .keepActivities: [.inspector, .sectionHead, .officeHead, .supervisor, .administrator]
    case .keepDuty, .keepResponsibility, .keepVehicles: [.administrator, .officeHead]
    case .keepSafetyFile: [.administrator, .officeHead, .supervisor, .fireSafetyManager]
    case .checkDuty: [.administrator, .officeHead, .supervisor, .leader]
    }
  }

  /// A verb phrase, to follow "Only a supervisor may".
  public var name: Bilingual {
    switch self {
    case .inspect: Bilingual(zh: "检查", en: "inspect")
    case .reportHazard: Bilingual(zh: "登记隐患", en: "report a hazard")
    case .assign: Bilingual(zh: "交办", en: "assign")
    case .verify: Bilingual(zh: "复查", en: "verify")
    case .extend: Bilingual(zh: "延期", en: "extend")
    case .reject: Bilingual(zh: "退回", en: "reject")
    case .close: Bilingual(zh: "销号", en: "close")
    case .closeFire: Bilingual(zh: "消防隐患销号", en: "close a fire hazard")
    case .withdraw: Bilingual(zh: "作废", en: "withdraw")
    case .issueNotice: Bilingual(zh: "签发整改通知书", en: "issue a rectification notice")
    case .photograph: Bilingual(zh: "附照片", en: "attach photographs")
    case .annotate: Bilingual(zh: "批示", en: "write a leader's note")
    case .remind: Bilingual(zh: "催办", en: "send a reminder")
    case .decideMajor: Bilingual(zh: "重大隐患研判与包案", en: "decide about major hazards")
    case .countersign: Bilingual(zh: "科室签字", en: "sign for the section")
    case .excuse: Bilingual(zh: "批准免查", en: "excuse")
    case .raiseAlert: Bilingual(zh: "登记预警", en: "enter an alert")
    case .seal: Bilingual(zh: "月结", en: "seal a month")
    case .administer: Bilingual(zh: "管理", en: "administer")
    case .keepDuty: Bilingual(zh: "管理值班表", en: "keep the duty roster")
    case .checkDuty: Bilingual(zh: "值班抽查", en: "check on those on duty")
    case .keepActivities: Bilingual(zh: "登记工作台账", en: "record activities")
    case .correctActivity: Bilingual(zh: "更正工作台账", en: "correct activities")
    case .recordIncident: Bilingual(zh: "登记事故（事件）", en: "record an incident")
    case .keepIncidents: Bilingual(zh: "管理事故登记", en: "keep the incident register")
    case .declareNil: Bilingual(zh: "零报告", en: "make a nil report")
    case .keepSafetyFile: Bilingual(zh: "管理到期事项与制度", en: "keep what ends and the rules")
    case .keepAssets: Bilingual(zh: "管理网络资产", en: "keep the assets of the network")
    case .keepResponsibility: Bilingual(zh: "登记安全责任人", en: "name who answers")
    case .keepGoals: Bilingual(zh: "管理年度工作计划", en: "keep the year's plan")
    case .keepVehicles: Bilingual(zh: "管理公务用车", en: "keep the vehicles")
    case .approveTrip: Bilingual(zh: "审批用车", en: "approve the use of a vehicle")
    case .enterFor: Bilingual(zh: "代录", en: "enter an act for another")
    }
  }
}

extension Person {
  /// Whether one of the person's roles suffices for an act, or one of those they stand in for now.
  public func may(_ act: Act) -> Bool {
    act.roles.contains(where: roles.contains) || guises.contains { $0.may(act) }
  }
}

/// Why an act was refused. Nothing was written.
public protocol Refusal: Error, Sendable {
  /// What the person at the keyboard should read, and do next.
  var message: Bilingual { get }
  var kind: RefusalKind { get }
}

/// What sort of refusal it is, which decides the exit code of a command.
public enum RefusalKind: Hashable, Sendable {
  case notPermitted
  case badData
  case noSuchSubject
}

/// The person lacks the role for an act.
public struct NotPermitted: Refusal, Hashable {
  /// What takes the roles that the person lacks.
  public let act: Act
  /// What was asked for, where it is called otherwise than the act.
  public let asked: Bilingual?

  /// A refusal of an act to one who has none of its roles.
  public init(_ act: Act, asked: Bilingual? = nil) {
    self.act = act
    self.asked = asked
  }

  /// Told apart by what was lacking, whatever it was called.
  public static func == (left: NotPermitted, right: NotPermitted) -> Bool { left.act == right.act }
  /// By what was lacking.
  public func hash(into hasher: inout Hasher) { hasher.combine(act) }

  /// Always ``RefusalKind/notPermitted``.
  public var kind: RefusalKind { .notPermitted }
  /// Says which roles may do it.
  public var message: Bilingual {
    Bilingual(
      zh: "“\(asked?.zh ?? act.name.zh)”须由\(act.roles.map(\.name.zh).joined(separator: "、"))办理。",
      en: "“\(asked?.en ?? act.name.en)” is for the "
        + act.roles.map(\.name.en).joined(separator: " or ") + ".")
  }
}
