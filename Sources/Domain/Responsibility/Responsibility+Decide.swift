import Almanac

/// What may be asked to be done with posts. May be refused.
public enum ResponsibilityCommand: Hashable, Sendable {
  case give(Person.ID, from: Day, to: Day? = nil, document: String? = nil)
  case end(Person.ID, last: Day, reason: String? = nil)
  /// Takes back what was entered by mistake, named by the first day.
  case withdraw(Person.ID, from: Day, reason: String)
}

/// A reason an act on posts was refused. Nothing was written.
public enum ResponsibilityError: Refusal, Hashable {
  case noSuchPost(String)
  /// No place, section, hazard, plan or post has a name; with the places that are called like it.
  case nothingCalled(String, near: [String])
  case noSuchPerson(String)
  case noPosts
  /// One who only looks on, or is in office no more on that day.
  case cannotAnswer(String, on: Day)
  case daysInverted(Day, Day)
  case holdsAlready(String, Bilingual)
  case holdsNot(String, Bilingual)
  case noneBegins(String, Bilingual, Day)
  case reasonMissing

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchPost, .nothingCalled, .noSuchPerson: .noSuchSubject
    case .noPosts, .cannotAnswer, .daysInverted, .holdsAlready, .holdsNot, .noneBegins,
      .reasonMissing:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .nothingCalled(let text, let near):
      Bilingual(
        zh: "没有叫“\(text)”的场所、科室、隐患、计划或岗位。"
          + (near.isEmpty ? "" : "是不是：\(near.joined(separator: "、"))？"),
        en: "No place, section, hazard, plan or post is called “\(text)”."
          + (near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", "))?"))
    case .noSuchPost(let text):
      Bilingual(
        zh: "没有岗位“\(text)”：写 chief、deputy、member、leader/科室、section/科室、place/场所 或 plan/计划。",
        en: "There is no post “\(text)”: write chief, deputy, member, leader/SECTION, "
          + "section/SECTION, place/PLACE or plan/PLAN.")
    case .noSuchPerson(let id):
      Bilingual(zh: "没有人员“\(id)”。", en: "There is no person “\(id)”.")
    case .noPosts:
      Bilingual(
        zh: "请写负责什么：如 --section 办公室、--place 档案室、--post chief。",
        en: "Say for what: as --section OFFICE, --place ARCHIVE or --post chief.")
    case .cannotAnswer(let name, let day):
      Bilingual(
        zh: "\(name)在 \(day) 不能做责任人：不在任，或只是查阅人。请填当日在任的人。",
        en: "\(name) cannot answer on \(day): not in office, or only looks on. Name another.")
    case .daysInverted(let first, let last):
      Bilingual(
        zh: "止日 \(last) 早于起日 \(first)，请核对。",
        en: "The last day \(last) is before the first, \(first); check them.")
    case .holdsAlready(let name, let post):
      Bilingual(
        zh: "\(name)已是\(post.zh)，不必重复登记。", en: "\(name) is \(post.en) already.")
    case .holdsNot(let name, let post):
      Bilingual(
        zh: "\(name)没有登记为\(post.zh)；用 responsibility show 查看是谁、从哪天起。",
        en: "\(name) was not entered as \(post.en); see responsibility show for who was.")
    case .noneBegins(let name, let post, let day):
      Bilingual(
        zh: "\(name)没有从 \(day) 起登记为\(post.zh)；用 responsibility show 查看起日。",
        en: "\(name) was not entered as \(post.en) from \(day); see responsibility show.")
    case .reasonMissing: Bilingual(zh: "请写原因。", en: "Give the reason.")
    }
  }
}

extension ResponsibilityCommand {
  /// Returns the lines that it causes for some posts: one act.
  ///
  /// - Throws: ``ResponsibilityError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    for posts: [Post], with bureau: Bureau, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.keepResponsibility) else {
      throw NotPermitted(.keepResponsibility)
    }
    guard !posts.isEmpty else { throw ResponsibilityError.noPosts }
    return try posts.flatMap { post in
      guard bureau.has(post, on: situation.today) else {
        throw ResponsibilityError.noSuchPost(post.description)
      }
      return try decide(for: post, with: bureau, on: situation.today)
    }
  }

  private func decide(for post: Post, with bureau: Bureau, on today: Day) throws -> [Happening] {
    let present = bureau.responsibility(post)
    func name(_ id: Person.ID) throws -> String {
      guard let person = bureau.person(id) else {
        throw ResponsibilityError.noSuchPerson(id.rawValue)
      }
      return person.name
    }
    func called() -> Bilingual { post.called(in: bureau) }
    switch self {
    case .give(let id, let from, let to, let document):
      let name = try name(id)
      guard let person = bureau.person(id), person.isPresent(on: from),
        person.may(.reportHazard)
      else { throw ResponsibilityError.cannotAnswer(name, on: from) }
      if let to, to < from { throw ResponsibilityError.daysInverted(from, to) }
      let holds = present.tenures.contains {
        $0.person == id && $0.contains(from) && $0.to == to
      }
      guard !holds else { throw ResponsibilityError.holdsAlready(name, called()) }
      let document = try document.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
      let tenure = Responsibility.Tenure(person: id, from: from, to: to, document: document)
      return [bureau.giving(post, tenure)] + bureau.leavingSeats(post, id, from)
        + bureau.keyPerson(post, id, from, to, today)
    case .end(let id, let last, let reason):
      let name = try name(id)
      let held = present.tenures.contains {
        $0.person == id && ($0.to.map { $0 > last } ?? true)
      }
      guard held else { throw ResponsibilityError.holdsNot(name, called()) }
      let reason = try reason.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
      return [Happening(post, .ended(id, last: last, reason: reason))]
    case .withdraw(let id, let from, let reason):
      let name = try name(id)
      guard present.tenures.contains(where: { $0.person == id && $0.from == from }) else {
        throw ResponsibilityError.noneBegins(name, called(), from)
      }
      let reason = try Wording.text(reason)
      guard !reason.isEmpty else { throw ResponsibilityError.reasonMissing }
      return [Happening(post, .withdrawn(id, from: from, reason: reason))]
    }
  }
}

extension Happening {
  /// What happened to a post.
  init(_ post: Post, _ event: ResponsibilityEvent) {
    self.init(.responsibility(post), .responsibility(event))
  }
}

extension Post {
  /// As refusals and lists call its holder: 办公室安全责任人, 领导小组组长.
  public func called(in bureau: Bureau) -> Bilingual {
    let name = name(in: bureau)
    return Bilingual(
      zh: name.zh + title.zh,
      en: "\(title.en.prefix(1).lowercased())\(title.en.dropFirst()), \(name.en)")
  }
}

extension Bureau {
  /// The line that gives a post, with who answered until then where that was never entered.
  func giving(_ post: Post, _ tenure: Responsibility.Tenure) -> Happening {
    let former =
      responsibility(post).tenures.isEmpty
      ? tenure.from.flatMap { entrusted(post, on: $0 - 1).first?.person } : nil
    return Happening(post, .given(tenure, former: former == tenure.person ? nil : former))
  }

  /// One person has one seat in the leading group: who takes another leaves the former.
  fileprivate func leavingSeats(_ post: Post, _ person: Person.ID, _ from: Day) -> [Happening] {
    guard Post.group.contains(post) else { return [] }
    return Post.group.filter { $0 != post }.filter { other in
      responsibility(other).tenures.contains { $0.person == person && $0.contains(from) }
    }.map { Happening($0, .ended(person, last: from - 1, reason: nil)) }
  }

  /// A key place names the same person in the list of places.
  fileprivate func keyPerson(
    _ post: Post, _ person: Person.ID, _ from: Day, _ to: Day?, _ today: Day
  ) -> [Happening] {
    guard case .place(let id) = post, var place = place(id), place.keyReason != nil,
      from <= today, to.map({ $0 >= today }) ?? true, place.keyPerson != person
    else { return [] }
    place.keyPerson = person
    return [Happening(.place(id), .place(place))]
  }

  /// Whether there is what a post is a post of.
  func has(_ post: Post, on day: Day) -> Bool {
    switch post {
    case .chief, .deputyChief, .member: true
    case .leader(let id), .section(let id): section(id).map { $0.isInUse(on: day) } ?? false
    case .place(let id):
      place(id).map { $0.exists(in: day...day) || ($0.from ?? day) > day } ?? false
    case .plan(let id): plan(id).map { $0.isInUse(on: day) } ?? false
    }
  }
}
