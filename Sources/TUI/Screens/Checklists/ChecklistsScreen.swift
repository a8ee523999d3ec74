import Domain
import Host
import Store
import Terminal
import Workflow

extension ChecklistSummary: Identifiable {
  public var id: ChecklistName { name }
}

/// The checklists, with their latest version and last run.
struct ChecklistsScreen: ListScreen {
  static let name = ScreenName("checklists")

  var list = RowList<ChecklistSummary>(columns) { "\($0.name) \($0.title) \($0.deploy ?? "") \($0.team?.text ?? "")" }

  private static let columns: [Column<ChecklistSummary>] = [
    .by("checklist", { $0.name.text }) { row, _, _ in Span(row.name.text, .bold) },
    .by("version", { $0.version }) { row, _, _ in Span("v\(row.version)") },
    .by("title", isFlexible: true, { $0.title }) { row, _, _ in Span(row.title) },
    .by("steps", expendable: 3, { $0.stepCount }) { row, _, _ in Span("\(row.stepCount)") },
    Column("deploy", expendable: 2) { row, _, _ in Span(row.deploy ?? "", .dim) },
    .by("team", expendable: 1, { $0.team?.text ?? "" }) { row, _, _ in Span(row.team?.text ?? "", .dim) },
    .by("changed", expendable: 0, { $0.madeAt.milliseconds }) { row, app, _ in
      Span(ClockText.date(row.madeAt, app), .dim)
    },
    .by("last run", { $0.lastRun?.number.value ?? 0 }) { row, _, _ in
      Span(
        row.lastRun.map { "run \($0.number) \($0.state.rawValue)" } ?? "never run",
        row.lastRun.map { RunColumns.style(of: $0.state) } ?? .dim)
    },
  ]

  static func asks(_ question: any Question) -> Bool { question is ChecklistsQuestion }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(ChecklistsQuestion())] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (_, all) = reply.to(ChecklistsQuestion.self) { list.replace(all) }
    return []
  }

  func emptyWords(_ app: App) -> String { "There is no checklist yet: I imports a Markdown file." }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(ChecklistScreen($0.name)) } ?? []
  }

  private func promptForFile(_ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "import a checklist: which file?",
        explanation: [
          "A Markdown file with task items. It is never edited; where it lies is remembered.",
          "A file of a known checklist becomes its next version.",
        ],
        needs: "a path is needed", suggestions: .files, purpose: "import", in: app
      ) { reply, draft, app in
        guard case .text(let path) = reply else { return [] }
        let write = StoreWrite(name: "import") { store, actor, now in
          let outcome = try ImportFile(path: HomePath.expanded(path)).run(in: store, by: actor, at: now)
          let remarks = outcome.findings.count
          let lint = remarks == 0 ? "" : remarks == 1 ? ", 1 remark of lint" : ", \(remarks) remarks of lint"
          return outcome.isNew
            ? "\(outcome.version) was imported, \(outcome.stepCount == 1 ? "1 step" : "\(outcome.stepCount) steps")\(lint)"
            : "\(outcome.version) is what the file holds already"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  private func sync(_ app: inout App) -> [Effect] {
    let names = list.marked.isEmpty ? [] : list.chosen.map(\.name)
    app.show(
      Confirmation(
        question: names.isEmpty
          ? "Bring all files and the store to the same version?"
          : "Bring the files of \(names.count == 1 ? "1 checklist" : "\(names.count) checklists") and the store to the same version?",
        details: [
          "A newer file is imported; a newer version in the store is written to its file. "
            + "Where both have changed they are merged, and nothing is touched where the same lines have."
        ], yes: "sync"
      ) { app in
        let write = StoreWrite(name: "sync", offersUndo: false) { store, actor, now in
          let lines = try SyncChecklists(checklists: names).run(in: store, by: actor, at: now)
          return lines.isEmpty
            ? "no checklist was imported from a file on this machine" : lines.map(\.words).joined(separator: "; ")
        }
        return [app.write(write)]
      })
    return []
  }

  static let commands: [Command] = [
    .on(
      ChecklistsScreen.self, "checklists.open", ["Enter"], "Read the checklist, its versions and lint", label: "open",
      rank: 10, when: { screen, _ in screen.list.selected == nil ? .no("there is no checklist here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      ChecklistsScreen.self, "checklists.new", ["n"], "Start a run by the checklist", label: "new run", rank: 20,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no checklist here to start by") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(StartScreen(checklist: $0.name)) } ?? [] },
    .on(
      ChecklistsScreen.self, "checklists.import", ["I"], "Import a checklist from a Markdown file", label: "import",
      rank: 30
    ) { $0.promptForFile(&$1) },
    .on(
      ChecklistsScreen.self, "checklists.sync", ["f"], "Bring the files and the store to the same version",
      label: "sync files", rank: 40
    ) { $0.sync(&$1) },
  ]
}

struct ChecklistsQuestion: Question {
  func answer(from backend: any Backend) throws -> [ChecklistSummary] { try backend.checklists() }
}

extension SyncChecklists.Line {
  /// One file in a few words.
  fileprivate var words: String {
    let told = [movedFrom.map { "\(checklist): its file has moved from \($0) to \(path)" }, foundWords, behind?.words]
    return (told.compactMap(\.self) + remarks).joined(separator: ", ")
  }

  private var foundWords: String {
    switch found {
    case .same: "\(checklist): same"
    case .fileNewer(let version): "\(checklist): is now v\(version.number), from its file"
    case .storeNewer(let version): "\(checklist): its file is now v\(version.number)"
    case .merged(let version, isNew: true): "\(checklist): file and store were merged, both are now v\(version.number)"
    case .merged(let version, isNew: false):
      "\(checklist): the store had what the file has, the file is now v\(version.number)"
    case .gone(let candidates) where candidates.isEmpty:
      "\(checklist): \(path) is gone: `prodpair checklist sync --restore \(checklist)` writes it again, --forget forgets it"
    case .gone(let candidates):
      "\(checklist): \(path) is gone, and may be one of \(candidates.joined(separator: ", ")): "
        + "`prodpair checklist import` that one, then `prodpair checklist sync --forget \(checklist)`"
    case .restored(let version): "\(checklist): its file was written again, v\(version.number)"
    case .forgotten: "\(checklist): \(path) is forgotten"
    case .claimed(let paths):
      "\(checklist): two files claim it, nothing touched: \(paths.joined(separator: ", ")); "
        + "`prodpair checklist import PATH --name OTHER` gives one a name of its own"
    case .unknown(let latest): "\(checklist): its file differs from v\(latest.number)"
    case .failed(let error): "\(checklist): \(error)"
    }
  }
}
