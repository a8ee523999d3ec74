import Domain
import Foundation
import Host
import Store

/// A filter that was typed, read against the names that the store knows.
enum ItemFilterReading {
  static func filter(_ typed: String, of team: Team, in reader: some Reading) throws -> ItemFilter {
    // Which labels there are takes a look through all of them, which only a filter that names one is worth.
    let filter = try ItemFilter(typed: typed, context: context(of: team, with: false, in: reader))
    guard filter.terms.contains(where: \.namesALabel) else { return filter }
    return try ItemFilter(typed: typed, context: context(of: team, with: true, in: reader))
  }

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

extension ItemFilter.Term {
  fileprivate var namesALabel: Bool { if case .label = condition { true } else { false } }
}
