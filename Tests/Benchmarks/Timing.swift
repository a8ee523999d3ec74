import Foundation

/// Milliseconds of the monotonic clock.
func clockMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
}

/// How long the body took, in milliseconds.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = clockMilliseconds()
  try body()
  return clockMilliseconds() - start
}

/// What was measured of one thing, in milliseconds.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }

  /// By nearest rank: a value that was measured, never one in between.
  private func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
  }
}
