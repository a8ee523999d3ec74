import Domain
import Text

/// Who had how much of a team's duties, for people: a bar for each, with a mark where their share would be.
public enum FairnessText {
  public static let barWidth = 20

  public static func text(_ fairness: Fairness, ascii: Bool = false) -> String {
    let most = fairness.loads.map { max(Double($0.duties), $0.share) }.max() ?? 0
    return TextTable(
      columns: [
        .init("WHO"), .init("DUTIES", .right), .init("SHARE", .right), .init("OVER", .right), .init("HOURS", .right),
        .init("TIME", .right), .init("LOAD"),
      ],
      rows: fairness.loads.map { load in
        [
          load.who.text, String(load.duties), tenths(load.share), surplus(load), String(load.time.wholeSeconds / 3600),
          percent(load, of: fairness.period),
          bar(Double(load.duties), share: load.share, of: most, ascii: ascii),
        ]
      }
    ).text
  }

  /// As in `████│` for a load below its share, and `███│█` for one above.
  public static func bar(
    _ load: Double, share: Double, of most: Double, ascii: Bool, width: Int = barWidth
  ) -> String {
    guard most > 0 else { return "" }
    func place(_ value: Double) -> Int { Int((value / most * Double(width)).rounded()) }
    let (filled, mark) = (place(load), place(share))
    let cells = (0...max(filled, mark)).map { cell in
      cell == mark ? (ascii ? "|" : "│") : (cell < filled + (filled > mark ? 1 : 0)) ? (ascii ? "#" : "█") : " "
    }
    return cells.joined()
  }

  /// Duties above one's share with their sign, as in `+0.3`.
  public static func surplus(_ load: Fairness.Load) -> String {
    let text = tenths(abs(load.surplus))
    return text == "0.0" ? text : (load.surplus < 0 ? "-" : "+") + text
  }

  /// The share of the period in which somebody was on duty, as in `26%`; rounded up, as the limits are told.
  public static func percent(_ load: Fairness.Load, of period: DutyWindow) -> String {
    let all = period.length.wholeMilliseconds
    return all > 0 ? "\((load.time.wholeMilliseconds * 100 + all - 1) / all)%" : ""
  }

  /// To one decimal, without the machine's language.
  public static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
