import Almanac
import Domain

extension HazardForm {
  /// What a field is for.
  enum Part: String, Hashable {
    case person
    case outside
    case watcher
    case leader
    case participants
    case deadline
    case day
    case reason
    case measures
    case cost
    case funds
    case contingency
    case place
    case text
    case category
    case severity
    case basis
    case source
    case document
    case authority
    case hazard
    case version
    case proof

    var label: Bilingual {
      switch self {
      case .person: Bilingual(zh: "责任人", en: "Person")
      case .outside: Bilingual(zh: "外单位", en: "Outside")
      case .watcher: Bilingual(zh: "监护人", en: "Watcher")
      case .leader: Bilingual(zh: "包案领导", en: "Leader")
      case .participants: Bilingual(zh: "参加人", en: "With")
      case .deadline: Bilingual(zh: "期限", en: "Deadline")
      case .day: Bilingual(zh: "日期", en: "Date")
      case .reason: Bilingual(zh: "原因", en: "Reason")
      case .measures: Bilingual(zh: "措施", en: "Measures")
      case .cost: Bilingual(zh: "费用", en: "Cost")
      case .funds: Bilingual(zh: "资金", en: "Funds")
      case .contingency: Bilingual(zh: "应急预案", en: "If worse")
      case .place: Bilingual(zh: "场所", en: "Place")
      case .text: Bilingual(zh: "内容", en: "What")
      case .category: Bilingual(zh: "类别", en: "Category")
      case .severity: Bilingual(zh: "等级", en: "Grade")
      case .basis: Bilingual(zh: "依据", en: "Grounds")
      case .source: Bilingual(zh: "来源", en: "Source")
      case .document: Bilingual(zh: "来文", en: "Document")
      case .authority: Bilingual(zh: "机关", en: "Authority")
      case .hazard: Bilingual(zh: "并入编号", en: "Into no.")
      case .version: Bilingual(zh: "修复版本", en: "Version")
      case .proof: Bilingual(zh: "修复证明", en: "Proof")
      }
    }
  }

  /// What an act needs to be told, in the order of its fields; nothing where one key decides.
  static func parts(of kind: HazardCommand.Kind, on hazard: Hazard) -> [Part] {
    switch kind {
    case .assign: [.person, .deadline, .reason]
    case .transfer: [.person, .outside, .reason]
    case .extend:
      [.deadline, .reason] + (hazard.report.source == .authorityOrder ? [.document] : [])
    case .requestExtension: [.deadline, .reason]
    case .reject: [.reason, .deadline]
    case .submit: [.measures, .cost]
    case .decline, .withdraw, .refuseExtension: [.reason]
    case .note, .remind: [.text]
    case .safeguard: [.measures, .watcher]
    case .study: [.severity, .basis, .participants, .day]
    case .takeCase: [.leader]
    case .commit: [.measures, .funds, .contingency]
    case .reportUp, .list, .delist: [.authority, .document, .day]
    case .patch: [.version, .proof]
    case .merge: [.hazard]
    case .accept, .verify, .close, .revoke, .photograph: []
    }
  }

  /// Whether a field may not be left empty.
  func isNeeded(_ part: Part) -> Bool {
    switch part {
    case .document: purpose == .report ? text(.source) != "1" : true
    case .deadline, .basis: purpose != .report
    case .outside, .cost, .proof: false
    case .reason: purpose != .act(.assign)
    case .person, .watcher, .leader, .participants, .day, .measures, .funds,
      .contingency, .place, .text, .category, .severity, .source, .authority, .hazard, .version:
      true
    }
  }
}

extension HazardForm.Part {
  /// Whether its text is a day.
  var isDate: Bool { self == .deadline || self == .day }

  /// Those whom it can name, where it names persons or a place: only who may do the act and has not left.
  func names(_ context: Context) -> NameList? {
    switch self {
    case .person: NameList.persons(context) { $0.may(.reportHazard) }
    case .leader: NameList.persons(context) { $0.may(.decideMajor) }
    case .watcher: NameList.persons(context)
    case .participants: NameList.persons(context, isSpaced: true)
    case .place: NameList.places(context)
    case .outside, .deadline, .day, .reason, .measures, .cost, .funds, .contingency, .text,
      .category, .severity, .basis, .source, .document, .authority, .hazard, .version, .proof:
      nil
    }
  }
}
