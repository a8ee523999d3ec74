import Domain
import Exchange
import Store

/// A hand-over with what its page needs beside it.
struct HandoffContent: Sendable {
  var handoff: DutyHandoff
  var names: [Handle: String]
  /// The team's.
  var clock: LocalClock
}

struct HandoffQuestion: Question {
  var number: DutyNumber
  var topic: String { "\(number)" }

  func answer(from backend: any Backend) throws -> HandoffContent {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let handoff = try reader.handoff(of: number, at: now)
        let team = try reader.team(handoff.duty.team)
        return HandoffContent(
          handoff: handoff, names: try reader.names(),
          clock: team.zone.map { LocalClock(zone: $0, zoneName: team.timeZone) } ?? .utc)
      }
    }
  }
}
