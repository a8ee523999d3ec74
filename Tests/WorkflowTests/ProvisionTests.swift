import ChecklistFile
import Domain
import Foundation
import StarterChecklists
import Store
import Testing

@testable import Workflow

@Suite("A new store")
struct ProvisionTests {
  @Test("It has its team and a starter checklist for each deploy type, once")
  func starters() throws {
    let desk = try Desk()
    let provision = Provision(team: Team(name: TeamName("platform")))
    let made = try provision.run(in: desk.store, by: .ana, at: .morning)
    #expect(made.map(\.description) == ["new-release v1", "stemcell-upgrade v1", "manifest-only v1"])
    let checklists = try desk.store.read { try $0.checklists() }
    #expect(Set(checklists.compactMap(\.deploy)) == ["new-release", "stemcell-upgrade", "manifest-only"])
    let head = try desk.head()
    #expect(try provision.run(in: desk.store, by: .bo, at: .morning).isEmpty)
    #expect(try desk.head() == head)
  }

  @Test("A second team joins a store without its checklists being touched")
  func secondTeam() throws {
    let desk = try Desk(starters: true)
    let made = try Provision(team: Team(name: TeamName("apps"))).run(in: desk.store, by: .ana, at: .morning)
    #expect(made.isEmpty)
    #expect(try desk.store.read { try $0.teams() }.map(\.name.text) == ["apps", "platform"])
  }

  @Test("A team that is none is refused before any checklist is imported")
  func badTeam() throws {
    let desk = try Desk()
    let head = try desk.head()
    #expect(throws: Clash.timeZoneUnknown("Mars")) {
      try Provision(team: Team(name: TeamName("apps"), timeZone: "Mars")).run(in: desk.store, by: .ana, at: .morning)
    }
    #expect(try desk.head() == head)
  }

  @Test("No starter has anything for lint to find", arguments: StarterChecklists.all.map(\.fileName))
  func lint(file: String) throws {
    let starter = try #require(StarterChecklists.all.first { $0.fileName == file })
    let document = try ChecklistDocument(bytes: starter.bytes, fileName: file)
    #expect(Lint.findings(in: document).map { "\($0)" } == [])
    #expect(Set(document.parsedSteps.map(\.section)) == Set(Section.allCases))
    #expect(!document.rollbackPrompt.isEmpty)
  }
}

@Suite("Where the store is")
struct StoreLocationTests {
  private let environment = [
    "PRODPAIR_STORE": "/srv/env.sqlite", "XDG_DATA_HOME": "/data", "HOME": "/home/ana",
  ]
  private static let hasSite = FileManager.default.fileExists(atPath: "/etc/prodpair/config.yaml")

  @Test("--store comes before the environment, and that before all else")
  func precedence() throws {
    let option = try StoreLocation.resolve(option: "x.sqlite", environment: environment)
    #expect(option == StoreLocation(path: "x.sqlite", origin: .option))
    let variable = try StoreLocation.resolve(option: nil, environment: environment)
    #expect(variable == StoreLocation(path: "/srv/env.sqlite", origin: .environment))
  }

  @Test(
    "Without either it is the user's own, and a relative XDG_DATA_HOME is ignored", .enabled(if: !hasSite),
    arguments: [
      (["XDG_DATA_HOME": "/data", "HOME": "/home/ana"], "/data/prodpair/prodpair.sqlite"),
      (["PRODPAIR_STORE": "", "XDG_DATA_HOME": "/data"], "/data/prodpair/prodpair.sqlite"),
      (["XDG_DATA_HOME": "data", "HOME": "/home/ana"], "/home/ana/.local/share/prodpair/prodpair.sqlite"),
      (["XDG_DATA_HOME": "", "HOME": "/home/ana"], "/home/ana/.local/share/prodpair/prodpair.sqlite"),
    ])
  func personal(environment: [String: String], path: String) throws {
    let location = try StoreLocation.resolve(option: nil, environment: environment)
    #expect(location == StoreLocation(path: path, origin: .personal))
  }
}
