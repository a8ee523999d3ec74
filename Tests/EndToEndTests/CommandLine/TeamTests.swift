import Foundation
import Testing

@Suite("Teams and people by the command line")
struct TeamTests {
  @Test("A team's settings are added, changed and taken away")
  func settings() throws {
    let desk = try Desk()
    #expect(
      try desk.run(
        "init --no-starters --team web --kind application --timezone Europe/Berlin --hours \"Mon-Thu 08:00-16:00\""
      ).exitCode == 0)
    let edit = "team edit --holiday 2026-12-25=Christmas --freeze \"2026-12-20..2027-01-03=year's end\""
    #expect(
      try desk.run(Desk.words(edit.replacing("'", with: "’")) + ["--environment", "eu1:production"]).exitCode == 0)
    let team = try desk.run("team show --json").object
    #expect(team["kind"] as? String == "application")
    #expect(team["timeZone"] as? String == "Europe/Berlin")
    #expect(team["hours"] as? String == "Mon-Thu 08:00-16:00")
    let holidays = try #require(team["holidays"] as? [[String: Any]])
    #expect(holidays.map { $0["name"] as? String } == ["Christmas"])
    let environments = try #require(team["environments"] as? [[String: Any]])
    #expect(environments.map { $0["kind"] as? String } == ["staging", "production", "production"])
    #expect(
      try desk.run("team edit --no-holiday 2026-12-25 --no-freeze 2026-12-20 --no-environment eu1").exitCode == 0)
    #expect(try desk.run("team show --json").object["freezes"] as? [String] == [])
  }

  @Test("Where a team's commands run, and with which variables, is set, shown, and taken away")
  func commands() throws {
    let desk = try Desk.ready()
    let edit = "team edit --command-variable BOSH_ENVIRONMENT=prod --command-variable EMPTY= --pass-variable VAULT_ADDR"
    let set = try desk.run(edit + " --pass-variable PATH --command-directory /no/such/place")
    #expect(set.exitCode == 0 && set.errors.contains("there is no directory /no/such/place on this machine"))
    let commands = try #require(try desk.run("team show --json").object["commands"] as? [String: Any])
    #expect(commands["directory"] as? String == "/no/such/place")
    #expect(commands["variables"] as? [String: String] == ["BOSH_ENVIRONMENT": "prod", "EMPTY": ""])
    #expect(commands["passed"] as? [String] == ["VAULT_ADDR"])
    let text = try desk.run("team show").output
    #expect(text.contains("commands in   /no/such/place\n") && text.contains("variable      BOSH_ENVIRONMENT=prod\n"))
    #expect(text.contains("passed on     VAULT_ADDR\n"))
    let less = "team edit --no-command-variable EMPTY --no-pass-variable VAULT_ADDR"
    #expect(try desk.run(less + " --command-directory ''").exitCode == 0)
    let rest = try #require(try desk.run("team show --json").object["commands"] as? [String: Any])
    #expect(rest["directory"] is NSNull && rest["passed"] as? [String] == [])
    #expect(rest["variables"] as? [String: String] == ["BOSH_ENVIRONMENT": "prod"])
    #expect(try desk.run(less).exitCode == 66)
    #expect(try desk.run("undo").exitCode == 0)
    #expect(try desk.run("team show").output.contains("variable      EMPTY=\n"))
  }

  @Test(
    "A directory that is not absolute and a variable that would change what runs are refused, with why",
    arguments: [
      ("--command-directory deploy", "an absolute path"),
      ("--command-variable LD_PRELOAD=/x.so", "the loader acts on it"),
      ("--pass-variable BASH_ENV", "a shell runs what it names"), ("--command-variable IFS=x", "how the shell itself"),
      ("--command-variable 2X=y", "does not begin with a digit"), ("--pass-variable A-B", "letters, digits and `_`"),
      ("--command-variable PRODPAIR_RUN=7", "the program's own"), ("--command-variable NAME", "NAME"),
    ])
  func refusedCommandSettings(options: String, why: String) throws {
    let desk = try Desk.ready()
    let outcome = try desk.run("team edit " + options)
    #expect(outcome.exitCode == 64 && outcome.errors.contains(why), "\(outcome.errors)")
  }

  @Test("With one team --team can be left out, with several it can't")
  func onlyTeam() throws {
    let desk = try Desk.ready()
    try desk.run("person add eve")
    #expect(try desk.run("person show eve --json").object["teams"] as? [String] == ["platform"])
    try desk.run("team add web")
    let asked = try desk.run("person add mia")
    #expect(asked.exitCode == 64 && asked.errors.contains("--team"))
    #expect(try desk.run("person edit eve --team web --no-team platform --name Eve --login eve").exitCode == 0)
    let eve = try desk.run("person show eve --json").object
    #expect(eve["teams"] as? [String] == ["web"])
    #expect(eve["login"] as? String == "eve")
    #expect(try desk.run("person list --team web --json").list.count == 1)
  }

  @Test("A login that maps to nobody may act, and is recorded as that login")
  func unmapped() throws {
    let desk = try Desk.ready()
    let entry = try #require(try desk.run("journal --json --limit 1").list.first)
    #expect(entry["person"] is String == false)
    #expect(entry["by"] as? String == entry["login"] as? String)
  }

  @Test("--as records both names")
  func actingFor() throws {
    let desk = try Desk.ready()
    try desk.run("team edit --timezone UTC --holiday 2026-12-25 --as ana")
    let entry = try #require(try desk.run("journal --json --limit 1").list.first)
    #expect(entry["by"] as? String == "ana")
    #expect(entry["actingAs"] as? String == "ana")
    #expect((entry["login"] as? String)?.isEmpty == false && entry["login"] as? String != "ana")
  }

  @Test("No variable of the environment gives anybody another name")
  func noInjectedIdentity() throws {
    let desk = try Desk.ready()
    let names = [
      "USER": "ana-of-tests", "LOGNAME": "ana-of-tests", "SUDO_USER": "ana-of-tests", "PRODPAIR_USER": "ana",
    ]
    #expect(try desk.run("team edit --holiday 2026-12-25", environment: names).exitCode == 0)
    let entry = try #require(try desk.run("journal --json --limit 1").list.first)
    #expect(entry["by"] as? String != "ana")
    #expect(entry["login"] as? String != "ana-of-tests")
  }
}
