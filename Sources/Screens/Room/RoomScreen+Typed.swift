import Canvas

/// What is typed at an item, or about the room, before it is an answer.
extension RoomScreen {
  func typed(_ context: Context) -> TypedForm? {
    let item = "\(key) \(question.map { "\($0.key.checklist) \($0.key.item)" } ?? "")"
    return switch panel {
    case .finding(let form): TypedForm("finding \(item)", form.texts)
    case .notApplicable(let field?, _): TypedForm("not applicable \(item)", field)
    case .entry(let field): TypedForm("entry \(item)", field)
    case .noEntry(let field): TypedForm("no entry \(key)", field)
    case .notApplicable(nil, _), .emptyReading, .allPass, .together, .takeOver, .discard, .signing,
      .search, nil:
      nil
    }
  }

  mutating func restore(_ texts: [String: String]) {
    switch panel {
    case .finding(var form):
      form.restore(texts)
      panel = .finding(form)
    case .notApplicable(.some, let always):
      panel = .notApplicable(texts.field, always: always)
    case .entry: panel = .entry(texts.field)
    case .noEntry: panel = .noEntry(texts.field)
    case .notApplicable(nil, _), .emptyReading, .allPass, .together, .takeOver, .discard, .signing,
      .search, nil:
      break
    }
  }
}
