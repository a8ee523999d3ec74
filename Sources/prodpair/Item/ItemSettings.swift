import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Settings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "settings",
      abstract: "Show how a team works its backlog, or change it.",
      discussion: "Without an option that changes something, shows the settings. What is not named stays.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Option(help: ArgumentHelp("The estimates there are, as in 0,1,2,3,5,8.", valueName: "points"))
    var scale: ScaleArgument?

    @Option(
      help: ArgumentHelp("The types that take points, as in feature,bug; features always do.", valueName: "types"))
    var pointed: TypesArgument?

    @Option(help: ArgumentHelp("How long an iteration is: 1 to 4.", valueName: "weeks"))
    var iterationWeeks: Int?

    @Option(help: ArgumentHelp("The weekday that iterations begin on.", valueName: "day"))
    var startDay: WeekdayArgument?

    @Option(
      help: ArgumentHelp("How many finished iterations the velocity is averaged over: 1 to 4.", valueName: "count"))
    var velocityOver: Int?

    @Option(help: ArgumentHelp("The velocity while no iteration is finished.", valueName: "points"))
    var initialVelocity: Int?

    @Option(
      help: ArgumentHelp("The part of the team that is missing while its prod pair is on duty.", valueName: "percent"))
    var dutyPercent: Int?

    @Option(help: ArgumentHelp("Who accepts and rejects.", valueName: "handle"), completion: Completions.people)
    var productManager: Handle?

    @Flag(help: "Whoever does not own an item alone may accept and reject it.")
    var noProductManager = false

    @Option(
      name: .customLong("strength"),
      help: ArgumentHelp(
        "How much of the team there is in the iteration from that day; may be repeated.", valueName: "date=percent"))
    var strengths: [StrengthArgument] = []

    @Option(
      name: .customLong("on-duty"),
      help: ArgumentHelp("The prod pair is the team's in the iteration from that day.", valueName: "date"))
    var onDuty: [String] = []

    @Option(
      name: .customLong("off-duty"),
      help: ArgumentHelp("It is not, also where its duties are planned.", valueName: "date"))
    var offDuty: [String] = []

    func validate() throws {
      if noProductManager, productManager != nil {
        throw ValidationError("--product-manager and --no-product-manager: use one of them")
      }
    }

    private var isChange: Bool {
      scale != nil || pointed != nil || iterationWeeks != nil || startDay != nil || velocityOver != nil
        || initialVelocity != nil || dutyPercent != nil || productManager != nil || noProductManager
        || !strengths.isEmpty || !onDuty.isEmpty || !offDuty.isEmpty
    }

    private var change: BacklogChange {
      BacklogChange(
        scale: scale?.points, pointed: pointed?.types, iterationWeeks: iterationWeeks, startDay: startDay?.day,
        velocityOver: velocityOver, initialVelocity: initialVelocity, dutyPercent: dutyPercent,
        productManager: noProductManager ? "" : productManager?.text,
        strengths: strengths.map { ($0.day, $0.percent) }, onDuty: onDuty, offDuty: offDuty)
    }

    func run() throws {
      let session = try acting.session()
      let name = try session.store.read { try $0.team(orOnly: owning.team).name }
      if isChange {
        let change = change
        try session.perform(SetBacklog(name) { change.apply(to: &$0) })
      }
      let settings = try session.store.read { try $0.backlogSettings(of: name) }
      if isJSON { return try Output.json(BacklogSettingsReport.json(settings, of: name)) }
      try Output.text(BacklogSettingsReport.text(settings, of: name))
    }
  }
}
