import Foundation
import Testing

@Suite(
  "A pair at two terminals, each with a login of their own",
  .inTurn, .enabled(if: Logins.canBeMade, Comment(rawValue: Logins.whyNot)))
struct TwoTerminalsTests {
  static let checklist = """
    # Router swap

    ## Pre
    - [ ] Tell the channel <!-- id: tell -->
    ## During
    - [ ] Swap the routers <!-- id: swap; killer -->
    - [ ] Swap the balancers <!-- id: balancers; killer -->
    ## Post
    - [ ] See requests recover <!-- id: see -->

    """

  /// A team's store with ana, bo and a run of the checklist, and both at their screens.
  struct Desk {
    let logins: Logins
    let ana: TerminalSession
    let bo: TerminalSession

    /// - Parameter startsOnRun: whether both look at the run; else at Today.
    init(startsOnRun: Bool = true) async throws {
      logins = try Logins()
      let file = logins.folder("router-swap.md")
      try Data(TwoTerminalsTests.checklist.utf8).write(to: URL(fileURLWithPath: file))
      try logins.must(
        logins.ana, "init", "--shared", logins.group, "--team", "platform", "--timezone", "UTC", "--no-starters")
      try logins.must(logins.ana, "person", "add", "ana", "--name", "Ana", "--login", logins.ana)
      try logins.must(logins.ana, "person", "add", "bo", "--name", "Bo", "--login", logins.bo)
      try logins.must(logins.ana, "checklist", "import", file)
      try logins.must(
        logins.ana, "run", "start", "router-swap", "--env", "staging", "--artifact", "router@v2", "--pair", "ana,bo")
      ana = try Self.terminal(logins.ana, logins)
      bo = try Self.terminal(logins.bo, logins)
      for terminal in [ana, bo] {
        try await terminal.run("prodpair")
        try await terminal.wait(for: "router@v2")
        guard startsOnRun else { continue }
        try terminal.press("Enter")
        try await terminal.wait(for: "Tell the channel", "PRE 0/1")
      }
    }

    private static func terminal(_ login: String, _ logins: Logins) throws -> TerminalSession {
      let folder = URL(fileURLWithPath: logins.program).deletingLastPathComponent().path
      return try TerminalSession(
        columns: 100, rows: 30, login: login,
        environment: ["PRODPAIR_STORE": logins.store, "PATH": "\(folder):/usr/bin:/bin", "HOME": logins.folder.path])
    }

    /// Waits until both terminals show all of it.
    func bothSee(_ texts: String...) async throws {
      for terminal in [ana, bo] {
        try await terminal.wait(texts.joined(separator: " and ")) { screen in texts.allSatisfy(screen.contains) }
      }
    }

    func record() throws -> Record {
      let text = try logins.must(logins.ana, "run", "show", "1", "--json")
      return try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    }
  }

  /// What these journeys look for in `run show --json`.
  struct Record: Decodable {
    struct Step: Decodable {
      struct Confirmation: Decodable {
        var by: String?
        var assurance: String?
      }
      var id: String
      var state: String
      var confirmation: Confirmation?
    }
    var state: String
    var steps: [Step]

    func step(_ id: String) -> Step? { steps.first { $0.id == id } }
  }

  @Test("A run is worked through at both, each sees what the other does, and the killer is verified from two logins")
  func wholeRun() async throws {
    let desk = try await Desk()
    let (ana, bo) = (desk.ana, desk.bo)

    // Ana ticks; bo's terminal shows it though bo touches nothing.
    try ana.press("Space")
    try await desk.bothSee("PRE 1/1")
    try await ana.wait(forStep: 2)

    // A killer step done by one waits for the other, on both screens, and ana cannot confirm her own.
    try ana.press("Space")
    try await ana.wait(forSaid: "step 2 done, then bo confirms")
    try await ana.wait(for: "waits for bo to confirm")
    try await bo.wait(for: "waits for you to confirm")
    try ana.press("v")
    try await ana.wait(for: "you did it")
    let refused = try desk.logins.run(desk.logins.ana, ["run", "confirm", "1", "swap"])
    #expect(refused.exitCode == 1, "\(refused)")
    #expect(try desk.record().step("swap")?.confirmation?.by == nil)

    // Bo confirms from his own login.
    try bo.press("j", "v")
    try await bo.wait(for: "Do you stand behind it?")
    try bo.press("y")
    try await desk.bothSee("DURING 1/2")

    // The same typed at ana's login as bo is a word, and no proof.
    try desk.logins.must(desk.logins.ana, "run", "tick", "1", "balancers")
    try await ana.wait(for: "waits for bo to confirm")
    try desk.logins.must(desk.logins.ana, "run", "confirm", "1", "balancers", "--as", "bo")
    try await desk.bothSee("DURING 2/2")

    let record = try desk.record()
    #expect(record.step("swap")?.confirmation?.assurance == "verified")
    #expect(record.step("swap")?.confirmation?.by == "bo")
    #expect(record.step("balancers")?.confirmation?.assurance == "unverified")

    // Both screens say which is which: in each step's own detail.
    for terminal in [ana, bo] {
      try terminal.press("g", "g", "j")
      try await terminal.wait("step 2 is verified") { $0.contains("verified") && !$0.contains("unverified") }
      try terminal.press("j")
      try await terminal.wait(for: "unverified")
    }

    // The end, seen from both.
    try bo.press("G", "Space")
    try await desk.bothSee("POST 1/1")
    try ana.press("F")
    try await ana.wait(for: "Finish run 1?")
    try ana.press("y")
    try await desk.bothSee("COMPLETED", "PRE 1/1", "DURING 2/2", "POST 1/1")
    #expect(try desk.record().state == "completed")
  }
}
