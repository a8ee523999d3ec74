import Terminal

/// The scenes, in the order in which one would meet them.
///
/// What is selected is found by what it says and not by where it stands, so that the story can grow.
extension Scene {
  static let all: [Scene] =
    lists + [run] + work + commands + incidents + retros + backlog + duty + redlines + lessons + forms + overlays

  static let today = Scene(name: "today", title: "Today: what needs ana now", landmark: "NEEDS YOU")

  /// The canary has failed once, and the deploy is under way.
  static let run = Scene(
    name: "run", title: "A run in production, an hour in", size: Size(width: 120, height: 34), typing: theRelease,
    landmark: "v206")

  private static let lists: [Scene] = [
    today,
    Scene(name: "checklists", title: "The checklists", typing: ["g c"], landmark: "payments-deploy"),
    Scene(name: "checklist", title: "A checklist, as it reads", typing: newRelease, landmark: "[page] versions why"),
    Scene(
      name: "versions", title: "The versions of a checklist, and why each was made", typing: newRelease + ["Tab"],
      landmark: "page [versions] why"),
    Scene(
      name: "lint", title: "What lint says of a page that came from a wiki", world: .imported,
      typing: ["Esc g c /", .text("deploying"), "Enter Enter S-Tab"], landmark: "record [advice]"),
    Scene(
      name: "why", title: "Why each line is there: since when, by whom, out of which lesson",
      typing: newRelease + ["Tab Tab G"], landmark: "versions [why] record"),
    Scene(
      name: "why-line", title: "All that is known of why a line is there",
      typing: newRelease + ["Tab Tab /", .text("ephemeral"), "Enter Enter"], landmark: "Why line"),
    Scene(
      name: "step-record", title: "How each step has fared", typing: newRelease + ["Tab Tab Tab"],
      landmark: "why [record] advice"),
    Scene(
      name: "advice", title: "What the record suggests, with its evidence", typing: newRelease + ["S-Tab"],
      landmark: "record [advice]"),
    Scene(
      name: "changes-between", title: "What changed between two versions, and why",
      typing: newRelease + ["Tab m j j j m d"], landmark: "from v3 to v7"),
    Scene(
      name: "changes", title: "What a version changed, and why", typing: newRelease + ["d"],
      landmark: "What changed in new-release"),
    Scene(name: "runs", title: "The runs", typing: ["g r"], landmark: "pay-staging"),
    Scene(
      name: "runs-filtered", title: "The runs that were rolled back", typing: ["g r /", .text("state:rolled")],
      landmark: "state:rolled"),
    Scene(name: "teams", title: "The teams and their people", typing: ["g p"], landmark: "Hana"),
    Scene(name: "journal", title: "The journal: who changed what", typing: ["g j"], landmark: "@ mine"),
    Scene(
      name: "journal-entry", title: "An entry of the journal",
      typing: ["g j /", .text("changed team"), "Enter Enter"], landmark: "Entry "),
  ]

  private static let work: [Scene] = [
    Scene(
      name: "search", title: "Words, wherever they stand", size: Size(width: 100, height: 24),
      typing: ["g t /", .text("aggregators"), "Enter"], landmark: "found"),
    Scene(
      name: "step", title: "A step in full, with what was tried before",
      typing: theRelease + ["/", .text("see the canary"), "Enter Enter"], landmark: "1st: "),
    Scene(
      name: "killer", title: "A killer step that waits for the second person", typing: theStemcell + ["v"],
      landmark: "Do you stand behind it?"),
    Scene(
      name: "failed", title: "A step has failed: why?", typing: theRelease + ["x", .text("two runners stopped")],
      landmark: "> two runners stopped"),
    Scene(
      name: "outcomes", title: "The other outcomes of a step", typing: theRelease + ["o"],
      landmark: "another outcome"),
    Scene(
      name: "notices", title: "What the pair should have read", typing: theRelease + ["b"], landmark: "changed"),
    Scene(
      name: "record", title: "The record of a run in full", typing: ["g r /", .text("v201 prod"), "Enter i"],
      landmark: "the record"),
  ]

  private static let commands: [Scene] = [
    Scene(
      name: "run-commands", title: "A run whose steps run: a check that said yes, and a deploy under way",
      size: Size(width: 120, height: 24), world: .deploying, typing: theDeploy, landmark: "57/95"),
    Scene(
      name: "command", title: "What will run, before it does", world: .deploying,
      typing: theFailedDeploy + ["$"], landmark: "what will run"),
    Scene(
      name: "output", title: "The output of a deploy under way, followed", size: Size(width: 100, height: 24),
      world: .deploying, typing: theDeploy + ["l"], landmark: "followed"),
    Scene(
      name: "output-failed", title: "The deploy failed: the line that says why, and what to do",
      size: Size(width: 100, height: 24), world: .deploying, typing: theFailedDeploy + ["l"],
      landmark: "what came of it"),
    Scene(
      name: "output-search", title: "Words, found in an output", size: Size(width: 100, height: 24), world: .deploying,
      typing: theFailedDeploy + ["l /", .text("runner_z1/40"), "Enter"], landmark: "/runner_z1/40"),
    Scene(
      name: "output-stop", title: "A command is stopped after a question alone", size: Size(width: 100, height: 24),
      world: .deploying, typing: theDeploy + ["l K"], landmark: "Stop execution"),
    Scene(
      name: "today-commands", title: "Today, while a command runs", size: Size(width: 100, height: 24),
      world: .deploying, typing: ["g t"], landmark: "COMMANDS"),
  ]

  private static let incidents: [Scene] = [
    Scene(
      name: "incidents", title: "The incidents that somebody is at, and those that are over", world: .burning,
      typing: ["g i +"], landmark: "state:all"),
    Scene(
      name: "incident", title: "An incident while it burns: its timeline, with what is sick beside what is healthy",
      size: Size(width: 120, height: 34), world: .burning, typing: ["g i Enter k"], landmark: "INCIDENT 2"),
    Scene(
      name: "incident-around", title: "What stands around an incident", world: .burning, typing: ["g i Enter Tab"],
      landmark: "around it"),
    Scene(
      name: "incident-note", title: "A note on an incident: one key, the words, Enter", world: .burning,
      typing: ["g i Enter o", .text("@09:12 the queue is empty again")], landmark: "> @09:12"),
    Scene(
      name: "incident-new", title: "The short form that opens an incident", world: .burning,
      typing: ["g i n", .text("Routers drop connections"), "Tab Left"], landmark: "A new incident"),
    Scene(
      name: "incident-times", title: "Times that can't be are refused in place, and both are shown", world: .burning,
      typing: ["g i Enter e Tab Tab Tab Tab Tab Tab Tab Tab Tab ^U", .text("08:00")], landmark: "before impact began"),
    Scene(
      name: "today-incident", title: "Today, while it burns", world: .burning, typing: ["g t"],
      landmark: "incident 2 sev 1"),
  ]

  private static let duty: [Scene] = [
    Scene(
      name: "numbers", title: "A team's numbers, each with how many it is made of", size: Size(width: 120, height: 24),
      typing: ["g n"], landmark: "Change fail rate"),
    Scene(
      name: "counted", title: "What a figure counts", size: Size(width: 100, height: 24), typing: ["g n Enter"],
      landmark: "Deployments:"),
    Scene(
      name: "duty", title: "All teams' pairs, now and next", size: Size(width: 100, height: 24), typing: ["g d"],
      landmark: "what is wrong"),
    Scene(
      name: "weeks", title: "All teams by week", size: Size(width: 100, height: 24), typing: ["g d W"],
      landmark: "this week"),
    Scene(
      name: "duties", title: "A team's duties, and why these two", size: Size(width: 120, height: 30),
      typing: ["g d /", .text("platform"), "Enter Enter"], landmark: "why these two"),
    Scene(
      name: "duty-plan", title: "A plan of duties, before it is written", size: Size(width: 120, height: 30),
      typing: ["g d /", .text("platform"), "Enter P"], landmark: "now"),
    Scene(
      name: "roster", title: "What duties are planned from", typing: ["g d /", .text("platform"), "Enter R"],
      landmark: "hand-over"),
    Scene(
      name: "duty-matrix", title: "Who has been on with whom, and how long ago",
      typing: ["g d /", .text("platform"), "Enter m j l l"], landmark: "weeks since"),
    Scene(
      name: "duty-load", title: "Loads beside their shares, and the limits that are not kept",
      typing: ["g d /", .text("platform"), "Enter m Tab"], landmark: "[load]"),
    Scene(
      name: "duty-coverage", title: "Who has never run a checklist, and who alone did",
      typing: ["g d /", .text("payments"), "Enter m Tab Tab"], landmark: "[coverage]"),
    Scene(
      name: "duty-call", title: "Whom of a component's developers to call now",
      typing: ["g d /", .text("platform"), "Enter m S-Tab"], landmark: "[call]"),
    Scene(
      name: "stand-up", title: "A team's morning on one screen", typing: ["g d /", .text("platform"), "Enter d"],
      landmark: "Stand-up of team platform"),
    Scene(
      name: "handoff", title: "A hand-over that waits for a signature", world: .handingOver,
      typing: ["g d H"], landmark: "Hand-over of platform"),
    Scene(
      name: "toil", title: "Toil, logged in one line from any screen", world: .handingOver,
      typing: ["=", .text("25 restarted the log drain #12")], landmark: "drain #12"),
  ]

  private static let retros: [Scene] = [
    Scene(
      name: "retros", title: "The retros that are not closed", world: .reviewing, typing: ["g e"],
      landmark: "incident 2"),
    Scene(
      name: "retro", title: "A retro while it is held", size: Size(width: 100, height: 34), world: .reviewing,
      typing: ["g e Enter"], landmark: "Will it happen again?"),
    Scene(
      name: "retro-action", title: "An action, with an owner and a date", world: .reviewing,
      typing: ["g e Enter a", .text("Scale the aggregators with the app"), "Tab Tab Tab", .text("bo")],
      landmark: "An action of retro 2"),
  ]

  private static let backlog: [Scene] = [
    Scene(
      name: "backlog", title: "The backlog: icebox, backlog and current side by side",
      size: Size(width: 160, height: 34), world: .learning, typing: ["g b"], landmark: "Smoke tests in less"),
    Scene(
      name: "backlog-filter", title: "A filter with a mistake, and what fits there", world: .learning,
      typing: ["g b /", .text("type:bgu")], landmark: "^^^"),
    Scene(
      name: "chart-iteration", title: "The burndown of the iteration under way", world: .learning, typing: ["g b C"],
      landmark: "Burndown of iteration"),
    Scene(
      name: "chart-release", title: "The burndown of a release", world: .learning, typing: ["g b C l"],
      landmark: "Burndown of release"),
    Scene(
      name: "chart-flow", title: "The cumulative flow", size: Size(width: 120, height: 34), world: .learning,
      typing: ["g b C l l"], landmark: "Cumulative flow"),
    Scene(
      name: "chart-velocity", title: "The velocity, and how far it varies", world: .learning, typing: ["g b C l l l"],
      landmark: "The velocity is"),
    Scene(
      name: "chart-toil", title: "The share of toil, against 50 %", world: .learning, typing: ["g b C l l l l"],
      landmark: "Toil is"),
    Scene(
      name: "item", title: "An item in full", world: .learning, typing: ["g b Enter"], landmark: "Tasks, 1 of 2 done"),
    Scene(
      name: "groom", title: "A grooming session: one item, why it is asked about, and a key for each decision",
      world: .learning, typing: ["g b s"], landmark: "it waits for something"),
    Scene(
      name: "item-form", title: "The form for an item", world: .learning, typing: ["g b e"],
      landmark: "what is to be done, in a line"),
  ]

  private static let redlines: [Scene] = [
    Scene(
      name: "redline", title: "A line is marked for the next version: one letter says how",
      typing: theRelease + ["r"], landmark: "redline step"),
    Scene(
      name: "redline-reword", title: "A line is reworded in the middle of a run",
      typing: theRelease + ["r r", .text(", and the logs")], landmark: ", and the logs"),
    Scene(
      name: "redline-move", title: "A line is moved to another place", typing: theRelease + ["r m j j"],
      landmark: "to where?"),
    Scene(
      name: "redlined", title: "Redlines on the lines of a run", world: .redlined,
      typing: ["g r Enter g g"], landmark: "3 redlines are open"),
    Scene(
      name: "redlined-notice", title: "The open redlines of a checklist, in full", world: .redlined,
      typing: ["g r Enter b"], landmark: "lesson 3"),
    Scene(
      name: "redlined-start", title: "The next start meets the open redlines", world: .redlined,
      typing: ["g c /", .text("manifest-only"), "Enter n"], landmark: "on a killer step"),
  ]

  private static let lessons: [Scene] = [
    Scene(
      name: "lessons", title: "The lessons that wait, and for how long", world: .learning, typing: ["g l"],
      landmark: "9 open, the oldest 41d"),
    Scene(
      name: "lessons-all", title: "What became of the others", world: .learning, typing: ["g l +"],
      landmark: "/state:all"),
    Scene(
      name: "lessons-none", title: "An inbox with nothing in it", world: .imported, typing: ["Esc g l"],
      landmark: "No lesson waits."),
    Scene(
      name: "lesson", title: "A lesson: where it comes from, and what it would change", world: .learning,
      typing: ["g l /", .text("two minutes"), "Enter Enter"], landmark: "Lesson 19"),
    Scene(
      name: "lesson-conflict", title: "A lesson about a line that has changed meanwhile", world: .learning,
      typing: ["g l /", .text("last runner"), "Enter Enter"], landmark: "has changed since v6"),
    Scene(
      name: "lesson-form", title: "What a lesson proposes, tried while it is typed", world: .learning,
      typing: ["g l /", .text("two minutes"), "Enter Enter e Tab Tab", .text(", by the clock")],
      landmark: "by the clock+}"),
    Scene(
      name: "fold", title: "Three lessons, as the next version would have them", size: Size(width: 100, height: 34),
      world: .learning, typing: ["g l /", .text("canary"), "Enter * f"], landmark: "into new-release v8"),
    Scene(
      name: "fold-lines", title: "The same, as the file would have it", world: .learning,
      typing: ["g l /", .text("canary"), "Enter * f Tab"], landmark: "page [lines]"),
    Scene(
      name: "fold-conflict", title: "A fold that nobody guesses at", world: .learning,
      typing: ["g l /", .text("last runner"), "Enter f"], landmark: "E writes the page by hand, with all"),
  ]

  private static let forms: [Scene] = [
    Scene(
      name: "start", title: "The form that starts a run, and what is still wrong in it",
      typing: starting + ["^U", .text("cf-release"), "Tab Tab ^U", .text("ana bo"), "Tab Tab"],
      landmark: "not of the form"),
    Scene(
      name: "refused", title: "Rules that stand in the way of a run, and ask for a reason",
      typing: starting + [
        "^U", .text("cf-release@v207"), "Tab Tab ^U", .text("ana bo"), "Tab ^U", .text("v207"), "F2",
      ],
      landmark: "These rules stand in the way"),
    Scene(
      name: "team", title: "The form for a team", typing: ["g p /", .text("platform berlin"), "Enter Enter"],
      landmark: "Team platform"),
    Scene(
      name: "person", title: "The form for a person", typing: ["g p /", .text("fumi"), "Enter Enter"],
      landmark: "Person fumi"),
    Scene(
      name: "welcome", title: "The first start's three questions", world: .fresh, landmark: "Welcome to prodpair"),
  ]

  private static let overlays: [Scene] = [
    Scene(
      name: "help", title: "The help: every key, to narrow and to run", typing: theRelease + ["?"],
      landmark: "Mark the step done"),
    Scene(
      name: "palette", title: "The palette finds a command by some of its letters",
      typing: theRelease + [":", .text("rolb")], landmark: "Roll back"),
  ]

  private static let newRelease: [Typing] = ["g c /", .text("new-release"), "Enter Enter"]
  /// The form, at its second field.
  private static let starting: [Typing] = ["g c /", .text("new-release"), "Enter n Right Tab"]
  private static let theRelease: [Typing] = ["g r /", .text("state:running prod"), "Enter Enter"]
  private static let theDeploy = theRelease
  private static let theFailedDeploy = theStemcell
  private static let theStemcell: [Typing] = ["g r /", .text("state:running staging"), "Enter Enter"]
}
