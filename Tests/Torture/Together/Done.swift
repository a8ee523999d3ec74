/// A deed that was done or refused, and when.
struct Done: Sendable {
  var worker: Int
  var deed: Deed
  var ended: Ended
  var begin: ContinuousClock.Instant
  var end: ContinuousClock.Instant
  var processor = ProcessorTime()

  /// How long it waited for others: for a lock, or for the disk.
  var waited: Duration { max(.zero, ended.duration - processor.running - processor.queued) }

  /// It is begun, and somebody else ends it later: what it was to do may be there or not.
  var isUnfinished: Bool { !ended.succeeded && ended.errors.contains(Deed.Kind.unfinished) }
}
