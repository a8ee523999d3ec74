import Domain
import Store

extension StartPage {
  /// A team's items that a run could carry: what is finished, and the releases near the top of what is to be done.
  static func itemsToCarry(of team: TeamName, _ reader: some Reading) throws -> [ItemLine] {
    let current = try reader.items(in: .current, of: team, limit: 200).filter { $0.state == .finished }
    let ahead = try reader.items(in: .backlog, of: team, limit: 200).filter { $0.type == .release }
    return current + ahead
  }
}
