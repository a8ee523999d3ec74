import Foundation
import TestSupport
import Testing

@testable import Domain

@Suite("A backlog is packed into iterations")
struct PackingTests {
  let monday = "2026-12-07"

  private func packing(
    _ velocity: Int, _ settings: BacklogSettings = BacklogSettings(), committed: Int = 0
  ) throws -> Packing {
    let calendar = try #require(IterationCalendar(settings, began: monday))
    let current = try #require(calendar.iteration(containing: monday))
    return Packing(Velocity(points: velocity), settings, calendar: calendar, from: current, committed: committed)
  }

  private func places(_ points: [Int], _ velocity: Int, committed: Int = 0) throws -> [Int] {
    var packing = try packing(velocity, committed: committed)
    return points.map { packing.place($0) }
  }

  @Test("Items fill an iteration, and what it leaves over is carried to the next")
  func carryOver() throws {
    #expect(try places([5, 5, 5], 10) == [0, 0, 1])
    // 8 leaves 2 over, so that 12 fit into the second; the next would be the 21st.
    #expect(try places([8, 3, 8, 1, 1], 10) == [0, 1, 1, 1, 2])
    #expect(try places([0, 0, 10, 0, 1], 10) == [0, 0, 0, 0, 1])
  }

  @Test("An oversized item begins where nothing is overdrawn, and what follows waits until the sum has caught up")
  func oversized() throws {
    #expect(try places([8, 1, 1], 3) == [0, 2, 3])
    #expect(try places([1, 8, 1], 3) == [0, 1, 3])
    #expect(try places([8, 8, 0], 3) == [0, 3, 5])
  }

  @Test("What is in progress is in the iteration under way, whether it fits or not")
  func committed() throws {
    #expect(try places([1, 4, 1], 10, committed: 9) == [0, 1, 1])
    #expect(try places([1], 10, committed: 25) == [2])
  }

  @Test("An iteration in which nobody is there takes nothing, and one with half the team takes half")
  func strengths() throws {
    let settings = BacklogSettings(strengths: [
      "2026-12-07": .init(percent: 50), "2026-12-14": .init(percent: 0), "2026-12-22": .init(percent: 0),
      "2026-12-21": .init(isOnDuty: true),
    ])
    var packing = try packing(10, settings)
    #expect((0...3).map { packing.capacity(of: $0) } == [5, 0, 8, 10])
    #expect([5, 8, 20].map { packing.place($0) } == [0, 2, 3])
  }

  @Test("The sum never exceeds the capacities but by one oversized item", arguments: 1...60)
  func invariant(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    var settings = BacklogSettings(iterationWeeks: dice.roll(1...4))
    let calendar = try #require(IterationCalendar(settings, began: monday))
    for _ in 0..<dice.roll(0...12) {
      let iteration = try #require(calendar.iteration(numbered: dice.roll(1...20)))
      settings.strengths[iteration.first] = .init(
        percent: dice.pick([0, 10, 50, 100, 200]), isOnDuty: dice.roll(0...1) == 1)
    }
    var packing = try packing(dice.roll(0...12), settings)
    let points = (0..<200).map { _ in dice.pick([0, 0, 1, 2, 3, 5, 8, 13, 40]) }
    let placed = points.map { packing.place($0) }
    #expect(placed == placed.sorted())
    var (sum, next, capacities) = (0, 0, 0)
    for index in 0...(placed.last ?? 0) {
      let capacity = packing.capacity(of: index)
      let wasOverdrawn = sum > capacities
      capacities += capacity
      var oversized: [Int] = []
      while next < placed.count, placed[next] == index {
        sum += points[next]
        if sum > capacities { oversized.append(points[next]) }
        #expect(capacity > 0 || points[next] == 0 || sum <= capacities)
        next += 1
      }
      #expect(oversized.count <= 1)
      for item in oversized { #expect(item > capacity && !wasOverdrawn) }
    }
    #expect(sum == points.reduce(0, +))
  }

  @Test("Going on by many iterations at once comes out as going on by one", arguments: 1...20)
  func slowly(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    let velocity = dice.roll(1...9)
    var packing = try packing(velocity)
    var (index, before, used) = (0, 0, 0)
    for _ in 0..<100 {
      let points = dice.pick([0, 1, 3, 8, 100, 5000])
      while used + points > before + velocity, points <= velocity || used > before {
        (index, before) = (index + 1, before + velocity)
      }
      used += points
      #expect(packing.place(points) == index)
    }
  }

  @Test("The time for packing grows far less than the square of what is packed")
  func many() throws {
    let isQuick = try ThreadTime.isFarFromQuadratic(at: 100_000) { size in
      var packing = try packing(1)
      let time = ThreadTime.of { for index in 0..<size { _ = packing.place(index % 9) } }
      #expect(packing.place(1_000_000_000) > 3 * size)
      return time
    }
    #expect(isQuick)
  }

  @Test(
    "A release is expected on the last day of its iteration, later when things go badly, and late after its due date")
  func forecast() throws {
    let settings = BacklogSettings()
    let calendar = try #require(IterationCalendar(settings, began: monday))
    let current = try #require(calendar.iteration(containing: monday))
    var plan = BacklogPlan(
      Velocity(points: 10, volatility: 0.5, iterations: 3), settings, calendar: calendar, from: current, committed: 5)
    for (number, points) in [5, 5, 5].enumerated() {
      plan.add(ItemFacts(number: ItemNumber(number), points: points, state: .unstarted, createdAt: .t0))
    }
    let release = ItemFacts(
      number: ItemNumber(9), type: .release, points: 8, state: .unstarted, createdAt: .t0, due: "2026-12-25")
    #expect(plan.add(release) == 1)
    let forecast = try #require(plan.forecasts.first)
    #expect(
      forecast
        == ReleaseForecast(
          item: ItemNumber(9), iteration: 2, expected: "2026-12-20", worst: "2027-01-03", pointsBefore: 15,
          due: "2026-12-25"))
    #expect(!forecast.isLate)
    #expect(forecast.isLateAtWorst)
    #expect(plan.iteration(9_000_000) == nil)
  }
}
