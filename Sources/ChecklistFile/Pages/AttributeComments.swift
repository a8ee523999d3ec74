/// Tells the comments that are for the program from those that are for people.
enum AttributeComments {
  /// Whether the HTML is comments and nothing else, each with a key of ours in it.
  static func areAll(of html: String) -> Bool {
    var rest = Substring(html.trimmingSpacing())
    guard rest.hasPrefix("<!--") else { return false }
    while !rest.isEmpty {
      guard rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->"),
        rest.index(rest.startIndex, offsetBy: 4) <= end.lowerBound,
        hasKnownKey(rest.dropFirst(4)[..<end.lowerBound])
      else { return false }
      rest = Substring(rest[end.upperBound...].trimmingSpacing())
    }
    return true
  }

  private static func hasKnownKey(_ text: Substring) -> Bool {
    do {
      return try AttributeText.parse(String(text))?.contains { $0.known != nil } ?? false
    } catch {
      // Only what has a key of ours can be wrong.
      return true
    }
  }
}
