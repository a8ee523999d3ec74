import Domain
import Host
import Store
import Terminal
import Workflow

/// Where an incident's page leads out of this folder.
enum IncidentDoors {
  /// The incident's retro; one that there is not yet is opened there.
  static func retro(of content: IncidentContent, _ app: inout App) -> [Effect] {
    app.open(
      content.record.retro.map { RetroScreen(of: $0.number) } ?? RetroScreen(ofIncident: content.incident.number))
  }

  /// Asks where the report is to be written, and has it written: a page where the name ends so, else Markdown.
  static func report(of number: IncidentNumber, _ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "write the report of incident \(number): to which file?",
        explanation: [
          "A name that ends in .html gives a page for a browser, any other one Markdown.",
          "A file that is there already is never written over.",
        ],
        needs: "a file is needed", suggestions: .files, purpose: "report", in: app
      ) { reply, draft, app in
        guard case .text(let path) = reply else { return [] }
        let write = StoreWrite(name: "report of incident \(number)") { store, _, now in
          let path = HomePath.expanded(path)
          let report = WriteReport(number, path.hasSuffix(".html") ? .html : .markdown, to: path)
          return "written to \(try report.run(in: store, at: now))"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }
}
