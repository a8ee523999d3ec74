import ArgumentParser
import Domain
import Store

extension LessonCommands {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Keep what was learned, with the change that it proposes.",
      usage: """
        prodpair lesson add --checklist <name> --after <step> --step <text> [--run <run>]
        prodpair lesson add --run <run> --reword <step> --step <text>
        prodpair lesson add --checklist <name> --learned <text> [<options>]
        """,
      discussion: """
        Prints the lesson's number alone. In an active run it is a redline, which stands on the run's record; of a \
        finished run it is the step's failure, where the step failed in it, else the run's review. Step numbers are those \
        of the version that it is proposed for: the run's, else the latest. What was learned is the proposed change where \
        --learned does not say it.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "What is to change") var proposal: ProposalOptions
    @OptionGroup(title: "Where it was learned") var origin: LessonOriginOptions

    @Flag(help: "It came up in a review: of the run, the incident, or (with neither) of a near miss.")
    var retro = false

    @Option(
      help: ArgumentHelp("The checklist; with --run that run's.", valueName: "name"),
      completion: Completions.checklists)
    var checklist: ChecklistName?

    @Option(help: ArgumentHelp("What was learned, in a sentence.", valueName: "text"))
    var learned: String?

    func validate() throws {
      if learned?.allSatisfy(\.isWhitespace) ?? true, !proposal.isGiven || proposal.saysWrong {
        throw ValidationError(
          proposal.saysWrong
            ? "say what is wrong with the step with --learned"
            : "say what was learned with --learned, or what is to change, as in --after deploy --step \"Look at the logs\""
        )
      }
      if checklist == nil, origin.run == nil {
        throw ValidationError("name the checklist with --checklist, or the run that taught it with --run")
      }
    }

    func run() throws {
      let session = try acting.session()
      let (run, version) = try session.store.read { reader in
        let run = try origin.run.map { try reader.run($0) }
        if let run, let checklist, run.version.reference.checklist != checklist {
          throw Clash.runOfOther(run.number, run.version.reference.checklist, checklist)
        }
        return (run, try run?.version ?? reader.version(of: checklist ?? ChecklistName("")))
      }
      let (step, edit) = try proposal.proposal(for: version)
      let source = try origin.source(of: run, at: step, isRetro: retro)
      let number: LessonNumber
      if case .redline(let run) = source {
        let redline = RedlineStep(
          run: run, text: learned ?? "", step: step, edit: edit, recurrenceOf: origin.again)
        number = try session.perform(redline).lesson
      } else {
        let draft = LessonDraft(
          checklist: version.reference.checklist, text: learned ?? "", source: source, step: step, edit: edit,
          base: version.reference.number, recurrenceOf: origin.again)
        number = try session.perform(AddLesson(draft))
      }
      try Output.text("\(number)")
    }
  }
}
