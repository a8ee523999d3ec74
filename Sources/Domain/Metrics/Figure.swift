/// One of a team's numbers, with how many it is made of. Of nothing there is no rate: its value is nil then.
public struct Figure: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case count(Int)
    case perWeek(Double)
    /// `of` is above 0.
    case share(part: Int, of: Int)
    case time(median: Duration, p90: Duration)
    /// In percent of what was expected.
    case percent(median: Double, p90: Double)
    /// In duties.
    case spread(Double)
  }

  public var name: FigureName
  public var value: Value?
  /// How many the value is made of.
  public var n: Int
  /// What can't be counted yet, and is not in `n`.
  public var pending: Int
  /// Smaller numbers beside it, in their order; the names are part of the JSON.
  public var parts: [Part]
  /// What it counts, oldest first.
  public var counted: [Counted]
  /// For each stretch of the window; nil where there is nothing.
  public var trend: [Double?]

  public struct Part: Hashable, Sendable {
    public var name: String
    public var count: Int

    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  public init(
    _ name: FigureName, _ value: Value?, n: Int, pending: Int = 0, parts: [Part] = [], counted: [Counted] = [],
    trend: [Double?] = []
  ) {
    self.name = name
    self.value = n > 0 ? value : nil
    self.n = n
    self.pending = pending
    self.parts = parts
    self.counted = counted
    self.trend = trend
  }

  public func part(_ name: String) -> Int? { parts.first { $0.name == name }?.count }
}

extension Figure.Value {
  /// Nil of none.
  static func share(_ part: Int, of all: Int) -> Self? { all > 0 ? .share(part: part, of: all) : nil }

  /// Nil of none.
  static func time(_ times: [Duration]) -> Self? {
    let sorted = times.sorted()
    guard let median = sorted.quantile(0.5), let p90 = sorted.quantile(0.9) else { return nil }
    return .time(median: median, p90: p90)
  }

  static func percent(_ values: [Double]) -> Self? {
    let sorted = values.sorted()
    guard let median = sorted.quantile(0.5), let p90 = sorted.quantile(0.9) else { return nil }
    return .percent(median: median, p90: p90)
  }
}

extension Array {
  /// The nearest rank of a sorted array: the smallest that so many of them do not exceed; nil of none.
  func quantile(_ share: Double) -> Element? {
    guard !isEmpty else { return nil }
    let rank = Int((share * Double(count)).rounded(.up))
    return self[Swift.max(0, Swift.min(count, rank) - 1)]
  }
}

/// One thing that a figure counts, or would.
public struct Counted: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case run(RunNumber)
    case incident(IncidentNumber)
    case retro(RetroNumber)
    case lesson(LessonNumber)
    case item(ItemNumber)
    case step(ChecklistName, StepID)
    case person(Handle)
  }

  public var subject: Subject
  /// What it is called.
  public var title: String
  /// Which moment puts it into the window; nil where none does.
  public var at: Instant?
  /// Whether it is one of the part that a share is of: a deployment that failed, a retro that was late.
  public var isHit: Bool
  /// It is listed and not counted: it is too early to say.
  public var isPending: Bool
  /// What it took, in a figure of times.
  public var took: Duration?
  /// Why it counts as it does, in a few words; may be empty.
  public var words: String

  public init(
    _ subject: Subject, _ title: String = "", at: Instant? = nil, isHit: Bool = false, isPending: Bool = false,
    took: Duration? = nil, words: String = ""
  ) {
    self.subject = subject
    self.title = title
    self.at = at
    self.isHit = isHit
    self.isPending = isPending
    self.took = took
    self.words = words
  }
}
