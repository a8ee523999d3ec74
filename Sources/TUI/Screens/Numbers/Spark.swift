/// A few numbers as a small chart in one line.
enum Spark {
  private static let signs = Array("▁▂▃▄▅▆▇█")
  private static let plain = Array("_.-=+*#@")

  /// A sign for each value, by how much of the largest it is; a blank where there is none.
  static func text(_ values: [Double?], ascii: Bool) -> String {
    let signs = ascii ? plain : signs
    let top = values.compactMap(\.self).filter(\.isFinite).max() ?? 0
    return String(
      values.map { value -> Character in
        guard let value, value.isFinite else { return " " }
        guard top > 0 else { return signs[0] }
        let step = Int((max(0, value) / top * Double(signs.count - 1)).rounded(.up))
        return signs[min(signs.count - 1, max(0, step))]
      })
  }
}
