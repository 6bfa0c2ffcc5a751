import TestSupport

extension Pty {
  /// Starts the program on 80 by 24 cells of a VT100, in Chinese, at home in a folder.
  convenience init(program arguments: [String], in folder: Folder) throws {
    try self.init(
      [Tmux.built("xunjian")] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "zh_CN.UTF-8", "TERM": "vt100",
      ])
  }
}
