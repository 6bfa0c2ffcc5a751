import Almanac

/// A reason the terminal cannot show screens. Nothing was changed on it.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// terminfo does not know the name, or the terminal cannot move its cursor.
  case unknownTerminal(String)
  /// terminfo does not even know the commonest terminal: its files are missing.
  case noTerminfo(String)

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .notATerminal:
      Bilingual(
        zh: "标准输入或输出不是终端，不能显示画面；请在终端里运行，或用子命令（见 --help）。",
        en:
          "Standard input or output is not a terminal; run in a terminal, or use a subcommand (see --help)."
      )
    case .unknownTerminal(let name):
      Bilingual(
        zh: "不认识的终端类型 TERM=\(name)，不能显示画面；请设 TERM=xterm-256color，或用子命令（见 --help）。",
        en:
          "Unknown terminal TERM=\(name); set TERM=xterm-256color, or use a subcommand (see --help)."
      )
    case .noTerminfo(let name):
      Bilingual(
        zh:
          "找不到终端资料（terminfo），TERM=\(name)；请安装 ncurses-base，检查 TERMINFO 和 TERMINFO_DIRS，或用子命令（见 --help）。",
        en:
          "No terminal descriptions (terminfo) for TERM=\(name); install ncurses-base, check TERMINFO and "
          + "TERMINFO_DIRS, or use a subcommand (see --help).")
    }
  }
}
