import Almanac
import Canvas
import Domain

/// The photographs of a hazard, and the files of the drop folder that may become some: a digit or Enter
/// attaches one, Enter on one that is attached shows it.
struct PhotographPanel: Sendable {
  enum Outcome {
    case stay
    case close
    case attach(DropFile, Photograph.Role)
    case view(Photograph)
  }

  /// One line that can be chosen.
  private enum Choice {
    case attached(AttachedPhotograph)
    case file(DropFile)
  }

  let hazard: Hazard.ID
  /// What a file becomes whose name does not say it.
  private var role: Photograph.Role
  /// Whether the person may attach; who may not looks.
  private let mayAttach: Bool
  private var listing: DropListing?
  private var position: ListPosition
  /// A file named after another hazard that was asked for once: it is taken when asked for again.
  private var doubtful: DropFile?

  init(_ hazard: Hazard, mayAttach: Bool) {
    self.hazard = hazard.id
    self.mayAttach = mayAttach
    role = hazard.rectified == nil && hazard.state != .rectifying ? .before : .after
    position = ListPosition(selected: mayAttach ? hazard.photographs.count : 0)
  }

  mutating func take(_ listing: DropListing) { self.listing = listing.pictures }

  private var files: [DropFile] { mayAttach ? listing?.files(for: hazard) ?? [] : [] }

  private func choices(of hazard: Hazard) -> [Choice] {
    hazard.photographs.map(Choice.attached) + files.map(Choice.file)
  }

  /// What its name says for this hazard, else what Tab chose.
  private func role(of file: DropFile) -> Photograph.Role {
    file.proposal.flatMap { $0.hazard == hazard ? $0.role : nil } ?? role
  }

  mutating func press(_ key: Key, _ hazard: Hazard, _ context: Context) -> Outcome {
    let choices = choices(of: hazard)
    if let digit = key.digit, files.indices.contains(digit - 1) {
      position.selected = hazard.photographs.count + digit - 1
      return attach(files[digit - 1])
    }
    if key != .enter { doubtful = nil }
    switch key {
    case .escape, .control("c"): return .close
    case .tab, .backTab: role = role == .before ? .after : .before
    case .enter:
      guard choices.indices.contains(position.selected) else { return .close }
      switch choices[position.selected] {
      case .attached(let attached): return .view(attached.photograph)
      case .file(let file): return attach(file)
      }
    default: _ = position.move(key, count: choices.count, height: Self.height(context))
    }
    return .stay
  }

  /// Attaches a file; one that is named after another hazard only when asked twice.
  private mutating func attach(_ file: DropFile) -> Outcome {
    if let other = file.proposal?.hazard, other != hazard, doubtful != file {
      doubtful = file
      return .stay
    }
    doubtful = nil
    return .attach(file, role(of: file))
  }

  private static func height(_ context: Context) -> Int { max(3, context.rows - 10) }

  func draw(over grid: inout Grid, _ hazard: Hazard, _ context: Context) {
    let width = min(76, grid.columns - 4) - 4
    let choices = choices(of: hazard)
    let shown = position.visible(count: choices.count, height: Self.height(context))
    let lines = shown.map { index in
      Dialog.Line(
        Cells.clip(line(choices[index], hazard, context, width - 2), to: width - 2), order: index,
        isSelected: index == position.selected)
    }
    let said = [nothing(hazard), mayAttach ? listing?.unnamedWords : nil].compactMap(\.self)
    let told = said.flatMap { Cells.wrap(context($0), width) }
    Dialog(
      title: Cells.fit(context(title(hazard)), width),
      list: lines
        + (told + ["", Cells.clip(context(help(hazard)), to: width)]).map(Dialog.Line.init)
    ).draw(over: &grid)
  }

  private func title(_ hazard: Hazard) -> Bilingual {
    let place = listing.map { "  " + $0.folder } ?? ""
    return mayAttach
      ? Bilingual(
        zh: "照片 \(hazard.id)  附为：\(role.name.zh)\(place)",
        en: "Photographs \(hazard.id)  attach as: \(role.name.en)\(place)")
      : Bilingual(zh: "照片 \(hazard.id)", en: "Photographs \(hazard.id)")
  }

  private func help(_ hazard: Hazard) -> Bilingual {
    if let other = doubtful?.proposal?.hazard {
      return Bilingual(
        zh: "文件名写的是 \(other)：再按一次仍附到 \(hazard.id)",
        en: "Its name says \(other): again attaches it to \(hazard.id)")
    }
    return mayAttach
      ? Bilingual(
        zh: "数字或 Enter 附上或打开；Tab 换前后；Esc 返回",
        en: "Digit, Enter: attach or show  Tab: before/after  Esc")
      : Bilingual(zh: "Enter 打开；Esc 返回", en: "Enter shows it; Esc goes back")
  }

  /// Why there are no files to choose from.
  private func nothing(_ hazard: Hazard) -> Bilingual? {
    guard mayAttach, files.isEmpty, let listing else { return nil }
    return listing.exists
      ? Bilingual(
        zh: "照片文件夹是空的：把照片拷进 \(listing.folder)。",
        en: "The folder of photographs is empty: copy some to \(listing.folder).")
      : Bilingual(
        zh: "没有照片文件夹 \(listing.folder)：请建立它，或用 hazard photo --folder 设定。",
        en: "No folder of photographs at \(listing.folder): make it, or see hazard photo --folder.")
  }

  private func line(
    _ choice: Choice, _ hazard: Hazard, _ context: Context, _ width: Int
  ) -> String {
    switch choice {
    case .attached(let attached):
      return "[\(context(attached.photograph.role.name))] "
        + context(attached.photograph.particulars)
    case .file(let file):
      let index = files.firstIndex(of: file) ?? 0
      let number = index < 9 ? "\(index + 1) " : "  "
      let tail =
        "  \(Cells.fit(Photograph.amount(file.size), 8, .trailing))  "
        + "\(file.modified.day.monthAndDay) \(file.modified.hourAndMinute)  "
        + Cells.fit(mark(file, hazard, context), 9)
      return number + Cells.fit(Cells.clean(file.name), max(8, width - 2 - Cells.width(tail)))
        + tail
    }
  }

  /// What a file proposes, or that one of its name is attached.
  private func mark(_ file: DropFile, _ hazard: Hazard, _ context: Context) -> String {
    let isThere = hazard.photographs.contains { $0.photograph.name == file.name }
    if isThere { return context(Bilingual(zh: "已附", en: "attached")) }
    guard let proposal = file.proposal else { return "" }
    return proposal.hazard == self.hazard
      ? "-> " + context(proposal.role.name) : proposal.hazard.rawValue
  }
}
