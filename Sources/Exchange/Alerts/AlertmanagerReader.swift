import Domain

/// Reads the webhook of Prometheus' Alertmanager, version 4: a group of alerts that fire or are over.
enum AlertmanagerReader {
  static let version = "4"
  /// Alertmanager itself can be told to send less (`max_alerts`); more at once tells nobody more.
  static let mostAlerts = 10_000

  static func read(_ payload: AlertFields) throws(AlertPayloadError) -> AlertPayload {
    try check(version: payload)
    var remarks: [String] = []
    let status = try payload.text("status")
    let group = Group(
      key: try payload.text("groupKey").map(AlertText.key), link: payload.loose("externalURL"),
      labels: payload.looseObject("commonLabels"))
    var alerts: [Alert] = []
    for fields in try payload.objects("alerts", limit: mostAlerts) {
      alerts.append(try alert(fields, group, status: status, &remarks))
    }
    if alerts.isEmpty { remarks.append("there is no alert in it") }
    if let truncated = payload.loose("truncatedAlerts").flatMap(Int.init), truncated > 0 {
      remarks.append("Alertmanager left out \(truncated) more alerts of the group (max_alerts)")
    }
    return AlertPayload(
      payload.source, alerts: alerts,
      title: payload.looseObject("commonAnnotations")?.loose("summary").map(AlertText.title), remarks: remarks)
  }

  private struct Group {
    var key: String?
    var link: String?
    var labels: AlertFields?
  }

  private static func check(version payload: AlertFields) throws(AlertPayloadError) {
    guard let found = try payload.text("version") else { throw payload.error("version", .missing) }
    guard found == version else {
      throw payload.error(
        "version",
        .otherVersion(
          found: found, read: version,
          hint: "Alertmanager has sent version 4 since 0.6: update it, or this program if it is newer than that."))
    }
  }

  private static func alert(
    _ fields: AlertFields, _ group: Group, status: String?, _ remarks: inout [String]
  ) throws(AlertPayloadError) -> Alert {
    let isFiring = try isFiring(fields, otherwise: status)
    let labels = try fields.object("labels")
    let annotations = fields.looseObject("annotations")
    let fingerprint = try fields.text("fingerprint")
    let key = if let fingerprint { fingerprint } else { try hash(labels, of: fields) }
    let started = fields.time("startsAt", &remarks)
    // While an alert fires its end is only when Alertmanager would give up waiting for it.
    let ended = isFiring ? nil : fields.time("endsAt", &remarks)
    var details = AlertDetails()
    details.note(labels?.node)
    details.note(annotations?.node, but: ["summary", "description"])
    details.note(fields.node, but: known)
    let title =
      title(labels, annotations) ?? AlertText.filled(pairs(labels, "=").joined(separator: ", ")) ?? "alert \(key)"
    return Alert(
      .alertmanager, key: AlertText.key(key), groupKey: group.key, change: isFiring ? .triggered : .resolved,
      title: AlertText.title(title), text: AlertText.text(annotations?.loose("description") ?? ""),
      severity: (labels?.loose("severity") ?? labels?.loose("priority")).flatMap(AlertSeverity.guess),
      services: services(labels), team: (labels?.loose("team") ?? group.labels?.loose("team")).map(AlertText.title),
      startedAt: started, endedAt: ended, changedAt: isFiring ? started : ended,
      link: (fields.loose("generatorURL") ?? group.link).map { AlertText.cut($0, to: 2_000) }, details: details.text)
  }

  private static func isFiring(_ fields: AlertFields, otherwise: String?) throws(AlertPayloadError) -> Bool {
    guard let word = try fields.text("status") ?? otherwise else { throw fields.error("status", .missing) }
    switch word {
    case "firing": return true
    case "resolved": return false
    default: throw fields.error("status", .unknownWord(word, known: ["firing", "resolved"]))
    }
  }

  /// Senders that are no Alertmanager leave the fingerprint out; the labels are what it is made of.
  private static func hash(_ labels: AlertFields?, of fields: AlertFields) throws(AlertPayloadError) -> String {
    let pairs = pairs(labels, "\u{0}").map { $0 + "\u{0}" }
    guard !pairs.isEmpty else { throw fields.error("", .noKey(wanted: "a fingerprint or labels")) }
    return AlertText.hash(pairs.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined())
  }

  private static func pairs(_ labels: AlertFields?, _ separator: String) -> [String] {
    (labels?.node.members ?? []).compactMap { member in member.value.text.map { member.name + separator + $0 } }
  }

  private static func title(_ labels: AlertFields?, _ annotations: AlertFields?) -> String? {
    if let summary = annotations?.loose("summary") ?? annotations?.loose("title") { return summary }
    guard let name = labels?.loose("alertname") else { return annotations?.loose("description") }
    return labels?.loose("instance").map { "\(name) on \($0)" } ?? name
  }

  /// The first of these labels names what is touched.
  private static func services(_ labels: AlertFields?) -> [String] {
    let service = ["service", "app", "job"].lazy.compactMap { labels?.loose($0) }.first
    return service.map { [AlertText.title($0)] } ?? []
  }

  private static let known: Set<String> = [
    "status", "labels", "annotations", "startsAt", "endsAt", "generatorURL", "fingerprint",
  ]
}
