import Almanac
import ArgumentParser
import Domain

/// `--pass`: nothing but all of them.
enum PassedItems: String, ExpressibleByArgument, CaseIterable {
  case all
}

/// The answers of a whole walk on the command line.
struct InspectAnswers: ParsableArguments {
  @Option(
    help: help(zh: "all：其余勾选项都合格", en: "all: every tick not answered otherwise passes"))
  var pass: PassedItems?
  @Option(
    help: help(
      zh: """
        不合格：N、N:常用语序号、N:描述，或 N=隐患编号 并入；\
        该项在此处已有未销号隐患的自动并入，不重复登记
        """,
      en: """
        failed: N, N:phrase number, N:words, or N=HAZARD to join one; an item with a hazard open \
        there joins it, nothing is registered twice
        """))
  var failed: [String] = []
  @Option(
    help: help(
      zh: "当场整改 N=整改措施，N 须有问题（如 --failed 3 --on-spot 3=已更换插座），可多次",
      en: """
        fixed on the spot, N=MEASURES; N must have a finding (--failed 3 --on-spot 3=replaced); \
        repeatable
        """))
  var onSpot: [String] = []
  @Option(
    name: .customLong("na"),
    help: help(
      zh: "不适用：N:原因（1 本处无此设施，2 停用，3 物业负责，4 其他，或文字；不写即 1）；N+:原因 提请长期不适用",
      en: """
        not applicable: N:reason (1 none here, 2 out of use, 3 property manager's, 4 other, or \
        words; 1 if left out); N+:reason proposes that it never applies there
        """))
  var notApplicable: [String] = []
  @Option(
    help: help(
      zh: "照片 N=文件，N 须有问题；附在它的隐患上，可多次",
      en: "a photograph, N=FILE; N must have a finding, to whose hazard it goes; repeatable"))
  var photo: [String] = []
  @Option(help: help(zh: "读数 N=数值", en: "reading, N=VALUE")) var reading: [String] = []
  @Option(help: help(zh: "文字 N=内容", en: "text, N=WORDS")) var text: [String] = []
  @Option(help: help(zh: "选项 N=序号或内容", en: "choice, N=OPTION, by number or words"))
  var choice: [String] = []

  /// - Throws: ``TypedMarkError``.
  func given() throws -> GivenAnswers {
    var given = GivenAnswers()
    given.passesRest = pass == .all
    given.failed = try failed.flatMap(TypedMark.list)
    given.notApplicable = try notApplicable.flatMap(TypedMark.list)
    given.readings = try reading.flatMap(TypedMark.list)
    given.onSpot = try onSpot.map(TypedMark.text)
    given.texts = try text.map(TypedMark.text)
    given.choices = try choice.flatMap(TypedMark.list)
    return given
  }

  /// The photographs by item, read and checked.
  ///
  /// - Throws: ``TypedMarkError``, ``ShellError`` or ``ImageError``.
  func photographs() throws -> [(item: Int, file: PhotographFile)] {
    try photo.compactMap { typed in
      let mark = try TypedMark.text(typed)
      guard case .value(let path) = mark.detail else { return nil }
      return (mark.item, try PhotographFile(path: path, role: .before))
    }
  }
}

/// Who walked and when, where it was not on site just now.
struct WalkOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "检查起止时间，如 2026-11-23T09:00/09:12", en: "when, as 2026-11-23T09:00/09:12"))
  var walked: WalkedTimes?
  @Option(help: help(zh: "检查人，可多次；不填即本人", en: "an inspector, repeatable; yourself if left out"))
  var with: [String] = []
  @Option(help: help(zh: "带队领导", en: "the leader who led it")) var ledBy: String?

  /// The walk; on site and now unless times are given.
  func walk(_ session: Session, form: FormNumber?) throws -> Signing.Walk {
    let named = try with.map { try session.person($0).id }
    let now = session.clock.now
    return Signing.Walk(
      inspectors: named.isEmpty ? [try session.actor().id] : named,
      ledBy: try ledBy.map { try session.person($0).id }, from: walked?.from ?? now,
      to: walked?.to ?? now, form: form?.description, seconds: walked == nil ? 0 : nil)
  }
}

/// The start and end of a walk: `2026-11-23T09:00/09:12`.
struct WalkedTimes: ExpressibleByArgument {
  var from: Moment
  var to: Moment

  init?(argument: String) {
    let ends = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let from = Moment(ends[0]),
      let to = Moment(ends[1]) ?? Moment("\(from.day)T\(ends[1])")
    else { return nil }
    (self.from, self.to) = (from, to)
  }
}
