import Domain
import Testing

@testable import Exchange

@Suite("Lists and what they show")
struct ListTests {
  static let run = RunSummary(
    number: RunNumber(42), version: Sample.version.reference, team: TeamName("platform"), environment: "prod",
    artifact: Artifact(name: "cf-release", version: "v205"), state: .completed, pair: [Handle("ana"), Handle("bo")],
    isRehearsal: false, incident: 9, plan: nil, startedAt: Sample.start, endedAt: Sample.after(131), settled: 10,
    active: 10)
  static let planned = RunSummary(
    number: RunNumber(143), version: Sample.version.reference, team: TeamName("platform"), environment: "staging",
    artifact: Artifact(name: "日本", version: "v1"), state: .planned, pair: [], isRehearsal: true, incident: nil,
    plan: Plan(at: Sample.after(60), told: "support"), startedAt: nil, endedAt: nil, settled: 0, active: 9)
  static let clock = LocalClock(zone: Sample.zone, zoneName: "Europe/Berlin")

  @Test("Runs stand in columns, by the width of what they show")
  func runs() {
    #expect(
      RunListText.text([Self.run, Self.planned], in: Self.clock) == """
        RUN  STATE      CHECKLIST       ENV      ARTIFACT         PAIR    STEPS  BEGAN (Europe/Berlin)      TOOK  ABOUT
         42  completed  new-release v7  prod     cf-release@v205  ana+bo  10/10  2026-12-07 09:30          2h11m  incident 9
        143  planned    new-release v7  staging  日本@v1                    0/9  planned 2026-12-07 10:30         rehearsal

        """)
    #expect(RunListText.text([], in: Self.clock) == "")
  }

  @Test("Runs as JSON")
  func runsAsJSON() throws {
    let runs = try Decoded(RunListJSON.json([Self.run, Self.planned]))
    #expect(runs[0]["number"].number == 42)
    #expect(runs[0]["endedAt"].text == "2026-12-07T10:41:00.000Z")
    #expect(runs[0]["plan"].isNull)
    #expect(runs[1]["plan"]["told"].text == "support")
    #expect(runs[1]["startedAt"].isNull)
    #expect(runs[0].keys == runs[1].keys)
  }

  @Test("Checklists, with a title that tries to move the cursor")
  func checklists() throws {
    let checklists = [
      ChecklistSummary(
        name: ChecklistName("new-release"), title: "New\u{1B}[2J\nrelease", version: 7, deploy: "new-release",
        team: TeamName("platform"), stepCount: 11, madeAt: Sample.start, lastRun: Self.run),
      ChecklistSummary(
        name: ChecklistName("manifest-only"), title: "Manifest", version: 1, stepCount: 4, madeAt: Sample.start),
    ]
    #expect(
      ChecklistListText.text(checklists, in: Self.clock) == """
        NAME           VERSION  STEPS  DEPLOY       TEAM      TITLE            LAST RUN (Europe/Berlin)
        new-release         v7     11  new-release  platform  New␛[2J␊release  run 42 2026-12-07 09:30 completed in prod
        manifest-only       v1      4                         Manifest         never

        """)
    let json = try Decoded(ChecklistListJSON.json(checklists))
    #expect(json[0]["name"].text == "new-release")
    #expect(json[0]["title"].text == "New\u{1B}[2J\nrelease")
    #expect(json[0]["version"].number == 7)
    #expect(json[0]["lastRun"]["number"].number == 42)
    #expect(json[1]["lastRun"].isNull)
  }

  @Test("A checklist version as text")
  func checklistText() {
    #expect(ChecklistShowText.text(Sample.version, in: .utc) == Sample.checklistText)
  }

  @Test("A checklist version as JSON: four sections always, each with its steps")
  func checklistJSON() throws {
    let version = try Decoded(ChecklistShowJSON.json(Sample.version))
    #expect(version["name"].text == "new-release")
    #expect(version["version"].number == 7)
    #expect(version["sha256"].text == Sample.version.sha256)
    #expect(version["sections"].elements.compactMap { $0["name"].text } == ["pre", "during", "post", "rollback"])
    let deploy = version["sections"][1]["steps"].first(where: "id", is: "deploy")
    #expect(deploy["number"].number == 4)
    #expect(deploy["text"].text == "Deploy, and watch the canaries")
    #expect(deploy["killer"].flag == true)
    #expect(deploy["expectSeconds"].number == 3600)
    #expect(deploy["group"].texts == ["Deploy"])
    #expect(version["sections"][2]["steps"][3]["condition"]["equal"].flag == true)
    #expect(version["settings"]["expectedSeconds"].number == 10_800)
    #expect(version["settings"]["parameters"][0]["pattern"].text == "^v[0-9]+$")
    #expect(version["settings"]["parameters"][0]["secret"].flag == false)
  }

  @Test("A checklist's steps that run and its secrets are told, as text and as JSON")
  func commands() throws {
    var version = Sample.version
    version.settings.parameters = [
      Parameter(name: "token", secret: .prompt), Parameter(name: "key", ask: "Key", secret: .command("pass show k")),
    ]
    version.steps[6] = version.steps[6].with(
      fences: [
        Fence(language: "sh", code: "curl x", attributes: FenceAttributes(name: "smoke", isInteractive: false)),
        Fence(language: "yaml", code: "a: b"),
      ],
      attributes: StepAttributes(
        mode: "check", matches: "^ok$", timeout: .seconds(90), attempts: 5, progress: "(\\d+)", total: "95"))
    let text = ChecklistShowText.text(version, in: .utc)
    #expect(text.contains("parameter     token (a secret: typed when a command needs it, and kept nowhere)\n"))
    #expect(text.contains("key: Key (a secret: from `pass show k` when a command needs it, and kept nowhere)\n"))
    #expect(
      text.contains(
        "[id smoke; mode: check; matches: ^ok$; timeout: 1m30s; attempts: 5; progress: (\\d+); total: 95]"))
    let json = try Decoded(ChecklistShowJSON.json(version))
    #expect(json["settings"]["parameters"][0]["secret"].flag == true)
    #expect(json["settings"]["parameters"][0]["from"].isNull)
    #expect(json["settings"]["parameters"][1]["from"].text == "pass show k")
    let step = json["sections"][2]["steps"].first(where: "id", is: "smoke")
    #expect(step["mode"].text == "check" && step["matches"].text == "^ok$" && step["attempts"].number == 5)
    #expect(step["timeoutSeconds"].number == 90 && step["total"].text == "95")
    #expect(step["fences"][0]["name"].text == "smoke" && step["fences"][0]["interactive"].flag == false)
    #expect(step["fences"][0]["interpreter"].texts == ["sh", "-e"] && step["fences"][1]["interpreter"].isNull)
  }

  @Test("Versions")
  func versions() throws {
    let versions = [
      VersionSummary(
        reference: Sample.version.reference, sha256: Sample.version.sha256, parent: 6, author: Handle("ana"),
        reason: "lesson 12", madeAt: Sample.start)
    ]
    #expect(
      VersionListText.text(versions, in: .utc) == """
        VERSION  MADE (UTC)        BY   FROM  SHA-256       REASON
             v7  2026-12-07 08:30  ana    v6  a1a1a1a1a1a1  lesson 12

        """)
    let json = try Decoded(VersionListJSON.json(versions))
    #expect(json[0]["parent"].number == 6)
    #expect(json[0]["sha256"].text == Sample.version.sha256)
  }

  @Test("Teams")
  func teams() throws {
    let team = Team(
      name: TeamName("platform"), timeZone: "Nowhere/Else",
      holidays: [Holiday(date: "2026-12-25", name: "Christmas")],
      freezes: [Freeze(from: "2026-12-20", through: "2026-12-31", reason: "year's end")])
    #expect(
      TeamText.show(team) == """
        name          platform
        kind          platform
        time zone     Nowhere/Else (this machine does not know it)
        hours         Mon-Fri 09:00-17:00
        environments  staging (staging), prod (production)
        holiday       2026-12-25 Christmas
        freeze        2026-12-20 through 2026-12-31 year's end
        commands in   the home directory of whoever runs them

        """)
    #expect(
      TeamText.list([team]).hasPrefix("NAME      KIND      TIME ZONE     HOURS                ENVIRONMENTS\nplatform  ")
    )
    let commands = CommandSettings(
      directory: "/srv/deploy", variables: ["BOSH_ENVIRONMENT": "prod", "A": "1\u{1B}"], passed: ["VAULT_ADDR"])
    #expect(
      TeamText.show(team, commands).hasSuffix(
        """
        commands in   /srv/deploy
        variable      A=1␛
        variable      BOSH_ENVIRONMENT=prod
        passed on     VAULT_ADDR

        """))
    let shown = try Decoded(TeamJSON.show(team, commands))
    #expect(shown["name"].text == "platform" && shown["commands"]["directory"].text == "/srv/deploy")
    #expect(shown["commands"]["variables"]["BOSH_ENVIRONMENT"].text == "prod")
    #expect(shown["commands"]["passed"].texts == ["VAULT_ADDR"])
    let json = try Decoded(TeamJSON.list([team]))
    #expect(json[0]["environments"][1]["kind"].text == "production")
    #expect(json[0]["holidays"][0]["date"].text == "2026-12-25")
    #expect(json[0]["freezes"][0]["through"].text == "2026-12-31")
  }

  @Test("People")
  func people() throws {
    let people = [
      Person(handle: Handle("ana"), name: "Ana", login: "ana", teams: [TeamName("platform")]),
      Person(handle: Handle("cy"), name: "Cy\u{202E}"),
    ]
    #expect(
      PersonText.list(people) == """
        HANDLE  NAME        LOGIN  TEAMS
        ana     Ana         ana    platform
        cy      Cy<U+202E>

        """)
    #expect(PersonText.show(people[1]).contains("login   none: nothing that this person does can be verified\n"))
    let json = try Decoded(PersonJSON.list(people))
    #expect(json[0]["teams"].texts == ["platform"])
    #expect(json[1]["login"].isNull)
    #expect(json[1]["name"].text == "Cy\u{202E}")
  }
}
