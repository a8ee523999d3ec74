import Foundation
import Testing

@testable import Domain

/// 2026-12-07 09:30 UTC, a Monday, in Berlin.
func filterContext() throws -> FilterContext {
  FilterContext(
    me: "ana", now: .t0, zone: try #require(TimeZone(identifier: "Europe/Berlin")),
    labels: ["router", "billing", "on call"], epics: ["The big one"], handles: ["ana", "bo"])
}

@Suite("The filter language is read")
struct FilterReadingTests {
  private func read(_ text: String) throws -> [ItemFilter.Term] {
    try ItemFilter(typed: text, context: try filterContext()).terms
  }

  @Test("Words and phrases are text, each a term")
  func text() throws {
    #expect(
      try read("deploy \"two words\" -old 12:30") == [
        .init(.text("deploy")), .init(.text("two words")), .init(.text("old"), isNegated: true), .init(.text("12:30")),
      ])
    #expect(try read("   ").isEmpty)
  }

  @Test("What an accent stands on is still a quote, a hyphen or a sign")
  func accents() throws {
    #expect(try read("-\"\u{301}x\\\"\u{301}\"") == [.init(.text("\u{301}x\"\u{301}"), isNegated: true)])
    #expect(try read("branch:\u{301}x,\u{301}y") == [.init(.link(.branch, ["\u{301}x", "\u{301}y"]))])
    let filter = ItemFilter([.init(.text("\u{301}x\"\u{301} y\\")), .init(.link(.branch, ["a,\u{301}"]))])
    #expect(try read(filter.text) == filter.terms)
  }

  @Test("The place of a mistake is told in characters")
  func places() throws {
    let problem = try #require(throws: FilterProblem.self) { try read("e\u{301}e\u{301} \"open\u{301}") }
    #expect((problem.offset, problem.length) == (3, 1))
  }

  @Test(
    "A key and its value are a condition",
    arguments: [
      ("type:bug,chore", ItemFilter.Condition.type([.bug, .chore])), ("state:unst", .state([.unstarted])),
      ("panel:current", .panel([.current])), ("label:ROUTER", .label(["router"])),
      ("label:\"on call\",router", .label(["on call", "router"])), ("epic:\"the big one\"", .epic(["The big one"])),
      ("own:me", .owner(["ana"])), ("requester:bo", .requester(["bo"])), ("points>3", .points(.more, 3)),
      ("points:3", .points(.equal, 3)), ("po<=2", .points(.atMost, 2)), ("points:>=5", .points(.atLeast, 5)),
      ("is:blocked", .has(.blocker)), ("is:unestimated", .unestimated([.feature])),
      ("is:overdue", .overdue("2026-12-07")), ("is:done", .panel([.done])), ("has:due", .has(.due)),
      ("id:12", .number([12])), ("#12", .number([12])), ("id:#12,13", .number([12, 13])), ("run:42", .run([42])),
      ("incident:9", .link(.incident, ["9"])), ("lesson:#7", .link(.lesson, ["7"])),
      ("branch:main", .link(.branch, ["main"])), ("due<2026-12-24", .due(.less, "2026-12-24")),
      ("due<7d", .due(.less, "2026-12-14")), ("due:tomorrow", .due(.equal, "2026-12-08")),
    ])
  func conditions(typed: String, condition: ItemFilter.Condition) throws {
    #expect(try read(typed) == [.init(condition)])
    #expect(try read("-" + typed) == [.init(condition, isNegated: true)])
  }

  @Test("What is not there is said the other way round", arguments: ["no:owner", "is:unowned", "-has:owner"])
  func inverse(typed: String) throws {
    #expect(try read(typed) == [.init(.has(.owner), isNegated: true)])
  }

  @Test("A day is the moment at which it begins where the team is, and an age counts back from now")
  func times() throws {
    let midnight = try #require(Instant(rfc3339: "2026-12-01T00:00:00+01:00"))
    let nextMidnight = try #require(Instant(rfc3339: "2026-12-02T00:00:00+01:00"))
    #expect(try read("created>2026-12-01") == [.init(.time(.created, .more, midnight))])
    #expect(try read("created:2026-12-01") == [.init(.during(.created, midnight, nextMidnight))])
    #expect(try read("updated<30d") == [.init(.time(.updated, .more, .t0 - .seconds(30 * 86_400)))])
    #expect(try read("accepted>=2w") == [.init(.time(.accepted, .atMost, .t0 - .seconds(14 * 86_400)))])
  }

  @Test("A day begins after midnight where the clocks go past it, and ends an hour later or earlier")
  func clockChanges() throws {
    let santiago = try #require(TimeZone(identifier: "America/Santiago"))
    #expect(FilterDays.start(of: "2026-09-06", in: santiago) == Instant(rfc3339: "2026-09-06T04:00:00Z"))
    let berlin = try filterContext().zone
    let start = try #require(FilterDays.start(of: "2026-10-25", in: berlin))
    #expect(FilterDays.end(of: "2026-10-25", in: berlin) == start + .seconds(25 * 3600))
  }

  @Test(
    "A mistake is shown under its place, with what was perhaps meant",
    arguments: [
      ("points>3 tpye:bug", 9, 4, "type:"), ("type:bgu", 5, 3, "bug"), ("type:feature,chroe", 13, 5, "chore"),
      ("label:roter", 6, 5, "router"), ("label:\"on cal\"", 6, 8, "\"on call\""), ("owner:anna", 6, 4, "ana"),
      ("l:router", 0, 1, "label:"), ("state:un", 6, 2, "unscheduled"), ("points:x", 7, 1, "points:3"),
      ("label>router", 5, 1, "label:"), ("type:", 5, 0, "type:bug"), ("created<2026-02-30", 8, 10, "created<30d"),
      ("updated:30d", 8, 3, "updated<30d"), ("due<3h", 4, 2, "due<7d"), ("é \"open", 2, 1, "\"open\""),
      ("run:abc", 4, 3, "run:12"), ("type:bug,", 9, 0, "type:bug"),
      ("blocked:yes", 0, 7, "is:blocked"), ("-blocked:yes", 1, 7, "is:blocked"), ("blocked:no", 0, 7, "-is:blocked"),
      ("overdeu:yes", 0, 7, "is:overdue"), ("poinst>3", 0, 6, "points>3"), ("poinst:3", 0, 6, "points:"),
    ])
  func mistakes(typed: String, offset: Int, length: Int, suggestion: String) throws {
    let problem = try #require(throws: FilterProblem.self) { _ = try read(typed) }
    #expect(problem.offset == offset)
    #expect(problem.length == length)
    #expect(problem.suggestion == suggestion)
  }

  @Test(
    "Mistakes without a guess are still mistakes",
    arguments: ["-", "--x", "\"\"", "!!", "\"a\"b", "zzzzzz:1", "points:1,2"])
  func plainMistakes(typed: String) throws {
    #expect(throws: FilterProblem.self) { _ = try read(typed) }
  }

  @Test("Nobody is me where nobody is known")
  func nobody() throws {
    var context = try filterContext()
    context.me = nil
    #expect(throws: FilterProblem.self) { _ = try ItemFilter(typed: "owner:me", context: context) }
  }

  @Test("The text of a mistake is the line, the carets, and a sentence")
  func caret() throws {
    let problem = try #require(throws: FilterProblem.self) { _ = try read("points>3 label:roter x") }
    #expect(
      String(describing: problem) == """
        points>3 label:roter x
                       ^^^^^
        There is no label `roter`. Did you mean `router`?
        """)
  }

  @Test("Whatever is typed is read or refused at a place within it", arguments: 1...40)
  func anything(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    let context = try filterContext()
    let scraps = [
      "type", ":", "\"", ",", "-", "<", "=", "bug", "#", "1", " ", "é", "👩‍🚒", "\\", "\n", "due", "9999999999999999999",
    ]
    for _ in 0..<100 {
      let typed = (0...dice.roll(0...10)).map { _ in dice.pick(scraps) }.joined()
      do {
        _ = try ItemFilter(typed: typed, context: context)
      } catch {
        #expect(error.offset >= 0 && error.length >= 0 && error.offset + error.length <= typed.count)
      }
    }
  }

  @Test("A filter that is written reads back as itself", arguments: 1...40)
  func roundTrip(seed: Int) throws {
    var dice = ItemDice(state: UInt64(seed))
    var context = try filterContext()
    (context.labels, context.epics, context.handles) = (nil, nil, nil)
    for _ in 0..<50 {
      let filter = ItemFilter((0...dice.roll(0...4)).map { _ in dice.term(context) })
      #expect(try ItemFilter(typed: filter.text, context: context) == filter)
      #expect(try ItemFilter(typed: filter.text(in: context.zone), context: context) == filter)
    }
  }
}
