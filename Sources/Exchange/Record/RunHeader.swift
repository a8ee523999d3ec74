import Domain

/// The first lines of a run's record: what was run, where, for whom and how long.
struct RunHeader {
  let record: RunRecord

  private var run: Run { record.run }

  /// As in `Run 42: New release (new-release v7) in prod, completed`.
  var title: Phrase {
    let name: Phrase = "\(Self.line(run.version.title)) (\(run.version.reference.description))"
    return "Run \(own: run.number): \(name) in \(run.environment.name), \(own: run.state.rawValue)"
  }

  /// Names of the facts, and the facts, in a fixed order; what there is none of is left out.
  var facts: [(name: String, fact: Phrase)] {
    let progress = run.progress
    let count = progress.count(in: run.version, parameters: run.parameters)
    var facts: [(String, Phrase?)] = [
      ("state", run.isRehearsal ? "\(own: run.state.rawValue), a rehearsal" : "\(own: run.state.rawValue)"),
      ("artifact", "\(code: run.artifact)"),
      ("digest", run.artifact.digest.map { "\(code: $0)" }),
      ("environment", "\(run.environment.name) (\(own: run.environment.kind.rawValue))"),
      ("team", "\(run.team)"),
      ("pair", record.pair.isEmpty ? nil : record.pair.map(person).joined(", ")),
      ("version", "\(run.version.reference.description), by \(run.version.author)"),
      ("SHA-256", run.version.sha256.isEmpty ? nil : "\(code: run.version.sha256)"),
      ("parameters", parameters),
      ("plan", planned),
      ("started", progress.startedAt.map(moment)),
      ("ended", progress.endedAt.map(moment)),
      ("took", took),
      ("incident", incident),
      ("review due", record.reviewDue.map { "\(own: $0), the next working day after the start" }),
      ("staging", run.proof.map { "\($0)" }),
      ("steps", "\(own: count.settled) of \(own: count.active) settled"),
    ]
    facts += record.incidents.filter { $0.incident.number.value != run.incident }.map { ("incident", $0.phrase) }
    facts.append(("times", "\(record.clock.zoneName), unless said otherwise"))
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  func person(_ handle: Handle) -> Phrase {
    guard let name = record.names[handle], name != handle.text else { return "\(handle)" }
    return "\(handle) (\(name))"
  }

  /// The one that it was begun for; it may be kept elsewhere.
  private var incident: Phrase? {
    guard let number = run.incident else { return nil }
    return record.incidents.first { $0.incident.number.value == number }?.phrase ?? "\(own: number)"
  }

  private var parameters: Phrase? {
    guard !run.parameters.isEmpty else { return nil }
    return run.parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(", ")
  }

  private var planned: Phrase? {
    guard let plan = run.plan else {
      return run.incident == nil ? "none" : "none, begun for an incident"
    }
    let told: Phrase = plan.told.isEmpty ? "" : ", told: \(plan.told)"
    return moment(plan.at) + told
  }

  private var took: Phrase? {
    guard let elapsed = record.elapsed else { return nil }
    let pause: Phrase = record.paused > .zero ? ", \(own: ElapsedText.text(record.paused)) of it paused" : ""
    let isGoing = run.progress.endedAt == nil
    return "\(own: ElapsedText.text(elapsed))\(own: isGoing ? " so far" : "")" + pause
  }

  private func moment(_ instant: Instant) -> Phrase {
    "\(own: record.clock.dateAndTime(instant)) \(record.clock.zoneName) (\(own: instant.rfc3339))"
  }

  /// A title on one line.
  static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }
}
