import Domain
import Terminal

/// An incident in the few words that a line has room for. Signs and words alone tell everything; colour helps.
enum IncidentWords {
  static func sign(of state: IncidentState, _ glyphs: Glyphs) -> String {
    switch state {
    case .open: glyphs.warning
    case .mitigated: glyphs.waiting
    case .resolved: glyphs.done
    case .closed: glyphs.notApplicable
    }
  }

  static func style(of state: IncidentState) -> Style {
    switch state {
    case .open: Style(foreground: .red, bold: true)
    case .mitigated: Style(foreground: .yellow)
    case .resolved: Style(foreground: .green)
    case .closed: .dim
    }
  }

  static func style(of severity: IncidentSeverity) -> Style {
    switch severity {
    case .critical: Style(foreground: .red, bold: true)
    case .major: Style(foreground: .yellow, bold: true)
    case .minor, .low: .plain
    }
  }

  static func sign(of kind: IncidentEntryKind, _ glyphs: Glyphs) -> String {
    switch kind {
    case .alert: "!"
    case .observation: glyphs.bullet
    case .hypothesis: "?"
    case .action: glyphs.arrowRight
    case .decision: "="
    case .update: "@"
    case .time: glyphs.waiting
    case .change: "~"
    case .correction: glyphs.redline
    }
  }

  static func style(of kind: IncidentEntryKind) -> Style {
    switch kind {
    case .alert: Style(foreground: .red)
    case .observation: .plain
    case .hypothesis: Style(foreground: .magenta)
    case .action: Style(foreground: .cyan)
    case .decision, .time: .bold
    case .update: Style(foreground: .green)
    case .change: .dim
    case .correction: Style(foreground: .yellow)
    }
  }

  static func customers(_ noticed: CustomersNoticed) -> String {
    switch noticed {
    case .yes: "customers noticed"
    case .no: "no customer noticed"
    case .unknown: "customers: not known"
    }
  }

  /// `incident 9 sev 1`.
  static func name(_ incident: Incident) -> String { "incident \(incident.number) \(incident.severity)" }

  /// In one line, whatever its length and line breaks.
  static func title(_ incident: Incident) -> String { LessonWords.line(incident.title, most: 200) }
}

extension IncidentTimes {
  /// When it began, as far as anybody knows.
  var began: Instant { impactBegan ?? detected ?? declared }

  /// How long it has lasted, or did last until it was resolved; never negative.
  func lasted(_ now: Instant) -> Duration { max(.zero, (resolved ?? now) - began) }
}
