import Domain
import Store
import TUI

/// What the screen of a run reads beside it: how its lines fared in the last runs, and why they are there.
struct LineHistoryReading {
  let store: BenchStore

  func figures() throws -> [Figure] {
    let filter = RunFilter(checklist: BenchChecklist.grouped)
    guard let run = try store.store.read({ try $0.runs(filter, limit: 1).first }) else { return [] }
    let backend = StoreBackend(store: store.store, actor: store.actor)
    var samples = Samples()
    var runs = 0
    for _ in 0..<20 {
      samples.add(
        try milliseconds { runs = try backend.lineHistory(of: run.version, besides: run.number).runs })
    }
    return [Figure("read how a run's lines fared in the last \(runs) runs, off the screen's thread", samples)]
  }
}
