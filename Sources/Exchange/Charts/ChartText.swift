import Text

/// A chart as lines of text: readable without colour, in a window of 80x24, and still in one of 40x10.
public struct ChartText: Hashable, Sendable {
  /// None is wider than the width; there are at most as many as the height.
  public let lines: [String]

  /// - Parameters:
  ///   - width: in columns; less than 40 counts as 40.
  ///   - height: in lines; less than 10 counts as 10.
  ///   - ascii: without any sign outside of ASCII, where the names have none.
  public init(_ chart: Chart, width: Int = 80, height: Int = 24, ascii: Bool = false) {
    let (width, height) = (max(40, width), max(10, height))
    let signs = ascii ? ChartSigns.ascii : .unicode
    var head = [chart.title.truncated(toWidth: width, ellipsis: signs.ellipsis)]
    var sentence = chart.sentence.wrapped(toWidth: width)
    guard !chart.labels.isEmpty else {
      lines = Array((head + sentence).prefix(height))
      return
    }
    var legend = signs.legend(chart).wrappedWords(toWidth: width, ellipsis: signs.ellipsis)
    // The axis takes two lines, and less than three for what is drawn shows nothing.
    func rows() -> Int { height - 2 - head.count - sentence.count - legend.count }
    if rows() < 3 { head = [] }
    if rows() < 3, legend.count > 2 {
      legend = signs.legend(chart, letters: 5).wrappedWords(toWidth: width, ellipsis: signs.ellipsis)
    }
    while rows() < 3, legend.count > 2 { legend.removeLast() }
    while rows() < 3, sentence.count > 1 { sentence.removeLast() }
    let plot = ChartPlot(chart, width: width, rows: max(3, rows()), signs: signs)
    lines = head + sentence + plot.lines + legend
  }

  public var text: String { lines.joined(separator: "\n") + "\n" }
}

/// What charts are drawn with.
struct ChartSigns {
  /// Layers from the bottom up.
  let fills: [String]
  /// The top of a column, from nearly nothing to nearly full; empty where columns are whole rows only.
  let tops: [String]
  let rules: [String]
  let band: String
  let vertical: String
  let corner: String
  let horizontal: String
  let ellipsis: String

  static let unicode = ChartSigns(
    fills: ["█", "▒", "▚", "░", "╱", "═", "+", "·"], tops: ["▁", "▂", "▃", "▄", "▅", "▆", "▇"], rules: ["●", "◆"],
    band: "┄", vertical: "┤", corner: "└", horizontal: "─", ellipsis: "…")
  static let ascii = ChartSigns(
    fills: ["#", "%", "@", ":", "/", "=", "+", "."], tops: [], rules: ["o", "*"], band: "~", vertical: "|", corner: "+",
    horizontal: "-", ellipsis: "...")

  func fill(_ layer: Int) -> String { fills[layer % fills.count] }
  func rule(_ line: Int) -> String { rules[line % rules.count] }

  /// What each sign stands for, one for each series; the layers' names shortened where there is little room.
  func legend(_ chart: Chart, letters: Int = .max) -> [String] {
    chart.layers.enumerated().map { "\(fill($0)) \(visible($1.name.prefix(letters)))" }
      + chart.lines.enumerated().map { "\(rule($0)) \(visible($1.name))" }
      + (chart.band.map { ["\(band) \(visible($0.name))"] } ?? []) + ["(\(chart.unit))"]
  }
}

extension [String] {
  /// The texts two spaces apart, in as few lines as they fit in; none is taken apart.
  func wrappedWords(toWidth width: Int, ellipsis: String) -> [String] {
    var lines: [String] = []
    for text in self {
      if let last = lines.last, last.displayWidth + 2 + text.displayWidth <= width {
        lines[lines.count - 1] = last + "  " + text
      } else {
        lines.append(text.truncated(toWidth: width, ellipsis: ellipsis))
      }
    }
    return lines
  }
}
