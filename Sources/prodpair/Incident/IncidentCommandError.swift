import Domain

/// What a verb on incidents can't do with what it was given. Nothing was changed.
enum IncidentCommandError: Error, Hashable {
  case neverFailed(StepID, RunNumber)
  case noDraft(IncidentNumber)
  /// Several wait to be sent, and none was named.
  case whichDraft(IncidentNumber, [Int])
  case noSuchService(String, IncidentNumber)
  case notCalled(Handle, IncidentNumber)
  case notRelated(RunNumber, IncidentNumber)
  case notNamedBefore(Recurrence, IncidentNumber)
}

extension IncidentCommandError: CustomStringConvertible {
  var description: String {
    switch self {
    case .neverFailed(let step, let run):
      "step \(step) of run \(run) has not failed: leave --step out, and say what the incident is. Nothing was opened"
    case .noDraft(let number):
      "incident \(number) has no draft to send: give its text, as in `prodpair incident update \(number) \"…\" --send`"
    case .whichDraft(let number, let drafts):
      "incident \(number) has \(drafts.count) drafts (\(drafts.map(\.description).joined(separator: ", "))): name the "
        + "one to send, as in `--send \(drafts.last ?? 1)`. Nothing was sent"
    case .noSuchService(let name, let number):
      "\"\(name)\" is no service of incident \(number): `prodpair incident show \(number)` lists them. Nothing was changed"
    case .notCalled(let who, let number):
      "\(who) was not called in for incident \(number): `prodpair incident show \(number)` lists who was. "
        + "Nothing was changed"
    case .notRelated(let run, let number):
      "run \(run) has nothing to do with incident \(number) as it is: `prodpair incident show \(number)` lists its runs. "
        + "Nothing was changed"
    case .notNamedBefore(let recurrence, let number):
      "nobody said that incident \(number) came back from \(recurrence): `prodpair incident show \(number)` says what it "
        + "came back from. Nothing was changed"
    }
  }

  var exitCode: Int32 {
    switch self {
    case .whichDraft: 64
    case .neverFailed: 65
    case .noDraft, .noSuchService, .notCalled, .notRelated, .notNamedBefore: 66
    }
  }
}
