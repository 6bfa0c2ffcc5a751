import Almanac
import ArgumentParser

/// What became of something that was printed.
struct JobReport: ParsableCommand {
  static let configuration = about(
    "job", zh: "打印任务怎样了", en: "what became of a print job")

  /// A job in JSON.
  private struct Job: Encodable {
    var job: String
    var printer: String
    var state: PrintJob.Fate
  }

  @Argument(help: help(zh: "打印任务，如 office-12", en: "the job, as office-12")) var job: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
  @Flag(help: .hidden) var bare = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let job = PrintJob(job) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“\(job)”不是打印任务的编号，如 office-12。", en: "“\(job)” is no job's number, as office-12."))
    }
    let fate = job.fate
    if bare { return Output.line(fate.rawValue) }
    if json {
      try Output.json(Job(job: job.name, printer: job.printer, state: fate))
    } else {
      Output.line(job.words(fate)[Speech.language])
    }
    if fate.isFailure { throw ExitCode(ExitStatus.negative.rawValue) }
  }
}
