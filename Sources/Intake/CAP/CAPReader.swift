import Almanac
import Domain

/// Reads the elements of a message (CAP 1.2, section 3.2). Elements of other namespaces are passed over.
struct CAPReader {
  private static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"

  var file: String

  func message(_ root: XMLElement) throws(IntakeError) -> CAPMessage {
    guard root.name == "alert", root.namespace == Self.namespace else {
      throw error(root, nil, Self.notCAP)
    }
    let purpose: AlertMessage.Purpose = try choice("msgType", of: root)
    let references = try references(root)
    var infos: [CAPMessage.Info] = []
    for element in all("info", in: root) { infos.append(try info(element)) }
    switch purpose {
    case .alert, .update:
      if infos.isEmpty { throw error(root, "info", Self.missing) }
    case .cancel:
      if references.isEmpty { throw error(root, "references", Self.missing) }
    case .acknowledgement, .error: break
    }
    return CAPMessage(
      id: try identifier(root), sender: try required("sender", of: root),
      sent: try time("sent", of: root, required("sent", of: root)),
      status: try choice("status", of: root), purpose: purpose, references: references,
      note: try text("note", of: root), infos: infos)
  }

  private func info(_ element: XMLElement) throws(IntakeError) -> CAPMessage.Info {
    let event = try required("event", of: element)
    let headline = try text("headline", of: element)
    let parameters = all("parameter", in: element).map {
      ($0.child("valueName"), $0.child("value"))
    }
    let codes = all("eventCode", in: element).map { $0.child("value") }
    let words = AlertWords(
      event: event, codes: codes, headline: headline, parameters: parameters)
    for name in ["effective", "onset"] {
      let text = try text(name, of: element)
      if !text.isEmpty { _ = try time(name, of: element, text) }
    }
    let expires = try text("expires", of: element)
    let kind = words.kind
    let level = kind == .response ? words.level : nil
    return CAPMessage.Info(
      language: try text("language", of: element), kind: kind,
      colour: level == nil ? words.colour : nil, level: level,
      issuer: try text("senderName", of: element),
      headline: headline.isEmpty ? event : headline,
      areas: all("area", in: element).map { $0.child("areaDesc") }.filter { !$0.isEmpty },
      expires: expires.isEmpty ? nil : try time("expires", of: element, expires),
      lifts: words.lifts)
  }

  /// An identifier may not have spaces, commas or the characters that XML reserves.
  private func identifier(_ root: XMLElement) throws(IntakeError) -> Alert.ID {
    let text = try required("identifier", of: root)
    guard text.count <= 200, !text.contains(where: { $0.isWhitespace || ",<&".contains($0) })
    else { throw error(root, "identifier", Self.badIdentifier) }
    return Alert.ID(text)
  }

  /// Triples of sender, identifier and time, parted by white space.
  private func references(
    _ root: XMLElement
  ) throws(IntakeError) -> [CAPMessage.Reference] {
    var found: [CAPMessage.Reference] = []
    for entry in try text("references", of: root).split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw error(root, "references", Self.badReference)
      }
      found.append(.init(sender: String(parts[0]), identifier: Alert.ID(String(parts[1]))))
    }
    return found
  }

  /// A time has its zone (CAP 1.2, section 3.3.2): without it nobody knows when it is.
  private func time(
    _ name: String, of element: XMLElement, _ text: String
  ) throws(IntakeError) -> Moment {
    if let moment = Moment.dateTime(text) { return moment }
    let lacksZone = Moment.dateTime(text + "Z") != nil
    throw error(element, name, lacksZone ? Self.noZone(text) : Self.badTime(text))
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement
  ) throws(IntakeError) -> Value where Value.RawValue == String {
    let text = try required(name, of: element)
    guard let value = Value(rawValue: text) else {
      throw error(element, name, Self.unknown(text, Value.allCases.map(\.rawValue)))
    }
    return value
  }

  private func required(_ name: String, of element: XMLElement) throws(IntakeError) -> String {
    let text = try text(name, of: element)
    guard !text.isEmpty else { throw error(element, name, Self.missing) }
    return text
  }

  /// The text of the only child of a name; empty if there is none.
  private func text(_ name: String, of element: XMLElement) throws(IntakeError) -> String {
    let found = all(name, in: element)
    guard found.count < 2 else { throw error(found[1], name, Self.twice) }
    return found.first.map { trimmed($0.text) } ?? ""
  }

  private func all(_ name: String, in element: XMLElement) -> [XMLElement] {
    element.children.filter { $0.name == name && $0.namespace == Self.namespace }
  }

  private func error(
    _ element: XMLElement, _ field: String?, _ problem: Bilingual
  ) -> IntakeError {
    IntakeError(file: file, line: element.line, field: field, problem: problem)
  }
}

extension XMLElement {
  fileprivate func child(_ name: String) -> String {
    children.first { $0.name == name && $0.namespace == namespace }.map { trimmed($0.text) } ?? ""
  }
}

extension CAPReader {
  private static let notCAP = Bilingual(
    zh: "不是 CAP 1.2 预警报文（根元素应为 alert）", en: "not a CAP 1.2 message, whose root is alert")
  private static let missing = Bilingual(zh: "缺少这一项", en: "it is missing")
  private static let twice = Bilingual(zh: "写了两次", en: "it is given twice")
  private static let badIdentifier = Bilingual(
    zh: "标识中不能有空格、逗号、< 或 &，且不超过200字",
    en: "an identifier has no space, comma, < or &, and 200 characters at most")
  private static let badReference = Bilingual(
    zh: "应为“发送者,标识,时间”，以空格分隔", en: "must be sender,identifier,sent, parted by spaces")

  private static func badTime(_ text: String) -> Bilingual {
    Bilingual(
      zh: "“\(text)”不是时间，应如 2026-09-22T16:00:00+08:00",
      en: "“\(text)” is no time such as 2026-09-22T16:00:00+08:00")
  }

  private static func noZone(_ text: String) -> Bilingual {
    Bilingual(
      zh: "“\(text)”没有写时区，应如 2026-09-22T16:00:00+08:00",
      en: "“\(text)” has no time zone, as 2026-09-22T16:00:00+08:00 has")
  }

  private static func unknown(_ text: String, _ words: [String]) -> Bilingual {
    let all = words.joined(separator: " ")
    return Bilingual(zh: "“\(text)”不在其列：\(all)", en: "“\(text)” is none of: \(all)")
  }
}
