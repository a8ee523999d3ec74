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

  /// Of what it was measured, as in 1,000,000 entries.
  struct Size {
    var count: Int
    var unit: String
  }

  var name: String
  var size: Size?
  /// What came of it, as in `20 found`: beside the name, and no part of it.
  var remark: String?
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

  /// What it is, whole: the same figure of another size has another.
  var title: String {
    name + (remark.map { ", \($0)" } ?? "") + (size.map { ", \($0.count) \($0.unit)" } ?? "")
  }

  func remarked(_ remark: String?) -> Figure {
    var figure = self
    figure.remark = remark
    return figure
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
      title, text(median), p99.map { text($0) } ?? "", reference.map { "\($0.name): \(text($0.value))" } ?? "",
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

  /// What was measured of several sizes, a size a column: median, p99, and how many times the reference that is; and how
  /// many times the first size's the last one's median is. Nil where nothing was.
  static func tableBySize(_ figures: [Figure]) -> String? {
    let sizes = Set(figures.compactMap { $0.size?.count }).sorted()
    guard sizes.count > 1, let first = sizes.first, let last = sizes.last else { return nil }
    var names: [String] = []
    var found: [String: [Int: Figure]] = [:]
    for figure in figures {
      guard let size = figure.size else { continue }
      let name = "\(figure.name) (\(size.unit))"
      if found[name] == nil { names.append(name) }
      found[name, default: [:]][size.count] = figure
    }
    let rows = names.map { name -> [String] in
      let row = found[name] ?? [:]
      let growth = row[first].flatMap { small in row[last].map { String(format: "%.2f", $0.median / small.median) } }
      let aim = row[last]?.aimText ?? ""
      return [name] + sizes.map { row[$0]?.cell ?? "" } + [growth ?? "", aim]
    }
    return MarkdownTable.text([["figure"] + sizes.map { "of \($0)" } + ["grows", "aim"]] + rows)
  }

  private var cell: String {
    let tail = p99.map { " (\(text($0)))" } ?? ""
    return text(median) + tail + (ratio.map { String(format: " %.2fx", $0) } ?? "")
  }
}

extension [Figure] {
  /// They are all of one size.
  func sized(_ count: Int, _ unit: String) -> [Figure] {
    map { figure in
      var figure = figure
      figure.size = Figure.Size(count: count, unit: unit)
      return figure
    }
  }
}
