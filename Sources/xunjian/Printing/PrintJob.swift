import Almanac
import Foundation

/// A job that the printing system has taken, by its name there, as `office-12`.
struct PrintJob: Hashable {
  let name: String

  /// The queue that it is in.
  var printer: String { name.split(separator: "-").dropLast().joined(separator: "-") }

  /// A job by its name.
  init(_ name: String) { self.name = name }

  /// The job that `lp` names when it has taken it; nil where it names none.
  init?(accepted output: String) {
    guard let match = output.firstMatch(of: /request id is (\S+-[0-9]+)/) else { return nil }
    self.init(String(match.1))
  }

  /// What is asked about it.
  var question: [String] { ["lpstat", "-W", "all", "-l", "-p", printer, "-o", printer] }

  /// What becomes of a job.
  enum Fate: Hashable, CaseIterable {
    case waiting
    case printing
    /// It waits until somebody lets it go on.
    case held
    /// Its printer is stopped.
    case stopped
    case completed
    /// It was printed, and the printing system tells of errors.
    case faulty
    /// It was cancelled, or the printing system gave it up.
    case aborted
    /// The printing system knows no such job any more.
    case unknown

    /// Whether nothing more will become of it.
    var isFinal: Bool { [.completed, .faulty, .aborted, .unknown].contains(self) }
  }

  /// What `lpstat -W all -l -p -o` told of it.
  ///
  /// Source: the job-state-reasons of RFC 8011 5.3.8, which lpstat lists as alerts; CUPS 2.4 leaves
  /// processing-to-stop-point with a job that it has ended before it was printed.
  func fate(told text: String) -> Fate {
    var isFound = false
    var alerts = ""
    for line in text.split(separator: "\n") {
      if !(line.first?.isWhitespace ?? true) {
        isFound = line.split(separator: " ").first == Substring(name)
      } else if isFound, let colon = line.firstRange(of: "Alerts:") {
        alerts = String(line[colon.upperBound...])
        break
      }
    }
    guard !alerts.isEmpty else { return .unknown }
    if alerts.contains("job-completed-with-errors") { return .faulty }
    if alerts.contains("job-completed") { return .completed }
    let ends = ["job-canceled", "aborted", "processing-to-stop-point"]
    if ends.contains(where: alerts.contains) { return .aborted }
    if alerts.contains("job-hold") { return .held }
    let isStopped = text.split(separator: "\n").contains {
      $0.hasPrefix("printer \(printer) disabled ")
    }
    if isStopped || alerts.contains("printer-stopped") { return .stopped }
    return alerts.contains("job-printing") ? .printing : .waiting
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
    case .faulty:
      Bilingual(
        zh: "打印任务 \(name) 打完了，但打印系统报了错，请看纸",
        en: "print job \(name) is printed, but with errors; look at the paper")
    case .aborted:
      Bilingual(
        zh: "打印任务 \(name) 没有打完：被取消，或被打印系统中止",
        en: "print job \(name) was not printed: cancelled, or given up by the printing system")
    case .unknown:
      Bilingual(
        zh: "打印系统里已没有任务 \(name)，请看打印机",
        en: "the printing system has no job \(name) now; see the printer")
    }
  }

  /// How to ask about it.
  var how: Bilingual {
    let command = question.joined(separator: " ")
    return Bilingual(zh: "查看：\(command)", en: "ask with: \(command)")
  }

  /// Waits until its fate is sealed or no more is to be expected, for so many seconds at most.
  ///
  /// - Returns: What has become of it by then.
  func awaited(seconds: Int) -> Fate {
    var fate = Fate.waiting
    for _ in 0..<(2 * seconds) {
      guard let asked = try? Spooler(question) else { return fate }
      for _ in 0..<50 where asked.isRunning { usleep(10_000) }
      if asked.isRunning { continue }
      fate = self.fate(told: asked.output)
      if fate.isFinal || fate == .held || fate == .stopped { return fate }
      usleep(400_000)
    }
    return fate
  }
}

/// Asks again and again, without waiting for the answer, what becomes of the jobs of a sitting.
final class JobWatch {
  private var jobs: [(job: PrintJob, told: PrintJob.Fate?)] = []
  private var asked: Spooler?
  /// How often it has been looked since a question was begun.
  private var looks = 0

  /// Jobs that nothing has become of for this many questions are asked about no more.
  private static let most = 1800
  private var questions = 0

  func add(_ job: PrintJob) {
    jobs.append((job, nil))
    questions = 0
  }

  /// Looks once.
  ///
  /// - Returns: What is new of a job, in words.
  func look() -> Bilingual? {
    guard let first = jobs.first, questions < Self.most else { return nil }
    looks += 1
    guard let present = asked else {
      questions += 1
      looks = 0
      asked = try? Spooler(first.job.question)
      return nil
    }
    guard !present.isRunning else {
      // A printing system that does not answer is asked anew.
      if looks > 20 { asked = nil }
      return nil
    }
    asked = nil
    jobs.removeFirst()
    let fate = first.job.fate(told: present.output)
    if !fate.isFinal { jobs.append((first.job, fate)) }
    let isNews = fate != first.told && fate != .waiting && fate != .printing
    return isNews ? first.job.words(fate) : nil
  }
}
