import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The hazard register: in its short form, or in the wide one with all that is asked of each hazard.
struct RegisterReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: Bilingual(zh: "隐患台账", en: "the hazard register")[Speech.language],
    discussion: Bilingual(
      zh: "默认十二栏；--wide 为二十一栏的全表，A4 横向，--paper a3 用 A3 纸。",
      en: """
        Twelve columns; --wide has all twenty-one on A4 landscape, --paper a3 takes A3 paper.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filter: HazardFilterOptions
  @Flag(help: help(zh: "全表", en: "the wide form")) var wide = false
  @Option(help: help(zh: "纸张", en: "the paper")) var paper: Document.PaperSize = .a4
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let hazards = try session.ledger.hazards(filter.filter(session))
    let document = try session.register(
      of: hazards, isWide: wide, size: paper, isTable: output.format.isTable)
    try output.send(
      document, json: hazards.map { HazardJSON($0, on: session.today) }, on: session.today)
  }
}

extension Session {
  /// The hazard register.
  ///
  /// - Parameter isTable: Whether it is for a spreadsheet.
  func register(
    of hazards: [Hazard], isWide: Bool, size: Document.PaperSize = .a4, isTable: Bool
  ) throws -> Document {
    let bureau = try ledger.bureau()
    return isWide
      ? WideRegister.document(
        hazards: hazards, rounds: try ledger.titles(of: hazards.compactMap(\.report.inspection)),
        bureau: bureau, size: size, today: today, hasDayPerCell: isTable, language: language)
      : HazardRegister.document(
        hazards: hazards, bureau: bureau, size: size, today: today, hasDayPerCell: isTable,
        language: language)
  }
}

extension Document.PaperSize: ExpressibleByArgument {}
