import Domain

/// What is known of an incident, each under a name, in a fixed order; what there is none of is left out.
struct IncidentHeader {
  typealias Fact = (name: String, phrase: Phrase)

  let record: IncidentRecord

  private var incident: Incident { record.incident }
  private var words: TimelinePhrase { TimelinePhrase(record: record) }

  /// As in `incident 9 (mitigated, sev 2)`.
  var title: Phrase { "incident \(own: incident.number) (\(own: incident.state.rawValue), \(own: incident.severity))" }

  var facts: [Fact] {
    let roles = incident.roles
    let facts: [(String, Phrase?)] = [
      ("severity", "\(own: incident.severity.rawValue), \(own: incident.severity.meaning)"),
      ("team", "\(incident.team)"),
      ("services", list(incident.services.map { "\($0)" })),
      ("customers", "\(own: incident.customersNoticed.phrase)"),
      ("commander", roles.commander.map(person)), ("scribe", roles.scribe.map(person)),
      ("pair", list(roles.pair.map(person))), ("called in", list(roles.called.map(person))),
      ("opened by", person(incident.openedBy)),
    ]
    return known(facts) + times + relations
  }

  /// The six of them; one that nobody knows yet says so, so that it is not forgotten.
  private var times: [Fact] {
    let times = incident.times
    return IncidentTime.allCases.map { kind in
      guard let at = times[kind] else { return (kind.words, kind.isEnd ? "not yet" : "not known") }
      let span: Phrase =
        times.span(to: kind).flatMap { span in
          span < .seconds(1) ? nil : ", \(own: ElapsedText.text(span)) after \(own: times.first.kind.since)"
        } ?? ""
      return (kind.words, "\(own: record.clock.dateAndTime(at)) \(record.clock.zoneName)" + span)
    }
  }

  private var relations: [Fact] {
    record.runs.map { ("run", run($0)) }
      + known([
        ("happened before", list(record.recurrences.map { "\(own: $0)" })),
        ("came back in", list(record.recurredIn.map { "incident \(own: $0)" })),
        ("retro", record.retro.map(retro) ?? (incident.state == .closed ? "none" : nil)),
      ])
  }

  /// As in `42, caused it: new-release v7, cf-release@v205 in prod, completed`.
  private func run(_ related: IncidentRecord.RelatedRun) -> Phrase {
    let run = related.record.run
    let what: Phrase = "\(run.version.reference.description), \(run.artifact) in \(run.environment.name)"
    return "\(own: related.number), \(own: related.kind.words): " + what + ", \(own: run.state.rawValue)"
  }

  private func retro(_ retro: Retro) -> Phrase {
    let leads: Phrase = retro.facilitator.map { ", led by \(person($0))" } ?? ""
    let done: Phrase =
      retro.reviewedAt.map { ", reviewed \(own: words.time($0))" }
      ?? retro.due.map { ", due \(own: $0)\(own: isLate($0) ? ", which is over" : "")" } ?? ", due when it is resolved"
    return "\(own: retro.number), \(own: retro.state.words)" + done + leads
  }

  private func isLate(_ due: String) -> Bool { due < CivilTime(record.now, in: record.clock.zone).isoDate }

  func person(_ handle: Handle) -> Phrase {
    guard let name = record.names[handle], name != handle.text else { return "\(handle)" }
    return "\(name) (\(handle))"
  }

  private func list(_ phrases: [Phrase]) -> Phrase? { phrases.isEmpty ? nil : phrases.joined(", ") }

  private func known(_ facts: [(String, Phrase?)]) -> [Fact] {
    facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }
}

extension CustomersNoticed {
  fileprivate var phrase: String {
    switch self {
    case .yes: "noticed"
    case .no: "did not notice"
    case .unknown: "nobody knows whether any noticed"
    }
  }
}

extension IncidentRunKind {
  /// What the run is to the incident.
  var words: String {
    switch self {
    case .caused: "caused it"
    case .remedy: "begun to put it right"
    case .related: "has to do with it"
    }
  }
}

extension IncidentTime {
  /// Whether it comes with the incident's end, so that it is still to come where there is none.
  fileprivate var isEnd: Bool { [.mitigated, .resolved, .closed].contains(self) }

  /// As in `1h after impact began`.
  fileprivate var since: String {
    switch self {
    case .impactBegan: "impact began"
    case .detected: "it was detected"
    default: "it was declared"
    }
  }
}
