import Foundation
import Testing

@testable import Domain

@Suite("Items are matched by a filter")
struct FilterMatchingTests {
  private func holds(_ typed: String, _ item: Item, _ around: ItemFilter.Surroundings = .init()) throws -> Bool {
    var context = try filterContext()
    (context.labels, context.epics, context.handles) = (nil, nil, nil)
    return try ItemFilter(typed: typed, context: context).matches(item, around)
  }

  @Test(
    "Text is looked for by the beginnings of words, whatever the case and the diacritics",
    arguments: [
      ("rout", true), ("outer", false), ("ROUTER", true), ("uber", true), ("\"restart the rou\"", true),
      ("\"rest the\"", false), ("\"router fallback\"", false), ("fall-back", true), ("\"on the way\"", true),
      ("-rout", false), ("restart comment", true),
    ])
  func text(typed: String, expected: Bool) throws {
    let item = Item.sample { $0.description = "Über all: fall-back is on" }
    let around = ItemFilter.Surroundings(comments: ["the way", "A comment: it is on the way"])
    #expect(try holds(typed, item, around) == expected)
  }

  @Test(
    "Each condition asks for what it says",
    arguments: [
      ("type:bug", true), ("state:started panel:current", true), ("label:Router", true), ("owner:bo", true),
      ("owner:me", false), ("points>3", true), ("points<5", false), ("-is:unestimated", true), ("is:blocked", true),
      ("is:overdue", true), ("due<7d", true), ("due>today", false), ("has:task", false), ("run:42", true),
      ("incident:9", true), ("#7", true), ("created:2026-12-07", true), ("started<1d", false), ("is:open", true),
      ("-accepted<1d", true), ("epic:none", false),
    ])
  func conditions(typed: String, expected: Bool) throws {
    let item = Item.sample(7) {
      ($0.type, $0.state, $0.points, $0.due) = (.bug, .started, 5, "2026-12-01")
      ($0.labels, $0.owners, $0.blockers) = (["router"], ["bo"], [Blocker(text: "the vendor")])
      $0.links = [ItemLink(.incident, "9")]
    }
    #expect(try holds(typed, item, .init(runs: [42])) == expected)
  }

  @Test("What is accepted is not overdue, and a resolved blocker does not block")
  func settled() throws {
    let item = Item.sample {
      ($0.state, $0.due, $0.blockers) = (.accepted, "2026-12-01", [Blocker(text: "x", isResolved: true)])
    }
    #expect(try !holds("is:overdue", item))
    #expect(try !holds("is:blocked", item))
    #expect(try holds("no:blocker is:done", item))
  }

  @Test("An item without an estimate is neither more nor less than anything")
  func unestimated() throws {
    #expect(try !holds("points<100", .sample()))
    #expect(try !holds("points>=0", .sample()))
    #expect(try holds("is:unestimated", .sample()))
    #expect(try !holds("is:unestimated", .sample { $0.type = .chore }))
  }
}
