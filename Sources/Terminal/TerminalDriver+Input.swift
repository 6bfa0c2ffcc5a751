import CNcurses
import Canvas

extension TerminalDriver {
  /// The next key, waiting for it so many milliseconds; nil if none came.
  public func read(timeout milliseconds: Int) -> Key? {
    var left = milliseconds
    if queue.isEmpty { collect() }
    while queue.isEmpty, left > 0 {
      // In slices, so that a signal just before the wait is answered soon.
      let slice = min(left, 1000)
      if wait(slice) == 0 { left -= slice }
      collect()
    }
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  /// Whether more keys have come: draw only when none have.
  public var hasPending: Bool {
    // Not asked of the file: what has come may be no key, and the reader would wait undrawn.
    if queue.isEmpty { collect() }
    return !queue.isEmpty
  }

  /// Waits for input; 0 if none came, less if a signal did.
  private func wait(_ milliseconds: Int) -> Int32 {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let result = poll(&input, 1, Int32(milliseconds))
    guard result > 0 else { return result }
    emptyReads += 1
    let isGone = Int32(input.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    if isGone || emptyReads > 100 { queue.append(.hangUp) }
    return result
  }

  /// Takes in what has come, without waiting but for what is begun; if more comes than a person types,
  /// the rest is left for the next call.
  private func collect() {
    answerSignals()
    defer { learnWidth() }
    for _ in 0..<1024 {
      wtimeout(pad, Int32(decoder.patience))
      let code = wgetch(pad)
      guard code != ERR else {
        queue += decoder.feed(.pause)
        return
      }
      emptyReads = 0
      take(code)
    }
  }

  private func take(_ code: Int32) {
    switch code {
    case KEY_RESIZE: noteResize()
    case KEY_MOUSE: noteMouse()
    default: if let input = CursesKeys.input(code) { queue += decoder.feed(input) }
    }
  }

  private func noteResize() {
    shown = nil
    clearok(cn_curscr(), true)
    queue.removeAll { key in
      if case .resize = key { true } else { false }
    }
    queue.append(.resize(columns: size.columns, rows: size.rows))
  }

  private func noteMouse() {
    var row: Int32 = 0
    var column: Int32 = 0
    let kinds: [UInt32: Key.Mouse.Kind] = [
      cn_mouse_press.rawValue: .press, cn_mouse_wheel_up.rawValue: .wheelUp,
      cn_mouse_wheel_down.rawValue: .wheelDown,
    ]
    guard let kind = kinds[cn_mouse(&row, &column).rawValue] else { return }
    queue += decoder.feed(.key(.mouse(Key.Mouse(kind, row: Int(row), column: Int(column)))))
  }

  /// Draws anew once the terminal has said how it draws ambiguous characters: with substitutes where it draws
  /// them wide, else with blocks, which changes no more than the bars.
  private func learnWidth() {
    switch decoder.cursorColumn {
    case 2 where !hasBlocks:
      hasBlocks = true
      shown = nil
      if let lastGrid { draw(lastGrid) }
    case 3 where !isAmbiguousWide:
      isAmbiguousWide = true
      redraw()
    case _: break
    }
  }
}
