/// When the items of a backlog are to be expected: a stream of items in their order, and a forecast for each release.
public struct BacklogPlan: Sendable {
  private let settings: BacklogSettings
  private let calendar: IterationCalendar
  private let current: Iteration
  private var expected: Packing
  private var worst: Packing
  private var pointsBefore = 0
  public private(set) var forecasts: [ReleaseForecast] = []

  /// - Parameter committed: the points in progress and accepted in the iteration under way.
  public init(
    _ velocity: Velocity, _ settings: BacklogSettings, calendar: IterationCalendar, from current: Iteration,
    committed: Int = 0
  ) {
    self.settings = settings
    self.calendar = calendar
    self.current = current
    expected = Packing(velocity, settings, calendar: calendar, from: current, committed: committed)
    worst = Packing(velocity.worst, settings, calendar: calendar, from: current, committed: committed)
  }

  /// Puts the next item of the backlog into an iteration, and forecasts it where it is a release.
  ///
  /// - Returns: how many iterations after the one under way; 0 is that one itself.
  @discardableResult
  public mutating func add(_ item: ItemFacts) -> Int {
    let points = settings.weight(item.type, item.points)
    let index = expected.place(points)
    let worstIndex = worst.place(points)
    pointsBefore += points
    if item.type == .release {
      forecasts.append(
        ReleaseForecast(
          item: item.number, iteration: current.number + index, expected: iteration(index)?.last,
          worst: iteration(worstIndex)?.last, pointsBefore: pointsBefore, due: item.due))
    }
    return index
  }

  /// The iteration so many after the one under way; nil beyond the year 9999.
  public func iteration(_ index: Int) -> Iteration? { calendar.iteration(numbered: current.number + index) }

  /// What an iteration can take, in points.
  public func capacity(of index: Int) -> Int { expected.capacity(of: index) }
}

/// When what stands before a release marker will have been done.
public struct ReleaseForecast: Hashable, Sendable {
  public var item: ItemNumber
  /// The number of the iteration that it falls into.
  public var iteration: Int
  /// The last day of that iteration, and of the one it falls into when things go badly; nil beyond the year 9999.
  public var expected: String?
  public var worst: String?
  /// The points of the backlog before it, without those already in progress.
  public var pointsBefore: Int
  /// What it is promised for.
  public var due: String?

  public init(
    item: ItemNumber, iteration: Int, expected: String?, worst: String?, pointsBefore: Int, due: String? = nil
  ) {
    self.item = item
    self.iteration = iteration
    self.expected = expected
    self.worst = worst
    self.pointsBefore = pointsBefore
    self.due = due
  }

  /// Whether it is expected after its due date; never where it has none.
  public var isLate: Bool { isLate(expected) }
  /// The same when things go badly.
  public var isLateAtWorst: Bool { isLate(worst) }

  private func isLate(_ day: String?) -> Bool { due.map { due in day.map { $0 > due } ?? true } ?? false }
}
