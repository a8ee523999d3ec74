import Domain

extension Demo {
  /// One run as the story tells it: what it was for, and what did not go by the book. The rest of its steps are done as
  /// they stand, by the first of the pair or the navigator, and killers are confirmed by the other.
  struct Chapter: Sendable {
    /// What the story calls the run, as in `v201-prod`.
    var name: String
    var checklist: String
    var environment: String
    var artifact: Artifact
    var parameters: [String: String]
    var pair: [String]
    var begins: Moment
    /// When it was planned, by whom, and who was told; nil for one begun without a plan.
    var plan: (at: Moment, by: Who, told: String)?
    var isRehearsal = false
    var incident: Int?
    var override: String?
    /// How fast the steps go, 100 being as long as the checklist expects.
    var pace = 80
    var beats: [Beat] = []
    var afterwards: [Afterwards] = []

    init(
      _ name: String, _ checklist: String, in environment: String, _ artifact: Artifact,
      parameters: [String: String] = [:], pair: String, begins: Moment, beats: [Beat] = [],
      afterwards: [Afterwards] = []
    ) {
      self.name = name
      self.checklist = checklist
      self.environment = environment
      self.artifact = artifact
      self.parameters = parameters
      self.pair = pair.split(separator: "+").map(String.init)
      self.begins = begins
      self.beats = beats
      self.afterwards = afterwards
    }

    /// The same with something changed about it.
    func with(_ change: (inout Chapter) -> Void) -> Chapter {
      var chapter = self
      change(&chapter)
      return chapter
    }
  }

  /// What happened when the run came to a step, or once the step was done.
  struct Beat: Sendable {
    var step: String
    var isAfterwards: Bool
    var happening: Happening

    static func at(_ step: String, _ happening: Happening) -> Beat {
      Beat(step: step, isAfterwards: false, happening: happening)
    }
    static func after(_ step: String, _ happening: Happening) -> Beat {
      Beat(step: step, isAfterwards: true, happening: happening)
    }
  }

  enum Happening: Sendable {
    /// An attempt that failed; the next one comes some minutes later.
    case fails(String, next: Int)
    /// Settled otherwise than by doing it, by the one who would have done it, or by who is named.
    case settles(Outcome, Reason, by: String? = nil)
    /// The reason that was owed for the step named.
    case givesReason(step: String, String, by: String)
    case note(String, String)
    /// A file with some lines in it.
    case attaches(String, name: String, String)
    case handsOver(from: String, to: String)
    case joins(String, Role)
    case leaves(String)
    case pauses(String, minutes: Int)
    /// Ticked on the wrong line, withdrawn, and ticked again when it was done.
    case ticksTooEarly(String)
    /// The partner could not be reached.
    case goesOnAlone(String)
    /// The partner's confirmation was typed at the terminal of the one who did it.
    case confirmsAtOneTerminal
    /// The killer is done, and the partner has not confirmed it yet.
    case awaitsConfirmation(by: String)
    /// Nothing happens before that.
    case clock(Moment)
    /// It has been started by somebody, and not ended.
    case isUnderWay(by: String)
    /// Entered from here; what is left of the run is skipped, and it ends rolled back.
    case rollsBack(String)
    case aborts(String)
  }

  /// What was written on a run once it was over.
  struct Afterwards: Sendable {
    enum Deed: Sendable {
      case countersigns(step: String)
      case marksRolledBack(String, by: String?)
      case note(String)
    }

    var at: Moment
    var by: String
    var deed: Deed

    init(_ at: Moment, by: String, _ deed: Deed) {
      self.at = at
      self.by = by
      self.deed = deed
    }
  }
}
