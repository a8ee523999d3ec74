import ArgumentParser
import Domain

/// Whose backlog it is.
struct TeamOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The team; the only one, where there is one.", valueName: "name"), completion: Completions.teams)
  var team: TeamName?
}
