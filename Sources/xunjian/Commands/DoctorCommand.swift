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
    let found = Surroundings(options).checks
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

/// What the program finds around it: the ledger's place, photographs, the person's key, the terminal, fonts and
/// libraries, a printer.
struct Surroundings {
  let options: GlobalOptions
  let path: String
  let now: Moment

  init(_ options: GlobalOptions) {
    self.options = options
    path = options.ledgerPath
    now = Clock(from: options.now).now
  }

  /// The folder in which the ledger lies.
  var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  var checks: [Check] {
    ledger + [dropFolder, terminal, locale, fonts, templates] + libraries + [printer]
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
      let note = try Paper.substitutes(in: .chinese).note
      let used =
        note.map { Bilingual(zh: "：", en: ": ") + $0 }
        ?? Bilingual(zh: "：公文字体齐全", en: ": all fonts of official papers")
      return Check(true, words + used, Bilingual(verbatim: ""))
    } catch {
      return Check(
        false, words, Failure(error)?.message ?? Bilingual(verbatim: error.localizedDescription))
    }
  }

  private var templates: Check {
    let (templates, problems) = TemplateFolder(besideLedger: path).templates
    let edited = TemplateKind.allCases.reduce(0) { sum, kind in
      sum + Language.allCases.count { templates.isEdited(kind, in: $0) }
    }
    return Check(
      problems.isEmpty,
      Bilingual(zh: "文书模板：改过\(edited)个", en: "Templates of documents: \(edited) edited"),
      problems.first ?? Bilingual(verbatim: ""))
  }

  /// What only a kind of file needs; everything else works without.
  private var libraries: [Check] {
    ExportError.Format.allCases.map { format in
      let words = Bilingual(
        zh: "生成 \(format.rawValue) 的程序库", en: "The library for \(format.rawValue)")
      do throws(ExportError) {
        try ExportError.checkLibrary(for: format)
        return Check(true, words, Bilingual(verbatim: ""))
      } catch {
        return Check(false, words, error.message)
      }
    }
  }

  private var printer: Check {
    let names = Printer.queues().map(\.name)
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
