/// What is read for the burndown of a release: the release, and what stands before it in the hand-set order.
public struct ReleaseFacts: Sendable {
  public var release: ItemFacts
  public var title: String
  /// Everything after the release before it, the icebox left out, in no particular order.
  public var items: [ItemFacts]
  /// When the release before it was reached; nil where there is none, or it was not.
  public var previousAt: Instant?

  public init(release: ItemFacts, title: String, items: [ItemFacts], previousAt: Instant? = nil) {
    self.release = release
    self.title = title
    self.items = items
    self.previousAt = previousAt
  }

  /// A burndown from the release before it, or from the first of its items, to the day that it is promised for or,
  /// where that is later, expected on.
  public func burndown(_ facts: BacklogFacts, _ schedule: BacklogSchedule) -> Burndown {
    // No more of either than a chart can show.
    let (back, ahead) = (182, 364)
    let today = facts.today
    let reached = release.acceptedAt?.day(in: facts.zone)
    let last =
      reached ?? [release.due, schedule.forecast(of: release.number)?.expected, today].compactMap(\.self).max()
    let start = previousAt ?? items.map(\.createdAt).min() ?? release.createdAt
    let end = min(last ?? today, Self.day(ahead, after: today) ?? today)
    let first = max(start.day(in: facts.zone), Self.day(-back, after: min(end, today)) ?? today)
    return Burndown(
      items, settings: facts.settings, from: min(first, end), through: end, today: today, zone: facts.zone)
  }

  private static func day(_ days: Int, after day: String) -> String? {
    DayNumber.of(day).flatMap { DayNumber.text($0 + days) }
  }
}
