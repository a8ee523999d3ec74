import Text

/// A chart as plain series, to be drawn as text or as SVG: columns, stacked where there are several layers, with lines
/// over them.
public struct Chart: Hashable, Sendable {
  public var title: String
  /// One sentence that says what the chart shows, for whoever can't see it or has no time to.
  public var sentence: String
  /// What the numbers count, as in `points`.
  public var unit: String
  /// One for each place from left to right.
  public var labels: [String]
  /// From the bottom up; each has a value, or none, for each place.
  public var layers: [Series]
  public var lines: [Series]
  /// From one value to another over all places, behind the columns.
  public var band: Band?

  public struct Series: Hashable, Sendable {
    public var name: String
    public var values: [Double?]

    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  public struct Band: Hashable, Sendable {
    public var name: String
    public var low: Double
    public var high: Double

    public init(_ name: String, low: Double, high: Double) {
      self.name = name
      self.low = low
      self.high = high
    }
  }

  public init(
    title: String, sentence: String, unit: String, labels: [String], layers: [Series], lines: [Series] = [],
    band: Band? = nil
  ) {
    self.title = title
    self.sentence = sentence
    self.unit = unit
    self.labels = labels
    self.layers = layers
    self.lines = lines
    self.band = band
  }

  /// The sum of the first layers at a place.
  func height(ofLayers count: Int, at place: Int) -> Double {
    layers.prefix(count).reduce(0) { $0 + max(0, ($1.values[safe: place] ?? nil) ?? 0) }
  }

  /// The top of the scale: a round number that is above all there is.
  var top: Double {
    let columns = labels.indices.map { height(ofLayers: layers.count, at: $0) }
    let values = columns + lines.flatMap(\.values).compactMap { $0 } + [band?.high ?? 0]
    let highest = values.filter(\.isFinite).max() ?? 0
    var unit = 1.0
    while unit * 10 < highest { unit *= 10 }
    let steps = [1.0, 2, 4, 5, 6, 8, 10].map { $0 * unit }
    return max(2, steps.first { $0 >= highest } ?? highest)
  }
}

extension Array {
  /// Nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// Numbers on charts.
enum ChartNumber {
  /// Whole where it is whole, else with one decimal.
  static func text(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return "?" }
    let whole = Int(tenths) / 10
    let rest = abs(Int(tenths) % 10)
    return rest == 0 ? String(whole) : "\(whole).\(rest)"
  }
}
