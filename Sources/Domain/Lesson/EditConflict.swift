/// What an edit was proposed for is not what the line is now. Nothing is guessed: somebody has to look at both.
public enum EditConflict: Error, Hashable, Sendable {
  /// The step that it is about, or that it goes next to, is gone; `text` is what it said.
  case stepGone(StepID, text: String)
  case changed(StepID, Part, Sides)

  /// What of the step changed meanwhile.
  public enum Part: Hashable, Sendable, CustomStringConvertible {
    case text
    /// The paragraphs and fences under the text.
    case details
    case attribute(String)

    public var description: String {
      switch self {
      case .text: "text"
      case .details: "details"
      case .attribute(let key): key
      }
    }
  }

  /// To be shown side by side; empty where there is nothing.
  public struct Sides: Hashable, Sendable {
    public var then: String
    public var now: String
    /// Empty for a removal.
    public var proposed: String

    public init(then: String, now: String, proposed: String) {
      self.then = then
      self.now = now
      self.proposed = proposed
    }
  }

  public var step: StepID {
    switch self {
    case .stepGone(let step, _), .changed(let step, _, _): step
    }
  }
}
