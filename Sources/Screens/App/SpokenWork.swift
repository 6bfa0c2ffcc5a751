import Almanac

/// How far long work has come, told in sentences that are only ever added: one when it begins, then at most
/// one each ten seconds.
public struct SpokenWork: Sendable {
  private var kind: Work.Kind?
  /// The milliseconds that the work had taken when it was last told of.
  private var told = 0

  /// Milliseconds between two sentences.
  static let pause = 10_000

  /// Work that nothing was said of yet.
  public init() {}

  /// What is to be said of work that has come so far; nil where nothing is yet.
  public mutating func sentence(_ work: Work) -> Bilingual? {
    guard kind == work.kind else {
      (kind, told) = (work.kind, work.taken)
      return work.kind.name + Bilingual(zh: "……（Ctrl-C 停止）", en: " ... (Ctrl-C stops it)")
    }
    // Steps of another sort are timed from their own beginning.
    told = min(told, work.taken)
    guard work.taken - told >= Self.pause else { return nil }
    told = work.taken
    let seconds = work.taken / 1000
    let progress =
      work.percent == nil
      ? Bilingual(zh: "已 \(seconds) 秒", en: "for \(seconds) s so far") : work.progress
    return work.kind.name + Bilingual(verbatim: " ") + progress
  }
}
