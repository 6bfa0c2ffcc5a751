/// Which messages of a ledger refer to which.
///
/// CAP tells messages apart by sender and identifier, so that two senders may use one identifier; what was
/// written before senders were kept, or by hand, names a message as the ledger does.
///
/// Source: OASIS Common Alerting Protocol Version 1.2, section 3.2.1, `references`.
struct AlertLinks {
  private struct Name: Hashable {
    var sender: String
    var identifier: String
  }

  private let links: [Alert.ID: Set<Alert.ID>]
  private let byHand: Set<Alert.ID>

  init(_ messages: [AlertMessage]) {
    let named = Dictionary(
      messages.map { (Name(sender: $0.sender, identifier: $0.identifier), $0.id) }
    ) { first, _ in first }
    byHand = Set(messages.filter { $0.sender.isEmpty }.map(\.id))
    links = Dictionary(
      uniqueKeysWithValues: messages.map { message in
        guard let senders = message.referenceSenders else {
          return (message.id, Set(message.references))
        }
        let names = zip(senders, message.references).map {
          Name(sender: $0, identifier: $1.rawValue)
        }
        return (message.id, Set(names.compactMap { named[$0] }))
      })
  }

  /// The messages to which one refers, as far as they are in the ledger.
  subscript(message: AlertMessage) -> Set<Alert.ID> { links[message.id] ?? [] }

  /// A message, and what it goes on with if it was entered by hand: no sender knows of such a one.
  func behindHand(of message: AlertMessage) -> Set<Alert.ID> {
    var found: Set = [message.id]
    var rest = [message.id]
    while let id = rest.popLast() {
      guard byHand.contains(id) else { continue }
      rest += (links[id] ?? []).filter { found.insert($0).inserted }
    }
    return found
  }
}
