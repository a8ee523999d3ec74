/// The tables of rotations and duties.
extension Table {
  static let rosterMember = Table(
    "roster_member", key: ["team", "person"],
    columns: ["team", "person", "experience", "joins", "leaves", "most_duties", "deleted"],
    references: [Table.Reference(["team"], to: "team"), Table.Reference(["person"], to: "person")])
  static let absence = Table(
    "absence", key: ["number"], columns: ["number", "person", "start_at", "end_at", "reason", "deleted"],
    references: [Table.Reference(["person"], to: "person")])
  static let pairRule = Table(
    "pair_rule", key: ["team", "first", "second"], columns: ["team", "first", "second", "kind", "reason", "deleted"],
    references: [
      Table.Reference(["team"], to: "team"), Table.Reference(["first"], to: "person"),
      Table.Reference(["second"], to: "person"),
    ])
  static let rota = Table(
    "rota", key: ["team"], columns: ["team", "settings", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
  static let duty = Table(
    "duty", key: ["number"],
    columns: [
      "number", "team", "start_at", "end_at", "people", "base_people", "reasons", "changes", "is_fixed", "sequence",
      "part_of", "changed_at", "deleted",
    ],
    references: [Table.Reference(["team"], to: "team"), Table.Reference(["part_of"], to: "duty")])
  static let toilEntry = Table(
    "toil_entry", key: ["number"],
    columns: ["number", "team", "person", "minutes", "what", "item", "at", "deleted"],
    references: [Table.Reference(["team"], to: "team"), Table.Reference(["item"], to: "item")])
  static let handoff = Table(
    "handoff", key: ["duty"], columns: ["duty", "note", "signatures", "by", "at", "deleted"],
    references: [Table.Reference(["duty"], to: "duty")])
  static let contact = Table(
    "contact", key: ["person"], columns: ["person", "mail", "call", "time_zone", "deleted"],
    references: [Table.Reference(["person"], to: "person")])
  static let component = Table(
    "component", key: ["name"], columns: ["name", "team", "developers", "note", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
}
