import Domain

/// `pair call --json`.
public enum CallOrderJSON {
  public static func json(_ order: CallOrder) -> JSON {
    [
      "component": .string(order.component.name.text), "team": JSON(order.component.team),
      "note": .string(order.component.note), "duty": order.duty.map(DutyJSON.json) ?? .null,
      "developers": JSON(order.lines) { line in
        let (until, absence) = end(line.reason)
        return [
          "who": JSON(line.who), "name": .string(line.developer.name), "call": JSON(line.developer.call),
          "reason": .string(line.reason.name), "until": JSON(until), "absence": JSON(absence),
          "timeZone": .string(line.timeZone), "localTime": .string("\(line.local.isoDate) \(line.local.clock)"),
        ]
      },
    ]
  }

  private static func end(_ reason: CallOrder.Reason) -> (until: Instant?, absence: String?) {
    switch reason {
    case .onDuty(let until): (until, nil)
    case .away(let until, let reason): (until, reason)
    case .atWork, .awake, .asleep: (nil, nil)
    }
  }
}
