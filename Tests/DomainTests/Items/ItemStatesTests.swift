import Testing

@testable import Domain

@Suite("The states of each type of item")
struct ItemStatesTests {
  @Test("Ahead, back and nearest all land in a state that the type has", arguments: ItemType.allCases)
  func transitions(type: ItemType) {
    for state in type.states {
      if let next = type.next(after: state) { #expect(type.states.contains(next), "\(state) > \(next)") }
      if let previous = type.previous(to: state) { #expect(type.states.contains(previous), "\(state) < \(previous)") }
      #expect(type.nearest(to: state) == state)
    }
    for state in ItemState.allCases { #expect(type.states.contains(type.nearest(to: state))) }
  }

  @Test("Going ahead comes to accepted, and going back to unscheduled", arguments: ItemType.allCases)
  func ends(type: ItemType) {
    for start in type.states {
      var (ahead, back) = (start, start)
      for _ in ItemState.allCases {
        ahead = type.next(after: ahead) ?? ahead
        back = type.previous(to: back) ?? back
      }
      #expect(ahead == .accepted)
      #expect(back == .unscheduled)
    }
  }

  @Test("Only features and bugs are delivered, accepted or rejected by somebody")
  func gate() { #expect(ItemType.allCases.filter(\.isGated) == [.feature, .bug]) }

  @Test("Every state stands in one panel")
  func panels() { #expect(Panel.allCases.flatMap(\.states).count == ItemState.allCases.count) }

  @Test("The times of a state are kept, and those of states it has left are not")
  func times() {
    var item = Item.sample()
    for (minutes, state) in [ItemState.started, .finished, .delivered, .accepted].enumerated() {
      item.enter(state, at: .t0 + .minutes(Int64(minutes)))
    }
    #expect(item.startedAt == .t0)
    #expect(item.deliveredAt == .t0 + .minutes(2))
    #expect(item.acceptedAt == .t0 + .minutes(3))
    item.enter(.rejected, at: .t10)
    #expect(item.acceptedAt == nil)
    item.enter(.unstarted, at: .t10)
    #expect(item.startedAt == nil && item.deliveredAt == nil)
  }
}
