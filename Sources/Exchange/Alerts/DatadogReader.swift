import Domain

/// Reads what Datadog's webhook was told to send. There is no fixed form: whoever set it up wrote a template.
///
/// So members are taken by the names of Datadog's own variables (`alert_cycle_key` of `$ALERT_CYCLE_KEY`), in any case;
/// numbers may stand as text. `docs/manual.md` has a template that tells all.
enum DatadogReader {
  static func read(_ payload: AlertFields) throws(AlertPayloadError) -> AlertPayload {
    let template = DatadogTemplate(payload)
    var remarks: [String] = []
    let cycle = try template.text(["alert_cycle_key", "cycle_key"])
    let aggregate = try template.text(["aggreg_key", "aggregation_key"])
    let event = try template.text(["id", "event_id", "alert_id"])
    guard let key = cycle ?? aggregate ?? event else {
      throw payload.error("", .noKey(wanted: "an alert_cycle_key or an id"))
    }
    if cycle == nil, aggregate == nil {
      remarks.append(
        "it has no alert_cycle_key, so its end will not be known by it: add \"alert_cycle_key\": \"$ALERT_CYCLE_KEY\" to the "
          + "webhook's payload in Datadog")
    }
    let body = self.body(try template.text(["body", "event_msg", "text_only_msg", "message", "text"]) ?? "")
    let told = try template.text(["title", "event_title", "alert_title"]).map(DatadogTitle.init)
    let change = change(try template.text(["alert_transition", "transition"]) ?? told?.transition, template)
    guard let title = told?.text ?? body.split(whereSeparator: \.isNewline).first.map(String.init) else {
      throw payload.error("title", .missing)
    }
    let at = template.time(["date", "timestamp", "last_updated"], &remarks)
    let tags = Self.tags(template.value(["tags"]))
    let isOver = change == .resolved
    return AlertPayload(
      .datadog,
      alerts: [
        Alert(
          .datadog, key: AlertText.key(key),
          groupKey: (try template.text(["alert_id", "monitor_id"]) ?? aggregate).map(AlertText.key), change: change,
          title: AlertText.title(title), text: AlertText.text(body), severity: severity(template, told),
          services: (template.loose(["service"]).map { [$0] } ?? tags.values("service")).map(AlertText.title)
            .firstOfEach,
          team: (template.loose(["team"]) ?? tags.values("team").first).map(AlertText.title),
          startedAt: isOver ? nil : at, endedAt: isOver ? at : nil, changedAt: at,
          by: template.loose(["username", "user"]).map(AlertText.title),
          link: template.loose(["link", "event_link", "url"]).map { AlertText.cut($0, to: 2_000) },
          details: details(template, tags))
      ], remarks: remarks)
  }

  /// `$ALERT_TRANSITION`; where the template leaves it out, what the title or the kind of the event says.
  private static func change(_ transition: String?, _ template: DatadogTemplate) -> AlertChange {
    guard let transition else {
      return template.loose(["alert_type"])?.lowercased() == "success" ? .resolved : .triggered
    }
    let word = transition.lowercased()
    if over.contains(word) { return .resolved }
    return firing.contains(word) ? .triggered : .other(AlertText.title(transition))
  }

  private static let over: Set<String> = ["recovered", "resolved", "ok", "success", "closed"]
  private static let firing: Set<String> = [
    "triggered", "re-triggered", "no data", "re-no data", "warn", "re-warn", "renotify", "alert", "error",
  ]

  /// The monitor's priority, else what kind of event it is: a warning is no error.
  private static func severity(_ template: DatadogTemplate, _ title: DatadogTitle?) -> Int? {
    if let priority = template.loose(["alert_priority", "priority"]), priority.lowercased() != "normal",
      let guess = AlertSeverity.guess(priority)
    {
      return guess
    }
    if let guess = title?.priority.flatMap(AlertSeverity.guess) { return guess }
    let transition = template.loose(["alert_transition", "transition"]) ?? title?.transition
    if transition?.lowercased().hasSuffix("warn") == true { return 3 }
    return template.loose(["alert_type"]).flatMap { $0.lowercased() == "success" ? nil : AlertSeverity.guess($0) }
  }

  /// Datadog fences its Markdown with lines of `%%%`.
  private static func body(_ text: String) -> String {
    text.withPlainLineBreaks.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.trimmingPrefix(" ") != "%%%" }.joined(separator: "\n").trimmed
  }

  private static func tags(_ node: JSONNode?) -> [String] {
    let texts = node?.text.map { $0.split(separator: ",").map(String.init) } ?? node?.elements.compactMap(\.text) ?? []
    return texts.compactMap(AlertText.filled)
  }

  private static func details(_ template: DatadogTemplate, _ tags: [String]) -> String {
    var details = AlertDetails()
    if !tags.isEmpty { details.note(.object([.init(name: "tags", value: .array(tags.map { .string($0) }))])) }
    details.note(template.rest)
    return details.text
  }
}

extension [String] {
  /// Of tags as `service:router`, those of a name.
  fileprivate func values(_ name: String) -> [String] {
    compactMap { tag in
      tag.lowercased().hasPrefix(name + ":") ? AlertText.filled(String(tag.dropFirst(name.count + 1))) : nil
    }
  }
}
