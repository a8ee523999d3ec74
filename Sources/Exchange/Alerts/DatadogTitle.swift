import Domain

/// A title as Datadog writes it, `[P2] [Triggered on {zone:z1}] Logs are dropped`, and what its brackets say.
struct DatadogTitle {
  /// Without the brackets; never empty.
  private(set) var text: String
  /// As in `P2`.
  private(set) var priority: String?
  /// As in `Triggered`.
  private(set) var transition: String?

  init(_ title: String) {
    text = title
    while text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      let word = text[text.index(after: text.startIndex)..<end]
      let rest = String(text[text.index(after: end)...].trimmingPrefix { $0.isWhitespace })
      guard !rest.isEmpty else { return }
      if word.count == 2, word.hasPrefix("P"), word.last?.isNumber == true {
        priority = String(word)
      } else if let known = Self.transitions.first(where: { word == $0 || word.hasPrefix($0 + " on ") }) {
        transition = known
      } else {
        // Brackets of somebody's own belong to the title.
        return
      }
      text = rest
    }
  }

  private static let transitions = [
    "Triggered", "Re-Triggered", "Recovered", "Warn", "Re-Warn", "No Data", "Re-No Data", "Renotify",
  ]
}
