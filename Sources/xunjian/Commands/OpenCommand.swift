import Almanac
import ArgumentParser
import Foundation

/// Opens the terminal program; where there is no ledger yet, offers to set one up or to try the sample.
struct OpenCommand: ParsableCommand {
  static let configuration = about("open", zh: "打开巡检画面", en: "open the terminal program")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let isMissing = !FileManager.default.fileExists(atPath: options.ledgerPath)
    guard isMissing, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return try TerminalProgram.run(options)
    }
    for line in Self.offer(options.ledgerPath)[Speech.language].split(separator: "\n") {
      Output.line(String(line))
    }
    switch readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces) {
    case "1", "": try GuidedSetup.run(options, isPractice: false)
    case "2": try DemoCommand.parse(demoWords).run()
    default: return
    }
  }

  private var demoWords: [String] {
    options.language.map { ["--language", $0.rawValue] } ?? []
  }

  private static func offer(_ path: String) -> Bilingual {
    Bilingual(
      zh: """
        还没有台账库：\(path)
          1 现在建立（默认）
          2 打开样例台账试一试
          q 退出
        填编号后按 Enter：
        """,
      en: """
        There is no ledger yet: \(path)
          1 set one up now (the default)
          2 try the program on a sample bureau
          q leave
        A number, then Enter:
        """)
  }
}
