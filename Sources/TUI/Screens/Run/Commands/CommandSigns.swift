import Domain
import Terminal

/// The sign and the word of each mode and of each way that a command ends; the sign alone tells it, and so does the word.
enum CommandSigns {
  /// A prompt for what is run, and what a shell calls an exit status for what is asked; nothing for what is done by hand.
  static func sign(of mode: StepMode) -> String {
    switch mode {
    case .manual: ""
    case .assisted: "$"
    case .check: "$?"
    }
  }

  /// As in `$? check`; nil for a step that is done by hand.
  static func words(of mode: StepMode) -> String? {
    mode == .manual ? nil : "\(sign(of: mode)) \(mode.rawValue)"
  }

  static func sign(of verdict: Verdict, _ glyphs: Glyphs) -> String {
    switch verdict {
    case .yes: glyphs.done
    case .no: glyphs.failed
    case .couldNotRun, .timedOut, .stopped, .unknown: glyphs.warning
    }
  }

  /// What is neither yes nor no is never green.
  static func color(of verdict: Verdict) -> Color {
    switch verdict {
    case .yes: .green
    case .no: .red
    case .couldNotRun, .timedOut, .stopped, .unknown: .yellow
    }
  }
}
