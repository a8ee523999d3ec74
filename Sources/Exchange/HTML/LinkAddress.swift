/// An address that a page may link to: nothing that runs, and nothing of the reader's own machine.
struct LinkAddress: Hashable, Sendable {
  let text: String

  /// Nil for all but `http:`, `https:` and `mailto:`, and for what has a space, a control or a bidi mark in it: browsers
  /// drop some of those, and would see another scheme than we do.
  init?(_ text: String) {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      ("!"..."~").contains(scalar) && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
    guard isPlain, let colon = text.firstIndex(of: ":") else { return nil }
    let rest = text[text.index(after: colon)...]
    switch text[..<colon].lowercased() {
    case "http", "https": guard rest.hasPrefix("//"), rest.count > 2 else { return nil }
    case "mailto": guard rest.contains("@") else { return nil }
    default: return nil
    }
    self.text = text
  }
}
