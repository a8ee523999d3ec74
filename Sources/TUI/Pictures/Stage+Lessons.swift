import Domain
import Store
import Workflow

extension Stage {
  /// The demo's team with what it has learned since: lessons of every kind, of every age, and with every fate.
  func learning() throws -> Stage {
    for lesson in try lessons {
      let at = now - .minutes(lesson.minutesAgo)
      let author = Actor(login: lesson.by, uid: 1002, person: Handle(lesson.by))
      let number = try store.perform(AddLesson(lesson.draft), by: author, at: at)
      guard let fate = lesson.fate else { continue }
      try store.perform(
        SettleLessons([number], fate), by: author, at: at + .minutes(3 * 24 * 60))
    }
    return self
  }

  private struct Told {
    var minutesAgo: Int64
    var by: String
    var draft: LessonDraft
    var fate: LessonFate.Outcome?

    init(
      daysAgo days: Int64 = 0, minutes: Int64 = 0, by: String, _ draft: LessonDraft, _ fate: LessonFate.Outcome? = nil
    ) {
      minutesAgo = days * 24 * 60 + minutes
      self.by = by
      self.draft = draft
      self.fate = fate
    }
  }

  private var lessons: [Told] {
    get throws {
      let release = ChecklistName("new-release")
      let stemcell = ChecklistName("stemcell-upgrade")
      func run(_ artifact: String, in environment: String) throws -> RunNumber {
        let found = try store.read { try $0.runs(RunFilter(words: [artifact, environment]), limit: 1) }
        guard let run = found.first else { throw Missing.run(RunNumber(0)) }
        return run.number
      }
      let now = try run("cf-release@v206", in: "prod")
      let ports = try store.read { try $0.foldedLessons(of: release).first { $0.foldedInto == 4 } }?.number
      return [
        Told(
          daysAgo: 41, by: "cy",
          LessonDraft(
            checklist: release, text: "Two people compare 64 digits by eye, and nobody gets past the first twelve",
            step: StepID("identity"))),
        Told(
          daysAgo: 36, by: "dee",
          LessonDraft(
            checklist: release, text: "A static port in the ephemeral range may be taken before we ask for it",
            source: .failure(try run("cf-release@v201", in: "prod")), step: StepID("runners")),
          .folded(version: 4, step: StepID("ports"))),
        Told(
          daysAgo: 22, by: "bo",
          LessonDraft(
            checklist: release, text: "Errors that rise slowly are seen beside yesterday's, and not by themselves",
            source: .retro(run: nil, incident: 11), step: StepID("compare")),
          .folded(version: 6, step: StepID("compare"))),
        Told(
          daysAgo: 19, by: "gus",
          LessonDraft(checklist: release, text: "The aggregators' buffers have no dashboard", step: StepID("buffers")),
          .item("OPS-118")),
        Told(
          daysAgo: 17, by: "eli",
          LessonDraft(
            checklist: release, text: "Publish before the smoke tests, to save their half hour",
            edit: .move(StepID("publish"), .before(StepID("smoke")))),
          .declined(reason: "What is published is what passed: the order is the point")),
        Told(
          daysAgo: 16, by: "fumi",
          LessonDraft(
            checklist: release, text: "Nobody writes down how long the last runner took",
            source: .redline(try run("cf-release@v205", in: "prod")),
            edit: .set(StepID("runners"), key: "value", value: "last runner; its minutes"), base: 6)),
        Told(
          daysAgo: 9, by: "gus",
          LessonDraft(
            checklist: stemcell, text: "The proof from inside is what incident 12 lacked", source: .incident(12),
            edit: .set(StepID("smoke"), key: "killer", value: nil))),
        Told(
          daysAgo: 2, by: "dee",
          LessonDraft(
            checklist: release, text: "A canary that is healthy at once may still fall over within two minutes",
            source: .redline(try run("cf-release@v206", in: "staging")),
            edit: .reword(
              StepID("canary"), to: "Update one runner, and see the canary stay healthy on {{version}} for two minutes")
          )),
        Told(
          minutes: 28, by: "bo",
          LessonDraft(
            checklist: release, text: "The metrics agent asks for port 34567, and no manifest says so",
            source: .redline(now),
            edit: .add(
              text: "See that nothing listens on our ports yet",
              body: "```sh\nbosh ssh runner_z1 --results --command 'ss -ltn' | grep -E ':(34567|24567) '\n```",
              .before(StepID("canary"))), recurrenceOf: ports)),
        Told(
          minutes: 18, by: "ana",
          LessonDraft(
            checklist: release, text: "One canary takes twelve minutes, with the agent restarted",
            source: .failure(now), edit: .set(StepID("canary"), key: "expect", value: "12m"))),
      ]
    }
  }
}
