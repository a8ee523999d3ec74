import Domain
import Foundation
import Store

/// What a growing store could slow down, in process, on the largest store beside the smallest.
struct Growth {
  let large: BenchStore
  let small: BenchStore

  func figures() throws -> [Figure] {
    [
      try figure("read the first screen, and draw it", rounds: 100) { store in
        _ = try ScreensInProcess(store.store, store.actor)
      },
      try figure("abort a run and start another", rounds: 60) { _ = try $0.freshRun() },
    ]
  }

  private func figure(_ name: String, rounds: Int, _ body: (BenchStore) throws -> Void) throws -> Figure {
    var ofLarge = Samples()
    var ofSmall = Samples()
    for _ in 0..<rounds {
      ofLarge.add(try milliseconds { try body(large) })
      ofSmall.add(try milliseconds { try body(small) })
    }
    return Figure(name, ofLarge, against: ("of \(small.entryCount)", ofSmall), aim: .ratio(1.25))
  }
}
