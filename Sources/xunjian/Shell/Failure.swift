import Almanac
import ArgumentParser
import Domain
import Foundation
import Intake
import Ledger
import Reports
import Terminal

/// How the program ends, after BSD's `sysexits.h`.
enum ExitStatus: Int32 {
  case done = 0
  /// The answer is no: verify found something, a check failed.
  case negative = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case notPermitted = 77
  case configuration = 78
}

/// What went wrong at the edge of the program, in words, with its exit status.
enum ShellError: Error {
  case noSuchFile(String)
  case isFolder(String)
  case unreadable(String, reason: String)
  case cannotWrite(String, reason: String)
  case nowOnlyForPractice
  case asOnlyForPractice
  case unknownLogin(String)
  case whoAreYou
  case noSuchPlace(String)
  case noSuchSection(String)
  case noSuchChecklist(String)
  case notDue(String)
  case ambiguousRound([RoundKey])
  case noTerminal
  case cannotPrint(String)
  case plain(ExitStatus, Bilingual)

  var message: Bilingual {
    switch self {
    case .noSuchFile(let path):
      Bilingual(zh: "没有文件：\(path)。", en: "There is no file \(path).")
    case .isFolder(let path):
      Bilingual(
        zh: "\(path) 是文件夹，请写其中的文件。", en: "\(path) is a folder; name a file in it.")
    case .unreadable(let path, let reason):
      Bilingual(
        zh: "无法读取 \(path)：\(SystemReason.words(reason).zh)。",
        en: "Cannot read \(path): \(SystemReason.words(reason).en).")
    case .cannotWrite(let path, let reason):
      Bilingual(
        zh: "无法写入 \(path)：\(SystemReason.words(reason).zh)。",
        en: "Cannot write \(path): \(SystemReason.words(reason).en).")
    case .nowOnlyForPractice:
      Bilingual(
        zh: "--now 只用于演练台账。", en: "--now is for practice ledgers only.")
    case .asOnlyForPractice:
      Bilingual(
        zh: "--as 只用于演练台账或公用登录名。",
        en: "--as is for practice ledgers and shared logins only.")
    case .unknownLogin(let login):
      Bilingual(
        zh: "登录名“\(login)”没有对应的人员，不能办理；请管理员用 person edit 登记。",
        en:
          "No person is tied to the login “\(login)”; an administrator can add it with person edit."
      )
    case .whoAreYou:
      Bilingual(zh: "请用 --as 指明是谁。", en: "Say who you are with --as.")
    case .noSuchPlace(let id):
      Bilingual(
        zh: "没有场所“\(id)”；用 place list 查看。", en: "There is no place “\(id)”; see place list.")
    case .noSuchSection(let id):
      Bilingual(
        zh: "没有科室“\(id)”；用 section list 查看。",
        en: "There is no section “\(id)”; see section list.")
    case .noSuchChecklist(let id):
      Bilingual(
        zh: "没有检查表“\(id)”；用 checklist list 查看。",
        en: "There is no checklist “\(id)”; see checklist list.")
    case .notDue(let place):
      Bilingual(
        zh: "“\(place)”现在没有待检查的任务；用 today 或 schedule 查看。",
        en: "Nothing is open at “\(place)” now; see today or schedule.")
    case .ambiguousRound(let rounds):
      Bilingual(
        zh: "此处有几个轮次待检查，请用 --round 指明一个，或写几个一起查：\n"
          + rounds.map { "  --round \($0)" }.joined(separator: "\n"),
        en: "Several rounds are open there; name one, or several to be walked together:\n"
          + rounds.map { "  --round \($0)" }.joined(separator: "\n"))
    case .noTerminal:
      Bilingual(
        zh: "这里不是终端；请在终端中打开，或用子命令（见 --help）。",
        en: "This is not a terminal; open it in one, or use a subcommand (see --help).")
    case .cannotPrint(let reason):
      Bilingual(
        zh: "打印失败：\(SystemReason.words(reason).zh)。请检查打印机（lpstat -p）。",
        en: "Printing failed: \(SystemReason.words(reason).en). Check the printer (lpstat -p).")
    case .plain(_, let message): message
    }
  }

  var status: ExitStatus {
    switch self {
    case .noSuchFile, .isFolder, .unreadable: .noInput
    case .cannotWrite, .cannotPrint: .inputOutput
    case .nowOnlyForPractice, .noTerminal: .usage
    case .asOnlyForPractice, .unknownLogin, .whoAreYou: .notPermitted
    case .noSuchPlace, .noSuchSection, .noSuchChecklist, .notDue, .ambiguousRound: .badData
    case .plain(let status, _): status
    }
  }
}

/// An error as the person reads it: one line first, details after, and the exit status.
struct Failure {
  var message: Bilingual
  var status: ExitStatus

  init?(_ error: any Error) {
    switch error {
    case let error as ShellError: (message, status) = (error.message, error.status)
    case let error as LedgerError: (message, status) = (error.message, Self.status(error))
    case let error as KeyFileError:
      message = Bilingual(zh: "密钥用不了：", en: "The key cannot be used: ") + error.reason
      status = .badData
    case let error as NoticeError: (message, status) = (error.message, Self.status(error))
    case let error as any Refusal:
      message = error.message
      status = error.kind == .notPermitted ? .notPermitted : .badData
    case let error as IntakeError: (message, status) = (error.message, .badData)
    case let error as TableTrouble: (message, status) = (error.message, .badData)
    case let error as ImageError: (message, status) = (error.message, .badData)
    case let error as PaperError: (message, status) = (error.message, .configuration)
    case let error as ExportError: (message, status) = (error.message, Self.status(error))
    case let error as TerminalError: (message, status) = (error.message, .usage)
    default: return nil
    }
  }

  /// A year that is missing is asked of the command line; all else is in the notice.
  private static func status(_ error: NoticeError) -> ExitStatus {
    switch error {
    case .yearMissing, .yearUnknown: .usage
    case .twoYears, .noArrangement, .unreadable, .date, .makeUp, .arrangement, .missing,
      .nothingToAmend, .clash:
      .badData
    }
  }

  private static func status(_ error: ExportError) -> ExitStatus {
    switch error {
    case .libraryMissing: .configuration
    case .noRoom, .failed: .inputOutput
    }
  }

  private static func status(_ error: LedgerError) -> ExitStatus {
    switch error {
    case .missing, .notABackup: .noInput
    case .exists, .cannotCreate, .restoringOver: .cannotCreate
    case .notALedger, .newer, .damaged, .clockBehind, .changedBackup: .badData
    case .readOnly, .diskFull, .inputOutput, .moved: .inputOutput
    case .forbidden: .notPermitted
    case .busy: .busy
    }
  }
}
