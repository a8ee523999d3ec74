import Domain
import Store

extension Stage {
  /// The same team in the middle of a grooming session over the backlog that the demo has.
  func grooming() throws -> Stage {
    let rejected = try item(titled: "Give the aggregators' buffers a dashboard")
    let zone = try item(titled: "A second availability zone")
    try store.perform(
      DecideGrooming(rejected, .keep, why: "cy goes on with it today"), by: actor, at: now - .minutes(9))
    try store.perform(DecideGrooming(zone, .keep), by: actor, at: now - .minutes(8))
    return self
  }

  private func item(titled title: String) throws -> ItemNumber {
    let found = try store.read { try $0.items(matching: ItemFilter(), of: TeamName("platform"), limit: 1000) }
    guard let item = found.first(where: { $0.title == title }) else { throw Slip.noItem(title) }
    return item.number
  }
}
