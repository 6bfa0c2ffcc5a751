import Almanac

/// Who answers for what on a day, from the leading group down: leaders, their sections, the sections' places,
/// then the plans.
public struct ResponsibilityTree: Hashable, Sendable {
  /// A line of the tree.
  public struct Line: Hashable, Sendable {
    /// What it is about.
    public enum Subject: Hashable, Sendable {
      case post(Post)
      /// A leader over the sections in their charge; nil over those that are in nobody's.
      case leader(Person.ID?)
      /// Over the places that belong to no section.
      case otherPlaces
      /// Over the inspection plans.
      case plans
    }

    /// How far it stands below the top, from 0.
    public var depth: Int
    /// What it is about.
    public var subject: Subject
    /// Who holds its post; nobody where it is vacant or no post.
    public var holders: [Holder]
    /// What is missing; nil where nothing is.
    public var gap: ResponsibilityGap?

    /// A line for a post that nobody holds.
    public init(_ gap: ResponsibilityGap) {
      self.init(depth: 0, subject: .post(gap.post), holders: [], gap: gap)
    }

    init(depth: Int, subject: Subject, holders: [Holder], gap: ResponsibilityGap?) {
      self.depth = depth
      self.subject = subject
      self.holders = holders
      self.gap = gap
    }

    /// The post, where it is about one.
    public var post: Post? { if case .post(let post) = subject { post } else { nil } }

    /// What it is about, in words.
    public func name(_ bureau: Bureau) -> Bilingual {
      switch subject {
      case .post(let post) where Post.group.contains(post): post.title
      case .post(let post): post.name(in: bureau)
      case .leader(let person?): Bilingual(verbatim: bureau.name(person))
      case .leader(nil): Bilingual(zh: "未明确分管领导的科室", en: "Sections in nobody's charge")
      case .otherPlaces: Bilingual(zh: "不属于科室的场所", en: "Places of no section")
      case .plans: Bilingual(zh: "检查计划", en: "Inspection plans")
      }
    }

    /// What it is called: the post, or for a leader the seat in the group.
    public func title(_ bureau: Bureau, on day: Day) -> Bilingual {
      switch subject {
      case .post(let post): post.title
      case .leader(let person?):
        Post.group.first { seat in
          bureau.holders(of: seat, on: day).contains { $0.person == person }
        }?.title ?? Post.leader(Section.ID("")).title
      case .leader(nil), .otherPlaces, .plans: Bilingual(verbatim: "")
      }
    }
  }

  /// The day that it is about.
  public var day: Day
  /// From top to bottom.
  public var lines: [Line]

  /// The tree of an office on a day.
  public init(_ bureau: Bureau, on day: Day) {
    self.day = day
    let gaps = Dictionary(bureau.responsibilityGaps(on: day).map { ($0.post, $0) }) { first, _ in
      first
    }
    func line(_ depth: Int, _ post: Post) -> Line {
      Line(
        depth: depth, subject: .post(post), holders: bureau.holders(of: post, on: day),
        gap: gaps[post])
    }
    func places(of section: Section.ID?) -> [Post] {
      bureau.places.filter { $0.section == section && $0.exists(in: day...day) }
        .sorted { ($0.keyReason == nil ? 1 : 0, $0.id) < ($1.keyReason == nil ? 1 : 0, $1.id) }
        .map { .place($0.id) }
    }
    lines = Post.group.map { line(0, $0) }
    let sections = bureau.sections.filter { $0.isInUse(on: day) }.map(\.id)
    let charge = sections.map { bureau.holders(of: .leader($0), on: day).first?.person }
    let seats = Post.group.flatMap { bureau.holders(of: $0, on: day) }.map(\.person)
    let leaders = (seats + charge.compactMap(\.self)).reduce(into: [Person.ID]()) { list, person in
      if !list.contains(person), charge.contains(person) { list.append(person) }
    }
    for leader in leaders.map(Optional.some) + [nil] {
      let own = zip(sections, charge).filter { $0.1 == leader }.map(\.0)
      guard !own.isEmpty else { continue }
      lines.append(Line(depth: 0, subject: .leader(leader), holders: [], gap: nil))
      for section in own {
        lines.append(line(1, .section(section)))
        lines += places(of: section).map { line(2, $0) }
      }
    }
    let known = Set(sections)
    let others = bureau.places.filter { place in
      place.exists(in: day...day) && !(place.section.map(known.contains) ?? false)
    }
    if !others.isEmpty {
      lines.append(Line(depth: 0, subject: .otherPlaces, holders: [], gap: nil))
      lines += others.map { line(1, .place($0.id)) }
    }
    let plans = bureau.plans.map(\.present).filter { $0.isInUse(on: day) }
    if !plans.isEmpty {
      lines.append(Line(depth: 0, subject: .plans, holders: [], gap: nil))
      lines += plans.map { line(1, .plan($0.id)) }
    }
  }
}

/// A letter of responsibility (安全责任书) that a leader or a section's safety head signs for a year.
public struct ResponsibilityLetter: Hashable, Sendable {
  /// Who signs it.
  public var person: Person.ID
  /// With whom: the head of the group, or the leader in charge; nil where there is none.
  public var counterpart: Person.ID?
  /// Whether it is a leader's.
  public var isLeader: Bool
  /// The sections answered for.
  public var sections: [Section.ID]
  /// The places of the sections.
  public var places: [Place.ID]
}

extension Bureau {
  /// The letters of responsibility as the posts stand on a day: the leaders' first, then the safety heads'.
  public func responsibilityLetters(on day: Day) -> [ResponsibilityLetter] {
    let sections = sections.filter { $0.isInUse(on: day) }.map(\.id)
    let chief = holders(of: .chief, on: day).first?.person
    func places(_ own: [Section.ID]) -> [Place.ID] {
      self.places.filter { place in
        place.exists(in: day...day) && (place.section.map(own.contains) ?? false)
      }.map(\.id)
    }
    func letters(
      _ post: (Section.ID) -> Post, isLeader: Bool, _ counterpart: ([Section.ID]) -> Person.ID?
    ) -> [ResponsibilityLetter] {
      let held = sections.compactMap { section in
        holders(of: post(section), on: day).first.map { ($0.person, section) }
      }
      let persons = held.map(\.0).reduce(into: [Person.ID]()) { list, person in
        if !list.contains(person) { list.append(person) }
      }
      return persons.map { person in
        let own = held.filter { $0.0 == person }.map(\.1)
        return ResponsibilityLetter(
          person: person, counterpart: counterpart(own), isLeader: isLeader, sections: own,
          places: places(own))
      }
    }
    return letters(Post.leader, isLeader: true) { _ in chief }.filter { $0.person != chief }
      + letters(Post.section, isLeader: false) { own in
        own.first.flatMap { holders(of: .leader($0), on: day).first?.person } ?? chief
      }
  }
}
