import Domain

/// One entry of a run as JSON.
enum EntryJSON {
  static func json(_ entry: Entry, in run: Run) -> JSON {
    [
      "seq": .integer(entry.seq),
      "kind": .string(entry.kind.rawValue),
      "section": JSON(entry.section?.rawValue),
      "by": JSON(entry.by),
      "login": .string(entry.signature.login),
      "account": .string(entry.signature.account),
      "verified": .bool(entry.signature.isVouchedFor),
      "at": JSON(entry.at),
      "written": JSON(entry.written),
      "reason": JSON(entry.reason),
      "owed": .bool(entry.isReasonOwed),
      "value": JSON(entry.value),
      "target": JSON(entry.target),
      "subject": JSON(entry.subject),
      "role": JSON(entry.role?.rawValue),
      "assurance": JSON(entry.assurance?.rawValue),
      "evidence": evidence(entry.evidence),
      "outOfOrder": .bool(entry.isOutOfOrder),
      "withdrawn": .bool(run.isWithdrawn(entry)),
    ]
  }

  private static func evidence(_ evidence: Evidence?) -> JSON {
    guard let evidence else { return nil }
    return ["name": .string(evidence.name), "size": .integer(evidence.size), "sha256": .string(evidence.sha256)]
  }
}
