import Domain

/// Figures in words, the same on the command line, on the screen and on the page.
public enum NumberWords {
  /// The value alone, as in `3.2 a week`, `12 % (3 of 25)`, `45m, 9 of 10 within 2h10m`; nothing to say is a dash.
  public static func value(_ figure: Figure) -> String {
    switch figure.value {
    case nil: "-"
    case .count(let count): String(count)
    case .perWeek(let number): "\(ChartNumber.text(number)) a week"
    case .share(let part, let all): "\(percent(part, of: all)) (\(part) of \(all))"
    case .time(let median, let p90): "\(ElapsedText.text(median)), 9 of 10 within \(ElapsedText.text(p90))"
    case .percent(let median, let p90): "\(whole(median)) % of expected, 9 of 10 within \(whole(p90)) %"
    case .spread(let duties): "\(ChartNumber.text(duties)) duties apart"
    }
  }

  /// The value in as few letters as it can be told, for a narrow window.
  public static func brief(_ figure: Figure) -> String {
    switch figure.value {
    case nil: "-"
    case .count(let count): String(count)
    case .perWeek(let number): "\(ChartNumber.text(number)) a week"
    case .share(let part, let all): percent(part, of: all)
    case .time(let median, _): ElapsedText.text(median)
    case .percent(let median, _): "\(whole(median)) %"
    case .spread(let duties): "\(ChartNumber.text(duties)) duties"
    }
  }

  /// How many it is made of, with those that are pending: `n = 12`, `n = 12, 2 pending`.
  public static func n(_ figure: Figure) -> String {
    figure.pending > 0 ? "n = \(figure.n), \(figure.pending) pending" : "n = \(figure.n)"
  }

  /// What is said beside it: its smaller numbers, and what would bring it about where there is nothing.
  public static func note(_ figure: Figure) -> String {
    if figure.n == 0, let remedy = figure.name.remedy { return remedy }
    switch figure.name {
    case .failRate where figure.n + figure.pending == 0: return ""
    case .failRate: return "those younger than 72h are pending"
    case .recurrence:
      let times = figure.part("times") ?? 0
      return times == 0 ? "" : times == 1 ? "came back once" : "came back \(times) times"
    case .actionAge where figure.parts.allSatisfy({ $0.count == 0 }): return ""
    case .actionAge:
      let (opened, done) = (figure.part("opened") ?? 0, figure.part("done") ?? 0)
      let trend = opened > done ? "it is growing" : opened < done ? "it is shrinking" : "it stays as it is"
      return "\(opened) opened and \(done) done in the window: \(trend)"
    case .toilShare:
      if figure.n == 0 { return "" }
      let off = figure.part("minutesOffDuty") ?? 0
      return "should stay below \(ToilShare.limit) %" + (off > 0 ? "; \(off)m were logged off duty" : "")
    default:
      return figure.parts.filter { $0.count > 0 }.map { "\($0.count) \(words($0.name))" }.joined(separator: ", ")
    }
  }

  /// What a small number is called: `abortedBefore` is `aborted before`.
  static func words(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }

  /// In whole percent; between nothing and all it never says either.
  static func percent(_ part: Int, of all: Int) -> String {
    let exact = Double(part) * 100 / Double(max(1, all))
    let rounded = exact.rounded()
    if rounded == 0, part > 0 { return "< 1 %" }
    if rounded == 100, part < all { return "> 99 %" }
    return "\(whole(exact)) %"
  }

  private static func whole(_ value: Double) -> String {
    value.isFinite && abs(value) < 1e15 ? String(Int(value.rounded())) : "?"
  }
}

extension Counted.Subject {
  /// As in `run 42`, `item 7`.
  public var words: String {
    switch self {
    case .run(let number): "run \(number)"
    case .incident(let number): "incident \(number)"
    case .retro(let number): "retro \(number)"
    case .lesson(let number): "lesson \(number)"
    case .item(let number): "item \(number)"
    case .step(let checklist, let step): "\(checklist) \(step)"
    case .person(let handle): handle.text
    }
  }
}
