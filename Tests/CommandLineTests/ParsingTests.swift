import ArgumentParser
import Domain
import Testing

@testable import prodpair

@Suite("The command line is parsed as declared")
struct ParsingTests {
  @Test("--store may stand before the command and after it")
  func storeAnywhere() throws {
    for line in [["--store", "a.sqlite", "run", "list"], ["run", "list", "--store", "a.sqlite"]] {
      let list = try #require(try Prodpair.parseAsRoot(line) as? RunCommands.List)
      #expect(list.reading.store.path == "a.sqlite")
    }
  }

  @Test("A run's start takes the order that the contract shows")
  func start() throws {
    let line = Self.words(
      "run start new-release --env staging --artifact cf-release@v205 --pair ana,bo --param version=v205 --rehearsal")
    let start = try #require(try Prodpair.parseAsRoot(line) as? RunCommands.Start)
    let order = try start.order.order(for: ChecklistName(start.what), override: start.override.reason)
    #expect(order.environment == "staging")
    #expect(order.artifact == Artifact(name: "cf-release", version: "v205"))
    #expect(order.pair == ["ana", "bo"].map { Handle($0) })
    #expect(order.parameters == ["version": "v205"])
    #expect(order.isRehearsal)
    #expect(order.override == nil)
  }

  @Test("Grooming takes a filter, and decisions by their own verb")
  func grooming() throws {
    let session = try #require(
      try Prodpair.parseAsRoot(["item", "groom", "--list", "type:bug", "-owner:me"]) as? ItemCommands.Groom.Session)
    #expect(session.isList && session.words == ["type:bug", "-owner:me"])
    let split = try #require(
      try Prodpair.parseAsRoot(Self.words("item groom decide 12 split half rest")) as? ItemCommands.Groom.Decide)
    #expect(split.number == ItemNumber(12) && split.decision == .split && split.details == ["half", "rest"])
    for wrong in ["decide 12 estimate", "decide 12 split", "decide 12 keep 3", "--log one", "--end --list", "--end x"] {
      #expect(throws: (any Error).self) { try Prodpair.parseAsRoot(Self.words("item groom " + wrong)) }
    }
  }

  @Test("A parameter's value may be empty and may hold more signs")
  func parameters() throws {
    #expect(Assignment(argument: "a=b=c")?.value == "b=c")
    #expect(Assignment(argument: "a=")?.value == "")
    #expect(Assignment(argument: "=a") == nil)
    #expect(Assignment(argument: "a") == nil)
  }

  @Test("skip, na, defer and override take several steps", arguments: ["skip", "na", "defer", "override"])
  func severalSteps(_ verb: String) throws {
    let command = try Prodpair.parseAsRoot(["run", verb, "42", "one", "2", "--reason", "why"])
    let settling =
      (command as? RunCommands.Skip)?.settling ?? (command as? RunCommands.NotApplicable)?.settling
      ?? (command as? RunCommands.Defer)?.settling ?? (command as? RunCommands.OverrideStep)?.settling
    #expect(settling?.steps == ["one", "2"])
    #expect(settling?.on.number == RunNumber(42))
    #expect(settling?.why.given == .given("why"))
  }

  @Test("A freeze, a holiday and an environment are read as they are written")
  func teamSettings() throws {
    let freeze = FreezeArgument(argument: "2026-12-20..2027-01-03=year's end = quiet")?.freeze
    #expect(freeze == Freeze(from: "2026-12-20", through: "2027-01-03", reason: "year's end = quiet"))
    #expect(FreezeArgument(argument: "2027-01-03..2026-12-20") == nil)
    #expect(HolidayArgument(argument: "2026-12-25")?.holiday == Holiday(date: "2026-12-25", name: ""))
    #expect(HolidayArgument(argument: "2026-02-30=never") == nil)
    #expect(EnvironmentArgument(argument: "prod")?.environment.kind == .production)
    #expect(EnvironmentArgument(argument: "eu1")?.environment.kind == .other)
    #expect(EnvironmentArgument(argument: "eu1:staging")?.environment.kind == .staging)
    #expect(EnvironmentArgument(argument: "eu1:moon") == nil)
  }

  /// Without a name of its own a command is asked for its type's, each time that the program starts: two thirds of the time
  /// that `--version` took.
  @Test("Every command has a name, and says what it does")
  func namesAndAbstracts() {
    var waiting: [any ParsableCommand.Type] = [Prodpair.self]
    while let command = waiting.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      #expect(!command.configuration.abstract.isEmpty, "\(command)")
      waiting += command.configuration.subcommands
    }
  }

  /// The words of a line without quotes.
  static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
