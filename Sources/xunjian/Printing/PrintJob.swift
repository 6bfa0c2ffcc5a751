import Almanac
import CCups
import Foundation

/// A job that the printing system has taken, by its name there, as `office-12`.
struct PrintJob: Hashable {
  let name: String

  /// The queue that it is in.
  let printer: String
  private let number: Int32

  /// A job by its name; nil where it is none.
  init?(_ name: String) {
    guard let match = name.wholeMatch(of: /(\S+)-([0-9]+)/), let number = Int32(match.2) else {
      return nil
    }
    (self.name, printer, self.number) = (name, String(match.1), number)
  }

  /// The job that `lp` names when it has taken it; nil where it names none.
  init?(accepted output: String) {
    guard let match = output.firstMatch(of: /request id is (\S+-[0-9]+)/) else { return nil }
    self.init(String(match.1))
  }

  /// What becomes of a job.
  enum Fate: String, Hashable, CaseIterable, Encodable {
    case waiting
    case printing
    /// It waits until somebody lets it go on.
    case held
    /// It, or its printer, is stopped.
    case stopped
    case completed
    case cancelled
    /// The printing system gave it up.
    case aborted
    /// The printing system knows no such job any more, or does not answer.
    case unknown

    /// Whether nothing more will become of it.
    var isFinal: Bool { [.completed, .cancelled, .aborted, .unknown].contains(self) }

    /// Whether it will not come out of the printer.
    var isFailure: Bool { self == .cancelled || self == .aborted }

    /// Whether a person is to be told of it as soon as it is so.
    var isNews: Bool { self != .waiting && self != .printing }
  }

  /// Asks the printing system what has become of it.
  var fate: Fate {
    guard cups_missing() == nil else { return .unknown }
    var jobs: UnsafeMutablePointer<cups_job_t>?
    let count = cupsGetJobs(&jobs, printer, 0, Int32(CUPS_WHICHJOBS_ALL))
    guard count > 0, let jobs else { return .unknown }
    defer { cupsFreeJobs(count, jobs) }
    let state = UnsafeBufferPointer(start: jobs, count: Int(count))
      .first { $0.id == number }?.state
    let isStopped =
      state == 3 && Printer.queues().contains { $0.name == printer && $0.state == .stopped }
    return Self.fate(ofState: state, isPrinterStopped: isStopped)
  }

  /// What a job's state means.
  ///
  /// Source: the job-state of RFC 8011 5.3.7.
  static func fate(ofState state: Int32?, isPrinterStopped: Bool) -> Fate {
    switch state {
    case 3: isPrinterStopped ? .stopped : .waiting
    case 4: .held
    case 5: .printing
    case 6: .stopped
    case 7: .cancelled
    case 8: .aborted
    case 9: .completed
    case _: .unknown
    }
  }

  /// What is said of it.
  func words(_ fate: Fate) -> Bilingual {
    switch fate {
    case .waiting: Bilingual(zh: "打印任务 \(name) 在排队", en: "print job \(name) is waiting")
    case .printing: Bilingual(zh: "打印任务 \(name) 正在打印", en: "print job \(name) is printing")
    case .held:
      Bilingual(zh: "打印任务 \(name) 被保留，放行后才打印", en: "print job \(name) is held until released")
    case .stopped:
      Bilingual(
        zh: "打印机 \(printer) 已停用，任务 \(name) 在等它启用",
        en: "printer \(printer) is stopped; job \(name) waits for it")
    case .completed: Bilingual(zh: "打印任务 \(name) 已打完", en: "print job \(name) is printed")
    case .cancelled: Bilingual(zh: "打印任务 \(name) 被取消，没有打完", en: "print job \(name) was cancelled")
    case .aborted:
      Bilingual(
        zh: "打印任务 \(name) 被打印系统中止，没有打完", en: "the printing system gave up print job \(name)")
    case .unknown:
      Bilingual(
        zh: "打印系统说不出任务 \(name) 的情况，请看打印机",
        en: "the printing system tells nothing of job \(name); see the printer")
    }
  }

  /// How to ask about it.
  var how: Bilingual {
    Bilingual(zh: "再查：xunjian report job \(name)", en: "ask again: xunjian report job \(name)")
  }

  /// Waits until something is to be told of it, for so many seconds at most.
  ///
  /// - Returns: What has become of it by then.
  func awaited(seconds: Int) -> Fate {
    var fate = fate
    for _ in 0..<(4 * seconds) where !fate.isNews {
      usleep(250_000)
      fate = self.fate
    }
    return fate
  }
}

/// Asks again and again what becomes of the jobs of a sitting: by a program of its own, so that a printing
/// system that does not answer holds nobody up.
final class JobWatch {
  private var jobs: [(job: PrintJob, told: PrintJob.Fate?)] = []
  private var asked: Spooler?
  /// How often it has been looked since a question was begun.
  private var looks = 0
  private var questions = 0
  /// How many answers have come so far.
  private(set) var answers = 0

  /// After so many questions in vain it is asked no more, and after so many looks a question is given up.
  private static let most = (questions: 3600, looks: 40)

  /// What asks about a job; it writes a fate.
  private let ask: (PrintJob) -> [String]

  init(
    asking ask: @escaping (PrintJob) -> [String] = {
      ["/proc/\(getpid())/exe", "report", "job", $0.name, "--bare"]
    }
  ) {
    self.ask = ask
  }

  func add(_ job: PrintJob) {
    jobs.append((job, nil))
    questions = 0
  }

  /// Looks once.
  ///
  /// - Returns: What is new of a job, in words.
  func look() -> Bilingual? {
    guard let (job, told) = jobs.first, questions < Self.most.questions else { return nil }
    looks += 1
    guard let present = asked else {
      (questions, looks) = (questions + 1, 0)
      asked = try? Spooler(ask(job))
      return nil
    }
    guard !present.isRunning else {
      if looks > Self.most.looks { asked = nil }
      return nil
    }
    let answer = present.output.split(separator: "\n").first.map(String.init) ?? ""
    let fate = PrintJob.Fate(rawValue: answer) ?? .unknown
    asked = nil
    answers += 1
    jobs.removeFirst()
    if !fate.isFinal { jobs.append((job, fate)) }
    return fate != told && fate.isNews ? job.words(fate) : nil
  }
}
