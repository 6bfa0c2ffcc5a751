extension Plan {
  /// The plan with all that it asks in any of its rounds: on an alert also what colours add and what is
  /// asked when it has ended.
  fileprivate var inFull: Plan {
    guard trigger.kind == .alert else { return self }
    let further = (trigger.added ?? [:]).values.flatMap { $0 } + (trigger.after ?? [])
    var plan = self
    plan.uses = uses.map { use in
      Use(use.checklist, sections: use.sections.map { $0 + further })
    }
    return plan
  }
}

extension Bureau {
  /// The places that a plan names one by one though it asks nothing there, as `duty 值班室`.
  public func idlePlaces(of plan: Plan) -> [String] {
    let plan = plan.inFull
    return (plan.scope.places ?? []).compactMap(place).filter { !covers(plan, $0) }
      .map { $0.id.rawValue == $0.name ? $0.name : "\($0.id) \($0.name)" }
  }

  /// Whether no round of a plan can ever have a place: nothing is asked at those it names, nor at any of
  /// the kinds it names.
  func asksNothing(_ plan: Plan) -> Bool {
    let plan = plan.inFull
    let isEverywhere = plan.scope.kinds == nil && plan.scope.places == nil
    let kinds = isEverywhere ? PlaceKind.allCases : plan.scope.kinds ?? []
    guard !kinds.contains(where: { asks(plan, $0) }) else { return false }
    return !(plan.scope.places ?? []).compactMap(place).contains { covers(plan, $0) }
  }

  /// Whether a plan's lists ask something at a kind of place.
  private func asks(_ plan: Plan, _ kind: PlaceKind) -> Bool {
    plan.uses.contains { use in
      guard let outline = checklists.first(where: { $0.id == use.checklist }) else { return false }
      return outline.parts(of: use, in: plan).contains { part in
        part.kinds.contains(kind) || part.hasOnce && outline.onceKinds.contains(kind)
      }
    }
  }
}
