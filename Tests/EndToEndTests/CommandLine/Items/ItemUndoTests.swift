import Testing

@Suite("Every verb on items is one action: one undo takes it back, one redo is the same again")
struct ItemUndoTests {
  static let lines = [
    "item add New --type toil --label x --epic Ports --top", "item add - --state unstarted",
    "item edit 1 2 --title Other --label x --task t --description d --due 2026-12-24 --owner bo --blocked-by 3",
    "item move 3 5 --top", "item estimate 1 5", "item estimate 1 none", "item schedule 6", "item plan 1 3",
    "item ice 1 --reason later", "item start 1 3", "item finish 2", "item deliver 2", "item accept 5",
    "item reject 5 --reason slow", "item next 1 2", "item back 5 --reason slow", "item comment 1 hello",
    "item split 1 one two", "item merge 2 3 --into 1", "item remove 1 2 5", "item views --save mine type:bug",
    "item settings --scale 0,1,2 --product-manager bo --on-duty 2026-11-23", "item import stories.csv",
    "lesson item 1 2 --new --type toil", "lesson item 1 --item 3", "run items 1 --add 4", "run items 1 --take 2",
    "run items 1 --deliver", "run items 1 --reject \"it was slow\"",
  ]

  @Test("Undo brings back all that there was, and redo all that there came", arguments: lines)
  func undoAndRedo(_ line: String) throws {
    let desk = try Desk.withItems()
    try desk.write(
      "stories.csv",
      "Id,Title,Type,Current State,Labels,Requested By\n7,Dig,chore,unstarted,,Mia Long\n8,Ports,epic,,ports,\n")
    if line.contains(" --deliver") || line.contains(" --reject") {
      try finishRun(in: desk, isRolledBack: line.contains(" --reject"))
    } else {
      try desk.must(Samples.start + " --item 2,5")
    }
    for text in ["one", "two"] { try desk.must("lesson add --checklist new-release --learned \(text)") }
    func all() throws -> String { try desk.backlog() + desk.must("run items 1 --json").output }
    let (before, length) = (try all(), try desk.must("journal --json").list.count)
    try desk.must(line, input: "One\nTwo\n")
    let after = try all()
    #expect(after != before)
    #expect(try desk.must("journal --json").list.count == length + 1)
    try desk.must("undo")
    #expect(try all() == before)
    try desk.must("redo")
    #expect(try all() == after)
    #expect(try desk.run("verify").exitCode == 0)
  }

  /// Run 1, in production, over, and with items 2 and 5.
  private func finishRun(in desk: Desk, isRolledBack: Bool) throws {
    try desk.write("deploy.md", ItemsOfRunTests.deploy)
    for line in [
      "checklist import deploy.md", ItemsOfRunTests.start + " --item 2,5", "run tick 1 deploy --as ana",
      "run finish 1 --as ana",
    ] { try desk.must(line) }
    if isRolledBack { try desk.must("run rollback 1 --reason slow --as bo") }
  }
}
