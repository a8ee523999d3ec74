import Domain

/// The signs beside the words; never instead of them.
public enum Glyphs: Sendable {
  case unicode, ascii

  public func sign(of state: StepState) -> String {
    switch state {
    case .open: pick("·", ".")
    case .started: pick("▶", ">")
    case .done: pick("✔", "+")
    case .failed: pick("✖", "!")
    case .skipped: pick("↷", "-")
    case .notApplicable: pick("∅", "/")
    case .deferred: pick("⧗", "~")
    case .overridden: pick("‼", "^")
    case .inactive: pick("–", "_")
    }
  }

  public var warning: String { pick("⚠", "!") }

  private func pick(_ unicode: String, _ ascii: String) -> String { self == .unicode ? unicode : ascii }
}
