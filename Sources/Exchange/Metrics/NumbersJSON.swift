import Domain

/// `prodpair metrics --json`.
public enum NumbersJSON {
  public static func json(_ numbers: Numbers) -> JSON {
    [
      "team": JSON(numbers.team), "service": JSON(numbers.service), "since": .string(numbers.window.firstDay),
      "until": .string(numbers.window.lastDay), "from": JSON(numbers.window.period.start),
      "to": JSON(numbers.window.period.end), "at": JSON(numbers.now),
      "stretches": JSON(numbers.window.stretches) { ["from": JSON($0.start), "to": JSON($0.end)] },
      "figures": JSON(numbers.figures, element: json),
    ]
  }

  /// One figure. What it has no number of is `null`, never 0.
  public static func json(_ figure: Figure) -> JSON {
    var members: [String: JSON] = [
      "name": .string(figure.name.rawValue), "title": .string(figure.name.title),
      "meaning": .string(figure.name.meaning), "n": .integer(figure.n), "pending": .integer(figure.pending),
      "count": nil, "perWeekHundredths": nil, "part": nil, "of": nil, "percentHundredths": nil, "medianSeconds": nil,
      "p90Seconds": nil, "medianPercentHundredths": nil, "p90PercentHundredths": nil, "dutiesHundredths": nil,
      "note": .string(NumberWords.note(figure)),
      "parts": .object(
        Dictionary(figure.parts.map { ($0.name, .integer($0.count)) }, uniquingKeysWith: { $1 })),
      "trendHundredths": JSON(figure.trend) { JSON($0.map(hundredths)) },
    ]
    switch figure.value {
    case nil: break
    case .count(let count): members["count"] = .integer(count)
    case .perWeek(let number): members["perWeekHundredths"] = .integer(hundredths(number))
    case .share(let part, let all):
      members["part"] = .integer(part)
      members["of"] = .integer(all)
      members["percentHundredths"] = .integer(hundredths(Double(part) * 100 / Double(all)))
    case .time(let median, let p90):
      members["medianSeconds"] = JSON(seconds: median)
      members["p90Seconds"] = JSON(seconds: p90)
    case .percent(let median, let p90):
      members["medianPercentHundredths"] = .integer(hundredths(median))
      members["p90PercentHundredths"] = .integer(hundredths(p90))
    case .spread(let duties): members["dutiesHundredths"] = .integer(hundredths(duties))
    }
    return .object(members)
  }

  /// What a figure counts: `prodpair metrics FIGURE --list --json`.
  public static func list(_ figure: Figure) -> JSON { JSON(figure.counted) { json($0) } }

  private static func json(_ one: Counted) -> JSON {
    var members: [String: JSON] = [
      "kind": nil, "number": nil, "name": nil, "title": .string(one.title), "at": JSON(one.at),
      "counts": .bool(!one.isPending), "isHit": .bool(one.isHit), "isPending": .bool(one.isPending),
      "tookSeconds": JSON(seconds: one.took), "why": .string(one.words),
    ]
    func thing(_ kind: String, _ number: Int) {
      members["kind"] = .string(kind)
      members["number"] = .integer(number)
    }
    switch one.subject {
    case .run(let number): thing("run", number.value)
    case .incident(let number): thing("incident", number.value)
    case .retro(let number): thing("retro", number.value)
    case .lesson(let number): thing("lesson", number.value)
    case .item(let number): thing("item", number.value)
    case .step(let checklist, let step):
      members["kind"] = "step"
      members["name"] = .string("\(checklist)/\(step)")
    case .person(let handle):
      members["kind"] = "person"
      members["name"] = JSON(handle)
    }
    return .object(members)
  }

  private static func hundredths(_ value: Double) -> Int {
    value.isFinite && abs(value) < 1e15 ? Int((value * 100).rounded()) : 0
  }
}
