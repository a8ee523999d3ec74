import Domain
import Text

/// `incident retro` for people.
public enum RetroText {
  /// - Parameter width: columns to wrap at; nil for a pipe.
  public static func text(_ record: RetroRecord, width: Int? = nil) -> String {
    let page = RetroPage(record)
    var text = HangingText.text("", page.title.text, width: width)
    for (name, phrase) in page.facts {
      text += HangingText.text("  " + name.padded(toWidth: 13), phrase.text, width: width)
    }
    for part in page.parts {
      text += "\n\(part.title)\n"
      if !part.body.isEmpty {
        text += HangingText.text("  ", visible(part.body.withPlainLineBreaks, keepingLineBreaks: true), width: width)
      }
      text += numbered(part, width: width)
    }
    return text
  }

  /// Lines that can be dropped are counted, for that is how they are named.
  private static func numbered(_ part: RetroPage.Part, width: Int?) -> String {
    let isCounted = ["Contributing factors", "Went well", "Went wrong", "Got lucky"].contains(part.title)
    return part.lines.enumerated().map { index, line in
      HangingText.text(isCounted ? "  \(index + 1). " : "  - ", line.text, width: width)
    }.joined()
  }
}
