import Domain

/// The runs that have to do with an incident, each with its whole record.
struct IncidentReportRuns {
  let record: IncidentRecord

  var blocks: [ReportBlock] {
    guard !record.runs.isEmpty else { return [] }
    return [.heading(2, "Runs", id: "runs")] + record.runs.flatMap(run)
  }

  private func run(_ related: IncidentRecord.RelatedRun) -> [ReportBlock] {
    let facts = RunMarkdown.facts(related.record)
    let head: [ReportBlock] = [
      .heading(3, RunHeader(record: related.record).title), .paragraph(Self.words(related.kind)), .table(facts),
    ]
    return head
      + RunMarkdown.parts(related.record).flatMap { part -> [ReportBlock] in
        let heading = ReportBlock.heading(4, "\(own: part.title)")
        switch part.content {
        case .table(let table): return [heading, .table(table)]
        case .lines(let lines): return [heading, .list(lines)]
        case .outputs(let outputs): return [heading] + outputs.flatMap(Self.blocks)
        }
      }
  }

  /// What a command printed is shown where it did not end well; of the others a line is enough.
  private static func blocks(_ part: ExecutionPart) -> [ReportBlock] {
    let list = ReportBlock.list([part.title] + part.facts)
    guard !part.isGood, !part.output.isEmpty else { return [list] }
    return [list, .exhibits([Exhibit(health: nil, name: "What it printed", content: .log(part.output))])]
  }

  private static func words(_ kind: IncidentRunKind) -> Phrase {
    switch kind {
    case .caused: "This run brought the incident about."
    case .remedy: "This run was begun to put things right."
    case .related: "This run has to do with the incident."
    }
  }
}
