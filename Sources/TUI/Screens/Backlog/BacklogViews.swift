import Domain
import Store

/// Filters that the team has given names to.
extension BacklogScreen {
  var views: [SavedView] { head?.views ?? [] }

  /// What is typed has to be a filter that can be read.
  var canSaveView: Availability {
    if !isFound { return .no("/ filters first: a view is a filter with a name") }
    return found.problem.map { .no($0.sentence) } ?? .yes
  }

  func chooseView(_ app: inout App) -> [Effect] {
    let items = zip(Menu.letters, views).map { letter, view in
      Menu.Item(
        key: letter, title: "\(view.name)  \(LessonWords.line(view.filter, most: 200))", availability: .yes
      ) { app in app.narrow(to: view.filter) }
    }
    let forget = Menu.Item(key: "x", title: "Forget a view", availability: .yes) { [self] app in forgetView(&app) }
    app.show(Menu("show a view", items + [forget]))
    return []
  }

  private func forgetView(_ app: inout App) -> [Effect] {
    let items = zip(Menu.letters, views).map { letter, view in
      Menu.Item(key: letter, title: view.name, availability: .yes) { app in
        [
          app.write(
            StoreWrite(name: "forget view") { store, actor, now in
              try store.perform(RemoveView(view.name, of: view.team), by: actor, at: now)
              return "the view \(view.name) is forgotten"
            })
        ]
      }
    }
    app.show(Menu("forget which view?", items))
    return []
  }

  func saveView(_ app: inout App) -> [Effect] {
    guard let team, let filter else { return [] }
    app.show(
      Prompt(
        "save the filter as a view called what?",
        explanation: [LessonWords.line(filter, most: 200), "A view of that name is replaced; u takes it back."],
        needs: "it needs a name", suggestions: .names(views.map(\.name)), purpose: "save view", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let view = SavedView(team: team, name: text.trimmed, filter: filter)
        return [
          app.write(
            StoreWrite(name: "save view") { store, actor, now in
              try store.perform(SaveView(view), by: actor, at: now)
              return "saved as the view \(view.name)"
            }, draft: draft)
        ]
      })
    return []
  }
}
