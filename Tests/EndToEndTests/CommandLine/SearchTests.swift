import Testing

@Suite("search, over all that the store has")
struct SearchTests {
  @Test("Words are found in items of every team, their comments, lessons, lines of checklists, and runs")
  func all() throws {
    let desk = try Desk.withItems()
    try desk.must("team add web --timezone UTC")
    try desk.must("item add \"Canaries for the web\" --team web")
    try desk.must("item comment 3 \"The canary has a key too\"")
    try desk.must("lesson add --checklist new-release --learned \"Two canaries are not enough\"")
    try desk.must(Samples.start)
    let found = try desk.must("search CANAR --json").list
    #expect(found.map { $0["kind"] as? String } == ["item", "item", "lesson", "step", "step"])
    #expect(found.map { $0["number"] as? Int } == [3, 7, 1, 2, 3])
    #expect(found[0].keys.sorted() == ["checklist", "entry", "kind", "number", "state", "step", "team", "text"])
    #expect(found[3]["step"] as? String == "canary" && found[1]["team"] as? String == "web")
    #expect(try desk.must("search cf-release@v205").lines.last?.hasPrefix("run 1 ") == true)
    #expect(try desk.must("search watch the canaries").output.contains("Deploy, and watch the canaries"))
    try desk.must("run fail 1 1 --reason \"port 34567 in use\"")
    let entry = try #require(try desk.must("search 34567 --json").list.first)
    #expect(entry["kind"] as? String == "run-entry" && entry["state"] as? String == "failed")
    #expect(entry["step"] as? String != nil && entry["number"] as? Int == 1 && entry["entry"] as? Int != nil)
    #expect(try desk.must("search 34567").lines.last?.contains("step 1") == true)
    let few = try desk.must("search canar --limit 1")
    #expect(few.lines.count == 4 && few.errors.contains("--limit shows more"))
  }

  @Test("Nothing found is said, and no word is a mistake; what looks like an operator is a word")
  func none() throws {
    let desk = try Desk.withItems()
    let none = try desk.must("search nowhere")
    #expect(none.output.isEmpty && none.errors.contains("nothing has these words"))
    #expect(try desk.run("search").exitCode == 64)
    #expect(try desk.run("search !!").exitCode == 64)
    for word in ["router OR", "NEAR(router", "\"router", "router*", "title:router"] {
      #expect(try desk.run(["search", word]).exitCode == 0, "\(word)")
    }
  }
}
