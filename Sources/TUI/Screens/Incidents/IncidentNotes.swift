import Domain
import Host
import Store

/// What the keys write on the timeline: one key, then the words, then Enter.
extension IncidentScreen {
  func isReadNow(_ app: App) -> Availability { content == nil ? .no("it is not read yet") : .yes }

  /// - Parameter opensEditor: the words are written there, and come back to be sent.
  func note(_ kind: IncidentEntryKind, opensEditor: Bool = false, _ app: inout App) -> [Effect] {
    let effects = prompt(
      kind.rawValue, explanation: [TypedNote.hint], needs: "say what the \(kind.rawValue) is", &app
    ) { [number] note in
      StoreWrite(name: noteWrite) { store, actor, now in
        let entry = try store.perform(
          NoteIncident(number, kind, note.text, at: note.at), by: actor, at: now)
        return "\(kind.rawValue) written as entry \(entry.seq)"
      }
    }
    return opensEditor ? effects + [.terminal(.edit(app.overlays.last?.editable ?? ""))] : effects
  }

  /// Asks for words that may begin with a time. What is refused is there again.
  func prompt(
    _ title: String, explanation: [String], needs: String?, initial: String = "", _ app: inout App,
    _ write: @escaping @Sendable (TypedNote) -> StoreWrite
  ) -> [Effect] {
    let zone = zone ?? .gmt
    app.show(
      Prompt(
        title, explanation: explanation, needs: needs, initial: initial, purpose: title, in: app,
        check: { [now = app.now] in TypedNote.complaint($0, needs: needs, in: zone, now: now) }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let note = try? TypedNote(text, in: zone, now: app.now) else { return [] }
        return [app.write(write(note), draft: draft)]
      })
    return []
  }

  // MARK: Corrections

  var selectedEntry: IncidentEntry? {
    guard pane == .timeline, case .entry(let entry)? = timeline.selectedEvent else { return nil }
    return entry
  }

  func canCorrect(_ app: App) -> Availability {
    guard let content else { return .no("it is not read yet") }
    guard let entry = selectedEntry else { return .no("only an entry of the incident itself is corrected here") }
    if entry.kind == .time || entry.kind == .change {
      return .no("that follows what is known of it: \(app.key(of: "incident.change")) changes that")
    }
    if let by = content.record.timeline.corrections[entry.seq] {
      return .no("entry \(by) corrected it already: correct that one")
    }
    return .yes
  }

  func correct(_ app: inout App) -> [Effect] {
    guard let entry = selectedEntry else { return [] }
    let (number, name) = (number, noteWrite)
    app.show(
      Prompt(
        "what is right instead of entry \(entry.seq)?",
        explanation: ["\(entry.by) \(ClockText.time(entry.at, app)): \(LessonWords.line(entry.text)). Both stay."],
        needs: "say what is right instead", purpose: "correct \(entry.seq)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let write = StoreWrite(name: name) { store, actor, now in
          try store.perform(CorrectIncidentEntry(number, entry: entry.seq, text), by: actor, at: now)
          return "entry \(entry.seq) was corrected"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  // MARK: Evidence

  /// What is sick, and then what is healthy beside it; each may be left out.
  func evidence(_ app: inout App) -> [Effect] {
    let screen = self
    app.show(
      Menu(
        "evidence of what?",
        [
          Menu.Item(key: "m", title: "A metric: a name and a number", availability: .yes) { app in
            screen.ask(.metric, [], &app)
          },
          Menu.Item(key: "l", title: "A log excerpt, in your editor", availability: .yes) { app in
            screen.ask(.log, [], &app)
          },
          Menu.Item(key: "f", title: "A file, kept with the incident", availability: .yes) { app in
            screen.ask(.file, [], &app)
          },
        ]))
    return []
  }

  /// What the prompts have collected: a file is read as it is written down.
  private struct Typed: Sendable {
    var health: IncidentEvidence.Health
    var text: String
  }

  private func ask(_ kind: IncidentEvidence.Kind, _ before: [Typed], _ app: inout App) -> [Effect] {
    let screen = self
    let health: IncidentEvidence.Health = before.isEmpty ? .sick : .healthy
    let what =
      health == .sick
      ? "\(kind.rawValue) of what is sick" : "\(kind.rawValue) of something healthy, to hold it against"
    let hint =
      switch kind {
      case .metric: "name = value, as in aggregator 3: queue depth = 9400; may be empty."
      case .log: "Its name, then the lines; ^X opens your editor. It may be empty."
      case .file: "A path; its content is kept, up to 16 MiB, and named by its SHA-256. It may be empty."
      }
    app.show(
      Prompt(
        what, explanation: [hint], needs: nil, suggestions: kind == .file ? .files : [],
        purpose: "evidence \(kind.rawValue) \(health.rawValue)", in: app,
        check: { text in
          kind == .metric && !text.trimmed.isEmpty && !text.contains("=") ? "as in queue depth = 9400" : nil
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let typed = before + [Typed(health: health, text: text.trimmed)]
        if health == .sick { return screen.ask(kind, typed, &app) }
        let given = typed.filter { !$0.text.isEmpty }
        guard !given.isEmpty else {
          app.say("no evidence was given, so nothing was written", .refusal)
          return []
        }
        return [app.write(screen.writing(kind, given), draft: draft)]
      })
    return kind == .log ? [.terminal(.edit(app.overlays.last?.editable ?? ""))] : []
  }

  private func writing(_ kind: IncidentEvidence.Kind, _ given: [Typed]) -> StoreWrite {
    let number = number
    return StoreWrite(name: noteWrite) { store, actor, now in
      let exhibits = try given.map { try Self.exhibit(kind, $0) }
      let entry = try store.perform(
        NoteIncident(number, .observation, "", exhibits: exhibits), by: actor, at: now)
      return "evidence written as entry \(entry.seq)"
    }
  }

  private static func exhibit(_ kind: IncidentEvidence.Kind, _ typed: Typed) throws -> NoteIncident.Exhibit {
    switch kind {
    case .metric:
      let parts = typed.text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      return NoteIncident.Exhibit(
        .metric, parts.first ?? "", text: parts.count > 1 ? parts[1] : "", health: typed.health)
    case .log:
      let lines = typed.text.split(maxSplits: 1, whereSeparator: \.isNewline).map(String.init)
      // A single line is the excerpt itself.
      let name = lines.count > 1 ? lines[0].trimmed : "log"
      return NoteIncident.Exhibit(.log, name, text: lines.last ?? "", health: typed.health)
    case .file:
      let path = HomePath.expanded(typed.text)
      let content = try FileAccess.read(path, limit: Evidence.sizeLimit)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return NoteIncident.Exhibit(.file, name, health: typed.health, content: content)
    }
  }
}
