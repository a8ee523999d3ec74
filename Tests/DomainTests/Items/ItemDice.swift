import Foundation

@testable import Domain

/// Repeatable random numbers (SplitMix64), and random items and filters.
struct ItemDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func pick<T>(_ choices: [T]) -> T { choices[roll(0...choices.count - 1)] }

  mutating func some<T: Hashable>(_ choices: [T]) -> Set<T> {
    Set((0...roll(0...2)).map { _ in pick(choices) })
  }

  mutating func term(_ context: FilterContext) -> ItemFilter.Term {
    let names = ["router", "big one", "a,b", "q\"uote", "back\\slash", "me", "x:y", "Ä", "#3"]
    let texts = ["deploy", "big one", "-minus", "x:y", "12", "say \"hi\"", "tail\\", "Über", "a<b", "#12"]
    let moment = context.now - .seconds(roll(0...9_000_000))
    let day = context.day(in: roll(-400...400))
    let sign = pick(ItemFilter.Comparison.allCases)
    let field = pick(ItemFilter.TimeField.allCases)
    let start = FilterDays.start(of: day, in: context.zone) ?? moment
    let end = FilterDays.end(of: day, in: context.zone) ?? moment
    let condition: ItemFilter.Condition =
      switch roll(0...18) {
      case 0: .type(some(ItemType.allCases))
      case 1: .state(some(ItemState.allCases))
      case 2: .panel(some(Panel.allCases))
      case 3: .label(some(names))
      case 4: .epic(some(names))
      case 5: .owner(some(["ana", "bo", "me", "x.y"].map { Handle($0) }))
      case 6: .requester(some(["ana", "bo"].map { Handle($0) }))
      case 7: .points(sign, roll(0...100))
      case 8: .unestimated(context.pointed)
      case 9: .number(some([1, 12, 1_000_000]))
      case 10: .time(field, sign, moment)
      case 11: .time(field, sign, start)
      case 12: .during(field, start, end)
      case 13: .due(sign, day)
      case 14: .overdue(context.day())
      case 15: .has(pick(ItemFilter.Field.allCases))
      case 16: .run(some([1, 42]))
      case 17: linked()
      default: .text(pick(texts))
      }
    return ItemFilter.Term(condition, isNegated: roll(0...3) == 0)
  }

  private mutating func linked() -> ItemFilter.Condition {
    let kind = pick(ItemLink.Kind.allCases)
    return .link(kind, some(FilterReader.isNumbered(kind) ? ["1", "9"] : ["main", "https://a.b/c?d=e", "a b"]))
  }
}

extension Item {
  static func sample(_ number: Int = 1, _ change: (inout Item) -> Void = { _ in }) -> Item {
    var item = Item(number: ItemNumber(number), team: TeamName("platform"), title: "Restart the router", createdAt: .t0)
    change(&item)
    return item
  }
}
