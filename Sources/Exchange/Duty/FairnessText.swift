import Domain
import Text

/// Who had how much of a team's duties, for people: a bar for each, with a mark where their share would be.
public enum FairnessText {
  private static let barWidth = 20

  public static func text(_ fairness: Fairness, ascii: Bool = false) -> String {
    let most = fairness.loads.map { max(Double($0.duties), $0.share) }.max() ?? 0
    return TextTable(
      columns: [
        .init("WHO"), .init("DUTIES", .right), .init("SHARE", .right), .init("HOURS", .right), .init("LOAD"),
      ],
      rows: fairness.loads.map { load in
        [
          load.who.text, String(load.duties), tenths(load.share), String(load.time.wholeSeconds / 3600),
          bar(Double(load.duties), share: load.share, of: most, ascii: ascii),
        ]
      }
    ).text
  }

  /// As in `████│` for a load below its share, and `███│█` for one above.
  static func bar(_ load: Double, share: Double, of most: Double, ascii: Bool) -> String {
    guard most > 0 else { return "" }
    func place(_ value: Double) -> Int { Int((value / most * Double(barWidth)).rounded()) }
    let (filled, mark) = (place(load), place(share))
    let cells = (0...max(filled, mark)).map { cell in
      cell == mark ? (ascii ? "|" : "│") : (cell < filled + (filled > mark ? 1 : 0)) ? (ascii ? "#" : "█") : " "
    }
    return cells.joined()
  }

  /// To one decimal, without the machine's language.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
