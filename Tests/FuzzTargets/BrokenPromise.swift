/// What the program promises, and an input showed it not to hold.
package struct BrokenPromise: Error, Hashable, Sendable, CustomStringConvertible {
  /// The promise, as its documentation has it.
  package let promise: String
  /// What was found instead; may be empty.
  package let found: String

  package init(_ promise: String, found: String = "") {
    self.promise = promise
    self.found = found
  }

  package var description: String { found.isEmpty ? "broken: \(promise)" : "broken: \(promise)\n\(found)" }
}

/// Throws where the promise does not hold.
///
/// - Parameter found: asked for only then.
func hold(_ promise: String, _ holds: Bool, _ found: @autoclosure () -> String = "") throws(BrokenPromise) {
  if !holds { throw BrokenPromise(promise, found: found()) }
}

/// Throws where two texts are not the same byte for byte: Swift's `==` takes a composed and a decomposed é for one.
func holdSame(_ promise: String, _ found: String, _ expected: String) throws(BrokenPromise) {
  try hold(
    promise, found.utf8.elementsEqual(expected.utf8),
    "found \(found.debugDescription)\nnot   \(expected.debugDescription)")
}
