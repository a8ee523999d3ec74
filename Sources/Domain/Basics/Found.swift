/// Something in the store that has the words that somebody looked for.
public enum Found: Hashable, Sendable {
  case item(ItemLine)
  case lesson(Lesson)
  /// A line of a checklist's latest version.
  case step(Step, of: VersionReference)
  case run(RunSummary)
  /// What was written on a run; the step that it is about, as the run's version has it.
  case entry(Entry, of: RunSummary, step: Step?)
  case incident(Incident)
  /// What was written on an incident's timeline.
  case event(IncidentEntry, of: Incident)
  case retro(Retro)
}
