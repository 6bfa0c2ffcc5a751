import Canvas
import Domain
import Foundation
import Screens
import Terminal

/// Where the program shows itself and takes its keys from.
@MainActor
protocol Surface: AnyObject {
  /// The window, in cells.
  var size: (columns: Int, rows: Int) { get }
  /// Whether keys wait that came before the next picture.
  var hasPending: Bool { get }
  /// Whether keys can be taken while work goes on.
  var canInterrupt: Bool { get }
  /// Whether the locale was taken for UTF-8 though it is none.
  var isLocaleForced: Bool { get }

  func show(_ app: App)
  /// The next key; nil where none came in time.
  func read(timeout milliseconds: Int) -> Key?
  func setMouse(_ isOn: Bool)
  func setTheme(_ theme: Theme)
  func redraw()
  func suspend(saying notice: String)
  func close()
}

extension TerminalDriver: Surface {
  var canInterrupt: Bool { true }

  func show(_ app: App) { draw(app.view) }
}

/// Lines of question and answer on standard input and output (``PlainDialogue``).
final class PlainSurface: Surface {
  private var dialogue = PlainDialogue()
  private var queue: [Key] = []
  private var shown: App?
  /// Whether the caller has looked round since the last line was read.
  private var hasPaused = false

  let isLocaleForced = false
  let canInterrupt = false
  var size: (columns: Int, rows: Int) { PlainDialogue.window }
  var hasPending: Bool { !queue.isEmpty }

  func show(_ app: App) {
    if shown == nil { PlainDialogue.greeting(app).forEach(Output.line) }
    shown = app
    for line in dialogue.lines(app) { Output.line(line) }
  }

  func read(timeout milliseconds: Int) -> Key? {
    if !queue.isEmpty { return queue.removeFirst() }
    hasPaused.toggle()
    guard !hasPaused, let shown else { return nil }
    Output.bytes(Array("> ".utf8))
    let line = PlainDialogue.isSecret(shown) ? Self.unseenLine() : readLine(strippingNewline: true)
    guard let line else { return .hangUp }
    if PlainDialogue.asksAgain(line) {
      dialogue.repeatAll()
      show(shown)
      return nil
    }
    guard let keys = PlainDialogue.keys(line, shown) else {
      Output.line(PlainDialogue.unknown(line)[shown.context.language])
      return nil
    }
    queue = keys
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  /// A line that the terminal does not show while it is typed.
  private static func unseenLine() -> String? {
    let line = PassphrasePrompt.unseen { readLine(strippingNewline: true) }
    Output.line("")
    return line
  }

  func setMouse(_ isOn: Bool) {}
  func setTheme(_ theme: Theme) {}
  func redraw() { dialogue.repeatAll() }
  func suspend(saying notice: String) {}
  func close() {}
}
