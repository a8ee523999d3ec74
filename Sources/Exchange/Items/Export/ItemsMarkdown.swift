import Domain

/// A backlog as a page: what is under way, then the backlog, the icebox, and what is done.
///
/// The items' words are made literal: nothing in them formats, links or mentions anybody.
public enum ItemsMarkdown {
  /// - Parameter items: In the order of the backlog.
  public static func text(
    _ items: [Item], title: String, comments: [ItemNumber: [ItemComment]] = [:], epics: [Epic] = [],
    names: [Handle: String] = [:], in clock: LocalClock
  ) -> String {
    var text = "# \(MarkdownText.escaped(title))\n"
    if !epics.isEmpty {
      text += "\n## Epics\n\n"
      text += epics.map { "- **\(MarkdownText.escaped($0.name))** (\(MarkdownText.escaped($0.label)))\n" }.joined()
    }
    let panels: [(Panel, String)] = [
      (.current, "Current"), (.backlog, "Backlog"), (.icebox, "Icebox"), (.done, "Done"),
    ]
    for (panel, name) in panels {
      let items = items.filter { $0.panel == panel }
      guard !items.isEmpty else { continue }
      text += "\n## \(name) (\(items.count))\n"
      for item in items {
        text += self.text(ItemRecord(item, comments: comments[item.number] ?? [], names: names), in: clock)
      }
    }
    return text
  }

  private static func text(_ record: ItemRecord, in clock: LocalClock) -> String {
    let item = record.item
    let phrases = ItemPhrases(record: record, clock: clock)
    func list(_ named: [ItemPhrases.Named]) -> String {
      named.map { "- \($0.name): \($0.phrase.markdown)\n" }.joined()
    }
    var text = "\n### \(item.number): \(MarkdownText.escaped(item.title))\n\n- type: \(item.type.rawValue)\n"
    text += "- state: \(item.state.rawValue)\n" + list(phrases.facts + phrases.parts + phrases.history)
    if !item.description.isEmpty { text += "\n\(MarkdownText.escaped(item.description))\n" }
    if !phrases.comments.isEmpty { text += "\n" + list(phrases.comments) }
    return text
  }
}
