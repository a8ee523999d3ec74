import Domain
import Store
import Workflow

/// What the pair should know of the run that they have just started (rules 4 to 8).
enum StartReport {
  static func text(_ run: Run, in store: Store) throws -> String {
    let pair = run.pair.map(\.text).joined(separator: " and ")
    var lines = ["run \(run.number): \(run.version.reference), \(run.artifact) to \(run.environment.name), by \(pair)"]
    if let incident = run.incident {
      let known = try store.read { try $0.knownIncident(IncidentNumber(incident)) }
      lines.append(
        known.map { "for incident \(incident), \($0.severity): \($0.title)" }
          ?? "for incident \(incident), which is not kept here: the run names it all the same")
    }
    lines += run.entries.compactMap(line)
    lines += try redlines(on: run.version.reference.checklist, in: store)
    lines += try WhatChanged.of(run, in: store).flatMap(\.lines)
    return lines.joined(separator: "\n")
  }

  /// Rule 7: what was marked on the lines and has not been settled yet.
  private static func redlines(on checklist: ChecklistName, in store: Store) throws -> [String] {
    let open = try store.read { try $0.openRedlines(on: checklist) }
    guard !open.isEmpty else { return [] }
    let head = open.count == 1 ? "1 redline is open" : "\(open.count) redlines are open"
    return ["\(head):"] + open.map { "  lesson \($0.number)\($0.step.map { " on \($0)" } ?? ""): \($0.text)" }
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
