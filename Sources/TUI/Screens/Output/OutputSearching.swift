import Domain

/// A search in an output: what for, how far it is, and what it found.
struct OutputSearching: Hashable, Sendable {
  private(set) var text = ""
  /// The byte that was found; nil while nothing is.
  private(set) var hit: Int?
  /// How far it is, in bytes; nil when it is over.
  private(set) var position: Int?
  private(set) var isMissing = false
  private(set) var turn = 0
  /// Where one was when it began: as one goes on typing it begins there again.
  private(set) var origin = 0
  /// Where else it stands.
  private(set) var hits = OutputHits()

  var isActive: Bool { !text.isEmpty }

  mutating func begin(_ text: String, from origin: Int) {
    if self.text.isEmpty { self.origin = origin }
    self.text = text
    hit = nil
    isMissing = false
    position = text.isEmpty ? nil : self.origin
    turn += 1
    hits = OutputHits()
  }

  /// As in `3 of 11`, of the lines that have it; empty while none was found.
  var place: String { hit.map(hits.position) ?? "" }

  mutating func count() { hits.ask() }

  mutating func count(_ part: OutputTally.Part, of size: Int) { hits.take(part, of: size) }

  mutating func goOn(from position: Int) {
    isMissing = false
    self.position = position
    turn += 1
  }

  mutating func isAt(_ position: Int) { self.position = position }

  mutating func find(_ offset: Int) {
    hit = offset
    origin = offset
    position = nil
  }

  mutating func miss() {
    position = nil
    isMissing = true
  }

  mutating func stop() { position = nil }
}

extension OutputScreen {
  /// Looks for words; for none it ends the search.
  mutating func look(for text: String, _ app: inout App) -> [Effect] {
    guard text != search.text else { return [] }
    search.begin(text, from: view.top)
    return search.isActive ? [look(from: search.origin, backwards: false, &app)] : []
  }

  /// Counts where else it stands: only once it was found, so that finding it never waits for that.
  mutating func countHits(_ app: inout App) -> [Effect] {
    guard let size = state?.size, search.hit != nil, search.hits.wantsMore(of: size) else { return [] }
    search.count()
    return [app.read(OutputTallyQuestion(execution: execution, text: search.text, from: search.hits.counted))]
  }

  mutating func counted(
    _ answer: OutputTallyQuestion.Answer, for question: OutputTallyQuestion, _ app: inout App
  ) -> [Effect] {
    guard question.text == search.text, search.hits.isAsked, question.from == search.hits.counted else { return [] }
    search.count(answer.part, of: answer.size)
    // The last line of what still comes is counted when it has ended.
    return answer.part.counted > question.from ? countHits(&app) : []
  }

  private func look(from position: Int, backwards: Bool, isSecondTurn: Bool = false, _ app: inout App) -> Effect {
    app.read(
      OutputSearchQuestion(
        execution: execution, text: search.text, isBackwards: backwards, from: position, isSecondTurn: isSecondTurn,
        turn: search.turn))
  }

  /// The next line with what is looked for, from the one that was found or from what shows.
  mutating func findNext(backwards: Bool, _ app: inout App) -> [Effect] {
    let here = search.hit ?? view.top
    let line = view.page.range.contains(here) ? view.page.lines[view.page.index(of: here)].range : here..<here
    let position = backwards ? line.lowerBound : search.hit == nil ? line.lowerBound : line.upperBound
    search.goOn(from: position)
    return [look(from: position, backwards: backwards, &app)]
  }

  mutating func found(
    _ result: OutputSearch.Result, for question: OutputSearchQuestion, _ app: inout App
  ) -> [Effect] {
    guard question.turn == search.turn, question.text == search.text else { return [] }
    switch result {
    case .found(let offset):
      search.find(offset)
      if question.isSecondTurn { app.say(question.isBackwards ? "from the end again" : "from the beginning again") }
      return show(hit: offset, &app) + countHits(&app)
    case .goOn(let position):
      search.isAt(position)
      return [
        look(from: position, backwards: question.isBackwards, isSecondTurn: question.isSecondTurn, &app)
      ]
    case .nowhere where !question.isSecondTurn:
      let position = question.isBackwards ? state?.size ?? 0 : 0
      search.isAt(position)
      return [look(from: position, backwards: question.isBackwards, isSecondTurn: true, &app)]
    case .nowhere:
      search.miss()
      return []
    }
  }

  /// The row of a long line in which it stands is the one that is put in sight.
  private mutating func show(hit offset: Int, _ app: inout App) -> [Effect] {
    var row = 0
    if view.wraps, view.page.range.contains(offset) {
      let line = view.page.lines[view.page.index(of: offset)]
      let needle = OutputNeedle(search.text)
      row = line.rows(width: view.area.width).firstIndex { !needle.ranges(in: $0).isEmpty } ?? 0
    }
    view.show(offset: offset, row: row)
    return readWanted(&app)
  }
}
