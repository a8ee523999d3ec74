import Foundation

/// Whether something comes to be so: asked a hundred times a second, and for two minutes, which no machine takes for it.
public func comesToBe(_ isTrue: () throws -> Bool) rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(120)
  while try !isTrue() {
    guard ContinuousClock.now < end else { return false }
    usleep(10_000)
  }
  return true
}
