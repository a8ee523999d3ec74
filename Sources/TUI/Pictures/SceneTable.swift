import Terminal

/// The scenes, in the order in which one would meet them.
///
/// What is selected is found by what it says and not by where it stands, so that the story can grow.
extension Scene {
  static let all: [Scene] = lists + [run] + work + backlog + duty + redlines + lessons + forms + overlays

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

  private static let duty: [Scene] = [
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
      typing: ["/", .text("signature"), "Enter Enter"], landmark: "Hand-over of platform"),
    Scene(
      name: "toil", title: "Toil, logged in one line from any screen", world: .handingOver,
      typing: ["=", .text("25 restarted the log drain #12")], landmark: "drain #12"),
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
  private static let theStemcell: [Typing] = ["g r /", .text("state:running staging"), "Enter Enter"]
}
