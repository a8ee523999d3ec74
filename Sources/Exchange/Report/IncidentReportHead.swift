import Domain

/// The beginning of an incident's report: what it was, how long it took, who saw to it.
struct IncidentReportHead {
  let record: IncidentRecord

  private var incident: Incident { record.incident }
  private var times: IncidentTimes { incident.times }

  var blocks: [ReportBlock] {
    [
      .title(above: "Incident \(own: incident.number)", "\(RunHeader.line(incident.title))"),
      .lead(lead), .figures(figures), .heading(2, "In short", id: "in-short"), .facts(facts),
    ]
  }

  private var lead: Phrase {
    let state: Phrase = "\(own: capitalized(incident.state.rawValue)), \(own: incident.severity): "
    let open: Phrase =
      incident.state.isActive
      ? " Still going on when this was written, \(own: record.clock.dateAndTime(record.now))." : ""
    return state + "\(own: incident.severity.meaning)." + open
  }

  private var figures: [ReportBlock.Fact] {
    // Each part begins where the one before it ends.
    var figures = IncidentSpans.all(times).enumerated().compactMap { index, part in
      part.duration.map { duration in
        let name = index == 0 ? capitalized(part.name) : "Then \(part.name)"
        return ReportBlock.Fact(name, "\(own: ElapsedText.text(duration))")
      }
    }
    if let impact = IncidentSpans.impact(times) {
      figures.append(.init("It hurt for", "\(own: ElapsedText.text(impact))"))
    }
    figures.append(.init("Customers noticed", "\(own: incident.customersNoticed.rawValue)"))
    return figures
  }

  private var facts: [ReportBlock.Fact] {
    let header = IncidentPeople(names: record.names)
    let roles = incident.roles
    func people(_ handles: [Handle]) -> Phrase? {
      handles.isEmpty ? nil : handles.map(header.person).joined(", ")
    }
    let facts: [(String, Phrase?)] = [
      ("Team", "\(incident.team)"),
      ("Services", incident.services.isEmpty ? nil : "\(incident.services.joined(separator: ", "))"),
      ("Commander", roles.commander.map(header.person) ?? "nobody"),
      ("Scribe", roles.scribe.map(header.person)),
      ("Pair", people(roles.pair)),
      ("Called in", people(roles.called)),
      ("Opened by", header.person(incident.openedBy)),
    ]
    let moments = IncidentTime.allCases.map { kind -> (String, Phrase?) in
      (
        capitalized(kind.words),
        times[kind].map(moment) ?? (kind == .impactBegan || kind == .detected ? "not known" : nil)
      )
    }
    return (facts + moments + [("Happened before", before), ("Happened again", again)]).compactMap { fact in
      fact.1.map { ReportBlock.Fact(fact.0, $0) }
    }
  }

  private var before: Phrase? {
    record.recurrences.isEmpty ? nil : record.recurrences.map { "\(own: $0)" }.joined(", ")
  }

  private var again: Phrase? {
    record.recurredIn.isEmpty ? nil : record.recurredIn.map { "incident \(own: $0)" }.joined(", ")
  }

  private func moment(_ instant: Instant) -> Phrase {
    "\(own: record.clock.dateAndTime(instant)) \(record.clock.zoneName)"
  }

  private func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

/// People as a report names them.
struct IncidentPeople {
  let names: [Handle: String]

  /// As in `ana (Ana Lopez)`.
  func person(_ handle: Handle) -> Phrase {
    guard let name = names[handle], name != handle.text else { return "\(handle)" }
    return "\(handle) (\(name))"
  }
}
