import Foundation

extension Report {
  /// The figures for programs: `machine`, `figures[]` with `name`, `unit`, `median`, and `size`, `remark`, `p99`,
  /// `reference`, `ratio` and `met` as far as there are any, and `keys[]` by screen and key, in milliseconds.
  func json() throws -> Data {
    try JSONSerialization.data(
      withJSONObject: [
        "machine": Machine.summary, "figures": figures.map(\.object), "keys": keys.map(\.object),
      ], options: [.prettyPrinted, .sortedKeys])
  }
}

extension Figure {
  fileprivate var object: [String: Any] {
    var object: [String: Any] = ["name": name, "unit": unit.rawValue, "median": median]
    object["p99"] = p99
    object["remark"] = remark
    object["size"] = size.map { ["count": $0.count, "unit": $0.unit] as [String: Any] }
    object["reference"] = reference.map { ["name": $0.name, "median": $0.value] as [String: Any] }
    object["ratio"] = ratio
    object["met"] = isMet
    return object
  }
}

extension EveryScreen.Row {
  fileprivate var object: [String: Any] {
    func object(_ samples: Samples) -> [String: Any] { ["median": samples.median, "p99": samples.p99] }
    return ["screen": screen, "key": what, "inProcess": object(inProcess), "onTerminal": object(onTerminal)]
  }
}
