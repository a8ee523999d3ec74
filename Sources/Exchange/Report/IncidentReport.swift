import Domain

/// What happened in an incident, what was learned of it and what became of that: `incident report`.
///
/// The same record gives the same bytes; only while the incident is open does it depend on when it is written.
public struct IncidentReport: Sendable {
  public enum Format: String, CaseIterable, Sendable { case markdown, html }

  private let blocks: [ReportBlock]
  private let title: String
  private let footer: Phrase

  /// - Parameters:
  ///   - retro: the whole record of the incident's retro; nil while there is none.
  ///   - isNamed: false to put roles and letters in the place of people's names: see `NameMask`.
  public init(_ record: IncidentRecord, retro: RetroRecord? = nil, isNamed: Bool = true) {
    var record = record
    var retro = retro
    let mask = isNamed ? nil : IncidentAliases.mask(record, retro)
    if !isNamed {
      // Else a role would stand behind itself in brackets.
      record.names = [:]
      retro?.names = [:]
      for index in record.runs.indices { record.runs[index].record.names = [:] }
    }
    let parts =
      IncidentReportHead(record: record).blocks + IncidentReportTimeline(record: record).blocks
      + IncidentReportRuns(record: record).blocks
      + IncidentReportLessons(record: record, others: retro?.lessons ?? []).blocks
      + (retro.map { IncidentReportRetro(record: $0, of: record.incident.number).blocks } ?? [])
    blocks = mask.map { mask in parts.map { $0.masked(by: mask) } } ?? parts
    let name = mask?.masked(record.incident.title) ?? record.incident.title
    title = "Incident \(record.incident.number): \(name)"
    let left: Phrase = isNamed ? "" : " Names are left out: roles and letters stand for people."
    footer =
      "Report of incident \(own: record.incident.number), made with prodpair. Times are those of "
      + "\(record.clock.zoneName)." + left
  }

  public func text(_ format: Format) -> String {
    switch format {
    case .markdown: ReportMarkdown.page(blocks, footer: footer)
    case .html: ReportHTML.page(blocks, title: title, footer: footer)
    }
  }
}
