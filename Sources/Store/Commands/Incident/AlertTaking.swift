import ChecklistFile
import Domain

/// One payload on its way into the store.
struct AlertTaking {
  private let payload: AlertPayload
  private let content: [UInt8]
  private let team: TeamName?
  private let transaction: Transaction
  private let sha256: String
  private var clock: SenderClock
  private var intake = AlertIntake()
  /// What is new to each incident.
  private var news: [IncidentNumber: [AlertNews.Line]] = [:]
  private var counted = 0
  /// What stands on no timeline, and is said to whoever watches.
  private var aside: [AlertVerdict: [Alert]] = [:]
  /// What fires and belongs to no incident that is seen to, by the team that it is for.
  private var homeless: [(team: TeamName, lines: [AlertNews.Line])] = []
  private var seenTo: [IncidentNumber: Bool] = [:]
  private var groups: [String: IncidentNumber?] = [:]
  private var teams: [Team]?

  init(_ payload: AlertPayload, content: [UInt8], team: TeamName?, in transaction: Transaction) {
    self.payload = payload
    self.content = content
    self.team = team
    self.transaction = transaction
    sha256 = ChecklistDocument.sha256(of: content)
    clock = SenderClock(now: transaction.now)
  }

  mutating func run() throws -> AlertIntake {
    for alert in payload.alerts { try take(clock.set(alert)) }
    for (team, lines) in homeless { try open(lines, for: team) }
    for (number, lines) in news.sorted(by: { $0.key < $1.key }) { try write(lines, on: number) }
    intake.remarks = AlertRemarks(aside: aside, ahead: clock.ahead, now: transaction.now).sentences
    transaction.summary = summary
    return intake
  }

  private mutating func take(_ alert: Alert) throws {
    let known = try transaction.knownAlert(alert.source, key: alert.key)
    let verdict = try verdict(on: alert, known)
    switch verdict {
    case .fires, .wasOver:
      let line = AlertNews.Line(begun(alert, known), verdict, seenIn: known?.incident)
      if let number = try incident(ofGroup: alert) { return try give(line, to: number) }
      return try shelter(line)
    case .told where known?.incident == nil:
      guard
        let number = try alert.groupKey.flatMap({ try transaction.incident(ofGroup: $0, alert.source, isActive: false) }
        )
      else { return aside[.unknown, default: []].append(alert) }
      return try give(AlertNews.Line(alert, .told), to: number)
    case .unknown:
      return aside[.unknown, default: []].append(alert)
    case .overUnknown:
      aside[.overUnknown, default: []].append(alert)
    case .late:
      aside[.late, default: []].append(alert)
    case .firesAgain, .over, .told, .same: break
    }
    if let number = known?.incident, verdict.isNews { return try give(AlertNews.Line(alert, verdict), to: number) }
    try remember(alert, verdict, known, incident: known?.incident)
    if let number = known?.incident { touch(number) }
  }

  private mutating func verdict(on alert: Alert, _ known: KnownAlert?) throws -> AlertVerdict {
    guard let number = known?.incident else {
      let verdict = AlertVerdict(of: alert, known: known, isSeenTo: false)
      // PagerDuty's notes say their incident's id, which is the group, and not its key.
      return verdict == .unknown && alert.groupKey != nil ? .told : verdict
    }
    // Only Alertmanager says the same thing twice and means it: of others the same bytes are one message sent again.
    if alert.source != .alertmanager, try transaction.hasEvidence(sha256, on: number) { return .same }
    return AlertVerdict(of: alert, known: known, isSeenTo: try isSeenTo(number))
  }

  /// An alert that goes on after its incident was resolved begins anew for the next one: when, only our clock knows.
  private func begun(_ alert: Alert, _ known: KnownAlert?) -> Alert {
    guard let known, known.isFiring else { return alert }
    var alert = alert
    (alert.startedAt, alert.changedAt) = (nil, nil)
    return alert
  }

  private mutating func isSeenTo(_ number: IncidentNumber) throws -> Bool {
    if let known = seenTo[number] { return known }
    let isActive = try transaction.isActive(number)
    seenTo[number] = isActive
    return isActive
  }

  private mutating func incident(ofGroup alert: Alert) throws -> IncidentNumber? {
    guard let key = alert.groupKey else { return nil }
    if let known = groups[key] { return known }
    let number = try transaction.incident(ofGroup: key, alert.source, isActive: true)
    groups[key] = .some(number)
    return number
  }

  private mutating func touch(_ number: IncidentNumber) {
    if !intake.incidents.contains(number) { intake.others.append(number) }
  }

  /// To an incident that is there.
  private mutating func give(_ line: AlertNews.Line, to number: IncidentNumber) throws {
    touch(number)
    let alert = line.alert
    let known = try transaction.knownAlert(alert.source, key: alert.key)
    // What a source has to say beside the alert itself is told again only by mistake.
    let isRepeat = try line.verdict == .told && transaction.hasEvidence(sha256, on: number)
    if !isRepeat { news[number, default: []].append(line) }
    if known != nil || alert.change.isFiring != nil {
      try remember(alert, isRepeat ? .same : line.verdict, known, incident: number)
    }
  }

  private mutating func shelter(_ line: AlertNews.Line) throws {
    let team = try team(of: line.alert)
    if let index = homeless.firstIndex(where: { $0.team == team }) {
      homeless[index].lines.append(line)
    } else {
      homeless.append((team, [line]))
    }
  }

  /// The one that the caller names, else one of the name that the alert has, else the only one.
  private mutating func team(of alert: Alert) throws -> TeamName {
    if let team { return try transaction.team(team).name }
    let teams = try self.teams ?? transaction.teams()
    self.teams = teams
    if let hint = alert.team {
      let same = teams.first { $0.name.text == hint } ?? teams.first { $0.name.text.lowercased() == hint.lowercased() }
      if let same { return same.name }
    }
    return try transaction.team(orOnly: nil).name
  }

  private mutating func open(_ lines: [AlertNews.Line], for team: TeamName) throws {
    let incident = try transaction.open(
      NewIncident(lines.map(\.alert), title: payload.title, now: transaction.now).draft(of: team))
    intake.opened.append(incident.number)
    news[incident.number] = lines
    for line in lines {
      let known = try transaction.knownAlert(line.alert.source, key: line.alert.key)
      try remember(line.alert, line.verdict, known, incident: incident.number)
    }
  }

  private mutating func remember(
    _ alert: Alert, _ verdict: AlertVerdict, _ known: KnownAlert?, incident: IncidentNumber?
  ) throws {
    counted += 1
    let now = transaction.now
    var row =
      known
      ?? KnownAlert(
        alert.source, key: alert.key, title: alert.title, isFiring: alert.change.isFiring ?? true, firstAt: now,
        lastAt: now, count: 0)
    row.incident = incident
    // An alert that goes to several receivers comes in several groups: the one that it began in stays.
    if known?.isFiring != true { row.groupKey = alert.groupKey ?? row.groupKey }
    row.lastAt = now
    row.count += 1
    switch verdict {
    case .fires, .firesAgain:
      row.title = alert.title
      row.isFiring = true
      row.startedAt = known == nil ? alert.startedAt ?? alert.changedAt ?? now : alert.changedAt ?? now
      row.endedAt = nil
    case .wasOver: row.startedAt = alert.startedAt ?? alert.changedAt
    case .over, .overUnknown:
      row.isFiring = false
      row.startedAt = row.startedAt ?? alert.startedAt
      row.endedAt = alert.endedAt ?? now
    case .told, .same, .late, .unknown: break
    }
    try transaction.put(.incidentAlert, row.row())
  }

  /// One line for the payload, with the payload.
  private func write(_ lines: [AlertNews.Line], on number: IncidentNumber) throws {
    let incident = try transaction.incident(number)
    let counts = try transaction.alertCounts(of: number)
    let text = AlertNews(
      payload.source, lines: lines, firing: counts.firing, all: counts.all, ahead: clock.ahead
    ).text
    let file = try transaction.keep(content, as: "\(payload.source.rawValue).json")
    let happened =
      intake.opened.contains(number) ? incident.times.detected : lines.compactMap(\.alert.changedAt).max()
    try transaction.append(
      .alert, text, to: incident, at: happened, evidence: [IncidentEvidence(.file, file.name, file: file)])
  }

  private var summary: String {
    let source = payload.source.name
    if let first = intake.opened.first {
      let more = intake.opened.count > 1 ? " and \(intake.opened.count - 1) more" : ""
      return "\(source) opened incident \(first)\(more)"
    }
    let told = news.keys.sorted().map { "\($0)" }.joined(separator: ", ")
    if !told.isEmpty { return "\(source) told news of incident\(news.count == 1 ? "" : "s") \(told)" }
    return "\(source) told nothing new of \(counted) alert\(counted == 1 ? "" : "s")"
  }
}
