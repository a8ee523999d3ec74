extension Catalogue {
  /// Every table that commands write, for the journal, undo and `verify`.
  public static let prodpair = Catalogue([
    .team, .person, .membership, .checklist, .version, .versionStep, .checklistFile, .run, .runPerson, .runEntry,
    .evidence, .attestation, .lesson, .fold, .item, .epic, .itemComment, .itemTransition, .runItem, .backlog,
    .savedView, .grooming, .groomingDecision, .rosterMember, .absence, .pairRule, .rota, .duty, .toilEntry, .handoff,
    .contact, .component, .incident, .incidentRun, .incidentEntry, .incidentEvidence, .incidentUpdate, .incidentAlert,
    .incidentRecurrence, .retro, .retroIncident, .retroAction, .hookRun, .execution, .teamCommand,
  ])

  /// What is made of the catalogued rows as they are written: looked things up by, never journalled, never verified.
  static let derived: Set = ["item_index", "run_figure", "run_step"]
}

extension Table {
  static let team = Table(
    "team", key: ["name"],
    columns: ["name", "kind", "time_zone", "hours", "holidays", "freezes", "environments", "deleted"])
  static let person = Table(
    "person", key: ["handle"], columns: ["handle", "name", "login", "deleted"], unique: ["login"])
  static let membership = Table(
    "membership", key: ["team", "person"], columns: ["team", "person", "deleted"],
    references: [Table.Reference(["team"], to: "team"), Table.Reference(["person"], to: "person")])
  static let checklist = Table("checklist", key: ["name"], columns: ["name", "latest", "deleted"])
  static let version = Table(
    "version", key: ["checklist", "number"],
    columns: [
      "checklist", "number", "title", "settings", "rollback_prompt", "source", "sha256", "parent", "author",
      "reason", "made_at", "deleted",
    ], references: [Table.Reference(["checklist"], to: "checklist")])
  static let versionStep = Table(
    "version_step", key: ["checklist", "version", "number"],
    columns: [
      "checklist", "version", "number", "id", "section", "groups", "parent", "depth", "text", "body", "fences",
      "attributes", "line", "deleted",
    ], references: [Table.Reference(["checklist", "version"], to: "version")])
  static let checklistFile = Table(
    "checklist_file", key: ["host", "path"], columns: ["host", "path", "checklist", "version", "deleted"],
    references: [
      Table.Reference(["checklist"], to: "checklist"), Table.Reference(["checklist", "version"], to: "version"),
    ])
  static let run = Table(
    "run", key: ["number"],
    columns: [
      "number", "checklist", "version", "team", "environment", "environment_kind", "artifact_name",
      "artifact_version", "artifact_digest", "parameters", "is_rehearsal", "incident", "plan_at", "plan_told",
      "state", "pair", "made_at", "started_at", "ended_at", "steps_settled", "steps_active", "plan_version",
      "review_due", "attestation", "deleted",
    ],
    references: [
      Table.Reference(["attestation"], to: "attestation"), Table.Reference(["team"], to: "team"),
      Table.Reference(["checklist", "version"], to: "version"),
    ])
  static let runPerson = Table(
    "run_person", key: ["person", "run"], columns: ["person", "run", "role", "deleted"],
    references: [Table.Reference(["person"], to: "person"), Table.Reference(["run"], to: "run")])
  static let runEntry = Table(
    "run_entry", key: ["run", "seq"],
    columns: [
      "run", "seq", "kind", "step", "section", "by", "login", "account", "is_oneself", "is_vouched_for", "at",
      "written", "reason",
      "is_reason_owed", "value", "target", "subject", "role", "assurance", "evidence", "evidence_size",
      "evidence_name", "is_out_of_order",
    ], references: [Table.Reference(["run"], to: "run"), Table.Reference(["evidence"], to: "evidence")],
    fullText: FullText("run_entry_text", columns: ["reason", "value"], rowid: "? * 1000000 + ?"),
    isAppendOnly: true)
  static let evidence = Table(
    "evidence", key: ["sha256"], columns: ["sha256", "size", "content"],
    keptOut: [Table.KeptOut("content", hash: "sha256")],
    isAppendOnly: true)
  static let lesson = Table(
    "lesson", key: ["number"],
    columns: [
      "number", "checklist", "text", "source", "run", "incident", "step", "edit", "base", "recurrence_of", "by", "at",
      "fate", "fate_version", "fate_step", "fate_item", "fate_reason", "fate_by", "fate_at", "deleted",
    ],
    references: [
      Table.Reference(["checklist"], to: "checklist"), Table.Reference(["run"], to: "run"),
      Table.Reference(["recurrence_of"], to: "lesson"),
      Table.Reference(["checklist", "fate_version"], to: "version"),
    ])
  static let fold = Table(
    "fold", key: ["checklist"],
    columns: [
      "checklist", "base", "source", "sha256", "step_ids", "reason", "lessons", "host", "path", "before_sha256",
      "commit_message", "by", "at", "deleted",
    ],
    // The version that comes of it is journalled whole.
    keptOut: [Table.KeptOut("source", hash: "sha256")],
    references: [Table.Reference(["checklist"], to: "checklist")])
  static let item = Table(
    "item", key: ["number"],
    columns: [
      "number", "team", "type", "state", "title", "description", "points", "labels", "epic", "requester", "owners",
      "blockers", "tasks", "due", "links", "extra", "source", "source_marks", "place", "created_at", "updated_at",
      "started_at", "delivered_at", "accepted_at", "deleted",
    ],
    references: [Table.Reference(["team"], to: "team"), Table.Reference(["team", "epic"], to: "epic")],
    unique: ["source"], fullText: FullText("item_text", columns: ["title", "description"]), foundBy: .item)
  static let epic = Table(
    "epic", key: ["team", "name"],
    columns: ["team", "name", "label", "description", "source", "source_marks", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
  static let itemComment = Table(
    "item_comment", key: ["id"], columns: ["id", "item", "seq", "text", "by", "at", "deleted"],
    references: [Table.Reference(["item"], to: "item")], fullText: FullText("item_comment_text", columns: ["text"]))
  static let itemTransition = Table(
    "item_transition", key: ["item", "seq"],
    columns: ["item", "seq", "from_state", "to_state", "reason", "run", "by", "at", "deleted"],
    references: [Table.Reference(["item"], to: "item"), Table.Reference(["run"], to: "run")])
  static let runItem = Table(
    "run_item", key: ["run", "item"], columns: ["run", "item", "deleted"],
    references: [Table.Reference(["run"], to: "run"), Table.Reference(["item"], to: "item")])
  static let backlog = Table(
    "backlog", key: ["team"], columns: ["team", "settings", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
  static let savedView = Table(
    "saved_view", key: ["team", "name"], columns: ["team", "name", "filter", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
  static let grooming = Table(
    "grooming", key: ["number"], columns: ["number", "team", "filter", "by", "started_at", "ended_at", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
  /// The log of a session outlives an item that it closed, so a decision keeps nobody from taking the item away.
  static let groomingDecision = Table(
    "grooming_decision", key: ["grooming", "seq"],
    columns: ["grooming", "seq", "item", "decision", "detail", "by", "at", "deleted"],
    references: [Table.Reference(["grooming"], to: "grooming")])
  static let attestation = Table(
    "attestation", key: ["number"],
    columns: [
      "number", "team", "environment", "artifact_name", "artifact_version", "artifact_digest", "url", "by", "at",
      "deleted",
    ], references: [Table.Reference(["team"], to: "team")])
}
