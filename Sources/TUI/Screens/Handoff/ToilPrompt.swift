import Domain
import Store

/// Toil is logged in one line, from wherever one is: minutes, what it was, and the item that it was for.
extension App {
  mutating func askForToil() -> [Effect] { [ask(ToilTeamQuestion(viewer: viewer.handle))] }

  /// Answers ``ToilTeamQuestion``.
  mutating func offerToil(_ reply: Reply) -> [Effect] {
    guard let (question, teams) = reply.to(ToilTeamQuestion.self), isWanted(question) else { return [] }
    if teams.isEmpty {
      say("there is no team yet that toil could be logged for", .refusal)
    } else if teams.count == 1 {
      showToilPrompt(for: teams[0])
    } else {
      show(
        Menu(
          "toil for which team?",
          zip(Menu.letters, teams).map { key, team in
            Menu.Item(key: key, title: team.text, availability: .yes) { app in
              app.showToilPrompt(for: team)
              return []
            }
          }))
    }
    return []
  }

  private mutating func showToilPrompt(for team: TeamName) {
    show(
      Prompt(
        "toil of team \(team): minutes, what, #item",
        explanation: ["As in 25 restarted the log drain #12; the item may be left out."],
        needs: "begin with the minutes, as in 25 restarted the log drain", purpose: "toil", in: self,
        check: { ToilLine.complaint($0) }
      ) { reply, draft, app in
        guard case .text(let text) = reply, case .success(let toil) = ToilLine.read(text) else { return [] }
        let write = StoreWrite(name: "toil") { store, actor, now in
          let entry = try store.perform(
            LogToil(team, minutes: toil.minutes, what: toil.what, item: toil.item), by: actor, at: now)
          return "\(entry.minutes) minutes of toil were logged for team \(team)"
        }
        return [app.write(write, draft: draft)]
      })
  }
}

/// Whose toil it is: the team that somebody is on duty for, else the only one, else their own only one, else all.
struct ToilTeamQuestion: Question {
  let viewer: Handle

  func answer(from backend: any Backend) throws -> [TeamName] {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let teams = try reader.teams().map(\.name)
        guard teams.count > 1 else { return teams }
        let onDuty = try reader.duties(in: DutyWindow(start: now, end: now + .milliseconds(1)))
          .filter { $0.people.contains(viewer) }.map(\.team).firstOfEach
        if !onDuty.isEmpty { return onDuty }
        let own = try reader.people().first { $0.handle == viewer }?.teams ?? []
        return own.count == 1 ? own : own + teams.filter { !own.contains($0) }
      }
    }
  }
}
