import Foundation

/// What the words of a filter are read against: who asks, when, and which names there are.
public struct FilterContext: Sendable {
  /// Whom `me` stands for; nil where nobody is known.
  public var me: Handle?
  public var now: Instant
  /// Whose midnights the days begin at.
  public var zone: TimeZone
  /// The types that take points: what `is:unestimated` is asked of.
  public var pointed: Set<ItemType>
  /// The names there are. A name that is not among them is a mistake; nil takes any name.
  public var labels: [String]?
  public var epics: [String]?
  public var handles: [Handle]?

  public init(
    me: Handle? = nil, now: Instant, zone: TimeZone, pointed: Set<ItemType> = [.feature], labels: [String]? = nil,
    epics: [String]? = nil, handles: [Handle]? = nil
  ) {
    self.me = me
    self.now = now
    self.zone = zone
    self.pointed = pointed
    self.labels = labels
    self.epics = epics
    self.handles = handles
  }

  /// `YYYY-MM-DD`, some days from now.
  func day(in days: Int = 0) -> String { CivilTime(now, in: zone).adding(days: days).isoDate }
}
