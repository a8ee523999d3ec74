/// One place of a screen.
public struct Cell: Hashable, Sendable {
  /// A cluster that is safe to show; empty in the right half of a wide one.
  public let text: String
  /// 1, or 2 in the left half of a wide cluster, or 0 in its right half.
  public let width: Int8
  public var style: Style

  static func blank(_ style: Style = .plain) -> Cell { Cell(text: " ", width: 1, style: style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(text: "", width: 0, style: style) }
}
