import Domain
import Foundation
import Testing
import Text

@testable import Exchange

@Suite("Charts as text and as SVG")
struct ChartTests {
  @Test("A chart fits its window, whatever the size", arguments: SampleChart.allCases, [false, true])
  func fits(sample: SampleChart, ascii: Bool) {
    for (width, height) in [(80, 24), (40, 10), (41, 11), (60, 12), (200, 60), (1, 1)] {
      let text = ChartText(sample.chart, width: width, height: height, ascii: ascii)
      #expect(text.lines.count <= max(10, height))
      for line in text.lines { #expect(line.displayWidth <= max(40, width), "\(line)") }
      if ascii { #expect(text.text.utf8.allSatisfy { $0 < 0x80 }) }
    }
  }

  @Test("Each chart as text", arguments: ExpectedChart.all)
  func text(expected: ExpectedChart) {
    let text = ChartText(
      expected.sample.chart, width: expected.width, height: expected.height, ascii: expected.ascii)
    #expect(text.text == expected.text, "\n\(text.text)")
  }

  @Test("A chart without places says so, and draws nothing")
  func empty() {
    let charts = [
      Chart(Burndown(days: [], remaining: [], ideal: []), name: "1.0"), Chart([]), Chart(ToilShare([])),
      Chart(VelocityHistory(entries: [], velocity: Velocity(points: 10))),
    ]
    #expect(
      charts.map { ChartText($0).lines.joined(separator: ": ") } == [
        "Burndown of 1.0: Nothing has begun yet.", "Cumulative flow: There are no days to show.",
        "Toil: Nothing was accepted in these iterations.",
        "Velocity: No iteration is finished yet: the velocity of 10 points is the team's guess.",
      ])
    for chart in charts { #expect(ChartSVG(chart).svg.contains("</svg>")) }
  }

  @Test(
    "Numbers that are wild, and names that are hostile, are drawn all the same",
    arguments: [0, 1e-9, 7, 1e12, .infinity, .nan])
  func wild(value: Double) {
    let chart = Chart(
      title: "漢字\u{1B}[2J<b><\u{301}", sentence: "\u{202E}\(String(repeating: "long ", count: 200))", unit: "&",
      labels: (0..<300).map { "<\($0)>" },
      layers: [Chart.Series("\"a\"", [value, nil, -value]), Chart.Series("b", Array(repeating: value, count: 999))],
      lines: [Chart.Series("c", [value])], band: Chart.Band("d", low: value, high: -value))
    let text = ChartText(chart, width: 50, height: 12)
    #expect(text.lines.count <= 12)
    for line in text.lines { #expect(line.displayWidth <= 50) }
    #expect(!text.text.contains("\u{1B}"))
    let svg = ChartSVG(chart).svg
    #expect(svg.contains("&lt;\u{301}</title>"))
    #expect(!svg.contains("<b>") && !svg.contains("\u{1B}") && !svg.contains("nan") && !svg.contains("inf"))
  }

  @Test("An SVG is told to those who can't see it, and follows a dark theme", arguments: SampleChart.allCases)
  func svg(sample: SampleChart) {
    let chart = sample.chart
    let svg = ChartSVG(chart).svg
    #expect(svg.contains("<title id=\"title\">\(chart.title)</title>"))
    #expect(svg.contains("<desc id=\"desc\">\(chart.sentence)</desc>"))
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(!svg.contains("href") && !svg.contains("url("))
    for series in chart.layers + chart.lines { #expect(svg.contains(series.name)) }
    #expect(svg.components(separatedBy: "<text").count == svg.components(separatedBy: "</text>").count)
  }
}
