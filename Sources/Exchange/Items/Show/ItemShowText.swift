import Domain
import Text

/// `item show N` for people: the item, what was said of it, and how it got where it is.
public enum ItemShowText {
  /// - Parameter width: where lines are wrapped; nil where they are not.
  public static func text(_ record: ItemRecord, in clock: LocalClock, width: Int? = nil) -> String {
    let item = record.item
    let phrases = ItemPhrases(record: record, clock: clock)
    let description: [ItemPhrases.Named] =
      item.description.isEmpty ? [] : [("description", "\(item.description.withPlainLineBreaks)")]
    let head =
      "item \(item.number) (\(item.type.rawValue), \(item.state.rawValue)\(item.isBlocked ? ", blocked" : ""))\n"
    let named = phrases.facts + description + phrases.parts + phrases.comments + phrases.history
    let column = LabelColumn.width(of: named.map(\.name), atLeast: 13)
    return head + HangingText.text("", visible(item.title), width: width)
      + named.map { name, phrase in
        HangingText.text("  " + LabelColumn.padded(name, toWidth: column), phrase.text, width: width)
      }.joined()
  }
}
