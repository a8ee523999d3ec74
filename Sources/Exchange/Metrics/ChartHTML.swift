/// A chart as a drawing of a page.
enum ChartHTML {
  private static let size = (width: 720.0, height: 250.0)
  private static let plot = (left: 52.0, top: 16.0, right: 708.0, bottom: 200.0)
  private static let fills = ["fill-one", "fill-two", "fill-three", "fill-four"]
  private static let shades = ["fill-one", "fill-bad"]

  static func drawing(_ chart: Chart) -> HTML {
    let top = chart.top
    let step = (plot.right - plot.left) / Double(max(1, chart.labels.count))
    func y(_ value: Double) -> Double { plot.bottom - (plot.bottom - plot.top) * min(max(0, value / top), 1) }
    var parts: [HTML] = [0, top / 2, top].flatMap { value in
      [
        HTMLParts.stroke(
          x1: plot.left, y1: y(value), x2: plot.right, y2: y(value), class: value == 0 ? "axis" : "grid"),
        HTMLParts.drawn(ChartNumber.text(value), x: plot.left - 8, y: y(value) + 4, .end, class: "soft"),
      ]
    }
    for (index, layer) in chart.layers.enumerated() {
      let names = (chart.layers.count > 1 ? shades : fills)[index % (chart.layers.count > 1 ? 2 : 4)]
      for (place, label) in chart.labels.enumerated() {
        guard let value = layer.values[safe: place] ?? nil, value > 0 else { continue }
        let below = chart.height(ofLayers: index, at: place)
        parts.append(
          HTMLParts.box(
            x: plot.left + Double(place) * step + step * 0.15, y: y(below + value), width: step * 0.7,
            height: max(1, y(below) - y(below + value)), class: names,
            tooltip: "\(label): \(ChartNumber.text(value)) \(chart.unit), \(layer.name)"))
      }
    }
    for line in chart.lines {
      guard let value = line.values.compactMap(\.self).first else { continue }
      parts.append(HTMLParts.stroke(x1: plot.left, y1: y(value), x2: plot.right, y2: y(value), class: "line-ink"))
      parts.append(HTMLParts.drawn(line.name, x: plot.right, y: y(value) - 5, .end, class: "small"))
    }
    return HTMLParts.drawing(
      "\(chart.title). \(chart.sentence)", width: size.width, height: size.height,
      caption: ["\(chart.sentence) In \(chart.unit)."], parts + labels(chart, step) + legend(chart))
  }

  private static func labels(_ chart: Chart, _ step: Double) -> [HTML] {
    let every = max(1, Int((52 / step).rounded(.up)))
    return stride(from: 0, to: chart.labels.count, by: every).map { place in
      HTMLParts.drawn(
        chart.labels[place], x: plot.left + (Double(place) + 0.5) * step, y: plot.bottom + 18, .middle, class: "soft")
    }
  }

  /// Only where there is more than one thing to tell apart.
  private static func legend(_ chart: Chart) -> [HTML] {
    guard chart.layers.count > 1 else { return [] }
    return chart.layers.enumerated().flatMap { index, layer in
      let x = plot.left + Double(index) * 150
      return [
        HTMLParts.box(x: x, y: 230, width: 11, height: 11, class: shades[index % 2]),
        HTMLParts.drawn(layer.name, x: x + 17, y: 240),
      ]
    }
  }
}
