import Almanac

/// What came from the keyboard, the mouse or the terminal itself.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  case escape
  case backspace
  case delete
  case tab
  case backTab
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  case insert
  /// F1 to F12 and beyond.
  case function(Int)
  /// A letter in lower case, or one of `@ [ \ ] ^ _`, pressed with Ctrl.
  case control(Character)
  /// A text pasted whole, its line ends as `\n`.
  case paste(String)
  case mouse(Mouse)
  /// The window has a new size, in cells.
  case resize(columns: Int, rows: Int)
  /// Bytes that are not UTF-8: the terminal is set to another encoding.
  case undecodable
  /// The terminal is gone.
  case hangUp

  /// A press or a turn of the wheel, at a cell counted from 0.
  public struct Mouse: Hashable, Sendable {
    /// What was done.
    public enum Kind: Hashable, Sendable { case press, wheelUp, wheelDown }

    /// What was done.
    public var kind: Kind
    /// The row of the cell.
    public var row: Int
    /// The column of the cell.
    public var column: Int

    /// What was done at a cell.
    public init(_ kind: Kind, row: Int, column: Int) {
      self.kind = kind
      self.row = row
      self.column = column
    }
  }
}

extension Key {
  /// The name of the key as footers and help show it, as `Enter`, `F2`, `^P`.
  public var name: Bilingual {
    switch self {
    case .character(" "): Bilingual(zh: "空格", en: "Space")
    case .character(let character): Bilingual(verbatim: String(character))
    case .enter: Bilingual(verbatim: "Enter")
    case .escape: Bilingual(verbatim: "Esc")
    case .backspace: Bilingual(zh: "退格", en: "Backspace")
    case .delete: Bilingual(verbatim: "Del")
    case .tab: Bilingual(verbatim: "Tab")
    case .backTab: Bilingual(verbatim: "Shift-Tab")
    case .up: Bilingual(zh: "上", en: "Up")
    case .down: Bilingual(zh: "下", en: "Down")
    case .left: Bilingual(zh: "左", en: "Left")
    case .right: Bilingual(zh: "右", en: "Right")
    case .pageUp: Bilingual(verbatim: "PgUp")
    case .pageDown: Bilingual(verbatim: "PgDn")
    case .home: Bilingual(verbatim: "Home")
    case .end: Bilingual(verbatim: "End")
    case .insert: Bilingual(verbatim: "Ins")
    case .function(let number): Bilingual(verbatim: "F\(number)")
    case .control(let character): Bilingual(verbatim: "^" + character.uppercased())
    case .paste: Bilingual(zh: "粘贴", en: "Paste")
    case .mouse: Bilingual(zh: "鼠标", en: "Mouse")
    case .resize: Bilingual(zh: "窗口大小", en: "Resize")
    case .undecodable: Bilingual(zh: "无法识别", en: "Undecodable")
    case .hangUp: Bilingual(zh: "断线", en: "Hang-up")
    }
  }
}
