/// A screen as it is shown in the manual.
public struct Picture: Hashable, Sendable {
  /// What its file is called, without `.svg`.
  public let name: String
  public let title: String
  public let svg: String
  /// What one reads on it.
  public let text: String
}
