import Foundation

/// The first frame, a key and a bare start of programs that people know, turn about with ours on the same terminal.
struct NeighbourFigures {
  let prodpair: String
  let environment: [String: String]
  let directory: String
  let store: BenchStore

  private static let starts = 20
  private static let keys = 100

  func figures() throws -> [Figure] {
    try Neighbour.all.flatMap { neighbour -> [Figure] in
      guard neighbour.isInstalled else {
        print("no \(neighbour.program) here: it is not measured")
        return []
      }
      let place = "\(directory)/\(neighbour.name)"
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try neighbour.prepare(place)
      let theirs = Side(
        words: [neighbour.program] + neighbour.arguments(place),
        environment: environment.merging(["HOME": place, "PWD": place]) { $1 }, directory: place,
        shown: neighbour.shown, keys: neighbour.keys)
      let ours = Side(
        words: [prodpair], environment: environment.merging(["PRODPAIR_STORE": store.path]) { $1 }, directory: place,
        shown: ["? more"], keys: ["j", "k"])
      return try compared(ours, theirs, neighbour)
    }
  }

  private func compared(_ ours: Side, _ theirs: Side, _ neighbour: Neighbour) throws -> [Figure] {
    var (start, startThere) = (Samples(), Samples())
    var (frame, frameThere) = (Samples(), Samples())
    for _ in 0..<Self.starts {
      start.add(try ChildProcess.time([prodpair, "--version"], environment: ours.environment))
      startThere.add(try ChildProcess.time([neighbour.program, "--version"], environment: theirs.environment))
      frame.add(try ours.firstFrame())
      frameThere.add(try theirs.firstFrame())
    }
    let (key, keyThere) = (try ours.keysToPaint(Self.keys), try theirs.keysToPaint(Self.keys))
    return [
      Figure("--version, whole process", start, against: (neighbour.name, startThere)),
      Figure("first frame", frame, against: (neighbour.name, frameThere), aim: .ratio(1)),
      Figure("key to the last byte painted, j and k", key, against: (neighbour.name, keyThere)),
    ]
  }

  /// One of the two programs.
  private struct Side {
    let words: [String]
    let environment: [String: String]
    let directory: String
    let shown: [String]
    let keys: [String]

    /// In its directory, for which `env` is the way.
    private func session() throws -> TerminalSession {
      try TerminalSession(["/usr/bin/env", "-C", directory] + words, environment: environment)
    }

    /// Milliseconds from the start of the process; `env` is in it, on both sides.
    func firstFrame() throws -> Double {
      let session = try session()
      defer { session.end() }
      return try session.wait(for: "the first frame of \(words[0])", isWhole) - session.startedAt
    }

    private func isWhole(_ picture: PictureOfTerminal) -> Bool { shown.allSatisfy { picture.count(of: $0) > 0 } }

    func keysToPaint(_ count: Int) throws -> Samples {
      let session = try session()
      defer { session.end() }
      try session.wait(for: "the first frame of \(words[0])", isWhole)
      try session.settle(quietMilliseconds: 300)
      var samples = Samples()
      for index in 0..<count {
        let start = clockMilliseconds()
        try session.type(keys[index % keys.count])
        try session.settle()
        guard session.heardAt > start else { throw BenchError("\(words[0]) paints nothing for \(keys)") }
        samples.add(session.heardAt - start)
      }
      return samples
    }
  }
}
