/// `item chart --json`. Values are rounded to whole numbers: JSON has no fractions here.
public enum ChartJSON {
  public static func json(_ chart: Chart) -> JSON {
    [
      "title": .string(chart.title), "sentence": .string(chart.sentence), "unit": .string(chart.unit),
      "labels": JSON(chart.labels),
      "layers": JSON(chart.layers, element: series), "lines": JSON(chart.lines, element: series),
      "band": chart.band.map { ["name": .string($0.name), "low": whole($0.low), "high": whole($0.high)] } ?? .null,
    ]
  }

  private static func series(_ series: Chart.Series) -> JSON {
    ["name": .string(series.name), "values": JSON(series.values) { $0.map(whole) ?? .null }]
  }

  private static func whole(_ value: Double) -> JSON { .integer(Int(exactly: value.rounded()) ?? 0) }
}
