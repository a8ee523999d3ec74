import ArgumentParser
import Domain

/// Numbers of items in one argument, as in `12,13`.
struct ItemList: ExpressibleByArgument, Hashable {
  var numbers: [ItemNumber]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, parts.allSatisfy({ $0.map { $0 > 0 } ?? false }) else { return nil }
    numbers = parts.compactMap { $0.map { ItemNumber($0) } }
  }
}
