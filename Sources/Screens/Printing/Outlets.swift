import Almanac
import Canvas

/// Where documents can go from here: the printers there are, the formats they have, the file offered.
public struct Outlets: Sendable {
  /// What is to go out, in order.
  public var reports: [Report]
  /// The printer queues, the default one first.
  public var printers: [PrinterQueue]
  /// The formats that all of the documents have.
  public var formats: [FileFormat]
  /// The folder for what is not printed at once (发件夹), by its whole path.
  public var folder: String
  /// The name of one document's file, without its suffix; nil for several, each of which has its own.
  public var stem: String?
  /// What was chosen last.
  public var chosen: PrintChoice
  /// The number that the document may bear; nil where it bears none, or several go out.
  public var number: NumberOffer?

  /// The ways out for some documents.
  public init(
    reports: [Report], printers: [PrinterQueue], formats: [FileFormat], folder: String,
    stem: String?, chosen: PrintChoice, number: NumberOffer? = nil
  ) {
    self.reports = reports
    self.printers = printers
    self.formats = formats
    self.folder = folder
    self.stem = stem
    self.chosen = chosen
    self.number = number
  }

  /// The whole path of the file, or of the folder of several.
  func path(_ format: FileFormat) -> String {
    stem.map { "\(folder)/\($0).\(format.suffix)" } ?? folder
  }
}

/// The number of the office's own series (发文字号) that a document may bear.
public enum NumberOffer: Hashable, Sendable {
  /// The next of the year; it is drawn when the document goes out.
  case next
  /// The one that it was given before.
  case drawn(String)

  var isDrawn: Bool { if case .drawn = self { true } else { false } }
}

/// A printer queue of CUPS as it stands.
public struct PrinterQueue: Hashable, Sendable {
  /// What it is doing.
  public enum State: Hashable, Sendable, CaseIterable {
    case idle
    case printing
    /// It takes jobs and prints none until somebody starts it again.
    case stopped
  }

  /// Its name.
  public var name: String
  /// Whether the system prints on it where none is named.
  public var isDefault: Bool
  /// What it is doing.
  public var state: State
  /// Whether it takes jobs.
  public var isAccepting: Bool

  /// A queue.
  public init(
    _ name: String, isDefault: Bool = false, state: State = .idle, isAccepting: Bool = true
  ) {
    self.name = name
    self.isDefault = isDefault
    self.state = state
    self.isAccepting = isAccepting
  }

  /// How it stands, in words.
  public var words: Bilingual {
    let standing =
      isAccepting
      ? state.name : Bilingual(zh: "不接受任务", en: "not accepting jobs")
    return isDefault ? Bilingual(zh: "默认，", en: "default, ") + standing : standing
  }
}

extension PrinterQueue.State {
  /// The state in words.
  public var name: Bilingual {
    switch self {
    case .idle: Bilingual(zh: "空闲", en: "idle")
    case .printing: Bilingual(zh: "正在打印", en: "printing")
    case .stopped: Bilingual(zh: "已停用", en: "stopped")
    }
  }
}

/// The form in which a document is written to a file.
public enum FileFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case md
  case csv
  case json
  case xlsx
  case docx
  case pdf

  /// Whether a spreadsheet is to open it.
  public var isTable: Bool { self == .csv || self == .xlsx }

  /// What its files' names end with.
  public var suffix: String { self == .text ? "txt" : rawValue }

  /// What it is called, and what it is for.
  public var name: Bilingual {
    switch self {
    case .text: Bilingual(zh: "TXT 纯文本", en: "TXT, plain text")
    case .md: Bilingual(zh: "MD 标记文本", en: "MD, Markdown")
    case .csv: Bilingual(zh: "CSV 逗号分隔的表", en: "CSV, comma-separated tables")
    case .json: Bilingual(zh: "JSON 供别的程序用", en: "JSON, for other programs")
    case .xlsx: Bilingual(zh: "XLSX 电子表格", en: "XLSX, a spreadsheet")
    case .docx: Bilingual(zh: "DOCX 可编辑的文档", en: "DOCX, to be edited")
    case .pdf: Bilingual(zh: "PDF 与打印的一样", en: "PDF, as printed")
    }
  }

  /// In the order in which they are offered.
  static let offered: [FileFormat] = [.pdf, .docx, .xlsx, .text, .md, .csv, .json]
}

/// How documents are printed.
public struct PrintOrder: Hashable, Sendable {
  /// The queue; the system's default when nil.
  public var printer: String?
  /// From 1 to 99.
  public var copies: Int
  /// Whether both sides are printed, turned over at the long edge.
  public var isDuplex: Bool
  /// Whether it bears a number of the office's series, drawn from the ledger where it has none yet.
  public var isNumbered: Bool

  /// An order to print.
  public init(
    printer: String?, copies: Int = 1, isDuplex: Bool = false, isNumbered: Bool = false
  ) {
    self.printer = printer
    self.copies = copies
    self.isDuplex = isDuplex
    self.isNumbered = isNumbered
  }
}

/// How documents are written to files.
public struct FileOrder: Hashable, Sendable {
  /// The form they get.
  public var format: FileFormat
  /// The whole path of the file, or of the folder of several.
  public var path: String
  /// Whether a file that is there may be replaced.
  public var mayReplace: Bool
  /// Whether it bears a number of the office's series, drawn from the ledger where it has none yet.
  public var isNumbered: Bool

  /// An order to write.
  public init(
    format: FileFormat, path: String, mayReplace: Bool = false, isNumbered: Bool = false
  ) {
    self.format = format
    self.path = path
    self.mayReplace = mayReplace
    self.isNumbered = isNumbered
  }
}

/// What was chosen when something was last printed or saved; copies begin anew at one.
public struct PrintChoice: Hashable, Sendable {
  /// The queue that was printed on.
  public var printer: String?
  /// Whether both sides were printed.
  public var isDuplex: Bool
  /// The format of the last file.
  public var format: FileFormat

  /// What was chosen, or what holds where nothing was.
  public init(printer: String? = nil, isDuplex: Bool = false, format: FileFormat = .pdf) {
    self.printer = printer
    self.isDuplex = isDuplex
    self.format = format
  }
}
