import Testing

@testable import Domain

@Suite("Places in a hand-set order")
struct OrderKeyTests {
  @Test("A key between two is strictly between them, and reads back", arguments: 1...20)
  func between(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    var keys: [OrderKey] = [.first]
    for _ in 0..<400 {
      let gap = dice.roll(0...keys.count)
      let low = gap == 0 ? nil : keys[gap - 1]
      let high = gap == keys.count ? nil : keys[gap]
      let key = try #require(OrderKey.between(low, high))
      if let low { #expect(low < key) }
      if let high { #expect(key < high) }
      #expect(OrderKey(key.text) == key)
      keys.insert(key, at: gap)
    }
    #expect(keys == keys.sorted())
    #expect(Set(keys).count == keys.count)
  }

  @Test("Several writers who know only what was there when they looked keep one total order", arguments: 1...10)
  func writers(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    var places = [ItemPlace(order: .first, number: ItemNumber(1))]
    for round in 0..<60 {
      let seen = places
      for writer in 0..<3 {
        let gap = dice.roll(0...seen.count)
        let (low, high) = (gap == 0 ? nil : seen[gap - 1].order, gap == seen.count ? nil : seen[gap].order)
        // Two writers may have been given the same key; between those there is none, and the number decides.
        guard let key = OrderKey.between(low, high) else {
          #expect(low == high)
          continue
        }
        places.append(ItemPlace(order: key, number: ItemNumber(2 + round * 3 + writer)))
      }
      places.sort()
    }
    for (place, next) in zip(places, places.dropFirst()) { #expect(place < next) }
  }

  @Test("Keys made together ascend between their ends", arguments: [0, 1, 2, 7, 100, 1000])
  func several(count: Int) throws {
    let low = OrderKey.first
    let high = try #require(OrderKey.between(low, nil))
    for (low, high) in [(nil, nil), (low, nil), (nil, high), (low, high)] as [(OrderKey?, OrderKey?)] {
      let keys = try #require(OrderKey.between(low, high, count: count))
      #expect(keys.count == count)
      let all = [low].compactMap { $0 } + keys + [high].compactMap { $0 }
      for (key, next) in zip(all, all.dropFirst()) { #expect(key < next) }
      for key in keys { #expect(OrderKey(key.text) == key) }
    }
  }

  @Test("A hundred thousand at either end have short keys")
  func ends() throws {
    var (last, first) = (OrderKey.first, OrderKey.first)
    var longest = 0
    for _ in 0..<100_000 {
      (last, first) = (try #require(OrderKey.between(last, nil)), try #require(OrderKey.between(nil, first)))
      longest = max(longest, last.text.utf8.count, first.text.utf8.count)
    }
    #expect(longest <= 6)
  }

  @Test("A key grows by a digit for about six at the same place")
  func growth() throws {
    let low = OrderKey.first
    var high = try #require(OrderKey.between(low, nil))
    for _ in 0..<100 { high = try #require(OrderKey.between(low, high)) }
    #expect(high.text.count <= 30)
    #expect(low < high)
  }

  @Test("There is nothing between two that are the same or the wrong way round")
  func nothing() throws {
    let next = try #require(OrderKey.between(.first, nil))
    #expect(OrderKey.between(.first, .first) == nil)
    #expect(OrderKey.between(next, .first) == nil)
    #expect(OrderKey.between(next, .first, count: 3) == nil)
  }

  @Test(
    "What no key can be is refused", arguments: ["", "a", "0", "a-", "a00", "a0V0", "b0", "a0é", "a0 ", "-a0", "ä0"])
  func malformed(text: String) { #expect(OrderKey(text) == nil) }
}
