/// The tables of incidents and retros.
extension Table {
  static let incident = Table(
    "incident", key: ["number"],
    columns: [
      "number", "team", "title", "severity", "services", "customers_noticed", "commander", "scribe", "pair", "called",
      "impact_began_at", "detected_at", "declared_at", "mitigated_at", "resolved_at", "closed_at", "opened_by",
      "deleted",
    ], references: [Table.Reference(["team"], to: "team")])
  static let incidentRun = Table(
    "incident_run", key: ["incident", "run"], columns: ["incident", "run", "kind", "deleted"],
    references: [Table.Reference(["incident"], to: "incident"), Table.Reference(["run"], to: "run")])
  static let incidentEntry = Table(
    "incident_entry", key: ["id"],
    columns: [
      "id", "incident", "seq", "kind", "text", "by", "login", "account", "is_oneself", "is_vouched_for", "at",
      "written", "target",
    ], references: [Table.Reference(["incident"], to: "incident")],
    fullText: FullText("incident_entry_text", columns: ["text"]), isAppendOnly: true)
  static let incidentEvidence = Table(
    "incident_evidence", key: ["incident", "entry", "ordinal"],
    columns: ["incident", "entry", "ordinal", "kind", "health", "name", "text", "sha256", "size"],
    references: [Table.Reference(["incident"], to: "incident"), Table.Reference(["sha256"], to: "evidence")],
    isAppendOnly: true)
  static let incidentUpdate = Table(
    "incident_update", key: ["incident", "number"],
    columns: ["incident", "number", "text", "by", "at", "sent_by", "sent_at", "sent_entry", "deleted"],
    references: [Table.Reference(["incident"], to: "incident")])
  static let incidentAlert = Table(
    "incident_alert", key: ["source", "key"],
    columns: [
      "source", "key", "group_key", "incident", "title", "state", "started_at", "ended_at", "first_at", "last_at",
      "count", "deleted",
    ], references: [Table.Reference(["incident"], to: "incident")])
  static let incidentRecurrence = Table(
    "incident_recurrence", key: ["incident", "kind", "target"],
    columns: ["incident", "kind", "target", "by", "at", "deleted"],
    references: [Table.Reference(["incident"], to: "incident")])
  static let retro = Table(
    "retro", key: ["number"],
    columns: [
      "number", "team", "title", "run", "state", "facilitator", "attendees", "due", "content", "opened_by",
      "opened_at", "reviewed_at", "closed_at", "deleted",
    ], references: [Table.Reference(["team"], to: "team"), Table.Reference(["run"], to: "run")])
  static let retroIncident = Table(
    "retro_incident", key: ["incident"], columns: ["incident", "retro", "deleted"],
    references: [Table.Reference(["incident"], to: "incident"), Table.Reference(["retro"], to: "retro")])
  static let retroAction = Table(
    "retro_action", key: ["item"], columns: ["item", "retro", "kind", "question", "by", "at", "deleted"],
    references: [Table.Reference(["item"], to: "item"), Table.Reference(["retro"], to: "retro")])
}
