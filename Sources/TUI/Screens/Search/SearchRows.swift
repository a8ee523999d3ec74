import Domain
import Exchange
import Terminal

/// Puts what was found below a heading for each kind, with the place where it stands.
enum SearchRows {
  static func sections(_ found: [Found], _ app: App) -> [ListSection<Found>] {
    Kind.allCases.compactMap { kind in
      let rows = found.filter { Kind($0) == kind }.map { row($0, app) }
      return rows.isEmpty ? nil : ListSection(title: kind.rawValue, rows: rows, empty: "")
    }
  }

  private enum Kind: String, CaseIterable {
    case items, incidents, retros, lessons, checklists, runs
    case events = "written on incidents"
    case entries = "written on runs"

    init(_ found: Found) {
      switch found {
      case .item: self = .items
      case .incident: self = .incidents
      case .retro: self = .retros
      case .lesson: self = .lessons
      case .step: self = .checklists
      case .run: self = .runs
      case .event: self = .events
      case .entry: self = .entries
      }
    }
  }

  private static func row(_ found: Found, _ app: App) -> SectionRow<Found> {
    func day(_ at: Instant) -> String { ClockText.day(at, app) }
    return switch found {
    case .item(let item):
      SectionRow(
        id: "item \(item.number)", who: "\(item.number)", text: item.title,
        detail: "\(item.team), \(item.state.rawValue)",
        when: day(item.updatedAt), target: found)
    case .incident(let incident):
      SectionRow(
        id: "incident \(incident.number)", who: "\(incident.number)", text: incident.title,
        detail: "\(incident.severity), \(incident.state.rawValue)", when: day(incident.times.declared), target: found)
    case .retro(let retro):
      SectionRow(
        id: "retro \(retro.number)", who: "\(retro.number)", text: retro.title,
        detail: "\(retro.subject), \(retro.state.words)", when: day(retro.openedAt), target: found)
    case .lesson(let lesson):
      SectionRow(
        id: "lesson \(lesson.number)", who: "\(lesson.number)", text: lesson.text,
        detail: "\(lesson.checklist), \(lesson.fate?.kind.rawValue ?? "open")", when: day(lesson.at), target: found)
    case .step(let step, let version):
      SectionRow(
        id: "step \(version) \(step.id)", who: "\(version)", text: "step \(step.number) \(step.text)",
        detail: step.section.rawValue, target: found)
    case .run(let run):
      SectionRow(
        id: "run \(run.number)", who: "\(run.number)", text: "\(run.version) in \(run.environment)",
        detail: "\(run.artifact), \(run.state.rawValue)", when: run.startedAt.map(day) ?? "", target: found)
    case .event(let entry, let incident):
      SectionRow(
        id: "event \(incident.number) \(entry.seq)", who: "\(incident.number)", text: entry.text,
        detail: "\(entry.kind.rawValue), \(entry.by), on \(incident.title)", when: day(entry.at), target: found)
    case .entry(let entry, let run, let step):
      SectionRow(
        id: "entry \(run.number) \(entry.seq)", who: "\(run.number)", text: FoundText.words(of: entry),
        detail: "\(entry.kind.rawValue), \(entry.by)" + (step.map { ", step \($0.number) \($0.text)" } ?? ""),
        when: day(entry.at), target: found)
    }
  }
}
