import ArgumentParser

/// `pair`: who is on production duty, who is next, and why.
struct PairCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair",
    abstract: "Prod pairs: who is on duty, who is next, and why.",
    discussion: """
      Begin with who takes part (`pair roster add ana --team platform`) and, where it is not on Mondays at ten, with when \
      the pair hands over (`pair rota`). `pair plan` shows what it would plan, and --apply writes it. Duties that are \
      over stay as they were, and so does what was set by hand.
      """,
    subcommands: [
      Plan.self, Show.self, Board.self, Set.self, Take.self, Replace.self, Swap.self, Out.self, Handoff.self,
      Toil.self, Morning.self, Matrix.self, Load.self, Knowledge.self, Call.self, ComponentCommands.self, Calendar.self,
      Trailers.self, RosterCommands.self, RuleCommands.self, Rota.self,
    ])
}
