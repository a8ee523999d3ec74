import Domain
import Exchange
import Terminal
import Text

/// What one person has of a team's duties, beside what the others have.
struct LoadRow: Identifiable, Sendable {
  var load: Fairness.Load
  /// The largest load or share of anybody, which a whole bar stands for.
  var most: Double
  var period: DutyWindow
  /// Those about this person at that time.
  var warnings: [DutyWarning]

  var id: Handle { load.who }
}

/// The loads as a list: a bar reaches as far as the duties, and its mark stands where the share is.
enum LoadList {
  static func list() -> RowList<LoadRow> { RowList(columns) { $0.load.who.text } }

  /// - Parameter quarter: the one whose warnings stand in the rows.
  static func rows(_ load: TeamLoad, _ quarter: DutyWarning.Quarter) -> [LoadRow] {
    let loads = load.fairness.loads
    let most = loads.map { max(Double($0.duties), $0.share) }.max() ?? 0
    return loads.map { one in
      LoadRow(
        load: one, most: most, period: load.fairness.period,
        warnings: load.warnings.filter { if case .tooOften(one.who, _, quarter) = $0 { true } else { false } })
    }
  }

  private static let columns: [Column<LoadRow>] = [
    .by("  who", isFlexible: true, { $0.load.who.text }) { row, _, glyphs in
      row.warnings.isEmpty
        ? Span("  \(row.load.who)") : Span("\(glyphs.warning) \(row.load.who)", Style(foreground: .yellow, bold: true))
    },
    .by("duties", { $0.load.duties }) { row, _, _ in Span(right("\(row.load.duties)", 6)) },
    .by("share", expendable: 1, { $0.load.share }) { row, _, _ in
      Span(right(FairnessText.tenths(row.load.share), 5), .dim)
    },
    .by(" over", { $0.load.surplus }) { row, _, _ in Span(right(FairnessText.surplus(row.load), 5)) },
    .by("hours", expendable: 0, { $0.load.time.wholeSeconds }) { row, _, _ in
      Span(right("\(row.load.time.wholeSeconds / 3600)", 5), .dim)
    },
    .by("time", { $0.load.time.wholeSeconds }) { row, _, _ in
      Span(right(FairnessText.percent(row.load, of: row.period), 4))
    },
    Column("load and share") { row, app, glyphs in
      Span(
        FairnessText.bar(
          Double(row.load.duties), share: row.load.share, of: row.most, ascii: glyphs == .ascii,
          width: max(8, min(40, app.size.width - 56))), Style(foreground: row.warnings.isEmpty ? .cyan : .yellow))
    },
  ]

  private static func right(_ text: String, _ width: Int) -> String {
    text.padded(toWidth: width, alignment: .right)
  }
}
