/// A column of names before what they name: wide enough for the longest, and two spaces between, so that no name runs
/// into its value.
public enum LabelColumn {
  /// - Parameters:
  ///   - least: how many columns it has in any case.
  ///   - most: how many a long name may take; what is longer than that juts out on its own line alone.
  /// - Returns: in columns of the terminal, the space behind the name among them.
  public static func width(of labels: [String], atLeast least: Int, atMost most: Int = 26) -> Int {
    let longest = labels.map { visible($0).displayWidth + gap }.max() ?? 0
    return max(least, min(longest, most))
  }

  public static func padded(_ label: String, toWidth width: Int) -> String {
    let text = visible(label)
    return text.padded(toWidth: max(width, text.displayWidth + gap))
  }

  private static let gap = 2
}
