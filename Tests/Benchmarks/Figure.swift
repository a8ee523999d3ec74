import Foundation

/// One line of the table: what was measured, what it is held against, and what was aimed at.
struct Figure {
  enum Unit: String { case milliseconds = "ms", seconds = "s", megabytes = "MB", percent = "%", perSecond = "/s" }

  /// An upper bound, of one of the three numbers; or a lower one.
  enum Aim {
    case median(Double)
    case atLeast(Double)
    case medianAndP99(Double, Double)
    case ratio(Double)
    case none
  }

  var name: String
  var unit = Unit.milliseconds
  var median: Double
  var p99: Double?
  /// What it is held against, and how much that took.
  var reference: (name: String, value: Double)?
  var aim = Aim.none

  init(
    _ name: String, _ samples: Samples, against reference: (name: String, samples: Samples)? = nil,
    aim: Aim = .none
  ) {
    self.name = name
    median = samples.median
    p99 = samples.p99
    self.reference = reference.map { ($0.name, $0.samples.median) }
    self.aim = aim
  }

  init(_ name: String, _ value: Double, _ unit: Unit, aim: Aim = .none) {
    self.name = name
    self.unit = unit
    median = value
    self.aim = aim
  }

  var ratio: Double? { reference.map { median / $0.value } }

  /// Nil where nothing was aimed at.
  var isMet: Bool? {
    switch aim {
    case .median(let bound): median <= bound
    case .atLeast(let bound): median >= bound
    case .medianAndP99(let bound, let tail): median <= bound && (p99 ?? .infinity) <= tail
    case .ratio(let bound): (ratio ?? .infinity) <= bound
    case .none: nil
    }
  }
}

extension Figure {
  static let head = ["figure", "median", "p99", "held against", "ratio", "aim", "met"]

  var cells: [String] {
    [
      name, text(median), p99.map { text($0) } ?? "", reference.map { "\($0.name): \(text($0.value))" } ?? "",
      ratio.map { String(format: "%.2f", $0) } ?? "", aimText, isMet.map { $0 ? "yes" : "NO" } ?? "",
    ]
  }

  private var aimText: String {
    switch aim {
    case .median(let bound): "<= \(Self.short(bound)) \(unit.rawValue)"
    case .atLeast(let bound): ">= \(Self.short(bound)) \(unit.rawValue)"
    case .medianAndP99(let bound, let tail): "<= \(Self.short(bound)) and \(Self.short(tail)) \(unit.rawValue)"
    case .ratio(let bound): "ratio <= \(Self.short(bound))"
    case .none: ""
    }
  }

  private func text(_ value: Double) -> String { Self.text(value, unit) }

  static func text(_ value: Double, _ unit: Unit) -> String {
    String(format: value < 10 ? "%.2f" : "%.1f", value) + " " + unit.rawValue
  }

  private static func short(_ value: Double) -> String { String(format: "%g", value) }

  static func table(_ figures: [Figure]) -> String { MarkdownTable.text([head] + figures.map(\.cells)) }
}
