import Terminal

/// A line of a retro's page as it shows.
struct RetroRow: Hashable, Sendable {
  var spans: [Span]
  /// What stands at the right end.
  var right = Span("")
  /// The part that it belongs to; nil for headings and gaps.
  var part: RetroPart?
  /// Whether it is the line that the cursor shows on.
  var isHead = false
}
