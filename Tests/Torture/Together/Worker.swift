import Foundation

/// One of those who work on the store at once: gives one command after the other, and writes down what it was told.
struct Worker {
  let number: Int
  let store: SharedStore
  let ledger: Ledger
  private let seat: SharedStore.Seat
  private var dice: Dice
  private var count = 0
  private var steps: [(run: Int, step: String)]
  private var nextPlace = "top"
  /// Its own lessons that are not folded yet.
  private var lessons: [(number: Int, page: String, text: String)] = []

  init(_ number: Int, on store: SharedStore, ledger: Ledger, dice: Dice) {
    self.number = number
    self.store = store
    self.ledger = ledger
    self.dice = dice
    seat = store.seat(number - 1)
    let own = store.ownSteps[number - 1]
    steps = SharedStore.runs.flatMap { run in own.map { (run, $0) } }
  }

  /// What the workers begin with, each with a row of its own, so that there is something of everything however slow the
  /// machine is.
  private static let beginnings: [[Deed.Kind]] = [
    [.add, .note], [.learn, .foldIntoFile], [.edit, .move], [.learn, .foldIntoFile], [.tick, .contest], [.fail, .list],
    [.contest, .backup], [.verify, .edit],
  ]

  /// Gives commands until then.
  mutating func work(until end: ContinuousClock.Instant) {
    do {
      for kind in Self.beginnings[(number - 1) % Self.beginnings.count] { try perform(deed(kind)) }
      while ContinuousClock.now < end { try perform(nextDeed()) }
    } catch { ledger.add(trouble: "worker \(number): \(error)") }
  }

  /// Imports files of so many rows, one after the other with a pause as long as each took, and one at least.
  mutating func importRows(_ rows: Int, until end: ContinuousClock.Instant) {
    do {
      repeat {
        let mark = token()
        let lines = (1...rows).map { "\(count * 1_000_000 + $0),row \(mark)-\($0),feature,unstarted\n" }
        let path = try store.folder.file("\(mark).csv", "Id,Title,Type,Current State\n" + lines.joined())
        chmod(path, 0o644)
        let took = try perform(
          Deed(
            kind: .rows, words: ["item", "import", path, "--from", "tracker"],
            facts: (1...rows).map { .item(title: "row \(mark)-\($0)") }))
        // So that an import runs half of the time, however fast the machine is.
        Thread.sleep(forTimeInterval: took / .seconds(1))
      } while ContinuousClock.now < end
    } catch { ledger.add(trouble: "worker \(number): \(error)") }
  }

  /// - Returns: how long it took.
  @discardableResult
  private mutating func perform(_ deed: Deed) throws -> Duration {
    let begin = ContinuousClock.now
    let child = try store.start(deed.words, at: seat, speaks: deed.kind.command != nil)
    let processor = ProcessorTime.atEnd(of: child.process, limit: .seconds(60))
    let ended = child.wait()
    let done = Done(worker: number, deed: deed, ended: ended, begin: begin, end: .now, processor: processor)
    ledger.add(done)
    if ended.succeeded || done.isUnfinished { remember(deed, ended.output) }
    return ended.duration
  }

  private mutating func remember(_ deed: Deed, _ output: String) {
    switch deed.kind {
    case .move: nextPlace = nextPlace == "top" ? "bottom" : "top"
    case .learn:
      guard case .learned(let text)? = deed.facts.first,
        let lesson = output.split(separator: "\n").first.flatMap({ Int($0) }),
        let page = SharedStore.pages.first(where: deed.words.contains)
      else { return ledger.add(trouble: "worker \(number): no lesson's number in \"\(output)\"") }
      lessons.append((lesson, page, text))
    case .foldIntoFile, .foldInStore: lessons.removeFirst()
    default: break
    }
  }

  /// What nobody else writes.
  private mutating func token() -> String {
    count += 1
    return "by-w\(number)-\(count)"
  }
}

extension Worker {
  /// So often each kind is chosen.
  private static let weights: [(Deed.Kind, Int)] = [
    (.tick, 5), (.contest, 2), (.fail, 2), (.note, 4), (.move, 5), (.edit, 4), (.add, 5), (.learn, 2),
    (.foldIntoFile, 1), (.foldInStore, 1), (.list, 2), (.backup, 1), (.verify, 1),
  ]

  private mutating func nextDeed() -> Deed {
    var point = dice.below(Self.weights.reduce(0) { $0 + $1.1 })
    for (kind, weight) in Self.weights {
      point -= weight
      if point < 0 { return deed(kind) }
    }
    return deed(.note)
  }

  private mutating func deed(_ kind: Deed.Kind) -> Deed {
    let mark = token()
    let run = dice.one(of: Array(SharedStore.runs)) ?? 1
    let item = store.ownItems[number - 1]
    switch kind {
    case .tick:
      guard let (run, step) = steps.popLast() else { return deed(.note) }
      return Deed(kind: .tick, words: ["run", "tick", "\(run)", step], facts: [.done(step: step, run: run)])
    case .contest:
      let step = dice.one(of: store.contestedSteps) ?? ""
      return Deed(kind: .contest, words: ["run", "tick", "\(run)", step], facts: [.done(step: step, run: run)])
    case .fail:
      // Of a step of its own that is still to be ticked: a tick afterwards is a new attempt.
      guard let (run, step) = steps.last else { return deed(.note) }
      return Deed(
        kind: .fail, words: ["run", "fail", "\(run)", step, "--reason", mark], facts: [.failed(reason: mark, run: run)])
    case .note: return Deed(kind: .note, words: ["run", "note", "\(run)", mark], facts: [.noted(mark, run: run)])
    case .move:
      return Deed(
        kind: .move, words: ["item", "move", "\(item)", "--\(nextPlace)"], facts: [.moved(item: item, to: nextPlace)])
    case .edit:
      // Everybody edits everybody's items.
      let item = dice.one(of: store.ownItems) ?? item
      return Deed(
        kind: .edit, words: ["item", "edit", "\(item)", "--label", mark], facts: [.label(mark, item: item)])
    case .add: return Deed(kind: .add, words: ["item", "add", mark], facts: [.item(title: mark)])
    case .learn:
      let page = dice.one(of: SharedStore.pages) ?? ""
      return Deed(
        kind: .learn, words: ["lesson", "add", "--checklist", page, "--after", "begin", "--step", mark],
        facts: [.learned(mark)])
    case .foldIntoFile, .foldInStore:
      guard let lesson = lessons.first else { return deed(.learn) }
      let isFiled = lesson.page == SharedStore.pages[0]
      return Deed(
        kind: isFiled ? .foldIntoFile : .foldInStore,
        words: ["lesson", "fold", "\(lesson.number)", "--reason", mark] + (isFiled ? [] : ["--no-file"]),
        facts: [.folded(lesson: lesson.number), .line(lesson.text, checklist: lesson.page)])
    case .list: return Deed(kind: .list, words: ["item", "list", "--json", "--limit", "30"])
    case .backup: return Deed(kind: .backup, words: ["backup", store.folder("team/\(mark).backup")])
    case .verify: return Deed(kind: .verify, words: ["verify"])
    case .rows: return deed(.add)
    }
  }
}
