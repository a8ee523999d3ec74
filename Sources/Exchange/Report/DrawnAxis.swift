import Domain
import Foundation

/// The moments that a drawing's axis names: round ones of the team's clock, and no more than can be read.
struct DrawnAxis: Hashable, Sendable {
  struct Tick: Hashable, Sendable {
    var at: Instant
    var x: Double
    var label: String
  }

  let ticks: [Tick]

  /// In seconds; each divides the next larger day, hour or minute.
  private static let steps: [Int64] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_419_200, 7_257_600, 31_536_000,
  ]

  /// - Parameter room: how far apart two labels must be, in units of the drawing.
  init(_ span: DrawnSpan, in zone: TimeZone, room: Double = 62) {
    let seconds = Double(span.until.milliseconds - span.from.milliseconds) / 1000
    let fits = max(1, (span.right - span.left) / room)
    let step = Self.steps.first { seconds / Double($0) <= fits } ?? Int64((seconds / fits).rounded(.up))
    // Round for the clock on the wall: midnight there, not in Greenwich.
    let offset = Int64(zone.secondsFromGMT(for: span.from.date)) * 1000
    let unit = step * 1000
    let begin = span.from.milliseconds + offset
    var at = Instant(milliseconds: (begin / unit + (begin % unit > 0 ? 1 : 0)) * unit - offset)
    var ticks: [Tick] = []
    var day: String?
    while at <= span.until, ticks.count < 100 {
      let civil = CivilTime(at, in: zone)
      // The year stands in the dates of the report.
      let date = String(civil.isoDate.dropFirst(5))
      let clock = step < 60 ? civil.clockWithSeconds : civil.clock
      let isNewDay = day.map { $0 != date } ?? false
      ticks.append(Tick(at: at, x: span.x(at), label: step >= 86_400 || isNewDay ? date : clock))
      day = date
      at = at + .seconds(step)
    }
    self.ticks = ticks
  }
}
