import Almanac

/// Who holds a post on a day, and since when.
public struct Holder: Hashable, Sendable {
  /// By what the person answers.
  public enum Ground: String, Hashable, Sendable, Codable {
    /// Named for the post.
    case named
    /// Named with the place, the section or the plan itself.
    case role

    /// As lists say it.
    public var name: Bilingual {
      switch self {
      case .named: Bilingual(zh: "已登记", en: "named")
      case .role: Bilingual(zh: "按资料", en: "from the lists")
      }
    }
  }

  /// The post that is held.
  public var post: Post
  /// Who holds it.
  public var person: Person.ID
  /// The first day; nil where it is not known.
  public var from: Day?
  /// The last day; nil while none is known.
  public var to: Day?
  /// By which document.
  public var document: String?
  /// By what the person answers.
  public var ground: Ground

  /// A person in a post, with the days and the document where they are known.
  public init(
    post: Post, person: Person.ID, from: Day?, to: Day?, document: String?, ground: Ground
  ) {
    self.post = post
    self.person = person
    self.from = from
    self.to = to
    self.document = document
    self.ground = ground
  }
}

/// A post that nobody holds.
public struct ResponsibilityGap: Hashable, Sendable {
  /// The post.
  public var post: Post
  /// Who held it last and has left; nil where it is not for that.
  public var left: Person.ID?

  /// What is missing, in a line: 办公室：无安全责任人（刘洋已离任）.
  public func words(_ bureau: Bureau) -> Bilingual {
    let name = post.name(in: bureau)
    let left = left.map { bureau.name($0) }
    return Bilingual(
      zh: "\(name.zh)：无\(post.title.zh)" + (left.map { "（\($0)已离任）" } ?? ""),
      en: "\(name.en): no \(post.title.en.prefix(1).lowercased())\(post.title.en.dropFirst())"
        + (left.map { " (\($0) has left)" } ?? ""))
  }
}

extension ResponsibilityGap {
  /// What Today says of the gaps, in one line; nil where there is none.
  public static func reminder(_ gaps: [ResponsibilityGap], _ bureau: Bureau) -> Bilingual? {
    guard let first = gaps.first else { return nil }
    let words = first.words(bureau)
    let more = gaps.count > 1
    return Bilingual(
      zh: "安全责任待明确 \(gaps.count) 处：\(words.zh)" + (more ? " 等" : ""),
      en: "Nobody named: \(gaps.count), \(words.en)" + (more ? " …" : ""))
  }
}

extension Bureau {
  /// What was entered about a post; nothing where nothing was.
  public func responsibility(_ post: Post) -> Responsibility {
    responsibilities.first { $0.post == post } ?? Responsibility(post: post)
  }

  /// Who holds a post on a day: those named for it, or where nobody ever was, those whom the lists of places,
  /// persons and plans name. One who has left holds nothing.
  public func holders(of post: Post, on day: Day) -> [Holder] {
    entrusted(post, on: day).filter { isPresent($0.person, on: day) }
  }

  /// To whom a post is given on a day, those who have left included.
  func entrusted(_ post: Post, on day: Day) -> [Holder] {
    let tenures = responsibility(post).tenures
    let named = tenures.filter { $0.contains(day) }.map {
      Holder(
        post: post, person: $0.person, from: $0.from, to: $0.to, document: $0.document,
        ground: .named)
    }
    let isLast = !tenures.contains { ($0.from ?? day) > day }
    guard named.isEmpty, tenures.isEmpty || (post.fallsToHead && isLast) else { return named }
    return listed(post, on: day).map {
      Holder(post: post, person: $0, from: nil, to: nil, document: nil, ground: .role)
    }
  }

  /// Whom the lists themselves name.
  private func listed(_ post: Post, on day: Day) -> [Person.ID] {
    switch post {
    case .chief, .deputyChief, .member, .leader: []
    case .section(let id):
      persons.filter {
        $0.section == id && $0.roles.contains(.sectionHead) && $0.isPresent(on: day)
      }.map(\.id).min().map { [$0] } ?? []
    case .place(let id): [place(id)?.keyPerson].compactMap(\.self)
    case .plan(let id):
      plan(id, on: day)?.assignees.map { assignees in
        let heads = assignees.sections.flatMap { holders(of: .section($0), on: day) }.map(\.person)
        let all = assignees.persons + heads
        return [all.first { isPresent($0, on: day) } ?? all.first].compactMap(\.self)
      } ?? []
    }
  }

  private func isPresent(_ person: Person.ID, on day: Day) -> Bool {
    self.person(person)?.isPresent(on: day) ?? false
  }

  /// Those who answer for a place on a day, the nearest first: its own person, the safety head of its section,
  /// the leader in charge of the section, the head of the leading group.
  public func answering(for place: Place, on day: Day) -> [Holder] {
    let section = place.section.map { [Post.section($0), .leader($0)] } ?? []
    return ([.place(place.id)] + section + [.chief]).flatMap { holders(of: $0, on: day) }
  }

  /// Who last held a post that is vacant on a day, and has left; nil where it is vacant for another reason.
  private func left(_ post: Post, on day: Day) -> Person.ID? {
    entrusted(post, on: day).map(\.person).first { !isPresent($0, on: day) }
  }

  /// The posts that nobody holds on a day. A place without a person of its own is its section's; a key place
  /// (重点部位) asks for one of its own, and so does a place whose person has left.
  public func responsibilityGaps(on day: Day) -> [ResponsibilityGap] {
    func gap(_ post: Post) -> ResponsibilityGap? {
      holders(of: post, on: day).isEmpty
        ? ResponsibilityGap(post: post, left: left(post, on: day)) : nil
    }
    let sections = sections.filter { $0.isInUse(on: day) }
    let places = places.filter { $0.exists(in: day...day) }.filter { place in
      place.keyReason != nil || place.section == nil || left(.place(place.id), on: day) != nil
    }
    let posts =
      [.chief] + sections.map { .leader($0.id) } + sections.map { .section($0.id) }
      + places.map { .place($0.id) } as [Post]
    let plans = plans.map(\.present).filter { $0.isInUse(on: day) }.map { Post.plan($0.id) }
    return (posts + plans).compactMap(gap)
  }

  /// The posts that a person holds on a day by name or by the lists.
  public func posts(of person: Person.ID, on day: Day) -> [Holder] {
    allPosts(on: day).flatMap { holders(of: $0, on: day) }.filter { $0.person == person }
  }

  /// All posts that there are on a day, the highest first.
  public func allPosts(on day: Day) -> [Post] {
    let sections = sections.filter { $0.isInUse(on: day) }.map(\.id)
    let places = places.filter { $0.exists(in: day...day) }.map { Post.place($0.id) }
    let plans = plans.map(\.present).filter { $0.isInUse(on: day) }.map { Post.plan($0.id) }
    return Post.group + sections.map { .leader($0) } + sections.map { .section($0) } + places
      + plans
  }
}

extension Person {
  /// Whether the person is in office on a day.
  func isPresent(on day: Day) -> Bool { to.map { $0 >= day } ?? true }
}

extension Section {
  /// Whether the section exists on a day.
  public func isInUse(on day: Day) -> Bool { to.map { $0 >= day } ?? true }
}

extension Plan {
  /// Whether the plan is switched on and not over on a day.
  public func isInUse(on day: Day) -> Bool { isEnabled && (to.map { $0 >= day } ?? true) }
}

extension Post {
  /// Whether it falls to whom the lists name once nobody is named for it: a section has its head always.
  fileprivate var fallsToHead: Bool { if case .section = self { true } else { false } }
}
