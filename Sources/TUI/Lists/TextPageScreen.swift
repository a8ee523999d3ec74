import Terminal

/// A screen that is one page of text. What it does not say itself, scrolling and searching, is said here.
protocol TextPageScreen: ScreenModel {
  var page: TextPage { get set }
}

extension TextPageScreen {
  var filterHint: String { "words to find" }

  var filter: String? {
    get { page.search }
    set { page.find(newValue ?? "") }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    page.move(movement, height: TextPage.rows(app.size))
    return []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    page.scroll(by: mouse)
    return []
  }

  /// The command that goes on to the next line with what was searched for.
  static func nextHitCommand(rank: Int) -> Command {
    .on(
      Self.self, "\(name.text).next", ["]"], "Next line with what was searched for", label: "next hit", rank: rank,
      matters: { screen, _ in screen.filter?.isEmpty == false },
      when: { screen, _ in screen.filter?.isEmpty == false ? .yes : .no("/ searches first") }
    ) { screen, _ in
      screen.page.findNext()
      return []
    }
  }
}
