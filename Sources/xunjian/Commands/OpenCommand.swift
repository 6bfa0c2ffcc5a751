import ArgumentParser

/// Opens the terminal program.
struct OpenCommand: ParsableCommand {
  static let configuration = about("open", zh: "打开巡检画面", en: "open the terminal program")

  @OptionGroup var options: GlobalOptions

  func run() throws { try TerminalProgram.run(options) }
}
