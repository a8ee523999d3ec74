import Domain
import Text

/// `item show N` for people: the item, then what was said, then how it went.
public enum ItemShowText {
  public static func text(_ record: ItemRecord, in clock: LocalClock, width: Int? = nil) -> String {
    let item = record.item
    let facts = ItemFacts(record: record)
    var text = HangingText.text("", "item \(item.number) (\(item.type.rawValue)): \(visible(item.title))", width: width)
    for (name, fact) in facts.facts(in: clock) {
      text += HangingText.text("  " + name.padded(toWidth: 14), fact.text, width: width)
    }
    if !item.description.isEmpty {
      let description = visible(item.description.withPlainLineBreaks, keepingLineBreaks: true)
      text += "\n" + HangingText.text("  ", description, width: width, mark: "")
    }
    text += section("comments", facts.comments(in: clock), width)
    text += section("history", facts.history(in: clock), width)
    return text
  }

  private static func section(_ name: String, _ lines: [Phrase], _ width: Int?) -> String {
    lines.isEmpty ? "" : "\n\(name)\n" + lines.map { HangingText.text("  ", $0.text, width: width) }.joined()
  }
}
