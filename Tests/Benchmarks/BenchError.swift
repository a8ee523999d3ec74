/// Why the benchmark can't go on, for whoever runs it.
struct BenchError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
