import Foundation

/// How a filter is written.
enum FilterText {
  static func term(_ term: ItemFilter.Term, _ zone: TimeZone?) -> String {
    switch (term.condition, term.isNegated) {
    // These read better without the hyphen, and mean the same.
    case (.has(.owner), true): "is:unowned"
    case (.has(let field), true): "no:\(field.rawValue)"
    case (.panel([.done]), true): "is:open"
    case (let condition, let isNegated): (isNegated ? "-" : "") + text(condition, zone)
    }
  }

  private static func text(_ condition: ItemFilter.Condition, _ zone: TimeZone?) -> String {
    switch condition {
    case .type(let types): "type:" + inOrder(types)
    case .state(let states): "state:" + inOrder(states)
    case .panel(let panels): "panel:" + inOrder(panels)
    case .label(let names): "label:" + list(names)
    case .epic(let names): "epic:" + list(names)
    case .owner(let people): "owner:" + list(people.map(\.text), quoting: ["me"])
    case .requester(let people): "requester:" + list(people.map(\.text), quoting: ["me"])
    case .points(let sign, let points): "points\(sign.typed)\(points)"
    case .unestimated: "is:unestimated"
    case .number(let numbers): "id:" + list(numbers)
    case .time(let field, let sign, let moment): "\(field.rawValue)\(sign.typed)\(time(moment, sign, zone))"
    case .during(let field, let start, let end): during(field, start, end, zone)
    case .due(let sign, let day): "due\(sign.typed)\(day)"
    case .overdue: "is:overdue"
    case .has(.blocker): "is:blocked"
    case .has(let field): "has:\(field.rawValue)"
    case .run(let numbers): "run:" + list(numbers)
    case .link(let kind, let targets): "\(kind.rawValue):" + list(targets)
    case .text(let text): phrase(text)
    }
  }

  /// A value that needs quotes has them.
  static func value(_ text: String, quoting: Set<String> = []) -> String {
    let isPlain =
      !text.isEmpty && !quoting.contains(text.lowercased())
      && !text.unicodeScalars.contains { $0.properties.isWhitespace || "\",\\:<>=#".unicodeScalars.contains($0) }
    return isPlain ? text : quoted(text)
  }

  /// A word may stand alone; all else is a phrase.
  private static func phrase(_ text: String) -> String {
    text.contains(where: \.isLetter) && text.allSatisfy({ $0.isLetter || $0.isNumber }) ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  private static func inOrder<T: CaseIterable & RawRepresentable<String> & Hashable>(_ chosen: Set<T>) -> String {
    T.allCases.filter { chosen.contains($0) }.map(\.rawValue).joined(separator: ",")
  }

  private static func list(_ names: some Sequence<String>, quoting: Set<String> = []) -> String {
    names.sorted().map { value($0, quoting: quoting) }.joined(separator: ",")
  }

  private static func list(_ numbers: Set<Int>) -> String {
    numbers.sorted().map(String.init).joined(separator: ",")
  }

  /// As a day where it is the start of one in the zone; equality is of the moment, never of the day.
  private static func time(_ moment: Instant, _ sign: ItemFilter.Comparison, _ zone: TimeZone?) -> String {
    guard let zone, sign != .equal else { return moment.rfc3339 }
    let day = CivilTime(moment, in: zone).isoDate
    return FilterDays.start(of: day, in: zone) == moment ? day : moment.rfc3339
  }

  private static func during(
    _ field: ItemFilter.TimeField, _ start: Instant, _ end: Instant, _ zone: TimeZone?
  ) -> String {
    if let zone {
      let day = CivilTime(start, in: zone).isoDate
      if FilterDays.start(of: day, in: zone) == start, FilterDays.end(of: day, in: zone) == end {
        return "\(field.rawValue):\(day)"
      }
    }
    return "\(field.rawValue):\(start.rfc3339)/\(end.rfc3339)"
  }
}
