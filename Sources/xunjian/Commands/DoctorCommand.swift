import Almanac
import ArgumentParser
import Canvas
import Domain
import Foundation
import Ledger
import Reports

/// Looks at all that the program needs around it, and says what to do.
struct DoctorCommand: ParsableCommand {
  static let configuration = about("doctor", zh: "检查运行环境", en: "check the surroundings")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let found = Surroundings(path: options.ledgerPath, now: Clock(from: options.now).now).checks
    if json {
      try Output.json(found)
    } else {
      for check in found {
        Output.line(
          "[\(check.ok ? "v" : "X")] \(check.what[Speech.language])"
            + (check.ok ? "" : "  -> \(check.advice[Speech.language])"))
      }
    }
    if found.contains(where: { !$0.ok }) { throw ExitCode(ExitStatus.negative.rawValue) }
  }
}

/// One thing that was looked at.
struct Check: Encodable {
  var ok: Bool
  var what: Bilingual
  /// What to do where it is not well; empty where it is.
  var advice = Bilingual(verbatim: "")

  init(_ ok: Bool, _ what: Bilingual, _ advice: Bilingual) {
    self.ok = ok
    self.what = what
    if !ok { self.advice = advice }
  }
}

/// What the program finds around it: the ledger's place, the terminal, fonts, a printer.
struct Surroundings {
  var path: String
  var now: Moment

  private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  var checks: [Check] { ledger + [terminal, locale, fonts, printer] }

  private var ledger: [Check] {
    do {
      let ledger = try LedgerFile(path: path, calendar: Shipped.calendar, onlyReading: true)
      return [
        Check(
          true, Bilingual(zh: "台账库：\(path)", en: "Ledger: \(path)"), Bilingual(verbatim: "")),
        writable, permissions, fileSystem, space, try age(ledger),
      ]
    } catch {
      let words = Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription)
      return [Check(false, Bilingual(zh: "台账库：\(path)", en: "Ledger: \(path)"), words)]
    }
  }

  private var writable: Check {
    Check(
      access(path, W_OK) == 0 && access(folder, W_OK) == 0,
      Bilingual(zh: "台账和所在文件夹可写", en: "The ledger and its folder can be written"),
      Bilingual(
        zh: "请检查 \(folder) 的权限，或磁盘是否只读。",
        en: "Check the permissions of \(folder), or whether the disk is read-only."))
  }

  /// Others may not enter; a group's members may.
  private var permissions: Check {
    let bits =
      (try? FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int)
      ?? 0o777
    return Check(
      bits & 0o007 == 0,
      Bilingual(
        zh: "文件夹权限 \(String(bits, radix: 8))", en: "Folder permissions \(String(bits, radix: 8))"),
      Bilingual(zh: "其他人可以进入：chmod o= \(folder)", en: "Others may enter: chmod o= \(folder)"))
  }

  /// SQLite's write-ahead log does not work over a network.
  private var fileSystem: Check {
    let networks = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph"]
    let kind = Mounts.kind(of: folder) ?? ""
    return Check(
      !networks.contains(kind),
      Bilingual(zh: "台账所在磁盘：\(kind)", en: "The ledger's disk: \(kind)"),
      Bilingual(
        zh: "网络盘上多人同时使用会损坏台账，请移到本机磁盘。",
        en: "On a network disk several users at once damage it; move it to a local disk."))
  }

  private var space: Check {
    var found = statvfs()
    let isKnown = statvfs(folder, &found) == 0
    let free = Int(found.f_bavail) * Int(found.f_frsize) / 1_048_576
    return Check(
      !isKnown || free >= 200,
      Bilingual(zh: "剩余空间 \(free) MiB", en: "Free space \(free) MiB"),
      Bilingual(zh: "请腾出至少 200 MiB。", en: "Free at least 200 MiB."))
  }

  private func age(_ ledger: LedgerFile) throws -> Check {
    let last = try ledger.backups(in: ledger.backupFolder).last
    let isRecent = last.map { now.day - $0.made.day <= 7 } ?? false
    return Check(
      isRecent,
      last.map {
        Bilingual(zh: "上次备份 \($0.made.day)", en: "Last backup \($0.made.day)")
      } ?? Bilingual(zh: "还没有备份", en: "No backup yet"),
      Bilingual(
        zh: "请运行 xunjian backup，最好再备一份到另一块磁盘。", en: "Run xunjian backup, best on another disk too.")
    )
  }

  private var terminal: Check {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return Check(
      !name.isEmpty && name != "dumb",
      Bilingual(zh: "终端类型 TERM=\(name)", en: "Terminal TERM=\(name)"),
      Bilingual(zh: "请设为 xterm-256color。", en: "Set it to xterm-256color."))
  }

  private var locale: Check {
    let environment = ProcessInfo.processInfo.environment
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUnicode = name.lowercased().filter { $0 != "-" }.contains("utf8")
    return Check(
      isUnicode, Bilingual(zh: "字符编码 \(name)", en: "Locale \(name)"),
      Bilingual(
        zh: "终端和 LANG 请用 UTF-8，如 LANG=zh_CN.UTF-8。",
        en: "Use UTF-8 in the terminal and in LANG, as LANG=zh_CN.UTF-8."))
  }

  private var fonts: Check {
    let words = Bilingual(zh: "生成 PDF 的字体和程序库", en: "Fonts and libraries for PDF")
    do {
      let page = Document(language: .chinese, title: Organization.classifiedWarning.zh)
      _ = try Paper(page, createdOn: now.day)
      return Check(true, words, Bilingual(verbatim: ""))
    } catch {
      return Check(
        false, words, Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription))
    }
  }

  private var printer: Check {
    let names = Printer.names()
    return Check(
      !names.isEmpty,
      Bilingual(
        zh: "打印机：\(names.joined(separator: "、"))",
        en: "Printers: \(names.joined(separator: ", "))"),
      Bilingual(
        zh: "没有打印机；用 lpadmin 添加，或把 PDF 存到别处打印。",
        en: "No printer; add one with lpadmin, or print the PDF elsewhere."))
  }
}

/// What is mounted where, as the kernel lists it.
enum Mounts {
  /// The kind of file system that a folder is on, as `ext4` or `nfs4`; nil where that is not known.
  static func kind(of folder: String) -> String? {
    guard let list = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else {
      return nil
    }
    let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let mounts = list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return mounts.filter { mount in
      mount.count > 2 && (path + "/").hasPrefix(mount[1] == "/" ? "/" : mount[1] + "/")
    }.max { $0[1].count < $1[1].count }?[2]
  }
}
