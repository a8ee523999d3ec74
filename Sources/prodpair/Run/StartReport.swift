import Domain
import Store
import Workflow

/// What the pair should know of the run that they have just started (rules 4, 5, 6 and 8).
enum StartReport {
  static func text(_ run: Run, in store: Store) throws -> String {
    let pair = run.pair.map(\.text).joined(separator: " and ")
    var lines = ["run \(run.number): \(run.version.reference), \(run.artifact) to \(run.environment.name), by \(pair)"]
    lines += run.entries.compactMap(line)
    lines += try WhatChanged.of(run, in: store).flatMap(\.lines)
    return lines.joined(separator: "\n")
  }

  private static func line(_ entry: Entry) -> String? {
    let value = entry.value ?? ""
    return switch entry.kind {
    case .ruleOverridden: "overridden: \(value) (because: \(entry.reason ?? ""))"
    case .provenInStaging: "staging: \(value)"
    case .stepReturned: "came back, deferred in \(value) (because: \(entry.reason ?? ""))"
    default: nil
    }
  }
}
