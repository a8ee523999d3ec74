/// What a store has read before and need not read again.
public struct Caches: Sendable {
  let versions = VersionCache()
  let runs = RunCache()

  init() {}
}
