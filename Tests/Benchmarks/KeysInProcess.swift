import Terminal

/// From a key to the final picture without a terminal: update, the store's answer where one is needed, and render.
struct KeysInProcess {
  let store: BenchStore
  var keys = 250

  func figures() throws -> [Figure] {
    var moving = Samples()
    var ticking = Samples()
    while ticking.values.count < keys {
      _ = try store.freshRun()
      var screens = try ScreensInProcess(store.store, store.actor)
      try screens.press(.enter)
      guard screens.shows(BenchChecklist.flatText(1)) else {
        throw BenchError("the run did not open:\n" + screens.text)
      }
      for number in 2...BenchChecklist.stepCount where moving.values.count < keys {
        moving.add(try screens.press(.down))
        guard screens.shows(BenchChecklist.flatText(number)) else {
          throw BenchError("no step \(number):\n" + screens.text)
        }
      }
      try screens.press(.home)
      for number in 1..<BenchChecklist.stepCount where ticking.values.count < keys {
        ticking.add(try screens.press(.character(" ")))
        guard screens.shows(" \(number)/\(BenchChecklist.stepCount)") else {
          throw BenchError("tick \(number) does not show:\n" + screens.text)
        }
      }
    }
    return [
      Figure("key to content, in process: move the selection", moving, aim: .medianAndP99(1, 4)),
      Figure("key to content, in process: tick, with the store", ticking, aim: .medianAndP99(1, 4)),
    ]
  }
}
