/// A rule of the backlog said no. Nothing was written.
public enum ItemRefusal: Error, Hashable, Sendable {
  case titleEmpty
  /// A label is empty, or has a comma or a line break in it.
  case labelUnusable(String)
  case noSuchState(ItemState, ItemType)
  case alreadyIn(ItemNumber, ItemState)
  /// There is nothing ahead of an item's state, or nothing behind it.
  case noNextState(ItemNumber, ItemState)
  case noPreviousState(ItemNumber, ItemState)
  /// Sending back takes a reason.
  case needsReason(ItemNumber, ItemState)
  case unestimated(ItemNumber)
  case offTheScale(Int, scale: [Int])
  case notPointed(ItemType, TeamName)
  /// Accepting and rejecting is for the product manager, or for somebody who does not own the item.
  case notYours(ItemNumber, productManager: Handle?)
  /// Only what was finished, delivered or accepted can be wanting.
  case nothingToReject(ItemNumber, ItemState)
  /// Only what was started can be good.
  case nothingToAccept(ItemNumber, ItemState)
  case blocksItself(ItemNumber)
  /// The items that wait for each other, in a circle that begins and ends with the first.
  case blockerCycle([ItemNumber])
  case dateUnreadable(String)
  case settingUnusable(String)
  /// The day lies within the iteration that begins on another one.
  case noIterationBegins(String, first: String)
  case otherTeam(ItemNumber, TeamName, TeamName)
  case nothingToSplit(ItemNumber)
  case mergedWithItself(ItemNumber)
  /// The item that others are to be put next to is one of those that are moved.
  case movedNextToItself(ItemNumber)
  /// It was to be taken off the run.
  case notCarried(ItemNumber, RunNumber)
  /// Delivering takes a run in production that went well, rejecting one that was rolled back; this one is something else.
  case notSettledByRun(RunNumber, ItemSettling, String)

  /// Whether `--override "why"` lets it pass.
  public var isOverridable: Bool {
    switch self {
    case .unestimated, .notYours, .nothingToReject, .nothingToAccept: true
    default: false
    }
  }
}

extension ItemRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .titleEmpty: "an item needs a title"
    case .labelUnusable(let label):
      "\"\(label)\" can't be a label: it takes at least one character, no comma and no line break"
    case .noSuchState(let state, let type):
      "a \(type.rawValue) is never \(state.rawValue): it is \(type.states.map(\.rawValue).joined(separator: ", "))"
    case .alreadyIn(let number, let state): "item \(number) is \(state.rawValue) already"
    case .noNextState(let number, let state): "item \(number) is \(state.rawValue): nothing comes after that"
    case .noPreviousState(let number, let state): "item \(number) is \(state.rawValue): nothing comes before that"
    case .needsReason(let number, let state):
      "sending item \(number) back to \(state.rawValue) takes a reason: say it with --reason"
    case .unestimated(let number):
      "item \(number) is not estimated: `prodpair item estimate \(number) POINTS` first, or --override \"why\""
    case .offTheScale(let points, let scale):
      "\(points) is not on the scale, which is \(scale.map(String.init).joined(separator: " "))"
    case .notPointed(let type, let team): "team \(team) gives a \(type.rawValue) no points"
    case .notYours(let number, let manager?):
      "accepting and rejecting item \(number) is for \(manager), who is the product manager; or --override \"why\""
    case .notYours(let number, nil):
      "item \(number) is accepted or rejected by somebody who does not own it; or --override \"why\""
    case .nothingToReject(let number, let state):
      "item \(number) is \(state.rawValue): only what was finished, delivered or accepted is rejected; "
        + "or --override \"why\""
    case .nothingToAccept(let number, let state):
      "item \(number) is \(state.rawValue): only what was started is accepted; or --override \"why\""
    case .blocksItself(let number): "item \(number) can't wait for itself"
    case .blockerCycle(let numbers):
      "these items would wait for each other: \(numbers.map(\.description).joined(separator: " waits for "))"
    case .dateUnreadable(let text): "\"\(text)\" is no day: write it as 2026-11-30"
    case .settingUnusable(let why): why
    case .noIterationBegins(let day, let first):
      "no iteration begins on \(day): it lies in the one that begins on \(first), so name \(first). Nothing was changed"
    case .otherTeam(let number, let its, let other):
      "item \(number) is in the backlog of team \(its), not in that of team \(other)"
    case .nothingToSplit(let number): "name at least one part that item \(number) is to be split into"
    case .notCarried(let number, let run):
      "run \(run) does not carry item \(number): `prodpair run items \(run)` lists what it carries. Nothing was changed"
    case .notSettledByRun(let run, .delivery, let what):
      "run \(run) \(what): a run that went well in production delivers what it carries; "
        + "`prodpair item deliver` does, where it is so all the same. Nothing was changed"
    case .notSettledByRun(let run, .rejection, let what):
      "run \(run) \(what): a run that was rolled back in production rejects what it carries; "
        + "`prodpair item reject` does, where it is so all the same. Nothing was changed"
    case .movedNextToItself(let number):
      "item \(number) is among those that are moved, and can't be what they are put next to: name another. "
        + "Nothing was changed"
    case .mergedWithItself(let number): "item \(number) can't be merged with itself"
    }
  }
}
