/// Fills a run's values into a checklist's text.
enum Filled {
  /// The text with `{{name}}` replaced by the parameter's value; a name without a value stays as it is written.
  ///
  ///     Filled.text("Upload {{version}}", ["version": "v205"])  // "Upload v205"
  static func text(_ text: String, _ parameters: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
      result += rest[..<open.lowerBound] + (parameters[name] ?? String(rest[open.lowerBound..<close.upperBound]))
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
