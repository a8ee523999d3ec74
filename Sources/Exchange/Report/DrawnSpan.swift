import Domain

/// The stretch of time that a drawing shows, and where in the drawing each moment of it lies.
///
/// Proportions are true: half of the time is half of the way.
public struct DrawnSpan: Hashable, Sendable {
  public let from: Instant
  public let until: Instant
  /// Where it begins and ends in the drawing, in its units.
  public let left: Double
  public let right: Double

  /// - Parameter until: later than `from`; it is put a millisecond later where it is not.
  public init(from: Instant, until: Instant, left: Double, right: Double) {
    self.from = from
    self.until = max(until, from + .milliseconds(1))
    (self.left, self.right) = (left, right)
  }

  /// Outside of the span it lies outside of the drawing.
  public func x(_ instant: Instant) -> Double {
    let part = Double(instant.milliseconds - from.milliseconds) / Double(until.milliseconds - from.milliseconds)
    return left + part * (right - left)
  }

  public func contains(_ instant: Instant) -> Bool { from <= instant && instant <= until }

  public func clamped(_ instant: Instant) -> Instant { min(max(instant, from), until) }
}

extension DrawnSpan {
  /// Chooses what is worth showing of an incident.
  ///
  /// All of its times but the closing, which often comes a week later, and what happened around them, as far away as a third of
  /// their span. What lies farther off would squeeze everything else, and is told in words.
  ///
  /// - Parameters:
  ///   - times: of the incident; one at the least.
  ///   - others: when something happened, or was begun or ended.
  static func around(
    _ times: [Instant], others: [Instant], left: Double, right: Double
  ) -> DrawnSpan {
    let first = times.min() ?? others.min() ?? Instant(milliseconds: 0)
    let last = times.max() ?? first
    // Where only one time is known, an hour to both sides says what belongs to it.
    let reach = last == first ? .minutes(60) : Duration.milliseconds((last - first).wholeMilliseconds / 3)
    let near = others.filter { first - reach <= $0 && $0 <= last + reach }
    let begin = min(first, near.min() ?? first)
    let end = max(last, near.max() ?? last)
    let margin = max(Duration.milliseconds((end - begin).wholeMilliseconds / 50), end == begin ? .minutes(1) : .zero)
    return DrawnSpan(from: begin - margin, until: end + margin, left: left, right: right)
  }
}
