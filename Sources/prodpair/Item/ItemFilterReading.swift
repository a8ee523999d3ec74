import Domain
import Foundation
import Host
import Store

/// A filter that was typed, read against the names that the store knows.
enum ItemFilterReading {
  static func filter(_ typed: String, of team: Team, in reader: some Reading) throws -> ItemFilter {
    // A label that no item has any longer lets nothing through, and is no mistake: scripts name labels.
    try ItemFilter(typed: typed, context: context(of: team, with: false, in: reader))
  }

  /// - Parameter labels: whether a label that no item has is a mistake, and labels are completed.
  static func context(of team: Team, with labels: Bool, in reader: some Reading) throws -> FilterContext {
    let settings = try reader.backlogSettings(of: team.name)
    return FilterContext(
      me: try reader.resolve(Identity.current(), as: nil).handle, now: Session.now, zone: team.zone ?? .gmt,
      pointed: Set(ItemType.allCases.filter(settings.isPointed)), labels: labels ? try reader.labels() : nil,
      epics: try reader.epics(of: team.name).map(\.name), handles: try reader.people().map(\.handle))
  }
}

extension ItemFilter {
  /// What is not done yet.
  static let unaccepted = ItemFilter([Term(.panel([.done]), isNegated: true)])

  /// Whether it says itself how far along the items are to be.
  var saysHowFar: Bool {
    terms.contains { term in
      switch term.condition {
      case .state, .panel, .number, .overdue: true
      case .time(.accepted, _, _), .during(.accepted, _, _): true
      default: false
      }
    }
  }
}
