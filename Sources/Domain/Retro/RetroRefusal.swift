/// What can't be done with a retro. Nothing was written.
public enum RetroRefusal: Error, Hashable, Sendable {
  /// - `unknown`: those of them that are answered with "we don't know".
  case questionsOpen(RetroNumber, [RetroQuestion], unknown: [RetroQuestion])
  case noSuchStep(RetroNumber, from: RetroState, to: RetroState)
  case facilitatorCommanded(Handle, IncidentNumber)
  case closed(RetroNumber)
  case textMissing(String)
  case alreadyReviewed(IncidentNumber, RetroNumber)
  case otherTeams([TeamName])
  case alreadyAnAction(ItemNumber, RetroNumber)
  case notAnAction(ItemNumber, RetroNumber)
  case notAnEarlierAction(ItemNumber)
}

extension RetroRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .questionsOpen(let number, let open, let unknown):
      "retro \(number) can't be closed: \(open.count) of its four questions \(open.count == 1 ? "is" : "are") open ("
        + open.map { $0.rawValue + (unknown.contains($0) ? ", \"we don't know\"" : "") }.joined(separator: "; ")
        + "). Answer with --answer \(open.first?.rawValue ?? "")=\"…\", or give each an action with an owner and a date: "
        + "`prodpair incident action`. Nothing was changed"
    case .noSuchStep(let number, let from, let to):
      "retro \(number) is \(from.words): from there it becomes "
        + from.next.map(\.words).joined(separator: " or ") + ", not \(to.words). Nothing was changed"
    case .facilitatorCommanded(let who, let incident):
      "\(who) commanded incident \(incident), and whoever commanded can't lead its retro: name somebody else. "
        + "Nothing was changed"
    case .closed(let number):
      "retro \(number) is closed: take it back to reviewed with --reopen, and change it then. Nothing was changed"
    case .textMissing(let what): "say \(what). Nothing was changed"
    case .alreadyReviewed(let incident, let retro):
      "incident \(incident) is reviewed in retro \(retro) already. Nothing was changed"
    case .otherTeams(let teams):
      "a retro is of one team, and these are of \(teams.map(\.text).joined(separator: ", ")). Nothing was changed"
    case .alreadyAnAction(let item, let retro):
      "item \(item) is an action of retro \(retro) already. Nothing was changed"
    case .notAnAction(let item, let retro): "item \(item) is no action of retro \(retro). Nothing was changed"
    case .notAnEarlierAction(let item):
      "item \(item) is no action of an earlier retro: there is nothing to judge. Nothing was changed"
    }
  }
}
