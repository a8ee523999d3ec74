/// Something in the store that has the words that somebody looked for.
public enum Found: Hashable, Sendable {
  case item(ItemLine)
  case lesson(Lesson)
  /// A line of a checklist's latest version.
  case step(Step, of: VersionReference)
  case run(RunSummary)
}
