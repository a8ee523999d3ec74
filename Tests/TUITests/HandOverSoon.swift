import Domain
import Store

@testable import TUI

extension RealStore {
  /// ana and bo are on duty and hand over to bo and cy within the hour: duties 1 and 2.
  func handOverSoon() throws {
    let team = Team.sample.name
    try store.perform(SetRosterMembers(["ana", "bo", "cy"], of: team), by: .own("ana"), at: .t0 - .minutes(24 * 60))
    let (start, turn) = (Instant.t0 - .minutes(24 * 60), Instant.t0 + .minutes(40))
    try store.perform(SetDuty(team, DutyWindow(start: start, end: turn), ["ana", "bo"]), by: .own("ana"), at: start)
    try store.perform(
      SetDuty(team, DutyWindow(start: turn, end: turn + .minutes(24 * 60)), ["bo", "cy"]), by: .own("ana"), at: .t0)
  }
}
