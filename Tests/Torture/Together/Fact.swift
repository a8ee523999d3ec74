/// One thing that is in the store once somebody was told that it is, and that is nowhere else.
enum Fact: Hashable, Sendable, CustomStringConvertible {
  case item(title: String)
  case label(String, item: Int)
  case moved(item: Int, to: String)
  case done(step: String, run: Int)
  case failed(reason: String, run: Int)
  case noted(String, run: Int)
  case learned(String)
  case folded(lesson: Int)
  case line(String, checklist: String)

  var description: String {
    switch self {
    case .item(let title): "item \"\(title)\""
    case .label(let label, let item): "label \(label) of item \(item)"
    case .moved(let item, let place): "item \(item) moved to the \(place)"
    case .done(let step, let run): "run \(run), step \(step) done"
    case .failed(let reason, let run): "run \(run), failed: \(reason)"
    case .noted(let text, let run): "run \(run), note \(text)"
    case .learned(let text): "lesson \(text)"
    case .folded(let lesson): "lesson \(lesson) folded"
    case .line(let text, let checklist): "checklist \(checklist), line \"\(text)\""
    }
  }
}

/// So many of each.
typealias Facts = [Fact: Int]

extension Facts {
  init(_ facts: some Sequence<Fact>) { self.init(facts.map { ($0, 1) }, uniquingKeysWith: +) }

  /// Those that are more often here than there.
  func beyond(_ other: Facts) -> Facts {
    reduce(into: [:]) { rest, fact in
      let count = fact.value - (other[fact.key] ?? 0)
      if count > 0 { rest[fact.key] = count }
    }
  }
}
