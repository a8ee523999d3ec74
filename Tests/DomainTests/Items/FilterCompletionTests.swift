import Testing

@testable import Domain

@Suite("A filter is completed while it is typed")
struct FilterCompletionTests {
  @Test(
    "The candidates fit what stands before the cursor, marked here with |",
    arguments: [
      ("ow|", 0..<2, ["owner:"]), ("type:bug st|", 9..<11, ["state:", "started"]), ("type:b|", 5..<6, ["bug"]),
      ("type:bug,ch|", 9..<11, ["chore"]), ("-panel:c|", 7..<8, ["current"]), ("label:on|", 6..<8, ["\"on call\""]),
      ("label:\"on c|all\" x", 6..<15, ["\"on call\""]), ("label:call|", 6..<10, ["\"on call\""]),
      ("owner:|", 6..<6, ["me", "ana", "bo"]), ("due<to|", 4..<6, ["today", "tomorrow"]), ("own:b|x", 4..<6, ["bo"]),
      ("is:un|", 3..<5, ["unestimated", "unowned"]), ("\"phrase o|", 9..<9, []), ("zz:|", 3..<3, []),
    ])
  func candidates(typed: String, range: Range<Int>, expected: [String]) throws {
    let cursor = try #require(Array(typed).firstIndex(of: "|"))
    let text = typed.filter { $0 != "|" }
    let found = FilterCompletion.candidates(for: text, cursor: cursor, context: try filterContext())
    #expect(found.candidates == expected)
    if !expected.isEmpty { #expect(found.range == range) }
  }

  @Test("Every key is offered where nothing is typed, and a cursor outside is brought inside")
  func everything() throws {
    let found = FilterCompletion.candidates(for: "a ", cursor: 99, context: try filterContext())
    #expect(found.range == 2..<2)
    #expect(found.candidates.count == FilterKey.allCases.count)
    #expect(found.candidates.prefix(2) == ["type:", "state:"])
  }
}
