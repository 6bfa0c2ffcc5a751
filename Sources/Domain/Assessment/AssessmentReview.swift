import Almanac

/// An assessment held against the ledger: which evidence is there, and what the office gives itself.
public struct AssessmentReview: Sendable {
  /// Something that shows an item is met, and whether the ledger has it.
  public struct Proof: Hashable, Sendable {
    /// What it is; nil where it is a file.
    public var evidence: Evidence?
    /// The file; nil where it is in the ledger.
    public var file: Scan?
    /// As lists have it, with its value where it has one.
    public var words: Bilingual
    /// Whether it is there: a figure above 0, a duty without a gap, a document, a file.
    public var isThere: Bool
  }

  /// An item with its proofs.
  public struct Line: Hashable, Sendable, Identifiable {
    /// The rule.
    public var item: Assessment.Item
    /// The office's own score; nil where none is given.
    public var mark: Assessment.Mark?
    /// What shows it.
    public var proofs: [Proof]

    /// The number of its item.
    public var id: String { item.id }
    /// Whether nothing shows it, or something that should is not there.
    public var isLacking: Bool { proofs.isEmpty || proofs.contains { !$0.isThere } }
  }

  /// The rules with what was scored and attached.
  public var assessment: Assessment
  /// The items, in the order of the rules.
  public var lines: [Line]

  /// Holds an assessment against what the ledger has of its year.
  public init(_ assessment: Assessment, _ annual: AnnualReview, _ coverage: Coverage) {
    self.assessment = assessment
    lines = assessment.content.items.map { item in
      let proofs = item.evidence.map { Self.proof($0, annual, coverage) }
      let files = assessment.files[item.id, default: []].map { file in
        Proof(file: file, words: Bilingual(verbatim: file.name), isThere: true)
      }
      return Line(item: item, mark: assessment.marks[item.id], proofs: proofs + files)
    }
  }

  private static func proof(
    _ evidence: Evidence, _ annual: AnnualReview, _ coverage: Coverage
  ) -> Proof {
    switch evidence {
    case .figure(let key):
      let line = annual[key]
      let value = line?.value.map { "\($0)" } ?? "-"
      return Proof(
        evidence: evidence,
        words: (line?.figure.name ?? Bilingual(verbatim: key)) + Bilingual(verbatim: " \(value)"),
        isThere: line?.value.map { $0 > 0 } ?? false)
    case .duty(let key):
      let line = coverage.lines.first { $0.id == key }
      let state = line.map { Bilingual(verbatim: " ") + $0.state.name } ?? Bilingual(verbatim: " -")
      return Proof(
        evidence: evidence, words: (line?.name ?? Bilingual(verbatim: key)) + state,
        isThere: line.map { $0.state == .met || $0.state == .nothingAsked } ?? false)
    case .document(let words):
      return Proof(
        evidence: evidence, words: Bilingual(verbatim: "report \(words)"), isThere: true)
    }
  }

  /// Those that lack evidence first, in the order of the rules.
  public var byLack: [Line] { lines.filter(\.isLacking) + lines.filter { !$0.isLacking } }

  /// All points there are.
  public var total: Points { lines.reduce(Points(tenths: 0)) { $0 + $1.item.points } }

  /// The own scores given.
  public var own: Points {
    lines.reduce(Points(tenths: 0)) { $0 + ($1.mark?.score ?? Points(tenths: 0)) }
  }

  /// How many items have no own score yet.
  public var unscored: Int { lines.count { $0.mark == nil } }
}
