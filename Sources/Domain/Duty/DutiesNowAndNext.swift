/// A team's duty under way, and the one after it; nil where none is planned.
public struct DutiesNowAndNext: Hashable, Sendable {
  public var now: PlannedDuty?
  public var next: PlannedDuty?

  public init(now: PlannedDuty? = nil, next: PlannedDuty? = nil) {
    self.now = now
    self.next = next
  }
}
