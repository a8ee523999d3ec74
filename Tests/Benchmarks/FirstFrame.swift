import Domain

/// From the start of the process to the first full picture, beside the least that could show one.
struct FirstFrame {
  let prodpair: String
  let bare: BareProgram
  let environment: [String: String]
  var rounds = 40

  /// With the store open in another process too, as that of the other of the pair.
  func figure(_ name: String, _ store: BenchStore) throws -> Figure {
    try figure(name, store.path, newest: store.freshRun())
  }

  /// On the store with a hundred thousand runs, where Today has more to say.
  func figure(_ name: String, _ store: WideStore) throws -> Figure {
    try figure(name, store.path, newest: store.freshLongRun())
  }

  /// With nobody else there: whoever opens a store first reads all of its WAL.
  func figureAlone(_ name: String, _ store: BenchStore) throws -> Figure {
    let newest = try store.freshRun()
    return try store.whileClosed { try figure(name, store.path, newest: newest) }
  }

  private func figure(_ name: String, _ path: String, newest: RunNumber) throws -> Figure {
    var ours = Samples()
    var theirs = Samples()
    for _ in 0..<rounds {
      ours.add(
        try time([prodpair], ["PRODPAIR_STORE": path]) { picture in
          picture.count(of: " \(newest) ") > 0 && picture.count(of: "? more") > 0
        })
      theirs.add(try time([bare.path, path], [:]) { $0.count(of: BareProgram.lastLine) > 0 })
    }
    return Figure(name, ours, against: ("bare C program", theirs), aim: .ratio(3))
  }

  private func time(
    _ arguments: [String], _ more: [String: String], until isShown: (PictureOfTerminal) -> Bool
  ) throws -> Double {
    let session = try TerminalSession(arguments, environment: environment.merging(more) { _, new in new })
    defer { session.end() }
    return try session.wait(for: "the first frame of \(arguments[0])", isShown) - session.startedAt
  }
}
