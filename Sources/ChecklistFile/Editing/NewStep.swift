import Domain

/// A step that is to be written into a file.
public struct NewStep: Hashable, Sendable {
  /// One paragraph of Markdown; line ends are kept.
  public var text: String
  /// What stands under the text, as Markdown without indentation; empty for nothing.
  public var body: String
  public var attributes: StepAttributes

  public init(text: String, body: String = "", attributes: StepAttributes = StepAttributes()) {
    self.text = text
    self.body = body
    self.attributes = attributes
  }
}
