import Almanac

/// How the vehicles were used on the days of a period.
///
/// A trip counts in the period of the day on which it went out; its kilometres once it is in. A violation or
/// an accident counts in the period of its own day. What no trip accounts for counts where it shows.
public struct VehicleUse: Hashable, Sendable {
  /// One vehicle's share.
  public struct Share: Hashable, Sendable, Identifiable {
    /// The vehicle.
    public var id: Place.ID
    /// Its trips that went out, by the time of going out.
    public var trips: [Trip]
    /// What no trip accounts for.
    public var gaps: [VehicleBook.Gap]
    /// Violations and accidents with their trips.
    public var notes: [Noted]

    /// Kilometres of the trips that are in.
    public var km: Int { trips.compactMap(\.km).reduce(0, +) }
    /// Kilometres that no trip accounts for, back-going mileages taken as they are.
    public var unaccounted: Int { gaps.map { abs($0.km) }.reduce(0, +) }
  }

  /// A violation or an accident of a trip.
  public struct Noted: Hashable, Sendable {
    /// The trip.
    public var trip: Trip
    /// What happened.
    public var note: Trip.Note
  }

  /// The days counted.
  public var days: ClosedRange<Day>
  /// A share for each vehicle that counts or was used, by id.
  public var shares: [Share]

  /// Trips that went out.
  public var trips: Int { shares.map(\.trips.count).reduce(0, +) }
  /// Kilometres of the trips that are in.
  public var km: Int { shares.map(\.km).reduce(0, +) }
  /// Kilometres that no trip accounts for.
  public var unaccounted: Int { shares.map(\.unaccounted).reduce(0, +) }
  /// Violations on the days.
  public var violations: Int { count(.violation) }
  /// Accidents on the days.
  public var accidents: Int { count(.accident) }

  private func count(_ kind: Trip.Note.Kind) -> Int {
    shares.flatMap(\.notes).count { $0.note.kind == kind }
  }
}

extension VehicleBook {
  /// How the vehicles were used on the days of a period. Pure.
  ///
  /// - Parameter id: Only this vehicle; all of them when nil.
  public func use(in days: ClosedRange<Day>, of id: Place.ID? = nil, _ bureau: Bureau) -> VehicleUse
  {
    let shares = vehicles.filter { id == nil || $0.id == id }.compactMap { vehicle in
      let own = trips.filter { $0.allotment?.vehicle == vehicle.id }
      let out = own.filter { trip in trip.leaving.map { days.contains($0.at.day) } ?? false }
      let notes = own.flatMap { trip in
        trip.notes.filter { days.contains($0.day) }.map { VehicleUse.Noted(trip: trip, note: $0) }
      }
      let gaps = gaps(of: vehicle.id, in: days)
      let counts = bureau.place(vehicle.id)?.exists(in: days) ?? false
      guard counts || !out.isEmpty || !notes.isEmpty || !gaps.isEmpty else {
        return nil as VehicleUse.Share?
      }
      return VehicleUse.Share(
        id: vehicle.id,
        trips: out.sorted { left, right in
          guard let one = left.leaving?.at, let other = right.leaving?.at, one != other else {
            return left.id < right.id
          }
          return one < other
        }, gaps: gaps, notes: notes.sorted { $0.note.day < $1.note.day })
    }
    return VehicleUse(days: days, shares: shares)
  }
}
