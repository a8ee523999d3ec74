import Domain
import Store

extension Demo {
  /// What the two months taught, and what became of it: each lesson is drawn at its moment and settled at another.
  enum Learned {
    /// One lesson as the story tells it.
    struct Tale: Sendable {
      /// What the story calls it.
      var name: String
      var at: Moment
      var by: Who
      var ending: Ending
      var draft: @Sendable (Numbers) throws -> LessonDraft

      enum Ending: Sendable {
        case open
        /// Right after the version was made that carries it.
        case folded(at: Moment, by: Who, version: Int, step: String)
        case declined(at: Moment, by: Who, String)
        case item(at: Moment, by: Who, String)
      }
    }

    static func acts(on calendar: Calendar) -> [Act] {
      tales.filter { calendar.instant($0.at) < calendar.now }.flatMap { tale in
        [Act(calendar.instant(tale.at), by: tale.by, .lesson(tale.name) { AddLesson(try tale.draft($0)) })]
          + end(of: tale, on: calendar)
      } + redlines(on: calendar)
    }

    private static func end(of tale: Tale, on calendar: Calendar) -> [Act] {
      func settle(_ moment: Moment, _ who: Who, _ outcome: LessonFate.Outcome) -> [Act] {
        let at = calendar.instant(moment)
        guard at < calendar.now else { return [] }
        return [Act(at, by: who, .command { SettleLessons([try $0[lesson: tale.name]], outcome) })]
      }
      switch tale.ending {
      case .open: return []
      case .folded(let at, let who, let version, let step):
        return settle(at, who, .folded(version: version, step: StepID(step)))
      case .declined(let at, let who, let why): return settle(at, who, .declined(reason: why))
      case .item(let at, let who, let item): return settle(at, who, .item(item))
      }
    }

    private static let release = ChecklistName(Releases.name)

    static let tales: [Tale] = [
      Tale(
        name: "support", at: .week(-7, .tuesday, "14:20"), by: "sam",
        ending: .folded(at: .week(-7, .wednesday, "15:20"), by: "ana", version: 2, step: "announce")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "Support hears of a deploy from its customers",
          source: .retro(run: try numbers["v199-prod"], incident: nil))
      },
      Tale(
        name: "way-back", at: .week(-6, .monday, "17:02"), by: "eli",
        ending: .folded(at: .week(-6, .thursday, "11:05"), by: "bo", version: 3, step: "before")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "Nobody had kept the manifest that we would go back to",
          source: .retro(run: try numbers["v200-rehearsal"], incident: nil))
      },
      Tale(
        name: "ports", at: .week(-5, .tuesday, "15:40"), by: "dee",
        ending: .folded(at: .week(-5, .thursday, "14:30"), by: "ana", version: 4, step: "ports")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "A static port in the ephemeral range may be taken before we ask for it",
          source: .failure(try numbers["v201-prod"]), step: StepID("runners"),
          edit: .add(
            text: "See that no statically assigned port lies in the ephemeral range 32768-61000",
            .after(StepID("manifests"))))
      },
      Tale(
        name: "ports-again", at: .week(-4, .monday, "16:15"), by: "cy",
        ending: .item(at: .week(-4, .wednesday, "10:05"), by: "cy", "one template for both manifests, #188")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "staging.yml had a copy of the old port: look in every manifest",
          source: .failure(try numbers["v202-staging"]), step: StepID("canary"),
          recurrenceOf: try numbers[lesson: "ports"])
      },
      Tale(
        name: "logs", at: .week(-4, .tuesday, "14:55"), by: "fumi",
        ending: .folded(at: .week(-4, .thursday, "15:45"), by: "fumi", version: 5, step: "aggregators")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "Logs are dropped while three aggregators restart one by one",
          source: .failure(try numbers["v202-prod"]), step: StepID("dashboards"),
          edit: .add(text: "Scale the log aggregators to 5, all running", .before(StepID("canary"))))
      },
      Tale(
        name: "compare", at: .week(-3, .thursday, "10:30"), by: "bo",
        ending: .folded(at: .week(-2, .thursday, "11:40"), by: "cy", version: 6, step: "compare")
      ) { _ in
        LessonDraft(
          checklist: release, text: "Errors that rise slowly look fine on the evening of the deploy",
          source: .retro(run: nil, incident: 11))
      },
      Tale(
        name: "quieter", at: .week(-2, .wednesday, "16:40"), by: "gus",
        ending: .declined(at: .week(-2, .thursday, "09:50"), by: "dee", "they are what prod is compared with")
      ) { _ in
        LessonDraft(
          checklist: release, text: "Skip the smoke tests in staging: they never fail there", step: StepID("smoke"),
          edit: .remove(StepID("smoke")))
      },
      Tale(
        name: "disk", at: .week(-1, .tuesday, "16:30"), by: "fumi",
        ending: .folded(at: .week(-1, .thursday, "11:50"), by: "gus", version: 7, step: "disk")
      ) { numbers in
        LessonDraft(
          checklist: release, text: "A runner whose disk is full holds the whole deploy up",
          source: .retro(run: try numbers["v205-prod"], incident: nil), step: StepID("runners"))
      },
      Tale(
        name: "api", at: .week(-1, .tuesday, "16:45"), by: "ana",
        ending: .open
      ) { numbers in
        LessonDraft(
          checklist: release, text: "The cloud's API answered with 503 for 22 minutes, and nobody had looked before",
          source: .retro(run: try numbers["v205-prod"], incident: nil), step: StepID("director"),
          edit: .add(
            text: "See that the cloud's API answers, and what its status page says", .before(StepID("director"))))
      },
      Tale(
        name: "addresses", at: .week(-2, .monday, "17:20"), by: "eli",
        ending: .open
      ) { _ in
        LessonDraft(
          checklist: ChecklistName(Stemcells.name),
          text: "How much room is enough? The step says to look, and not for what")
      },
    ]

    /// What ana and bo have marked in the run that is under way.
    private static func redlines(on calendar: Calendar) -> [Act] {
      [
        Act(
          calendar.instant(.ago(21)), by: "bo",
          .lesson("agents") { numbers in
            RedlineStep(
              run: try numbers["v206-prod"], text: "The manifests do not say what the agents ask for",
              edit: .reword(
                StepID("ports"),
                to: "See that no port, assigned or asked for by an agent, lies in the ephemeral range 32768-61000"))
          })
      ]
    }
  }
}
