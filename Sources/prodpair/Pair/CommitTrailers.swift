import ArgumentParser
import Domain
import Exchange
import Foundation
import Host
import Store
import Workflow

extension PairCommands {
  struct Trailers: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trailers",
      abstract: "Name the pair on duty as trailers of a commit, or print the hook that does.",
      usage: """
        prodpair pair trailers [--team <name>] [--json]
        prodpair pair trailers --hook [--install] [--team <name>]
        """,
      discussion: """
        A line `Co-authored-by: Name <address>` for each of the two, without whoever commits, as git would name the \
        author here. Who has no address is said on standard error: `prodpair person edit HANDLE --mail ADDRESS` gives \
        one. Nobody on duty is no line, and no failure. --install puts the hook where this repository's hooks are, and \
        never writes over a hook of somebody else's.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Flag(
      help: "Print a prepare-commit-msg hook that adds them to a message that is given; in the editor, as comments.")
    var hook = false

    @Flag(help: "With --hook: install it in the git repository that one is in.")
    var install = false

    func validate() throws {
      if install, !hook { throw ValidationError("--install goes with --hook") }
      if hook, reading.isJSON { throw ValidationError("--hook prints a script, which is no JSON") }
    }

    func run() throws {
      let folder = FileManager.default.currentDirectoryPath
      guard !hook else { return try writeHook(in: folder) }
      let now = Session.now
      let (team, pair, known) = try reading.store.open().read { reader in
        let team = try reader.team(orOnly: owning.team)
        return (team.name, try reader.pairOnDuty(of: team, at: now), try reader.peopleByHandle())
      }
      let trailers = PairTrailers(pair, known: known, author: try Git().authorAddress(in: folder))
      if reading.isJSON {
        return try Output.json(
          [
            "team": JSON(team), "pair": JSON(pair), "trailers": JSON(trailers.lines), "missing": JSON(trailers.missing),
          ])
      }
      try Output.text(trailers.text)
      if pair.isEmpty { Output.note("no pair of team \(team) is on duty now") }
      for who in trailers.missing {
        Output.note("\(who) has no mail address: prodpair person edit \(who) --mail ADDRESS")
      }
    }

    private func writeHook(in folder: String) throws {
      let team = try owning.team.map { name in try reading.store.open().read { try $0.team(name).name } }
      guard install else { return try Output.text(TrailerHook.script(team: team)) }
      // A hook says nothing: of several teams, it would never know whose pair is meant.
      if team == nil { _ = try reading.store.open().read { try $0.team(orOnly: nil) } }
      switch try InstallTrailerHook(team: team, in: folder).run() {
      case .installed(let path): try Output.text("installed \(path)")
      case .renewed(let path): try Output.text("renewed \(path)")
      case .alreadyThere(let path): try Output.text("\(path) is there already, as it would be written")
      }
    }
  }
}
