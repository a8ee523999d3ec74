import Domain

/// A team's morning for programs.
public enum StandUpJSON {
  public static func json(_ standUp: StandUp) -> JSON {
    [
      "team": JSON(standUp.team), "day": .string(standUp.day.today), "since": .string(standUp.day.last),
      "runs": RunListJSON.json(standUp.runs), "incidents": JSON(standUp.incidents) { .integer($0.number.value) },
      "accepted": ItemListJSON.json(standUp.accepted), "duty": standUp.duty.map(DutyJSON.json) ?? .null,
      "handsOverTo": standUp.handsOverTo.map(DutyJSON.json) ?? .null, "plans": RunListJSON.json(standUp.plans),
      "waiting": JSON(standUp.waiting, element: waiting),
    ]
  }

  /// `kind`, and the number of what waits under its own name; the others are `null`.
  private static func waiting(_ waiting: Waiting) -> JSON {
    var members: [String: JSON] = [
      "people": JSON(waiting.people), "item": nil, "run": nil, "lesson": nil, "duty": nil, "step": nil,
    ]
    func tell(_ kind: String, _ name: String, _ number: Int) {
      members["kind"] = .string(kind)
      members[name] = .integer(number)
    }
    switch waiting.what {
    case .acceptance(let item): tell("acceptance", "item", item.number.value)
    case .blocked(let item): tell("blocked", "item", item.number.value)
    case .review(let run): tell("review", "run", run.number.value)
    case .deferred(let step):
      tell("deferred", "run", step.run.value)
      members["step"] = JSON(step.step)
    case .redline(let lesson): tell("redline", "lesson", lesson.number.value)
    case .signature(let duty): tell("signature", "duty", duty.number)
    }
    return .object(members)
  }
}
