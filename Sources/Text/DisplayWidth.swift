extension StringProtocol {
  /// Columns that the text takes once it is made visible.
  public var displayWidth: Int {
    if utf8.isPrintableASCII { return utf8.count }
    return visible(self).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text made visible and cut to at most `width` columns, with an ellipsis where something was cut.
  ///
  ///     "deploy".truncated(toWidth: 4)  // "dep…"
  ///
  /// A wide character is never split, so that the result may be a column short.
  public func truncated(toWidth width: Int, ellipsis: String = "…") -> String {
    guard displayWidth > width else { return visible(self) }
    let tail = ellipsis.displayWidth <= width ? ellipsis : ""
    return prefix(ofWidth: width - tail.displayWidth) + tail
  }

  /// As many clusters of the visible text as fit in `width` columns.
  public func prefix(ofWidth width: Int) -> String {
    var result = ""
    var used = 0
    for cluster in Clusters(self) {
      guard used + cluster.width <= width else { break }
      result += cluster.text
      used += cluster.width
    }
    return result
  }

  /// The text made visible, with spaces up to `width` columns; longer text stays as long as it is.
  public func padded(toWidth width: Int, alignment: TextAlignment = .left) -> String {
    let text = visible(self)
    let space = Swift.max(0, width - text.displayWidth)
    let left =
      switch alignment {
      case .left: 0
      case .center: space / 2
      case .right: space
      }
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: space - left)
  }

  /// The text in exactly `width` columns: truncated or padded.
  public func fitted(toWidth width: Int, alignment: TextAlignment = .left, ellipsis: String = "…") -> String {
    truncated(toWidth: width, ellipsis: ellipsis).padded(toWidth: width, alignment: alignment)
  }
}

/// Where text sits in a space that is wider than it.
public enum TextAlignment: Hashable, Sendable {
  case left, center, right
}
