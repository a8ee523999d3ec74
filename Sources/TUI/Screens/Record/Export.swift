import Domain
import Host
import Workflow

/// Asks where records are to be written, and has them written.
enum Export {
  static func ask(_ runs: [RunNumber], _ app: inout App) -> [Effect] {
    let what = runs.count == 1 ? "the record of run \(runs[0])" : "the records of \(runs.count) runs"
    app.show(
      Prompt(
        "write \(what): into which directory?",
        explanation: ["A Markdown page each, run-N.md. A file that is there already is never written over."],
        needs: "a directory is needed", suggestions: .files, purpose: "export", in: app
      ) { reply, draft, app in
        guard case .text(let directory) = reply else { return [] }
        let write = StoreWrite(name: "export") { store, _, now in
          let paths = try ExportRecords(runs: runs, directory: HomePath.expanded(directory)).run(in: store, at: now)
          return paths.count == 1 ? "written to \(paths[0])" : "\(paths.count) records were written to \(directory)"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }
}
