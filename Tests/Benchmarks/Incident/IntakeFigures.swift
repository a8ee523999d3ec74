import Domain
import Foundation
import Host
import Store

/// What it takes to bring one payload from standard input to the store, as a whole process.
struct IntakeFigures {
  let prodpair: String
  let environment: [String: String]
  let directory: String

  /// As many as the store has, but for a few that are over.
  static let incidents = 5_000
  private static let rounds = 40

  func figures() throws -> [Figure] {
    let path = directory + "/intake.sqlite"
    try IncidentStore.make(at: path, incidents: Self.incidents)
    var opening = Samples()
    var repeating = Samples()
    for round in 0..<Self.rounds {
      // A key of its own for each time that the store is measured, for one may be kept.
      let file = directory + "/payload.json"
      let key = "\(ProcessInfo.processInfo.processIdentifier)-\(round)"
      try Data(IncidentStore.payload(key: key).utf8).write(to: URL(filePath: file))
      opening.add(try time(file, path))
      repeating.add(try time(file, path))
    }
    let what = "whole process, store of \(Self.incidents) incidents"
    return [
      Figure("intake of a payload that opens an incident, \(what)", opening, aim: .median(25)),
      Figure("intake of its repeat, \(what)", repeating, aim: .median(25)),
    ]
  }

  private func time(_ file: String, _ store: String) throws -> Double {
    try ChildProcess.time(
      [prodpair, "incident", "intake", "--from", "alertmanager"],
      environment: environment.merging(["PRODPAIR_STORE": store]) { _, new in new }, on: .reading(file))
  }
}
