/// What the filter language has, as the manual and `--help` show it: read off the keys themselves.
public enum FilterReference {
  /// One key, or a word of `is:`, with what it asks.
  public struct Row: Hashable, Sendable {
    /// As it is typed, an example where a key takes any value.
    public let typed: String
    public let meaning: String
  }

  /// Every key in the order of the manual.
  public static var keys: [Row] {
    FilterKey.allCases.map { Row(typed: FilterReader.example($0), meaning: $0.meaning) }
  }

  /// What can stand after `is:`.
  public static var conditions: [Row] {
    FilterWord.allCases.map { Row(typed: "is:\($0.rawValue)", meaning: $0.meaning) }
  }

  /// A table in Markdown, the words of `is:` in the place of the one key.
  public static var table: String {
    let isWords = FilterReader.example(.condition)
    let rows = keys.flatMap { $0.typed == isWords ? conditions : [$0] }
    return
      (["| typed | which items |", "| --- | --- |"] + rows.map { "| `\($0.typed)` | \($0.meaning) |" })
      .joined(separator: "\n")
  }

  /// The keys and their words by name, a sentence a line.
  public static var summary: String {
    let compared = FilterKey.allCases.filter(\.isCompared).map(\.text)
    let plain = FilterKey.allCases.filter { !$0.isCompared && ![.condition, .has, .no].contains($0) }.map(\.text)
    return """
      Keys with a colon: \(plain.joined(separator: " ")). \
      Keys with < <= = >= > too: \(compared.joined(separator: " ")). \
      is: takes \(FilterWord.allCases.map(\.rawValue).joined(separator: " ")); \
      has: and no: take \(ItemFilter.Field.allCases.map(\.rawValue).joined(separator: " ")).
      """
  }
}

extension FilterKey {
  /// Which items it keeps, as a table says it.
  fileprivate var meaning: String {
    switch self {
    case .type, .state, .panel: "of this \(text): \(words)"
    case .label: "with the label; capital or small letters make no difference"
    case .epic: "of the epic; a name of several words stands in quotes"
    case .owner: "that the person works on; `me` is oneself"
    case .requester: "that the person asked for; `me` is oneself"
    case .points:
      "with so many points; `<` `<=` `=` `>=` `>` compare, and what is not estimated is neither more nor less"
    case .condition: "in this condition: \(words)"
    case .has: "that have it: \(words)"
    case .no: "that have none: the same words as after `has:`"
    case .id: "of this number; `#12` is short for it"
    case .run: "that the run carries"
    case .due: "due by then: a day, `today`, `tomorrow`, or so many days from now; compared as points are"
    case .time(let field):
      "\(field.meaning): before or after a day (`2026-12-01`, `yesterday`), or an age (`12h` `30d` `2w`)"
    case .link(.splitFrom): "that were split from this item"
    case .link(.duplicateOf): "that this duplicate was merged into"
    case .link(.url): "with a link to the address, which stands in quotes"
    case .link(let kind): "with a link to this \(kind.words)"
    }
  }

  private var words: String {
    (values(FilterContext(now: Instant(milliseconds: 0), zone: .gmt)) ?? []).map { "`\($0)`" }.joined(separator: " ")
  }
}

extension FilterWord {
  fileprivate var meaning: String {
    switch self {
    case .blocked: "that wait for something"
    case .unestimated: "without points, though their type takes them"
    case .unowned: "that nobody works on"
    case .overdue: "not accepted, and after their due day"
    case .open: "not accepted: in the icebox, the backlog or current"
    case .done: "accepted"
    }
  }
}

extension ItemFilter.TimeField {
  fileprivate var meaning: String {
    switch self {
    case .created: "written"
    case .updated: "last changed"
    case .started: "started"
    case .delivered: "delivered"
    case .accepted: "accepted"
    }
  }
}
