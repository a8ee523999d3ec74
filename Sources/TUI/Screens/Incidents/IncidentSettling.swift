import Domain
import Store

/// What the keys do to the incident's state and its roles.
extension IncidentScreen {
  func canMitigate(_ app: App) -> Availability {
    guard let incident else { return .no("it is not read yet") }
    if let at = incident.times.mitigated { return .no("it is mitigated since \(ClockText.time(at, app))") }
    return .yes
  }

  func canResolve(_ app: App) -> Availability {
    guard let incident else { return .no("it is not read yet") }
    if let at = incident.times.resolved { return .no("it is resolved since \(ClockText.time(at, app))") }
    return .yes
  }

  func canReopen(_ app: App) -> Availability {
    guard let incident else { return .no("it is not read yet") }
    return incident.state == .open ? .no("it is open") : .yes
  }

  func canClose(_ app: App) -> Availability {
    guard let content else { return .no("it is not read yet") }
    if let at = content.incident.times.closed { return .no("it is closed since \(ClockText.time(at, app))") }
    if content.incident.times.resolved == nil {
      return .no("it is not resolved yet: \(app.key(of: "incident.resolved")) says so")
    }
    if let retro = content.record.retro, retro.closedAt == nil {
      return .no("its retro \(retro.number) is not closed, and closing that closes it")
    }
    return .yes
  }

  func settle(_ step: SettleIncident.Step, _ words: String, _ app: inout App) -> [Effect] {
    prompt(
      "\(words): what did it? (may be empty)", explanation: [TypedNote.hint], needs: nil, &app
    ) { [number, zone] note in
      StoreWrite(name: noteWrite) { store, actor, now in
        _ = try told(in: zone) {
          try store.perform(SettleIncident(number, step, note: note.text, at: note.at), by: actor, at: now)
        }
        return "incident \(number) is \(words)"
      }
    }
  }

  func reopen(_ app: inout App) -> [Effect] {
    prompt(
      "take it up again: why?",
      explanation: ["It is open again; when it was thought to be over stays on the timeline."],
      needs: "say why it is taken up again", &app
    ) { [number] note in
      StoreWrite(name: noteWrite) { store, actor, now in
        try store.perform(SettleIncident(number, .reopen, note: note.text, at: note.at), by: actor, at: now)
        return "incident \(number) is open again"
      }
    }
  }

  /// One of severity 1 or 2 that nobody reviews is closed with a reason.
  func close(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    let number = number
    guard content.record.retro == nil, content.incident.severity <= .major else {
      app.show(
        Confirmation(
          question: "Close incident \(number)?", details: ["Nothing is left to be learned of it."], yes: "close it"
        ) { [noteWrite] app in
          [
            app.write(
              StoreWrite(name: noteWrite) { store, actor, now in
                try store.perform(SettleIncident(number, .close()), by: actor, at: now)
                return "incident \(number) is closed"
              })
          ]
        })
      return []
    }
    return prompt(
      "close it without a retro: why?",
      explanation: [
        "It is of \(content.incident.severity), which asks for one: \(app.key(of: "incident.retro")) opens it."
      ], needs: "say why there is to be no retro", &app
    ) { note in
      StoreWrite(name: noteWrite) { store, actor, now in
        try store.perform(
          SettleIncident(number, .close(withoutRetro: note.text), at: note.at), by: actor, at: now)
        return "incident \(number) is closed"
      }
    }
  }

  func canCommand(_ app: App) -> Availability {
    guard let incident else { return .no("it is not read yet") }
    return incident.roles.commander == app.viewer.handle ? .no("you command it already") : .yes
  }

  /// At once: who takes command says so, and whoever had it reads it.
  func takeCommand(_ app: inout App) -> [Effect] {
    let number = number
    return [
      app.write(
        StoreWrite(name: noteWrite) { store, actor, now in
          try store.perform(EditIncident(number) { $0.roles.commander = actor.handle }, by: actor, at: now)
          return "you command incident \(number)"
        })
    ]
  }
}
