import Domain
import Terminal

/// The sign and the colour of each state; the sign alone tells it.
enum StateSigns {
  static func sign(of state: StepState, _ glyphs: Glyphs) -> String {
    switch state {
    case .open: glyphs.pending
    case .started: glyphs.current
    case .done: glyphs.done
    case .failed: glyphs.failed
    case .skipped: glyphs.skipped
    case .notApplicable: glyphs.notApplicable
    case .deferred: glyphs.deferred
    case .overridden: glyphs.overridden
    case .inactive: " "
    }
  }

  static func sign(of state: RunState, _ glyphs: Glyphs) -> String {
    switch state {
    case .planned: glyphs.pending
    case .running: glyphs.current
    case .paused: glyphs.waiting
    case .completed: glyphs.done
    case .completedExceptDeferred: glyphs.deferred
    case .aborted: glyphs.failed
    case .rolledBack: glyphs.warning
    case .cancelled: glyphs.notApplicable
    }
  }

  static func color(of state: StepState) -> Color? {
    switch state {
    case .done: .green
    case .failed: .red
    case .started: .cyan
    case .skipped, .deferred, .overridden: .yellow
    case .open, .notApplicable, .inactive: nil
    }
  }
}
