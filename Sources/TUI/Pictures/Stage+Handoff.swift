import Domain
import Store
import Workflow

extension Stage {
  /// The same two hand over within the hour, and bo has signed.
  func handingOver() throws -> Stage {
    let team = TeamName("platform")
    let (ana, bo, cy) = (Handle("ana"), Handle("bo"), Handle("cy"))
    let other = Actor(login: "bo", uid: 1002, person: bo)
    let week = Duration.minutes(7 * 24 * 60)
    let turn = now + .minutes(25)
    try store.perform(AddPerson(Person(handle: cy, name: "Cy", login: "cy", teams: [team])), by: actor, at: now - week)
    try store.perform(SetRosterMembers([ana, bo, cy], of: team), by: actor, at: now - week)
    try store.perform(
      SetDuty(team, DutyWindow(start: turn - week, end: turn), [ana, bo]), by: actor, at: now - week)
    let duty = try store.perform(
      SetDuty(team, DutyWindow(start: turn, end: turn + week), [bo, cy]), by: actor, at: now - week)
    let items = try store.perform(
      AddItems([
        ItemDraft(team: team, title: "Alert when the log drain lags", state: .unstarted, points: 2, target: .bottom)
      ]), by: actor, at: now - .minutes(26 * 60))
    try store.perform(
      LogToil(team, minutes: 25, what: "restarted the log drain", item: items.first), by: actor,
      at: now - .minutes(20 * 60))
    try store.perform(
      LogToil(team, minutes: 40, what: "rotated a certificate by hand"), by: other, at: now - .minutes(90))
    let handedOver = DutyNumber(duty.number.value - 1)
    try store.perform(
      WriteHandoff(handedOver, note: "The log drain lags after noon: look at z1 first, and restart it there."),
      by: actor, at: now - .minutes(12))
    try store.perform(SignHandoff(handedOver), by: other, at: now - .minutes(5))
    return self
  }
}
