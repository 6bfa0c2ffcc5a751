import Almanac
import ArgumentParser
import Domain

/// Sets for how long a PIN is remembered once it was typed on a screen.
struct KeyRemember: ParsableCommand {
  static let configuration = about(
    "remember", zh: "PIN 记住几分钟", en: "how many minutes a PIN is remembered")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "分钟，0 为每次都问", en: "minutes; 0 asks each time")) var minutes: Int

  func run() throws {
    let session = try Session(options)
    var organization = try session.ledger.bureau().organization
    organization.pinMinutes = minutes
    try session.perform(.set(.organization(organization)))
    Output.line(
      (minutes == 0
        ? Bilingual(zh: "今后每次都问 PIN。", en: "The PIN is asked each time from now on.")
        : Bilingual(
          zh: "PIN 输入后记住 \(minutes) 分钟。", en: "A PIN is remembered for \(minutes) minutes."))[
          session.language])
  }
}
