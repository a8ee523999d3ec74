import ChecklistFile
import Domain

extension Demo {
  /// What the pair writes down where a step asks for a value.
  enum StepValues {
    /// By step id. `[a-b]` is a number between, `[digest]` and `[commit]` are the artifact's.
    private static let texts: [String: [String]] = [
      "aggregators": ["5 of 5"],
      "all-new": ["0", "0; one errand was, now recreated"],
      "announce": [
        "CHG-[1000-1999]; Dee for the router, Gus for the runners", "CHG-[1000-1999]; Cy for the router",
        "CHG-[1000-1999]; all at hand, Fumi by phone",
      ],
      "before": ["the one before; 0 failing", "the one before; 1 failing, known (errand)"],
      "buffers": ["[2-40] lines", "[2-9] lines"],
      "cent": ["pi_[10000-99999]"],
      "close": [
        "nothing", "nothing new", "the upload is faster from the second jump box", "nothing; Tuesdays are quiet",
      ],
      "compare": ["0.[11-19] %; 0.[11-19] %"],
      "count": ["[6-12] a zone", "[10-20]; [10-20]"],
      "deploy": ["[94-98] updated, 0 failed"],
      "digest": ["[digest]"],
      "disk": ["runner_z1/[10-90], 2[0-9] % free"],
      "drain": ["[2-6]"],
      "final-release": ["[digest]"],
      "fix-proved": ["openssl 3.0.2-0ubuntu1.[16-19]"],
      "identity": ["[10-14]; [16-22]"],
      "logs": ["0"],
      "manifests": ["[commit]"],
      "migrate": ["[10000-90000] rows"],
      "quota": ["[31-88]"],
      "release-notes": ["5.15.0-[100-140]; nothing", "5.15.0-[100-140]; sshd's defaults"],
      "rollback-call": ["refused payments", "errors since the deploy"],
      "rollback-deploy": ["[94-98] updated, 0 failed"],
      "refund": ["[2-9]"],
      "rollback-switch": ["90 seconds after the call"],
      "rollback-watch": ["two minutes later"],
      "runners": ["runner_z1/96", "runner_z1/96; slowest runner_z1/[10-90], 1m[11-58]s"],
      "settlement": ["[17-22]:00"],
      "share": ["[40-48] %; [52-60] %"],
      "smoke": ["[40-44] passed, 0 failed"],
      "switch": ["[6-8]"],
      "tenth": ["0.[10-40] %"],
      "watch": ["0.[11-19] %", "0.[11-29] %; quiet"],
    ]

    static func value(for step: Step, artifact: Artifact, dice: inout Dice) -> String? {
      guard let asks = step.attributes.value else { return nil }
      let choices = texts[step.id.text] ?? ["\(asks): as expected"]
      let digest = digest(of: artifact)
      let text = choices[dice.roll(0...choices.count - 1)]
        .replacing("[digest]", with: digest.prefix(8)).replacing("[commit]", with: digest.suffix(7))
      return text.replacing(/\[(\d+)-(\d+)\]/) { match in
        guard let low = Int(match.1), let high = Int(match.2), low <= high else { return String(match.0) }
        return String(dice.roll(low...high))
      }
    }

    /// The same for the same artifact, so that staging's record and prod's agree.
    static func digest(of artifact: Artifact) -> String {
      ChecklistDocument.sha256(of: Array(artifact.description.utf8))
    }
  }
}
