import Domain
import Store
import Terminal

extension Incident: Identifiable {
  public var id: IncidentNumber { number }
}

/// The incidents that somebody is at, newest first; all there ever were by one key.
struct IncidentsScreen: LongListScreen {
  static let name = ScreenName("incidents")

  var list = RowList<Incident>(IncidentColumns.all)
  var long = LongList<Incident>()

  typealias Stretch = IncidentsQuestion
  static func number(of incident: IncidentNumber) -> Int { incident.value }

  var filterHint: String { "words; state:all, state:unclosed; sev:2 and worse; service:logs; team:platform" }

  func emptyWords(_ app: App) -> String {
    "Nobody is at an incident. \(app.key(of: "incidents.all")) shows those that are over, "
      + "\(app.key(of: "incidents.new")) opens a new one."
  }

  /// The numbers of those that are shown have gaps.
  var position: String {
    guard list.selected != nil else { return "" }
    let more = long.window.hasOlder || long.window.hasNewer ? "+" : ""
    return "\(list.selectedIndex + 1) of \(list.visible.count)\(more)"
  }

  var heading: String { list.filter.isEmpty ? "active" : "" }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(IncidentScreen($0.number)) } ?? []
  }

  func nextChange(_ app: App) -> Countdown {
    list.visible.contains { $0.state.isActive } ? .eachMinute(app) : .never
  }

  static let commands: [Command] = [
    .on(
      IncidentsScreen.self, "incidents.open", ["Enter"], "Open the incident", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no incident here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(IncidentsScreen.self, "incidents.new", ["n"], "Open a new incident, in a short form", label: "new", rank: 20) {
      _, app in app.open(IncidentFormScreen())
    },
    .on(
      IncidentsScreen.self, "incidents.all", ["+"], "Show those that are over too, or only the active ones",
      label: "all", rank: 30
    ) { screen, app in screen.narrow(to: IncidentFilter.togglingAll(screen.filter ?? ""), &app) },
  ]
}

/// A stretch of the incidents that a filter leaves; the active ones where it does not say.
struct IncidentsQuestion: StretchQuestion {
  typealias Row = Incident

  var filter: String
  var span: WindowSpan<IncidentNumber>

  func answer(from backend: any Backend) throws -> [Incident] {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let filter = IncidentFilter(typed: FilterWords.of(filter))
        return switch span.edge {
        case .below(let number): try reader.incidents(filter, before: number, limit: span.limit)
        case .above(let number): try reader.incidents(filter, after: number, limit: span.limit)
        }
      }
    }
  }
}

extension IncidentFilter {
  /// What is typed after `/`: words, and `state:all`, `sev:2`, `service:logs`, `team:platform`.
  init(typed words: [String]) {
    self.init(states: .active)
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count == 2 ? parts[1] : ""
      switch parts[0] {
      case "state" where Self.named[value] != nil: states = Self.named[value] ?? .active
      case "sev" where IncidentSeverity(rawValue: Int(value) ?? 0) != nil:
        severity = IncidentSeverity(rawValue: Int(value) ?? 0)
      case "service" where !value.isEmpty: service = value
      case "team" where !value.isEmpty: team = TeamName(value)
      default: self.words.append(word)
      }
    }
  }

  private static let named: [String: States] = ["active": .active, "unclosed": .unclosed, "all": .all]

  /// The filter with all let in, or with only the active ones again.
  static func togglingAll(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let others = words.filter { !$0.hasPrefix("state:") }
    return (others.count == words.count ? others + ["state:all"] : others).joined(separator: " ")
  }
}
