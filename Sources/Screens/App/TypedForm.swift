import Almanac
import Canvas

/// What is typed in a form and not sent yet. Secrets are asked for by panels, never by forms of screens.
public struct TypedForm: Codable, Hashable, Sendable {
  /// Which form of what it is: the same whenever it is opened again.
  public var form: String
  /// The texts by the names of their fields; none for those that are empty.
  public var texts: [String: String]

  /// A form with its texts.
  public init(_ form: String, _ texts: [String: String]) {
    self.form = form
    self.texts = texts.filter { !$1.isEmpty }
  }

  /// A form of one field.
  init(_ form: String, _ field: TextField) { self.init(form, ["text": field.text]) }
}

extension [String: String] {
  /// The text of a form's only field.
  var field: TextField { TextField(self["text"] ?? "") }
}

extension App {
  /// What the open form holds, once something was typed there: to be kept until it is sent or left by Esc.
  public var unsent: TypedForm? { isTouched ? screen.typed(context) : nil }

  /// Puts what was typed before into the form for which it was kept, and says so.
  mutating func restore(_ kept: TypedForm) {
    guard let open = screen.typed(context), open.form == kept.form, open != kept else { return }
    screen.restore(kept.texts)
    news = News(text: Self.restored, isWarning: false)
  }

  static let restored = Bilingual(
    zh: "上次填到一半的内容找回来了；Esc 丢弃", en: "What you had begun to type is back; Esc drops it")

  /// Asks for what was kept of a form that a message has opened, and keeps or drops what is typed in one that
  /// it has closed: what Esc leaves is dropped, what is sent is dropped once it is written.
  mutating func follow(_ message: Message, from before: TypedForm?) -> [Effect] {
    let after = screen.typed(context)
    var effects: [Effect] = []
    if after?.form == before?.form {
      if after != before { isTouched = true }
    } else {
      if let before { effects += leave(before, message) }
      isTouched = false
      if let after { effects.append(.recall(form: after.form)) }
    }
    if message.isWritten {
      effects += sent.map { .forget(form: $0) }
      sent = []
    }
    return effects
  }

  private mutating func leave(_ form: TypedForm, _ message: Message) -> [Effect] {
    if message.isWritten { return [.forget(form: form.form)] }
    guard case .key(let key) = message else { return [] }
    if key == .escape || key == .control("c") { return [.forget(form: form.form)] }
    guard isTouched else { return [] }
    sent.insert(form.form)
    return [.keep(form)]
  }
}

extension Message {
  /// Whether it tells that what was asked for is on disk.
  fileprivate var isWritten: Bool {
    switch self {
    case .done, .judged, .saved: true
    case .key, .loaded, .refused, .locked, .keyless, .keyMade, .notSaved, .told, .working,
      .verified, .changed, .tick, .recalled, .outlets, .stored,
      .occupied:
      false
    }
  }
}
