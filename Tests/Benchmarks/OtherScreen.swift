/// From a key on one terminal to the picture on another one that shows the same run.
struct OtherScreen {
  let prodpair: String
  let environment: [String: String]
  let store: BenchStore
  var ticks = 90

  func figures() throws -> [Figure] {
    var fromKey = Samples()
    var fromCommit = Samples()
    let first = try RunOnTerminal(prodpair, environment, store)
    let other = try RunOnTerminal.open(first.run, prodpair, environment, store)
    defer {
      first.session.end()
      other.end()
    }
    for number in 1...ticks {
      if number % 2 == 0 {
        let start = clockMilliseconds()
        try first.session.type(" ")
        fromKey.add(try other.wait(for: "tick \(number)") { RunOnTerminal.isTicked(number, $0) } - start)
      } else {
        try store.tick(number, of: .init(first.run))
        let durable = clockMilliseconds()
        fromCommit.add(try other.wait(for: "tick \(number)") { RunOnTerminal.isTicked(number, $0) } - durable)
      }
      try first.session.wait(for: "tick \(number)") { RunOnTerminal.isTicked(number, $0) }
      _ = try first.goOn(to: number + 1)
      try other.settle(quietMilliseconds: 20)
    }
    return [
      Figure("tick to the other screen: from the key", fromKey, aim: .median(20)),
      Figure("tick to the other screen: from the commit of a third process", fromCommit, aim: .median(20)),
    ]
  }
}
