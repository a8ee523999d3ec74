import Domain

extension Reading {
  /// What is known of an alert; nil where its source has never told of it.
  public func knownAlert(_ source: AlertSource, key: String) throws -> KnownAlert? {
    try first(
      "SELECT \(KnownAlert.columns) FROM incident_alert WHERE source = ? AND key = ? AND deleted = 0",
      [.text(source.rawValue), .text(key)]
    ).map(KnownAlert.init)
  }

  /// The alerts that went to an incident, in the order in which they were told.
  public func alerts(of number: IncidentNumber) throws -> [KnownAlert] {
    try rows(
      "SELECT \(KnownAlert.columns) FROM incident_alert WHERE incident = ? AND deleted = 0 ORDER BY first_at, source, key",
      [Value(number.value)]
    ).map(KnownAlert.init)
  }

  /// The newest incident that an alert of the group went to; of those that are seen to, or of all.
  func incident(ofGroup key: String, _ source: AlertSource, isActive: Bool) throws -> IncidentNumber? {
    let row = try first(
      """
      SELECT max(incident.number) AS number FROM incident_alert
      JOIN incident ON incident.number = incident_alert.incident
      WHERE incident_alert.source = ? AND incident_alert.group_key = ? AND incident_alert.deleted = 0
        AND incident.deleted = 0 \(isActive ? "AND incident.resolved_at IS NULL AND incident.closed_at IS NULL" : "")
      """, [.text(source.rawValue), .text(key)])
    return try row?.optionalInteger("number").map { IncidentNumber($0) }
  }

  func isActive(_ number: IncidentNumber) throws -> Bool {
    try first(
      "SELECT 1 AS one FROM incident WHERE number = ? AND resolved_at IS NULL AND closed_at IS NULL AND deleted = 0",
      [Value(number.value)]) != nil
  }

  /// Whether the file stands on the incident's timeline already.
  func hasEvidence(_ sha256: String, on number: IncidentNumber) throws -> Bool {
    try first(
      "SELECT 1 AS one FROM incident_evidence WHERE incident = ? AND sha256 = ? LIMIT 1",
      [Value(number.value), .text(sha256)]) != nil
  }

  public func alertCounts(of number: IncidentNumber) throws -> (firing: Int, all: Int) {
    let row = try first(
      """
      SELECT count(*) AS "all", coalesce(sum(CASE WHEN state = 'firing' THEN 1 ELSE 0 END), 0) AS firing
      FROM incident_alert WHERE incident = ? AND deleted = 0
      """, [Value(number.value)])
    return (try row?.integer("firing") ?? 0, try row?.integer("all") ?? 0)
  }
}
