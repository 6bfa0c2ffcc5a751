import Almanac
import Canvas
import Domain

/// The official vehicles (公务用车) with how they stand, and by a switch the trips; all acts by a menu.
struct VehiclesScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(VehicleAct)
    case expiries
    case month
    case sheet

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .expiries: Bilingual(zh: "年检、保险（到期事项）", en: "Inspection and insurance")
      case .month: Bilingual(zh: "看本月用车登记表", en: "Show the table of the month")
      case .sheet: Bilingual(zh: "看派车单", en: "Show the dispatch sheet")
      }
    }
  }

  private var book: VehicleBook?
  private var check: [Bilingual] = []
  private var cars = ActList(detailRows: 7)
  private var runs = ActList(detailRows: 7)
  /// Whether the trips are shown, not the vehicles.
  private var showsTrips: Bool
  var menu: ActMenu<Choice>?
  var form: VehicleForm?
  /// Those to be selected when the list comes.
  private var wantedTrip: Trip.ID?
  private var wantedVehicle: Place.ID?

  init(trip: Trip.ID? = nil, vehicle: Place.ID? = nil) {
    showsTrips = trip != nil
    wantedTrip = trip
    wantedVehicle = vehicle
  }

  var tab: Tab { .today }
  var queries: [Query] { [.vehicles] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    isCovered || (showsTrips ? runs.isTyping : cars.isTyping)
  }

  private func state(_ vehicle: Vehicle, _ context: Context) -> VehicleBook.State {
    book?.state(of: vehicle.id, context.bureau, on: context.today) ?? .free
  }

  private func vehicles(_ context: Context) -> [Vehicle] {
    cars.found(
      (book?.vehicles ?? []).filter { state($0, context) != .closed }, carLook(context), context)
  }

  /// Those that are not over first, then the latest.
  private func trips(_ context: Context) -> [Trip] {
    let all = book?.trips ?? []
    let open = all.filter { [.requested, .approved, .out].contains($0.state) }
    let over = all.filter { ![.requested, .approved, .out].contains($0.state) }
    return runs.found(
      open.sorted { ($0.content.start, $0.id) < ($1.content.start, $1.id) }
        + over.sorted { ($0.day, $0.id) > ($1.day, $1.id) }, tripLook(context), context)
  }

  private func vehicle(_ context: Context) -> Vehicle? {
    showsTrips ? nil : cars.line(of: vehicles(context))
  }

  private func trip(_ context: Context) -> Trip? {
    showsTrips ? runs.line(of: trips(context)) : nil
  }

  func title(_ context: Context) -> String {
    let standing = (book?.vehicles ?? []).map { state($0, context) }
    func count(_ state: VehicleBook.State) -> Int { standing.count { $0 == state } }
    let waiting = (book?.trips ?? []).count { $0.state == .requested }
    let (free, out, sealed) = (count(.free), count(.out), count(.sealed))
    let name =
      showsTrips
      ? Bilingual(zh: "公务用车·派车单", en: "Vehicles, trips")
      : Bilingual(zh: "公务用车", en: "Vehicles")
    let counts = Bilingual(
      zh: "  在位 \(free)，出车 \(out)，封存 \(sealed)；待批 \(waiting)",
      en: "  free \(free), out \(out), sealed \(sealed); to approve \(waiting)")
    let titles = [name + counts, name]
    return showsTrips
      ? runs.title(titles, tripLook(context), context)
      : cars.title(titles, carLook(context), context)
  }

  func actions(_ context: Context) -> [Action] {
    let isEmpty = showsTrips ? trips(context).isEmpty : vehicles(context).isEmpty
    return (isEmpty ? [] : [.acts])
      + (context.person.may(.reportHazard) ? [.askVehicle] : []) + [.carsOrTrips, .print, .save]
      + (showsTrips
        ? runs.tools(book?.trips ?? [], tripLook(context))
        : cars.tools(book?.vehicles ?? [], carLook(context)))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .vehicles(let book, let check) = answer else { return [] }
    self.book = book
    self.check = check
    cars.keep(vehicles(context), selecting: &wantedVehicle, context)
    runs.keep(trips(context), selecting: &wantedTrip, context)
    return []
  }

  /// What is printed: the sheet of the selected trip, or the table of the month.
  private func paper(_ context: Context) -> Report {
    trip(context).map { .trip($0.id) } ?? .vehicles(context.today.month)
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .carsOrTrips: showsTrips.toggle()
    case .askVehicle: begin(.request, context)
    case .print: return [.effect(.offer([paper(context)], asFile: false))]
    case .save: return [.effect(.offer([paper(context)], asFile: true))]
    case .acts:
      if let vehicle = vehicle(context) {
        let acts = VehicleAct.possible(on: vehicle, for: context.person)
        menu = ActMenu(acts.map(Choice.act) + [.expiries, .month])
      } else if let trip = trip(context) {
        let acts = VehicleAct.possible(on: trip, for: context.person)
        menu = ActMenu(acts.map(Choice.act) + [.sheet])
      }
    case _ where showsTrips:
      return runs.act(action, trips(context), tripLook(context), context) ?? []
    default: return cars.act(action, vehicles(context), carLook(context), context) ?? []
    }
    return []
  }

  private mutating func begin(_ act: VehicleAct, _ context: Context) {
    guard let book else { return }
    form = VehicleForm(
      act, .init(book: book, vehicle: vehicle(context), trip: trip(context), check: check), context)
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    switch choice {
    case .act(let act): begin(act, context)
    case .expiries:
      let id = vehicle(context)?.id
      let papers = VehicleBook.papers.compactMap { kind in
        id.flatMap { book?.paper(kind, of: $0) }
      }
      return [.push(ExpiriesScreen(selecting: papers.first?.id))]
    case .month: return [.push(DocumentScreen([.vehicles(context.today.month)], from: tab))]
    case .sheet:
      return trip(context).map { [.push(DocumentScreen([.trip($0.id)], from: tab))] } ?? []
    }
    return []
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    if showsTrips {
      _ = runs.type(key, count: trips(context).count, context)
    } else {
      _ = cars.type(key, count: vehicles(context).count, context)
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let news = lines.compactMap { line -> Bilingual? in
      let id = line.subject.id
      switch line.event {
      case .vehicle(let event):
        wantedVehicle = Identifier(id)
        return Bilingual(verbatim: context.bureau.name(Place.ID(id)) + " ") + event.name
      case .driver(let event):
        return Bilingual(verbatim: context.bureau.name(Person.ID(id)) + " ") + event.name
      case .trip(let event):
        wantedTrip = Identifier(id)
        showsTrips = true
        return Bilingual(verbatim: id + " ") + event.name
      default: return nil
      }
    }
    return reload(news)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    if showsTrips {
      runs.draw(trips(context), tripLook(context), into: &grid, rows: rows, context)
    } else {
      cars.draw(vehicles(context), carLook(context), into: &grid, rows: rows, context)
    }
    let about = trip(context).map { "\($0.id)  \($0.content.destination)" }
    drawCover(
      over: &grid, rows: rows,
      about: about ?? vehicle(context).map { context.bureau.name($0.id) }, context)
  }

  private func carLook(_ context: Context) -> ActList.Look<Vehicle> {
    let (today, bureau) = (context.today, context.bureau)
    let book = book ?? .empty
    func pressing(_ vehicle: Vehicle) -> String {
      let papers = VehicleBook.papers.map { kind in
        book.paper(kind, of: vehicle.id)?.state(on: today).mark ?? "!"
      }
      let marks = papers + [book.upkeep(of: vehicle.id, on: today)?.mark ?? ""]
      return marks.contains("!!") ? "!!" : marks.contains("!") ? "!" : ""
    }
    return .init(
      columns: [
        .init(Bilingual(verbatim: ""), width: 2),
        .init(Bilingual(zh: "车辆", en: "Vehicle"), width: 14, grows: true),
        .init(Bilingual(zh: "车牌", en: "Plate"), width: 10, importance: 1),
        .init(Bilingual(zh: "状态", en: "State"), width: 6),
        .init(Bilingual(zh: "里程", en: "Mileage"), width: 7),
        .init(Bilingual(zh: "下次保养", en: "Maintenance"), width: 26, importance: 2),
      ],
      nothing: Bilingual(
        zh: "没有公务用车；先用 place add 登记车辆。", en: "There is no vehicle: add it as a place first."),
      cells: { vehicle in
        let due = book.upkeep(of: vehicle.id, on: today)
        return [
          context.isSpoken ? "" : pressing(vehicle),
          bureau.name(vehicle.id) + (context.isSpoken ? spoken(pressing(vehicle), context) : ""),
          vehicle.card?.plate ?? "",
          context(state(vehicle, context).name),
          book.mileage(of: vehicle.id).map { "\($0.km)" } ?? "",
          due.map { context($0.words) } ?? "",
        ]
      },
      detail: { vehicle in
        ["\(bureau.name(vehicle.id))  \(context(state(vehicle, context).name))"]
          + VehicleText.lines(vehicle, book, bureau, on: today).map { context($0) }
      })
  }

  /// A mark in words, for who hears the list.
  private func spoken(_ mark: String, _ context: Context) -> String {
    switch mark {
    case "!!": " " + context(Bilingual(zh: "有逾期", en: "overdue"))
    case "!": " " + context(Bilingual(zh: "有待办", en: "due soon or missing"))
    case _: ""
    }
  }

  private func tripLook(_ context: Context) -> ActList.Look<Trip> {
    let bureau = context.bureau
    return .init(
      columns: [
        .init(Bilingual(zh: "编号", en: "Number"), width: 10),
        .init(Bilingual(zh: "日期", en: "Day"), width: 5, importance: 2),
        .init(Bilingual(zh: "状态", en: "State"), width: 10),
        .init(Bilingual(zh: "目的地", en: "To"), width: 14, grows: true),
        .init(Bilingual(zh: "车辆", en: "Vehicle"), width: 12, importance: 3),
        .init(Bilingual(zh: "驾驶员", en: "Driver"), width: 8, importance: 1),
        .init(Bilingual(zh: "公里", en: "Km"), width: 5, importance: 2),
      ], nothing: Bilingual(zh: "没有派车单。", en: "There is no trip."),
      cells: { trip in
        let isLate = [.approved, .out].contains(trip.state) && trip.content.end < context.now
        let mark = trip.notes.contains { $0.handled == nil } ? "!! " : isLate ? "! " : ""
        return [
          trip.id.rawValue, trip.day.monthAndDay, mark + context(trip.state.name),
          trip.content.destination, trip.vehicle.map { bureau.name($0) } ?? "",
          bureau.name(trip.driver), trip.km.map { "\($0)" } ?? "",
        ]
      },
      detail: { trip in
        ["\(trip.id)  \(context(trip.state.name))  \(trip.content.purpose)"]
          + VehicleText.lines(trip, bureau).map { context($0) }
      })
  }
}
