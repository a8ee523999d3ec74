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
  private let text: String
  private var index: String.Index

  public init(_ text: some StringProtocol) {
    self.text = visible(text)
    index = self.text.startIndex
  }

  public mutating func next() -> Cluster? {
    let scalars = text.unicodeScalars
    guard index < scalars.endIndex else { return nil }
    let start = index
    let first = scalars[index]
    scalars.formIndex(after: &index)
    if first.isASCII, index == scalars.endIndex || scalars[index].isASCII {
      return Cluster(text: Self.ascii[Int(first.value)], width: 1)
    }
    while index < scalars.endIndex, columns(of: scalars[index]) == 0 { scalars.formIndex(after: &index) }
    return Cluster(text: String(scalars[start..<index]), width: Swift.max(1, columns(of: first)))
  }

  /// Most of what is drawn; making these strings again for every frame took most of its time.
  private static let ascii = (0..<128).map { String(Unicode.Scalar(UInt8($0))) }
}
