import ArgumentParser
import Domain
import Foundation
import Host
import Store
import Workflow

/// `init`: makes a store, its first team and the starter checklists.
struct InitStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store, with its first team and the starter checklists.",
    discussion: """
      A store is one file, made where --store says or in your own place. With --shared GROUP it is a team's: everybody \
      in that group can use it, and the directory that it lies in is theirs too. A store that is there already is left \
      as it is.
      """)

  @OptionGroup var choice: StoreChoice

  @Option(help: ArgumentHelp("The first team's name.", valueName: "name"))
  var team = "platform"

  @OptionGroup(title: "The team") var settings: TeamSettings

  @Option(help: ArgumentHelp("Make it a team's store, for this group of the machine.", valueName: "group"))
  var shared: String?

  @Flag(name: .customLong("no-starters"), help: "Leave the starter checklists out.")
  var leavesStartersOut = false

  func run() throws {
    var team = Team(name: TeamName(team))
    try settings.apply(to: &team)
    // Looked at before there is a file, so that a mistake leaves nothing behind.
    guard Slug.isName(team.name.text, limit: 32) else { throw Clash.nameUnusable(team.name.text, what: "team") }
    guard team.zone != nil else { throw Clash.timeZoneUnknown(team.timeZone) }
    let location = try choice.location()
    let login = Identity.current()
    let kind: StoreKind = shared.map { .shared(group: $0) } ?? .personal
    let options = StoreOptions(catalogue: .prodpair)
    let provision = Provision(team: team, includesStarters: !leavesStartersOut)
    let starters = try Store.create(path: location.path, kind: kind, at: Session.now, options: options) { store in
      try provision.run(in: store, by: try store.read { try $0.resolve(login) }, at: Session.now)
    }.result
    try Output.text(
      """
      \(shared.map { "a store for group \($0)" } ?? "a store of your own"): \(location.path)
      team \(team.name), \(team.kind.rawValue), \(team.timeZone), \(team.hours.text)
      \(starters.isEmpty ? "no checklists" : "checklists " + starters.map(\.description).joined(separator: ", "))
      """)
  }
}
