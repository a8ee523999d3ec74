/// What hooks can be told of. The raw values are what a configuration writes after `on:`, and part of the JSON.
public enum HookEventKind: String, CaseIterable, Sendable {
  case runPlanned = "run-planned"
  case runStarted = "run-started"
  case stepFailed = "step-failed"
  case runFinished = "run-finished"
  case incidentOpened = "incident-opened"
  case incidentUpdate = "incident-update"
  case incidentResolved = "incident-resolved"
  case pairChanged = "pair-changed"
  case lessonFolded = "lesson-folded"
}
