import Domain

extension Entry {
  init(_ row: Row) throws {
    guard let kind = EntryKind(rawValue: try row.text("kind")) else {
      throw row.corrupt("kind", "is unknown in run \(try row.integer("run")), entry \(try row.integer("seq"))")
    }
    let signature = Signature(
      by: Handle(try row.text("by")), login: try row.text("login"), account: try row.text("account"),
      isOneself: try row.flag("is_oneself"), isVouchedFor: try row.flag("is_vouched_for"))
    self.init(
      seq: try row.integer("seq"), kind: kind, step: try row.optionalText("step").map { StepID($0) },
      section: try row.optionalText("section").flatMap(Section.init), signature: signature,
      at: try row.instant("at"), written: try row.instant("written"),
      reason: try row.optionalText("reason"), isReasonOwed: try row.flag("is_reason_owed"),
      value: try row.optionalText("value"), target: try row.optionalInteger("target"),
      subject: try row.optionalText("subject").map { Handle($0) },
      role: try row.optionalText("role").flatMap(Role.init),
      assurance: try row.optionalText("assurance").flatMap(Assurance.init), evidence: try Evidence(row),
      isOutOfOrder: try row.flag("is_out_of_order"))
  }

  func row(of run: RunNumber) -> Row {
    [
      "run": Value(run.value), "seq": Value(seq), "kind": .text(kind.rawValue), "step": Value(step?.text),
      "section": Value(section?.rawValue), "by": .text(by.text), "login": .text(signature.login),
      "account": .text(signature.account), "is_oneself": Value(signature.isOneself),
      "is_vouched_for": Value(signature.isVouchedFor),
      "at": Value(at), "written": Value(written), "reason": Value(reason),
      "is_reason_owed": Value(isReasonOwed), "value": Value(value), "target": Value(target),
      "subject": Value(subject?.text), "role": Value(role?.rawValue), "assurance": Value(assurance?.rawValue),
      "evidence": Value(evidence?.sha256), "evidence_size": Value(evidence?.size),
      "evidence_name": Value(evidence?.name), "is_out_of_order": Value(isOutOfOrder),
    ]
  }
}

extension Evidence {
  init?(_ row: Row) throws {
    guard let sha256 = try row.optionalText("evidence") else { return nil }
    self.init(
      sha256: sha256, size: try row.integer("evidence_size"), name: try row.optionalText("evidence_name") ?? "")
  }
}
