/// A grooming session said no. Nothing was written.
public enum GroomingRefusal: Error, Hashable, Sendable {
  /// Nothing about the item asks for a decision.
  case nothingToDecide(ItemNumber)
  /// It was decided in this session, and nothing new has come up since.
  case decided(GroomingDecision)
  /// Somebody has changed the item since it was looked at.
  case changedMeanwhile(ItemNumber)
  case alreadyOpen(Grooming)
  case noneOpen(TeamName)
  case ended(GroomingNumber)
}

extension GroomingRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToDecide(let number):
      "nothing about item \(number) asks for a decision: `prodpair item groom --list` lists what waits for one"
    case .decided(let decision):
      "\(decision.by) has decided item \(decision.item) in this session already: \(decision.words)"
    case .changedMeanwhile(let number):
      "somebody has changed item \(number) since it was shown: nothing was written; look at it again, and decide"
    case .alreadyOpen(let grooming):
      "grooming session \(grooming.number) is open, "
        + (grooming.filter.isEmpty ? "of the whole backlog" : "of \(grooming.filter)")
        + ": take it up without a filter, or end it first with `prodpair item groom --end`"
    case .noneOpen(let team): "team \(team) has no grooming session open: the first decision opens one"
    case .ended(let number): "grooming session \(number) has ended already"
    }
  }
}
