/// What the trial does itself to those who wait, so that there is something to find.
enum PlantedHold: String, CaseIterable {
  /// The lock outlives the process that was killed: the trial keeps it.
  case lockThatStays = "lock-that-stays"
  /// Whoever is refused is not told by whom.
  case namelessHolder = "nameless-holder"
  /// Whoever waits never ends: the trial stops it too.
  case hungWaiter = "hung-waiter"
  /// What was killed half-way is there all the same: the trial writes a row of it.
  case halfImport = "half-import"
}
