import Domain
import Testing

@testable import Store

@Suite("Undo between two people")
struct RunUndoTests {
  private func team(_ zone: String, _ environments: [Environment] = Environment.usual) -> EditTeam {
    EditTeam(Team(name: TeamName("platform"), timeZone: zone, environments: environments))
  }

  private func zone(_ world: World) throws -> String {
    try world.store.read { try $0.team(TeamName("platform")) }.timeZone
  }

  @Test("What somebody else changed since is not undone, and the refusal names them")
  func sameRow() throws {
    let world = try World()
    try world.perform(team("Europe/Berlin"), by: .ana)
    try world.perform(team("Europe/Paris"), by: .bo)
    let before = try world.content()
    #expect { try world.store.undo(by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(_, .changedSince("team", "platform", let since?)) = error else { return false }
      return since.by == Handle("bo") && "\(error)".contains("bo") && "\(error)".contains("changed team platform")
    }
    #expect(try world.content() == before)
    try world.store.undo(by: .bo, at: .morning)
    #expect(try zone(world) == "Europe/Berlin")
  }

  @Test("Once the other has taken theirs back, one's own can be undone")
  func afterTheOther() throws {
    let world = try World()
    try world.perform(team("Europe/Berlin"), by: .ana)
    try world.perform(team("Europe/Paris"), by: .bo)
    try world.store.undo(by: .bo, at: .morning)
    try world.store.undo(by: .ana, at: .morning)
    #expect(try zone(world) == "UTC")
    #expect(try world.store.verify().isSound)
  }

  @Test("A bare undo takes back the actor's own last action, not the last of all")
  func otherRow() throws {
    let world = try World()
    try world.perform(team("Europe/Berlin"), by: .ana)
    var bo = Person.bo
    bo.name = "Bo B."
    try world.perform(EditPerson(bo), by: .bo)
    let entry = try world.store.undo(by: .ana, at: .morning)
    #expect(entry.by == Handle("ana"))
    #expect(try zone(world) == "UTC")
    #expect(try world.store.read { try $0.person(Handle("bo")) }.name == "Bo B.")
  }

  @Test("A bare undo passes over facts to the last action that can be taken back")
  func passesOverFacts() throws {
    let world = try World()
    try world.perform(team("Europe/Berlin"))
    try world.start()
    try world.act(.done("manifests"))
    try world.store.undo(by: .ana, at: .morning)
    #expect(try zone(world) == "UTC")
    #expect(try world.state("manifests") == .done)
  }

  @Test("What was written on a run is a fact, and the refusal says how to withdraw it")
  func facts() throws {
    let world = try World()
    try world.start()
    let started = try world.head().seq
    try world.act(.done("manifests"))
    let ticked = try world.head().seq
    let before = try world.content()
    #expect { try world.store.undo(ticked, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(ticked, .correctOnly(let hint)) = error else { return false }
      return hint.contains("prodpair run correct") && hint.contains("reason")
    }
    #expect { try world.store.undo(started, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(started, .correctOnly(let hint)) = error else { return false }
      return hint.contains("prodpair run abort")
    }
    #expect(try world.content() == before)
  }

  @Test("A person who is on a run is not taken back; the refusal names the run")
  func personOnRun() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy")))
    let entry = try world.head().seq
    try world.start(by: .bo)
    try world.act(.join(Handle("cy"), .observer), by: .bo)
    let before = try world.content()
    #expect { try world.store.undo(entry, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(entry, .referredTo("person", "cy", "run_person", let key, let by?)) = error
      else {
        return false
      }
      return key == "cy/1" && by.by == Handle("bo")
    }
    #expect(try world.content() == before)
  }

  @Test(
    "A person whose name stands on a run's entries is not taken back")
  func personOnEntry() throws {
    let world = try World()
    try world.start()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy")))
    let entry = try world.head().seq
    try world.act(.note(nil, "runner 96 looks odd"), by: world.actor("cy"))
    #expect(throws: StoreError.self) { try world.store.undo(entry, by: .ana, at: .morning) }
  }

  @Test("A team with people in it is not taken back")
  func teamInUse() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let entry = try world.head().seq
    var bo = Person.bo
    bo.teams.append(TeamName("apps"))
    try world.perform(EditPerson(bo), by: .bo)
    #expect { try world.store.undo(entry, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(entry, .referredTo("team", "apps", "membership", _, let by?)) = error else {
        return false
      }
      return by.by == Handle("bo")
    }
  }

  @Test("Undo and then redo leaves every row as it was", arguments: 0..<6)
  func identity(index: Int) throws {
    let world = try World()
    switch index {
    case 0: try world.perform(AddTeam(Team(name: TeamName("apps"))))
    case 1: try world.perform(team("Europe/Berlin"))
    case 2:
      try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy", teams: [TeamName("platform")])))
    case 3: try world.perform(EditPerson(Person(handle: Handle("bo"), name: "Bo", login: nil)))
    case 4: try world.importRelease(World.release + "- [ ] More <!-- id: more -->\n")
    default:
      try world.perform(
        Attest(environment: "staging", artifact: Artifact(name: "a", version: "1"), url: "https://ci.example"))
    }
    let after = try world.rows()
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.rows() != after)
    try world.store.redo(by: .ana, at: .morning)
    #expect(try world.rows() == after)
    #expect(try world.store.verify().isSound)
  }

  @Test("There is nothing to redo once something else was done")
  func redoEnds() throws {
    let world = try World()
    try world.perform(team("Europe/Berlin"))
    try world.store.undo(by: .ana, at: .morning)
    try world.perform(team("Europe/Rome"))
    #expect(throws: StoreError.nothingToRedo) { try world.store.redo(by: .ana, at: .morning) }
    #expect(throws: StoreError.nothingToRedo) { try world.store.redo(by: .bo, at: .morning) }
  }

  @Test(
    "An undo that would give one login to two people is refused, and says whose it is")
  func loginTakenMeanwhile() throws {
    let world = try World()
    try world.perform(EditPerson(Person(handle: Handle("bo"), name: "Bo", login: "bo2")), by: .ana)
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "bo")), by: .bo)
    let before = try world.content()
    #expect { try world.store.undo(by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused = error else { return false }
      return "\(error)".contains("cy")
    }
    #expect(try world.content() == before)
  }
}
