import Domain

/// Reads issues as GitHub gives them: `gh issue list --json …`, or a dump of its REST interface.
///
/// An open issue is in the icebox, one with a milestone in the backlog; a closed one is accepted. A pull request is no
/// issue and is skipped. A numbered issue that does not say its repository by an address is refused, with the file. Memory does not grow with the file, but for its ids; a search's answer is held as a whole.
public enum GitHubIssues {
  public static func read(
    _ source: @escaping ByteSource, options: ImportOptions, report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    var context = ImportContext(options, report)
    defer { report = context.report }
    var fields = ObjectFields()
    var reader = try JSONReader(source)
    try reader.forEachElement { node, line in
      // A search's answer holds its issues in `items`.
      for issue in node["items"]?.elements ?? [node] {
        context.row += 1
        context.line = line
        guard issue.isObject, issue["title"] != nil || issue["number"] != nil else {
          throw ImportError(.notThisFormat(format: "GitHub's issues", "an element has no title"), line: line)
        }
        context.report.rows += 1
        if let item = try item(issue, &context, &fields) {
          context.report.items += 1
          try take(.item(item))
        }
      }
    }
  }

  private static func item(
    _ issue: JSONNode, _ context: inout ImportContext, _ fields: inout ObjectFields
  ) throws -> ImportedItem? {
    let url = text(issue, "html_url") ?? text(issue, "url")
    let number = text(issue, "number") ?? ""
    let title = text(issue, "title") ?? ""
    if issue["pull_request"].map({ $0 != .null }) == true || url?.contains("/pull/") == true {
      context.problem(.pullRequest, read: "#\(number) \(title)", "a pull request is no issue; skipped")
      return nil
    }
    var extra = fields.note(issue, fates, into: &context.report)
    let repository = repository(url) ?? repository(text(issue, "repository_url"))
    // Every repository has a number 1: without its name, issues of two would be taken for each other.
    if !number.isEmpty, repository == nil { throw ImportError(.noRepository(number), line: context.line) }
    let id = number.isEmpty ? "title:" + title : (repository ?? "") + "#" + number
    if number.isEmpty { context.problem(.noID, "number", read: title, "no number; known again by its title") }
    guard context.isNew(id) else {
      context.problem(.duplicateID, "number", read: id, "in the file already; skipped")
      return nil
    }
    let names = (issue["labels"]?.elements ?? []).compactMap { $0["name"]?.text ?? $0.text }
    let labels = context.labels(names, "labels")
    let type = labels.lazy.compactMap { types[$0.lowercased()] }.first ?? .feature
    let closed = context.date(text(issue, "closedAt") ?? text(issue, "closed_at") ?? "", "closedAt")?.instant
    let milestone = issue["milestone"]?["title"]?.text ?? issue["milestone"]?.text
    if let milestone { extra.append(("milestone", milestone)) }
    let state = context.state(
      state(issue, hasMilestone: milestone != nil, &context), of: type, read: text(issue, "state") ?? "", "state")
    let people = issue["assignees"]?.elements ?? []
    return ImportedItem(
      source: ItemSource(.github, id: id), row: context.row, line: context.line, type: type, state: state,
      title: context.title(title.trimmed, "title"), description: (text(issue, "body") ?? "").withPlainLineBreaks,
      labels: labels, requester: login(issue["author"] ?? issue["user"]), owners: people.compactMap { login($0) },
      comments: (issue["comments"]?.elements ?? []).map { comment($0, &context) },
      links: url.map { [ItemLink(.url, $0)] } ?? [], extra: extra.map { SourceField($0.name, $0.value) },
      createdAt: context.date(text(issue, "createdAt") ?? text(issue, "created_at") ?? "", "createdAt")?.instant,
      updatedAt: context.date(text(issue, "updatedAt") ?? text(issue, "updated_at") ?? "", "updatedAt")?.instant,
      acceptedAt: state == .accepted ? closed : nil)
  }

  private static func state(_ issue: JSONNode, hasMilestone: Bool, _ context: inout ImportContext) -> ItemState {
    let word = text(issue, "state")?.lowercased() ?? ""
    let reason = (text(issue, "stateReason") ?? text(issue, "state_reason") ?? "").lowercased()
    switch word {
    case "open": return hasMilestone ? .unstarted : .unscheduled
    case "closed":
      if ["not_planned", "duplicate"].contains(reason) {
        context.problem(.unknownState, "state", read: "closed, \(reason)", "no such state; taken as accepted")
      }
      return .accepted
    default:
      let nearest = word.isEmpty ? ItemState.unscheduled : ForeignWord.state(word)
      context.problem(.unknownState, "state", read: word, "no such state; taken as \(nearest.rawValue)")
      return nearest
    }
  }

  private static func comment(_ node: JSONNode, _ context: inout ImportContext) -> ImportedComment {
    let at = text(node, "createdAt") ?? text(node, "created_at") ?? ""
    return ImportedComment(
      (text(node, "body") ?? "").withPlainLineBreaks, author: login(node["author"] ?? node["user"]),
      at: context.date(at, "comments")?.instant)
  }

  private static func login(_ node: JSONNode?) -> String? {
    let login = node?["login"]?.text ?? node?.text
    return login?.isEmpty == false ? login : nil
  }

  private static func text(_ node: JSONNode, _ name: String) -> String? { node[name]?.text }

  /// `owner/repo` of an address of GitHub's, or of its REST interface.
  private static func repository(_ url: String?) -> String? {
    guard var parts = url?.split(separator: "/").dropFirst(2) else { return nil }
    if parts.first == "repos" { parts = parts.dropFirst() }
    guard parts.count >= 2 else { return nil }
    return parts.prefix(2).joined(separator: "/")
  }

  private static let types: [String: ItemType] = [
    "bug": .bug, "defect": .bug, "regression": .bug, "enhancement": .feature, "feature": .feature, "chore": .chore,
    "maintenance": .chore, "dependencies": .chore, "documentation": .chore, "refactoring": .chore, "toil": .toil,
    "release": .release,
  ]

  private static let fates: [String: ImportColumn.Fate] = {
    var fates: [String: ImportColumn.Fate] = [
      "number": .kept("source id"), "title": .kept("title"), "body": .kept("description"), "state": .mapped("state"),
      "stateReason": .extra, "state_reason": .extra, "labels": .mapped("labels and type"),
      "assignees": .mapped("owners"), "author": .mapped("requester"), "user": .mapped("requester"),
      "milestone": .extra, "createdAt": .kept("created"), "created_at": .kept("created"),
      "updatedAt": .kept("updated"), "updated_at": .kept("updated"), "closedAt": .mapped("accepted"),
      "closed_at": .mapped("accepted"), "url": .kept("link"), "html_url": .kept("link"),
      "comments": .mapped("comments; a number of them alone is left out"), "closed": .lost("said by the state"),
      "assignee": .lost("the first of the assignees"),
    ]
    for name in ["id", "node_id", "repository_url", "labels_url", "comments_url", "events_url", "timeline_url"] {
      fates[name] = .lost("GitHub's own address of it")
    }
    for name in ["author_association", "locked", "score", "draft"] { fates[name] = .lost("of use on GitHub alone") }
    return fates
  }()
}
