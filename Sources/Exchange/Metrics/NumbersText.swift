import Domain
import Text

/// `prodpair metrics` for people.
public enum NumbersText {
  /// All figures, a line each.
  public static func text(_ numbers: Numbers) -> String {
    head(numbers) + "\n\n"
      + TextTable(
        columns: [.init("FIGURE"), .init("VALUE"), .init("N", .right), .init("PENDING", .right), .init("NOTE")],
        rows: numbers.figures.map { row($0) }
      ).text
  }

  /// One figure, with what it means and its trend.
  public static func text(_ figure: Figure, of numbers: Numbers, width: Int, height: Int, ascii: Bool) -> String {
    var lines = [
      head(numbers), "", "\(figure.name.title): \(figure.name.meaning)",
      "\(NumberWords.value(figure)), \(NumberWords.n(figure))",
    ]
    let note = NumberWords.note(figure)
    if !note.isEmpty { lines.append(note) }
    let text = lines.map { $0.isEmpty ? "\n" : HangingText.text("", $0, width: width) }.joined()
    guard figure.n > 0 else { return text }
    return text + "\n"
      + ChartText(Chart(figure, of: numbers), width: width, height: max(10, height - 8), ascii: ascii).text
  }

  /// What a figure counts, a line each.
  public static func list(_ figure: Figure, of numbers: Numbers, in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("WHAT"), .init("WHEN (\(clock.zoneName))"), .init("TOOK", .right), .init("COUNTS"), .init("TITLE"),
        .init("WHY"),
      ],
      rows: figure.counted.map { one in
        [
          one.subject.words, one.at.map { clock.dateAndTime($0) } ?? "", one.took.map(ElapsedText.text) ?? "",
          CountedWords.counts(one, in: figure), one.title, one.words,
        ]
      }
    ).text
  }

  static func head(_ numbers: Numbers) -> String {
    "\(visible(numbers.team.text)), \(numbers.window.firstDay) to \(numbers.window.lastDay)"
      + (numbers.service.map { ", service \(visible($0))" } ?? "")
  }

  private static func row(_ figure: Figure) -> [String] {
    [
      figure.name.rawValue, NumberWords.value(figure), String(figure.n),
      figure.pending > 0 ? String(figure.pending) : "", NumberWords.note(figure),
    ]
  }
}

/// How something counts in a figure, in a word.
public enum CountedWords {
  public static func counts(_ one: Counted, in figure: Figure) -> String {
    if one.isPending { return "pending" }
    // People are counted by their minutes, and not by yes or no.
    guard case .share = figure.value, figure.name != .toilShare else { return "" }
    return one.isHit ? "yes" : "no"
  }
}
