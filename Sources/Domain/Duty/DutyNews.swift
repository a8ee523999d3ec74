/// A duty as it was and as it is; nil where it was not there, or is gone.
public struct DutyNews: Hashable, Sendable {
  public var before: PlannedDuty?
  public var after: PlannedDuty?

  public init(before: PlannedDuty?, after: PlannedDuty?) {
    self.before = before
    self.after = after
  }

  /// A duty that somebody took over in the middle is one piece of news: who was to be on in the part that was cut off, and
  /// who is.
  public static func joined(_ news: [DutyNews]) -> [DutyNews] {
    var parts: [DutyNumber: PlannedDuty] = [:]
    for case let part? in news.filter({ $0.before == nil }).map(\.after) {
      if let whole = part.partOf { parts[whole] = part }
    }
    var joined: [DutyNews] = []
    var used: Set<DutyNumber> = []
    for piece in news {
      guard let before = piece.before, let after = piece.after, let part = parts[after.number],
        after.window.start == before.window.start, after.window.end == part.window.start
      else { continue }
      var rest = before
      rest.window = part.window
      joined.append(DutyNews(before: rest, after: part))
      used.formUnion([after.number, part.number])
    }
    return joined + news.filter { piece in (piece.after ?? piece.before).map { !used.contains($0.number) } ?? false }
  }

  public var start: Instant { after?.window.start ?? before?.window.start ?? Instant(milliseconds: 0) }
  public var end: Instant { max(after?.window.end ?? .distantPast, before?.window.end ?? .distantPast) }

  /// Whether it is somebody's duty, or was, and its time or its people are others.
  public func concerns(_ who: Handle) -> Bool {
    guard before?.window != after?.window || Set(before?.people ?? []) != Set(after?.people ?? []) else { return false }
    return before?.people.contains(who) == true || after?.people.contains(who) == true
  }
}

extension Instant {
  fileprivate static let distantPast = Instant(milliseconds: .min)
}
