import Domain

/// `prodpair metrics --openmetrics`: the figures as OpenMetrics text (openmetrics.io, 1.0), for a Prometheus text-file
/// collector or a push.
///
/// A figure of nothing has no sample of its value, so that no graph shows a 0 that nobody measured; its `n` is there.
public enum NumbersOpenMetrics {
  public static func text(_ numbers: Numbers) -> String {
    let labels = label("team", numbers.team.text) + (numbers.service.map { "," + label("service", $0) } ?? "")
    var text = ""
    for figure in numbers.figures { text += family(figure, labels) }
    text += head("prodpair_figure_n", "How many a figure is made of.")
    for figure in numbers.figures { text += sample("prodpair_figure_n", labels, figure, String(figure.n)) }
    text += head("prodpair_figure_pending", "What a figure can't count yet.")
    for figure in numbers.figures { text += sample("prodpair_figure_pending", labels, figure, String(figure.pending)) }
    text += head("prodpair_figure_part", "A smaller number beside a figure.")
    for figure in numbers.figures {
      for part in figure.parts {
        text += sample(
          "prodpair_figure_part", labels + "," + label("part", part.name), figure, String(part.count))
      }
    }
    text += head("prodpair_window_seconds", "How long the window is that the figures are of.", unit: "seconds")
    text += "prodpair_window_seconds{\(labels)} \(number(Double(numbers.window.period.milliseconds) / 1000))\n"
    return text + "# EOF\n"
  }

  private static func family(_ figure: Figure, _ labels: String) -> String {
    let name = "prodpair_" + figure.name.rawValue.replacing("-", with: "_")
    let help = "\(figure.name.title): \(figure.name.meaning)."
    switch figure.value {
    case nil: return ""
    case .count(let count): return head(name, help) + "\(name){\(labels)} \(count)\n"
    case .perWeek(let value): return head(name + "_per_week", help) + "\(name)_per_week{\(labels)} \(number(value))\n"
    case .share(let part, let all):
      return head(name + "_ratio", help, unit: "ratio")
        + "\(name)_ratio{\(labels)} \(number(Double(part) / Double(all)))\n"
    case .time(let median, let p90):
      return quantiles(name + "_seconds", help, "seconds", labels, seconds(median), seconds(p90))
    case .percent(let median, let p90):
      return quantiles(name + "_ratio", help, "ratio", labels, median / 100, p90 / 100)
    case .spread(let value): return head(name + "_spread", help) + "\(name)_spread{\(labels)} \(number(value))\n"
    }
  }

  private static func quantiles(
    _ name: String, _ help: String, _ unit: String, _ labels: String, _ median: Double, _ p90: Double
  ) -> String {
    head(name, help, unit: unit)
      + "\(name){\(labels),\(label("share", "0.5"))} \(number(median))\n"
      + "\(name){\(labels),\(label("share", "0.9"))} \(number(p90))\n"
  }

  private static func head(_ name: String, _ help: String, unit: String? = nil) -> String {
    "# TYPE \(name) gauge\n" + (unit.map { "# UNIT \(name) \($0)\n" } ?? "") + "# HELP \(name) \(escaped(help))\n"
  }

  private static func sample(_ name: String, _ labels: String, _ figure: Figure, _ value: String) -> String {
    "\(name){\(labels),\(label("figure", figure.name.rawValue))} \(value)\n"
  }

  private static func label(_ name: String, _ value: String) -> String { "\(name)=\"\(escaped(value))\"" }

  private static func escaped(_ text: String) -> String {
    text.replacing(["\\": "\\\\", "\n": "\\n", "\"": "\\\""])
  }

  private static func seconds(_ duration: Duration) -> Double { Double(duration.wholeMilliseconds) / 1000 }

  private static func number(_ value: Double) -> String { value.isFinite ? String(value) : "NaN" }
}
