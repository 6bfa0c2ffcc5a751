import Domain
import Screens

/// What is typed in forms outlives the program: it is on disk before it is seen on the screen.
extension TerminalProgram {
  /// Keeps what the open form holds, if that is not kept yet.
  func keepTyped() {
    guard let typed = app.unsent, typed != lastKept else { return }
    lastKept = typed
    kept.save(typed, of: app.context.person.id)
  }

  /// Carries out what is asked about the texts of a form.
  func tend(_ effect: Effect) {
    let person = app.context.person.id
    switch effect {
    case .keep(let typed): kept.save(typed, of: person)
    case .forget(let form):
      lastKept = nil
      kept.remove(form, of: person)
    case .recall(let form):
      if let typed = kept.load(form, of: person) { tell(.recalled(typed)) }
    default: break
    }
  }
}
