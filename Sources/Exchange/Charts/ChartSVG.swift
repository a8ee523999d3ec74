import Text

/// A chart as an SVG picture that needs nothing outside of itself and follows the reader's light or dark theme.
public struct ChartSVG: Hashable, Sendable {
  public let svg: String

  public init(_ chart: Chart) {
    let drawing = Drawing(chart)
    let title = Self.escaped(chart.title)
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="720" height="400" viewBox="0 0 720 400" role="img" \
      aria-labelledby="title desc">
      <title id="title">\(title)</title>
      <desc id="desc">\(Self.escaped(chart.sentence))</desc>
      <style>\(Self.style)</style>
      <rect class="paper" width="720" height="400"/>
      <text class="title" x="20" y="28">\(title)</text>
      <text x="20" y="48" class="small">\(Self.escaped(chart.sentence))</text>
      \((drawing.band + drawing.columns + drawing.lines + drawing.axes + drawing.legend).joined(separator: "\n"))
      </svg>

      """
  }

  /// Shades that differ in lightness from their neighbours, so that they are told apart without colour.
  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#1f2328}.small{font-size:12px}.title{font-weight:600;font-size:16px}.paper{fill:#fff}\
    .axis{stroke:#59636e;fill:none}.rule{fill:none;stroke:#1f2328;stroke-width:2;stroke-dasharray:6 4}\
    .band{fill:#59636e;opacity:.2}.layer{stroke:#fff;stroke-width:.5}\
    .l0{fill:#1a7f64}.l1{fill:#8fd0bd}.l2{fill:#3567b5}.l3{fill:#e0a3a3}.l4{fill:#8a5a12}.l5{fill:#efc872}\
    .l6{fill:#6b6f76}.l7{fill:#c9cdd2}\
    @media(prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.axis{stroke:#9198a1}\
    .rule{stroke:#e6edf3}.band{fill:#9198a1}.layer{stroke:#0d1117}}
    """

  static func escaped(_ text: String) -> String {
    visible(text).replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }

  /// The elements, by what they are.
  private struct Drawing {
    let chart: Chart
    let top: Double

    init(_ chart: Chart) { (self.chart, top) = (chart, chart.top) }

    private var step: Double { 630 / Double(max(1, chart.labels.count)) }
    private func x(_ place: Int) -> Double { 60 + Double(place) * step }
    private func y(_ value: Double) -> Double { 330 - 260 * min(max(0, value / top), 1) }
    private func n(_ value: Double) -> String { ChartNumber.text(value) }

    var columns: [String] {
      let gap = chart.layers.count == 1 ? min(4, step / 5) : 0
      return chart.layers.enumerated().flatMap { index, layer in
        chart.labels.indices.compactMap { place -> String? in
          guard let value = layer.values[safe: place] ?? nil, value > 0 else { return nil }
          let below = chart.height(ofLayers: index, at: place)
          let high = y(below + value)
          let name = ChartSVG.escaped("\(chart.labels[place]): \(ChartNumber.text(value)) \(chart.unit), \(layer.name)")
          return "<rect class=\"layer l\(index % 8)\" x=\"\(n(x(place) + gap / 2))\" y=\"\(n(high))\" "
            + "width=\"\(n(max(0.1, step - gap)))\" height=\"\(n(y(below) - high))\"><title>\(name)</title></rect>"
        }
      }
    }

    var lines: [String] {
      chart.lines.map { line in
        let points = chart.labels.indices.compactMap { place in
          (line.values[safe: place] ?? nil).map { "\(n(x(place) + step / 2)),\(n(y($0)))" }
        }
        return "<polyline class=\"rule\" points=\"\(points.joined(separator: " "))\"/>"
      }
    }

    var band: [String] {
      chart.band.map {
        ["<rect class=\"band\" x=\"60\" y=\"\(n(y($0.high)))\" width=\"630\" height=\"\(n(y($0.low) - y($0.high)))\"/>"]
      } ?? []
    }

    var axes: [String] {
      let scale = [0, top / 2, top].map {
        "<text x=\"52\" y=\"\(n(y($0) + 4))\" text-anchor=\"end\">\(ChartNumber.text($0))</text>"
      }
      let every = max(1, Int((48 / step).rounded(.up)))
      let labels = stride(from: 0, to: chart.labels.count, by: every).map {
        "<text x=\"\(n(x($0) + step / 2))\" y=\"348\" text-anchor=\"middle\">\(ChartSVG.escaped(chart.labels[$0]))</text>"
      }
      return ["<path class=\"axis\" d=\"M60 66V330H690\"/>"] + scale + labels
    }

    var legend: [String] {
      let names =
        chart.layers.map(\.name) + chart.lines.map { "- - \($0.name)" }
        + (chart.band.map { ["(shaded) \($0.name)"] } ?? []) + ["(\(chart.unit))"]
      var (at, baseline) = (20.0, 372.0)
      return names.enumerated().map { index, name in
        let wide = Double(name.displayWidth) * 7 + (index < chart.layers.count ? 28 : 12)
        if at > 20, at + wide > 700 { (at, baseline) = (20, baseline + 18) }
        defer { at += wide }
        let isLayer = index < chart.layers.count
        let box =
          isLayer
          ? "<rect class=\"l\(index % 8)\" x=\"\(n(at))\" y=\"\(n(baseline - 10))\" width=\"11\" height=\"11\"/>" : ""
        return box
          + "<text x=\"\(n(at + (isLayer ? 16 : 0)))\" y=\"\(n(baseline))\" class=\"small\">\(ChartSVG.escaped(name))</text>"
      }
    }
  }
}
