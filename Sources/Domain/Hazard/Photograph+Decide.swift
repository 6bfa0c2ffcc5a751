import Almanac

extension Hazard {
  /// The photographs of one role, in the order in which they were attached.
  public func photographs(_ role: Photograph.Role) -> [AttachedPhotograph] {
    photographs.filter { $0.photograph.role == role }
  }

  /// Whether a person may attach photographs: who found it, who is to mend it or did, and whose role
  /// has them inspect, assign or close.
  func mayPhotograph(_ person: Person) -> Bool {
    person.may(.photograph)
      || (report.finders + [reporter, self.person, rectified?.person].compactMap(\.self))
        .contains(person.id)
  }

  /// The events that attach photographs, each of which it does not have yet.
  ///
  /// - Throws: ``PhotographError``.
  func attaching(_ photographs: [Photograph], today: Day) throws(PhotographError) -> [HazardEvent] {
    var known = Set(self.photographs.map(\.photograph.attachment))
    var events: [HazardEvent] = []
    for photograph in photographs {
      guard known.insert(photograph.attachment).inserted else {
        throw .alreadyAttached(photograph.name)
      }
      events.append(.photographed(photograph.dated(notAfter: today)))
    }
    return events
  }

  /// Folds a photograph; one that it has already changes nothing.
  mutating func attach(_ photograph: Photograph, _ step: Step) {
    guard !photographs.contains(where: { $0.photograph.attachment == photograph.attachment }) else {
      return
    }
    photographs.append(AttachedPhotograph(photograph: photograph, attached: step))
  }
}

extension Photograph {
  /// What makes two photographs of a hazard the same: the file, and what it is to show.
  struct Attachment: Hashable {
    var checksum: Checksum
    var role: Role
  }

  var attachment: Attachment { Attachment(checksum: checksum, role: role) }

  /// The same without a day that lies ahead: a camera's clock may be wrong.
  func dated(notAfter today: Day) -> Photograph {
    var photograph = self
    if let taken, taken > today { photograph.taken = nil }
    return photograph
  }
}

/// A reason a photograph was not attached. Nothing was written.
public enum PhotographError: Refusal, Hashable {
  case notYours
  case alreadyAttached(String)
  case none

  /// Whether the right person or a good photograph was missing.
  public var kind: RefusalKind {
    switch self {
    case .notYours: .notPermitted
    case .alreadyAttached, .none: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .notYours:
      Bilingual(
        zh:
          "照片由发现人、整改责任人，或\(Act.photograph.roles.map(\.name.zh).joined(separator: "、"))附上。",
        en: """
          Photographs are attached by who found the hazard, who is to mend it, or \
          \(Act.photograph.roles.map { "a " + $0.name.en }.joined(separator: ", ")).
          """)
    case .alreadyAttached(let name):
      Bilingual(
        zh: "照片“\(name)”已经附在这条隐患上，请换一张。",
        en: "The photograph “\(name)” is attached to this hazard already; choose another.")
    case .none:
      Bilingual(zh: "没有照片可附，请写明文件。", en: "There is no photograph to attach; name a file.")
    }
  }
}
