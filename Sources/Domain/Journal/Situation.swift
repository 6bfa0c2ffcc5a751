import Almanac

/// All that a decision may depend on besides its subject: the clock is never asked inside.
public struct Situation: Sendable {
  /// When it is recorded.
  public var now: Moment
  /// Who decides.
  public var actor: Person
  /// The actor in the place of others, where it is asked first what the actor may do as oneself.
  public private(set) var guises: [Person] = []
  /// Set where another enters what the actor decided on paper.
  public var entered: Entered?
  /// The numbers that new hazards and records take.
  public var numbering: Numbering

  /// The civil day of recording, in Asia/Shanghai.
  public var today: Day { now.day }
  /// The stamp of the lines that this decision causes, counted for today.
  public var stamp: Stamp {
    Stamp(
      at: now, day: today, actor: actor.id, standsFor: actor.standsFor, entered: entered)
  }

  /// Decides as oneself and, where that is not permitted, in the place of each one stood in for; the
  /// situation that sufficed says in whose place it was.
  ///
  /// - Throws: Where none suffices, what says more than that the role is missing, or else what the person
  ///   alone was refused with.
  public func decided<Lines>(
    _ decide: (Situation) throws -> Lines
  ) throws -> (lines: Lines, situation: Situation) {
    var manners = actor.manners.map { manner in
      var situation = self
      situation.actor = manner
      return situation
    }
    var alone = manners.removeFirst()
    alone.guises = manners.map(\.actor)
    do {
      return (try decide(alone), alone)
    } catch let refusal as any Refusal where refusal.kind == .notPermitted {
      var refusals = [refusal]
      for situation in manners {
        do {
          return (try decide(situation), situation)
        } catch let other as any Refusal where other.kind == .notPermitted {
          refusals.append(other)
        }
      }
      throw refusals.first { !($0 is NotPermitted) } ?? refusal
    }
  }

  /// A situation from the clock, the person deciding and the next free numbers.
  public init(now: Moment, actor: Person, entered: Entered? = nil, numbering: Numbering) {
    self.now = now
    self.actor = actor
    self.entered = entered
    self.numbering = numbering
  }
}

/// The next free numbers of the year: run by year, never reused, with the letter of a further device.
public struct Numbering: Hashable, Sendable {
  /// The civil year in which the numbers run.
  public var year: Int
  /// `B`, `C` … on further devices, empty on the first.
  public var device: String
  /// The next hazard's number, without year and device; 1 for the year's first.
  public var hazard: Int
  /// The next record's number, without year and device; 1 for the year's first.
  public var inspection: Int
  /// The next rectification notice's number, without year and device; 1 for the year's first.
  public var notice: Int
  /// The next place in the series of letters and reports; 1 for the year's first.
  public var document: Int
  /// The next activity's number, without year and device; 1 for the year's first.
  public var activity: Int
  /// The next incident's number, without year and device; 1 for the year's first.
  public var incident: Int
  /// The next number of a thing that ends, without year and device; 1 for the year's first.
  public var expiry: Int
  /// The next number of a rule, without year and device; 1 for the year's first.
  public var rule: Int
  /// The next number of an asset, without year and device; 1 for the year's first.
  public var asset: Int

  /// Numbers of a year from the next free ones of this device.
  public init(
    year: Int, device: String = "", hazard: Int, inspection: Int, notice: Int = 1,
    document: Int = 1,
    activity: Int = 1,
    incident: Int = 1, expiry: Int = 1, rule: Int = 1, asset: Int = 1
  ) {
    self.year = year
    self.device = device
    self.hazard = hazard
    self.inspection = inspection
    self.notice = notice
    self.document = document
    self.activity = activity
    self.incident = incident
    self.expiry = expiry
    self.rule = rule
    self.asset = asset
  }

  /// Takes the next hazard number, as `2026-017`.
  public mutating func takeHazard() -> Hazard.ID {
    defer { hazard += 1 }
    return Identifier("\(year)-\(device)\(padded(hazard, 3))")
  }

  /// Takes the next record number, as `检2026-0341`.
  public mutating func takeInspection() -> Inspection.ID {
    defer { inspection += 1 }
    return Identifier("\(Numbering.inspectionPrefix.zh)\(year)-\(device)\(padded(inspection, 4))")
  }

  /// What a record's number begins with, in either language: numbers are not translated.
  public static let inspectionPrefix = Bilingual(zh: "检", en: "检")
}

/// A reason an act entered for another was refused.
public enum EnteredError: Refusal, Hashable {
  case paperInFuture(Day)
  case paperBeforeFinding(Day, found: Day)

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .paperInFuture(let day):
      Bilingual(
        zh: "纸上的日期 \(day) 在今天之后，请核对。", en: "The paper's date \(day) lies after today; check it.")
    case .paperBeforeFinding(let day, let found):
      Bilingual(
        zh: "纸上的日期 \(day) 早于隐患的发现日期 \(found)，请核对。",
        en: "The paper's date \(day) is before the hazard was found on \(found); check it.")
    }
  }
}
