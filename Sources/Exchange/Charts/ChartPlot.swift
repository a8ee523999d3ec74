import Text

/// The part of a chart that is drawn: columns, lines, both axes.
struct ChartPlot {
  private(set) var lines: [String] = []

  private let chart: Chart
  private let signs: ChartSigns
  private let rows: Int
  private let top: Double
  /// How many columns of the screen there are to draw in.
  private let across: Int

  init(_ chart: Chart, width: Int, rows: Int, signs: ChartSigns) {
    // Half of the scale is the edge of a row only where there are two halves.
    let rows = rows > 3 ? rows - rows % 2 : rows
    (self.chart, self.rows, self.signs, top) = (chart, rows, signs, chart.top)
    let scale = [top, top / 2, 0].map { ChartNumber.text($0) }
    let margin = scale.map(\.count).max() ?? 1
    across = max(1, width - margin - 1)
    for row in (0..<rows).reversed() {
      let name = row == rows - 1 ? scale[0] : row == rows / 2 - 1 && rows > 3 ? scale[1] : ""
      let cells = (0..<across).map { cell($0, row) }.joined()
      let line = Self.right(name, margin) + signs.vertical + numbered(cells, row)
      lines.append(Self.trimmed(line))
    }
    lines.append(Self.right(scale[2], margin) + signs.corner + String(repeating: signs.horizontal, count: across))
    lines.append(Self.trimmed(String(repeating: " ", count: margin + 1) + labels))
  }

  /// How many columns of the screen a place takes; 0 where there are more places than columns.
  private var widthOfPlace: Int { min(across / chart.labels.count, 12) }

  /// Layers make one area, which takes all the width there is.
  private var isStretched: Bool { chart.layers.count > 1 }

  /// The first column of the screen that shows a place.
  private func start(of place: Int) -> Int {
    let count = chart.labels.count
    if count > across { return place * across / count }
    return isStretched ? (place * across + count - 1) / count : place * widthOfPlace
  }

  /// The place that a column of the screen shows; nil right of the last one.
  private func place(_ x: Int) -> Int? {
    if chart.labels.count > across { return (x + 1) * chart.labels.count / across - 1 }
    if isStretched { return x * chart.labels.count / across }
    let place = x / widthOfPlace
    return place < chart.labels.count ? place : nil
  }

  /// Single columns stand apart where there is room; layers make one area.
  private func isGap(_ x: Int) -> Bool {
    chart.layers.count == 1 && widthOfPlace >= 3 && x % widthOfPlace == widthOfPlace - 1
  }

  private func cell(_ x: Int, _ row: Int) -> String {
    guard let place = place(x) else { return " " }
    for (index, line) in chart.lines.enumerated() {
      if let value = line.values[safe: place] ?? nil, self.row(of: value) == row { return signs.rule(index) }
    }
    if !isGap(x), let fill = fill(place, row) { return fill }
    if let band = chart.band, self.row(of: band.low) <= row, row <= self.row(of: band.high) { return signs.band }
    return " "
  }

  private func row(of value: Double) -> Int {
    min(rows - 1, max(0, Int((min(max(0, value / top), 1) * Double(rows)).rounded(.up)) - 1))
  }

  private func fill(_ place: Int, _ row: Int) -> String? {
    let (low, unit) = (Double(row), top / Double(rows))
    let full = chart.height(ofLayers: chart.layers.count, at: place) / unit
    if chart.layers.count == 1, !signs.tops.isEmpty {
      let eighths = Int(((full - low) * 8).rounded())
      if eighths >= 8 { return signs.fill(0) }
      if eighths > 0 { return signs.tops[eighths - 1] }
      return row == 0 && full > 0 ? signs.tops[0] : nil
    }
    // Whatever is there can be seen: the lowest row belongs to the first layer that has anything.
    let middle = row == 0 && full > 0 ? min(0.5, full / 2) : low + 0.5
    for layer in chart.layers.indices where chart.height(ofLayers: layer + 1, at: place) / unit > middle {
      return signs.fill(layer)
    }
    return nil
  }

  /// The numbers of single columns stand right above them, where there is room.
  private func numbered(_ cells: String, _ row: Int) -> String {
    guard chart.layers.count == 1, widthOfPlace >= 4, let layer = chart.layers.first else { return cells }
    var cells = cells.map { $0 }
    for (place, value) in layer.values.enumerated() {
      guard let value else { continue }
      let text = Array(ChartNumber.text(value))
      let above = value > 0 ? min(rows - 1, self.row(of: value) + 1) : 0
      guard above == row, text.count < widthOfPlace else { continue }
      let start = place * widthOfPlace + (widthOfPlace - 1 - text.count) / 2
      for (offset, digit) in text.enumerated() where start + offset < cells.count { cells[start + offset] = digit }
    }
    return String(cells)
  }

  /// As many labels as fit, each where its place begins.
  private var labels: String {
    var text = ""
    for (place, label) in chart.labels.enumerated() {
      let x = start(of: place)
      let label = visible(label)
      guard text.isEmpty || x > text.displayWidth, x + label.displayWidth <= across else { continue }
      text += String(repeating: " ", count: x - text.displayWidth) + label
    }
    return text
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
