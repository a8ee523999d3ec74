import ArgumentParser
import Domain

extension IncidentNumber: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.init(value)
  }
}

extension IncidentSeverity: ExpressibleByArgument {
  public init?(argument: String) {
    guard let severity = Int(argument).flatMap({ IncidentSeverity(rawValue: $0) }) else { return nil }
    self = severity
  }

  public var defaultValueDescription: String { "\(rawValue)" }
  public static var allValueStrings: [String] { allCases.map { "\($0.rawValue)" } }
}

extension CustomersNoticed: ExpressibleByArgument {}

/// What an incident came back from, as in `incident:3` or `lesson:12`.
struct RecurrenceArgument: ExpressibleByArgument, Hashable {
  var recurrence: Recurrence

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number > 0 else { return nil }
    switch parts[0] {
    case "incident": recurrence = .incident(IncidentNumber(number))
    case "lesson": recurrence = .lesson(LessonNumber(number))
    default: return nil
    }
  }
}

/// The kind of a line that somebody writes on a timeline.
struct NoteKindArgument: ExpressibleByArgument, Hashable {
  var kind: IncidentEntryKind

  init?(argument: String) {
    guard let kind = IncidentEntryKind(rawValue: argument), IncidentEntryKind.written.contains(kind) else { return nil }
    self.kind = kind
  }

  init(_ kind: IncidentEntryKind) { self.kind = kind }

  var defaultValueDescription: String { kind.rawValue }
  static var allValueStrings: [String] { IncidentEntryKind.written.map(\.rawValue) }
}
