import ChecklistFile
import Domain
import Store
import Workflow

extension Stage {
  /// The demo's store, with ana in front of it, who looked last on the evening before.
  init(telling demo: Demo, at path: String) throws {
    store = try demo.create(at: path)
    now = demo.now
    actor = Actor(login: demo.login, uid: 1001, person: Handle("ana"))
    let evening = now - .minutes(16 * 60)
    let seen = try store.read { try $0.journal(limit: 1000).first { $0.at < evening }?.seq }
    viewer = Viewer(handle: Handle("ana"), account: demo.login, lastSeen: seen)
  }

  /// A personal store as the first start makes it, in which nobody is known yet.
  ///
  /// - Parameter page: a checklist that somebody has imported since.
  init(makingAt path: String, with page: String? = nil, now: Instant) throws {
    store = try Store.create(path: path, kind: .personal, at: now, options: StoreOptions(catalogue: .prodpair))
    self.now = now
    actor = Actor(login: "ana", uid: 1001)
    viewer = Viewer(
      handle: Handle("ana"), account: "ana", isPerson: false, personalStore: "~/.local/share/prodpair/prodpair.sqlite")
    let team = Team(name: TeamName("platform"), timeZone: "UTC")
    _ = try Provision(team: team).run(in: store, by: actor, at: now)
    guard let page else { return }
    let document = try ChecklistDocument(bytes: Array(page.utf8), fileName: "wiki-page.md")
    let command = ImportChecklist(document, as: document.name, reason: "as it stands in the wiki")
    try store.perform(command, by: actor, at: now)
  }

  /// What many teams begin with, and lint has something to say of.
  static let wikiPage = """
    # Deploying a release

    ## Pre
    - [ ] Support etc.
    - [x] Check everything
    - [ ] Pull the manifests
    ## During
    - [ ] Deploy version {{relase}}
    - [ ] Wait, and watch the dashboards <!-- expcet: 15m -->
    - [ ] Wait, and watch the dashboards
    ## Post
    - [ ] Done?

    """
}
