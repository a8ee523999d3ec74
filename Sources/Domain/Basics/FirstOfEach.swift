extension Sequence where Element: Hashable {
  /// What is named several times stands where it was named first, once.
  public var firstOfEach: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
