import Domain
import Text

/// `pair handoff` for people.
public enum HandoffText {
  /// - Parameter width: columns to wrap at; nil for a pipe.
  public static func text(
    _ handoff: DutyHandoff, names: [Handle: String] = [:], in clock: LocalClock, width: Int? = nil
  ) -> String {
    let page = HandoffPage(handoff, names: names, in: clock)
    var text = HangingText.text("", page.title.text, width: width)
    for (name, phrase) in page.facts {
      text += HangingText.text("  " + name.padded(toWidth: 12), phrase.text, width: width)
    }
    for part in page.parts {
      text += "\n\(part.title)\n" + part.lines.map { HangingText.text("  - ", $0.text, width: width) }.joined()
    }
    if let note = page.note { text += "\nNote\n" + HangingText.text("  ", note.text, width: width) }
    return text
  }
}
