import Domain
import Foundation
import Host
import Store

/// What somebody says at the first start: their team, who is in it, and where its checklists are.
public struct FirstSettings: Sendable {
  public var team: TeamName
  /// An IANA name.
  public var timeZone: String
  /// Whoever sits there; nil when they would not say.
  public var me: Person?
  public var others: [Person]
  /// A Markdown file, or a directory whose Markdown files are taken.
  public var checklists: String?

  public init(team: TeamName, timeZone: String, me: Person?, others: [Person], checklists: String?) {
    self.team = team
    self.timeZone = timeZone
    self.me = me
    self.others = others
    self.checklists = checklists
  }

  /// Writes down what the store does not know yet; what it knows is left alone, so that it may be said twice.
  ///
  /// - Returns: what was done, for people. A file that is no checklist is named there, and does not stop the others.
  public func write(in store: Store, by actor: Actor, at now: Instant) throws -> String {
    if let checklists, !FileManager.default.fileExists(atPath: checklists) {
      throw FileError.missing(path: checklists)
    }
    let (teams, people) = try store.read { (try $0.teams(), try $0.people()) }
    if let known = teams.first(where: { $0.name == team }) {
      if known.timeZone != timeZone {
        try store.perform(EditTeam(team) { $0.timeZone = timeZone }, by: actor, at: now)
      }
    } else {
      let new = Team(name: team, timeZone: timeZone)
      // A new store has a team already, that nobody has named.
      if teams.count == 1, let unnamed = teams.first?.name, try !store.read({ try $0.isUsed(unnamed) }) {
        try store.perform(ReplaceTeam(unnamed, with: new), by: actor, at: now)
      } else {
        try store.perform(AddTeam(new), by: actor, at: now)
      }
    }
    let new = ([me].compactMap(\.self) + others).filter { person in !people.contains { $0.handle == person.handle } }
    for var person in new {
      person.teams = [team]
      try store.perform(AddPerson(person), by: actor, at: now)
    }
    var words = ["team \(team)"]
    if !new.isEmpty { words.append(new.count == 1 ? "1 person" : "\(new.count) people") }
    words += try importChecklists(in: store, by: actor, at: now)
    return "written down: " + words.joined(separator: ", ")
  }

  private func importChecklists(in store: Store, by actor: Actor, at now: Instant) throws -> [String] {
    guard let checklists else { return [] }
    var count = 0
    var problems: [String] = []
    for path in Self.files(at: checklists) {
      do {
        _ = try ImportFile(path: path).run(in: store, by: actor, at: now)
        count += 1
      } catch let error as StoreError {
        throw error
      } catch {
        problems.append("\(error)")
      }
    }
    return [count == 1 ? "1 checklist" : "\(count) checklists"] + problems
  }

  private static func files(at path: String) -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
      return [path]
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }.sorted().map { path + "/" + $0 }
  }
}
