import CNcurses
import Canvas

/// The terminal: takes grids, gives keys.
///
/// One per process, for curses is one per process and belongs to one thread. Whatever ends the process,
/// the terminal is left as it was found; only SIGKILL cannot be answered.
@MainActor
public final class TerminalDriver {
  /// Whether the locale was not UTF-8, so that UTF-8 had to be set: say it once.
  public let isLocaleForced: Bool

  /// The grid last drawn, to draw again after a stop.
  var lastGrid: Grid?
  /// What is on the screen; nil if that is not known.
  var shown: Grid?
  /// Whether ambiguous characters take two cells here.
  var isAmbiguousWide = false
  /// Whether the terminal has said that it draws them in one, as one does that has block characters.
  var hasBlocks = false
  var queue: [Key] = []
  var decoder = KeyDecoder()
  /// Reading from a pad does not refresh the screen, as reading from the screen would.
  let pad: UnsafeMutablePointer<WINDOW>?
  /// Times in a row that input was announced and none came.
  var emptyReads = 0
  var palette: Palette

  private var isOpen = true
  private var hasMouse = false

  /// Opens the screen.
  ///
  /// - Parameters:
  ///   - theme: How the styles look, to begin with.
  ///   - log: The file that takes standard error while the screen is up; nil drops it.
  ///   - farewell: What a crash says on standard error once the terminal is restored.
  /// - Throws: ``TerminalError`` with the terminal untouched.
  public init(
    theme: Theme = .ofEnvironment, log: String? = nil, farewell: String = ""
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    isLocaleForced = cn_force_utf8()
    cn_guard(log, farewell)
    try Self.open(Environment["TERM"] ?? "")
    raw()
    noecho()
    nonl()
    if Environment["ESCDELAY"] == nil { set_escdelay(50) }
    pad = newpad(1, 1)
    keypad(pad, true)
    meta(pad, true)
    CursesKeys.leaveToDecoder()
    decoder = KeyDecoder(gap: max(50, Int(get_escdelay())))
    Palette.start()
    palette = Palette(theme)
    refresh()
    enter()
    askForAbilities()
  }

  /// The size of the window in cells.
  public var size: (columns: Int, rows: Int) { (Int(cn_columns()), Int(cn_rows())) }

  /// Turns reports of clicks and the wheel on or off; while on, text is selected with Shift held.
  public func setMouse(_ isOn: Bool) {
    hasMouse = isOn
    cn_set_mouse(isOn)
  }

  /// Draws everything anew in another theme.
  public func setTheme(_ theme: Theme) {
    palette = Palette(theme == .auto ? .ofEnvironment : theme)
    redraw()
  }

  /// Draws everything anew, as on Ctrl-L.
  public func redraw() {
    clearok(cn_curscr(), true)
    shown = nil
    if let lastGrid { draw(lastGrid) }
  }

  /// Stops the program as Ctrl-Z does, with the terminal as it was found, and comes back after `fg`.
  ///
  /// - Parameter notice: What is said on the terminal before stopping.
  public func suspend(saying notice: String = "") {
    cn_ignore_interrupt(true)
    leave()
    if !notice.isEmpty { cn_write(notice + "\n") }
    cn_stop()
    comeBack()
    cn_ignore_interrupt(false)
  }

  /// Leaves the terminal as it was found. Nothing may be drawn after.
  ///
  /// A Ctrl-C that comes from here on, when it is no key any more, does not cut the end short.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cn_ignore_interrupt(true)
    leave()
  }

  /// Does what signals asked for since the last call: a stop from outside, going on after one.
  func answerSignals() {
    if cn_stop_requested() {
      suspend()
    } else if cn_continued() {
      leave()
      comeBack()
    }
  }

  /// The number pad is asked to send digits (`ESC >`), which curses' own start-up undoes on PuTTY.
  private func enter() {
    cn_set_active(true)
    cn_write("\u{1B}>\u{1B}[?2004h")
    if hasMouse { cn_set_mouse(true) }
  }

  private func leave() {
    if hasMouse { cn_set_mouse(false) }
    cn_write("\u{1B}[?2004l")
    curs_set(1)
    endwin()
    // Without a screen of its own what was drawn stays; the shell goes on in the last row.
    if !cn_has_own_screen() { cn_write("\r\u{1B}[K") }
    cn_set_active(false)
  }

  private func comeBack() {
    refresh()
    enter()
    redraw()
    cn_follow_size()
  }

  /// Asks how wide an ambiguous character is drawn, and whether frames can be synchronized, without
  /// waiting: the answers come among the keys, if at all. In the second row, for an answer from the first
  /// reads like Shift-F3; wiped after, for a terminal may write what it does not understand.
  private func askForAbilities() {
    cn_write("\u{1B}[2;1H\u{2026}\u{1B}[6n\u{1B}[?2026$p\r\u{1B}[K\u{1B}[H")
  }

  /// Opens the terminal of a name, or one that most of its kin resemble.
  private static func open(_ name: String) throws(TerminalError) {
    let kin = [
      "xterm", "kitty", "foot", "alacritty", "ghostty", "wezterm", "konsole", "gnome", "vte", "rio",
      "contour", "iterm", "putty", "tmux", "screen",
    ]
    let resembles = kin.contains { name.lowercased().contains($0) }
    for candidate in [name] + (resembles ? ["xterm-256color", "xterm"] : []) {
      guard cn_open(candidate) != nil else { continue }
      if cn_can_move_cursor() { return }
      endwin()
      throw .unknownTerminal(name)
    }
    throw resembles ? .noTerminfo(name) : .unknownTerminal(name)
  }
}

extension Theme {
  /// The theme where none is chosen: without colours if `NO_COLOR` is set and not empty (no-color.org).
  public static var ofEnvironment: Theme {
    (Environment["NO_COLOR"] ?? "").isEmpty ? .auto : .mono
  }
}

/// The environment variables of the process.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
