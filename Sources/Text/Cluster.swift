/// A base and the marks on it: what one cell (or two, if it is wide) of a screen holds.
public struct Cluster: Hashable, Sendable {
  public let text: String
  /// 1 or 2 columns.
  public let width: Int
}

/// The clusters of a text, made visible first, so that measuring and drawing always agree.
///
/// Swift's `Character` is not the unit of a terminal: a flag is one character and two clusters.
public struct Clusters: Sequence, IteratorProtocol {
  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarView.Index

  public init(_ text: some StringProtocol) {
    scalars = visible(text).unicodeScalars
    index = scalars.startIndex
  }

  public mutating func next() -> Cluster? {
    guard index < scalars.endIndex else { return nil }
    let start = index
    let width = columns(of: scalars[index])
    scalars.formIndex(after: &index)
    while index < scalars.endIndex, columns(of: scalars[index]) == 0 { scalars.formIndex(after: &index) }
    return Cluster(text: String(scalars[start..<index]), width: Swift.max(1, width))
  }
}
