import Domain
import Store

/// Opening a retro, of an incident that has none, or of what nearly happened.
enum RetroOpening {
  static let nearMiss = "open retro of a near miss"
  private static let ofIncident = "open retro of incident "

  /// The incident whose retro that write opens.
  static func incident(of write: String) -> IncidentNumber? {
    guard write.hasPrefix(ofIncident) else { return nil }
    return Int(write.dropFirst(ofIncident.count)).map { IncidentNumber($0) }
  }

  static func offer(_ choices: RetroChoicesQuestion.Answer, _ app: inout App) {
    var items = zip(Menu.letters, choices.incidents).map { key, incident in
      Menu.Item(
        key: key,
        title: "incident \(incident.number)  \(incident.severity), \(incident.state.rawValue)  "
          + LessonWords.line(incident.title, most: 120),
        availability: .yes
      ) { open(incident.number, &$0) }
    }
    items.append(
      Menu.Item(
        key: Menu.letter(items.count), title: "a near miss: what nearly happened",
        availability: choices.teams.isEmpty ? .no("there is no team yet") : .yes
      ) { askForTeam(choices.teams, &$0) })
    app.show(Menu("open a retro of what?", items))
  }

  static func open(_ incident: IncidentNumber, _ app: inout App) -> [Effect] {
    [
      app.write(
        StoreWrite(name: ofIncident + "\(incident)") { store, actor, now in
          let number = try store.perform(OpenRetro(RetroDraft(incidents: [incident])), by: actor, at: now)
          return "retro \(number) of incident \(incident) was opened"
        })
    ]
  }

  private static func askForTeam(_ teams: [TeamName], _ app: inout App) -> [Effect] {
    guard teams.count > 1 else { return teams.first.map { ask(of: $0, &app) } ?? [] }
    app.show(
      Menu(
        "whose near miss was it?",
        zip(Menu.letters, teams).map { key, team in
          Menu.Item(key: key, title: team.text, availability: .yes) { ask(of: team, &$0) }
        }))
    return []
  }

  private static func ask(of team: TeamName, _ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "what nearly happened?", explanation: ["In a few words: it is what the retro is called."],
        needs: "a few words are needed", purpose: nearMiss, verb: "open it", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let write = StoreWrite(name: nearMiss) { store, actor, now in
          let draft = RetroDraft(nearMiss: text.trimmed, team: team, attendees: [])
          let number = try store.perform(OpenRetro(draft), by: actor, at: now)
          return "retro \(number) was opened"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }
}
