import Domain
import Foundation
import Store
import Terminal

/// What a product manager waits for in a backlog of one size: opening it, moving an item, filters, searches.
struct BacklogFigures {
  let prodpair: String
  let environment: [String: String]
  let store: BacklogStore

  /// Wide enough for three panels beside each other.
  static let size = Size(width: 160, height: 48)
  private static let rounds = 60
  private static let moves = 100

  func figures() throws -> [Figure] { try screens() + onTerminal() + searches() + memory() }

  // MARK: In process

  private func screens() throws -> [Figure] {
    var screens = try ScreensInProcess(store.store, store.actor, size: Self.size)
    var (opening, moving) = (Samples(), Samples())
    for _ in 0..<Self.rounds {
      try screens.type(TypedKeys("g t"))
      opening.add(try screens.type(TypedKeys("g b")))
      try check(screens)
    }
    for _ in 0..<Self.moves { moving.add(try screens.type(TypedKeys("J"))) }
    var command = Samples()
    for number in try store.topOfBacklog(Self.moves) {
      let move = MoveItems([number], to: .top)
      command.add(try milliseconds { try store.store.perform(move, by: store.actor, at: Instant(Date())) })
    }
    return [
      Figure("open the backlog, in process", opening, aim: .median(10)),
      Figure("move an item, in process, to the settled picture", moving, aim: .median(10)),
      Figure("move an item, the command alone, durable", command, aim: .median(10)),
    ]
  }

  private func check(_ screens: some Typewriter) throws {
    guard screens.shows("Icebox"), screens.shows("Backlog"), screens.shows("Current") else {
      throw BenchError("the backlog does not show its panels:\n" + screens.text)
    }
  }

  // MARK: Through a terminal

  private func onTerminal() throws -> [Figure] {
    let screens = try ScreensOnTerminal(
      prodpair, environment, store: store.path, columns: Self.size.width, rows: Self.size.height)
    defer { screens.session.end() }
    var (opening, moving) = (Samples(), Samples())
    for _ in 0..<Self.rounds / 3 {
      try screens.type(TypedKeys("g t"))
      opening.add(try screens.type(TypedKeys("g b")))
      try check(screens)
    }
    for _ in 0..<Self.moves / 3 { moving.add(try screens.type(TypedKeys("J"))) }
    return [
      Figure("open the backlog, through a terminal", opening, aim: .median(10)),
      Figure("move an item, through a terminal", moving, aim: .median(10)),
    ]
  }

  // MARK: Queries

  /// The first page of the screen.
  private static let page = 200

  private func searches() throws -> [Figure] {
    let rare = BacklogText.rareWord
    let common = BacklogText.commonWord
    return [
      try search("a word of 20 items", .text(rare), aim: .median(20)),
      try search("a word of half the items", .text(common), aim: .median(150)),
      try search("a word that nothing has", .text("xylophone"), aim: .median(20)),
      try search("a filter on three fields", .type([.bug]), .label(["label-7"]), .state([.unstarted])),
      try search(
        "a filter on three fields that many have", .type([.bug]), .points(.atLeast, 0), .panel([.backlog])),
      try search(
        "a filter on three fields and a word", .type([.bug]), .label(["label-7"]), .state([.unstarted]), .text(common)),
      try command("item list of a word of 20 items, whole process", [rare, "--all"], aim: .median(20)),
      try command("item list of a word of half the items, whole process", [common], aim: .median(150)),
    ]
  }

  private func search(_ what: String, _ conditions: ItemFilter.Condition..., aim: Figure.Aim = .none) throws -> Figure {
    let filter = ItemFilter(conditions.map { ItemFilter.Term($0) })
    var samples = Samples()
    var count = 0
    for _ in 0..<Self.rounds {
      samples.add(
        try milliseconds {
          count = try store.store.read { try $0.items(matching: filter, of: BacklogStore.team, limit: Self.page) }.count
        })
    }
    return Figure(what, samples, aim: aim).remarked("\(count) found")
  }

  private func command(_ what: String, _ words: [String], aim: Figure.Aim) throws -> Figure {
    var samples = Samples()
    let environment = environment.merging(["PRODPAIR_STORE": store.path]) { _, new in new }
    for _ in 0..<Self.rounds / 3 {
      samples.add(try ChildProcess.time([prodpair, "item", "list"] + words, environment: environment))
    }
    return Figure(what, samples, aim: aim)
  }

  // MARK: Memory

  private func memory() throws -> [Figure] {
    let screens = try ScreensOnTerminal(
      prodpair, environment, store: store.path, columns: Self.size.width, rows: Self.size.height)
    defer { screens.session.end() }
    let pages = Array(repeating: "PgDn", count: 40).joined(separator: " ")
    for keys in [
      "g b", pages, "G", "g g", "h", pages, "G", "g g", "l l l", pages, "g g", "/ text:\(BacklogText.commonWord) Enter",
      pages, "Esc", "/ text:\(BacklogText.rareWord) Enter", "Esc",
    ] { try screens.type(TypedKeys(keys)) }
    let peak = try ProcessFacts(pid: screens.session.pid).megabytes("status", "VmHWM:")
    return [Figure("peak resident memory of the screen", peak, .megabytes, aim: .median(40))]
  }
}
