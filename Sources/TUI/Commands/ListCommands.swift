import Terminal

extension Command {
  /// What every list does alike; a screen that has no list says so.
  static let list: [Command] = [
    moving("down", ["j", "Down"], "Next line", .lines(1)),
    moving("up", ["k", "Up"], "Line before", .lines(-1)),
    moving("page-down", ["PgDn", "^F"], "Next page", .pages(1)),
    moving("page-up", ["PgUp", "^B"], "Page before", .pages(-1)),
    moving("first", ["g g", "Home"], "First line", .first),
    moving("last", ["G", "End"], "Last line", .last),
    .everywhere(
      "list.filter", ["/"], "Narrow the list by typing", label: "filter", rank: 80,
      when: { $0.top?.filter == nil ? .no("there is nothing to narrow here") : .yes }
    ) { app in
      app.show(Filter(app.top?.filter ?? ""))
      return []
    },
    changing("sort", ["z"], "Order by the next column", "sort", when: canSort) { model, _ in
      model.sortByNextColumn()
      return []
    },
    changing("reverse", ["Z"], "Reverse the order", "reverse", when: canSort) { model, _ in
      model.reverseSort()
      return []
    },
    changing("mark", ["m"], "Mark the line, for work on several at once", "mark", when: canMark) {
      $0.mark(.selected, &$1)
    },
    changing("mark-all", ["*"], "Mark all lines that show, or none", "mark all", when: canMark) { $0.mark(.all, &$1) },
    .everywhere("list.copy", ["y"], "Copy the marked lines, else the selected one", label: "copy", when: canCopy) {
      app in
      app.top?.copyable(app).map { [.terminal(.copy($0))] } ?? []
    },
    .everywhere(
      "list.plain", ["Y"], "Show what would be copied, plain, for the terminal's own selection", label: "plain",
      when: canCopy
    ) { app in
      guard let text = app.top?.copyable(app) else { return [] }
      app.show(Reader(plain: text))
      return [.terminal(.mouse(false))]
    },
  ]

  private static func moving(_ id: String, _ keys: [String], _ title: String, _ movement: Movement) -> Command {
    .everywhere("list.\(id)", keys, title, label: title.lowercased()) { app in
      app.changeTop { $0.move(movement, &$1) ?? [] } ?? []
    }
  }

  private static func changing(
    _ id: String, _ keys: [String], _ title: String, _ label: String,
    when: @escaping @Sendable (App) -> Availability,
    _ change: @escaping @Sendable (inout any ScreenModel, inout App) -> [Effect]
  ) -> Command {
    .everywhere("list.\(id)", keys, title, label: label, when: when) { app in app.changeTop(change) ?? [] }
  }

  @Sendable private static func canSort(_ app: App) -> Availability {
    app.top?.isSortable == true
      ? .yes : .no("only a list that is read whole can be put in another order: / narrows it first")
  }

  @Sendable private static func canMark(_ app: App) -> Availability {
    app.top?.marks == nil ? .no("nothing here is done to several lines at once") : .yes
  }

  @Sendable private static func canCopy(_ app: App) -> Availability {
    app.top?.copyable(app) == nil ? .no("there is nothing to copy here") : .yes
  }
}

extension App {
  /// Narrows the list of the screen on top.
  mutating func narrow(to text: String) -> [Effect] { changeTop { $0.narrow(to: text, &$1) } ?? [] }
}

extension ScreenModel {
  /// Narrows the list; one that the store narrows is read anew.
  mutating func narrow(to text: String, _ app: inout App) -> [Effect] {
    guard filter != text else { return [] }
    filter = text
    return hasNarrowed(&app)
  }
}
