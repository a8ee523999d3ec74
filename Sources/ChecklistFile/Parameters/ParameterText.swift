import Domain

/// Puts a run's parameters into the text and the commands of a checklist.
///
/// In text `{{name}}` becomes the value. In a fence that a shell reads it becomes `${name}` and the value travels in
/// the environment, so that a value is never code (contract.md, section 2, "Parameters"). What names no parameter
/// stays as it is, and a value is never looked at again, so that a value with `{{other}}` in it stays what it is.
public enum ParameterText {
  /// The values for all the declared parameters but the secrets, defaults filled in.
  ///
  /// A pattern matches anywhere in the value unless it is anchored, as in JSON Schema.
  /// - Throws: The first that is wrong; unknown names before declared ones, those in order.
  public static func validated(
    _ values: [String: String], against declared: [Parameter]
  ) throws(ParameterError) -> [String: String] {
    let names = declared.map(\.name)
    if let unknown = values.keys.filter({ !names.contains($0) }).min() {
      throw .unknown(name: unknown, declared: names)
    }
    var result: [String: String] = [:]
    for parameter in declared {
      if parameter.isSecret {
        guard values[parameter.name] == nil else { throw .secretGiven(name: parameter.name) }
        continue
      }
      guard let value = values[parameter.name] ?? parameter.defaultValue else {
        throw .missing(name: parameter.name, ask: parameter.ask)
      }
      guard !value.utf8.contains(0) else { throw .containsNUL(name: parameter.name) }
      if let pattern = parameter.pattern, !matches(value, pattern) {
        throw .patternFails(name: parameter.name, value: value, pattern: pattern)
      }
      result[parameter.name] = value
    }
    return result
  }

  private static func matches(_ value: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return value.firstMatch(of: regex.matchingSemantics(.unicodeScalar)) != nil
  }

  /// The text with each `{{name}}` filled in.
  public static func filled(_ text: String, with values: [String: String]) -> String {
    Placeholder.replacing(in: text) { values[$0] }
  }

  /// The Markdown with each `{{name}}` filled in, and made `${name}` in fences that a shell reads.
  public static func filledMarkdown(
    _ text: String, with values: [String: String], secrets: Set<String> = []
  ) -> String {
    var fence: (mark: Character, length: Int, isShell: Bool)?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let content = line.drop { $0 == " " || $0 == "\t" }
      let mark = content.first ?? " "
      let length = content.prefix { $0 == mark }.count
      let isMark = (mark == "`" || mark == "~") && length >= 3
      let info = content.dropFirst(length).trimmingSpacing()
      if let open = fence {
        if isMark, mark == open.mark, length >= open.length, info.isEmpty { fence = nil }
        return open.isShell
          ? variables(in: String(line), for: values, secrets) : filled(String(line), with: values)
      }
      if isMark, mark == "~" || !info.contains("`") {
        let read = FenceInfo(info)
        fence = (mark, length, Fence(language: read.language, code: "", attributes: read.attributes).isShell)
      }
      return filled(String(line), with: values)
    }.joined(separator: "\n")
  }

  /// The fence's code as it is run: with `${name}` for each `{{name}}` where a shell reads it, as it is elsewhere.
  public static func code(of fence: Fence, for values: [String: String], secrets: Set<String> = []) -> String {
    fence.isShell ? variables(in: fence.code, for: values, secrets) : fence.code
  }

  /// The step with all its texts filled in.
  public static func filled(_ step: Step, with values: [String: String], secrets: Set<String> = []) -> Step {
    var attributes = step.attributes
    attributes.value = attributes.value.map { filled($0, with: values) }
    attributes.total = attributes.total.map { filled($0, with: values) }
    let fences = step.fences.map { fence in
      var fence = fence
      fence.code = code(of: fence, for: values, secrets: secrets)
      return fence
    }
    return step.with(
      group: step.group.map { filled($0, with: values) }, text: filled(step.text, with: values),
      body: filledMarkdown(step.body, with: values, secrets: secrets), fences: fences, attributes: attributes)
  }

  /// What copying the step's commands puts on the clipboard; nil for a step without a fence.
  ///
  /// All its shell fences, one after the other; where it has none, the first fence as it is.
  public static func command(
    for step: Step, values: [String: String], secrets: Set<String> = []
  ) throws(ParameterError) -> String? {
    let shell = step.fences.filter(\.isShell)
    guard var first = shell.first else { return step.fences.first?.code }
    first.code = shell.map(\.code).joined(separator: "\n")
    return try command(for: first, values: values, secrets: secrets)
  }

  /// What copying a fence puts on the clipboard: `name='…'` for each parameter it uses, a line each, and then its code.
  ///
  ///     version='v205'
  ///     bosh create release --final --version ${version}
  ///
  /// For a secret there stands a line that complains where it is not set.
  public static func command(
    for fence: Fence, values: [String: String], secrets: Set<String> = []
  ) throws(ParameterError) -> String {
    guard fence.isShell else { return fence.code }
    var lines: [String] = []
    for name in names(in: fence.code, of: values, secrets: secrets) {
      guard let value = values[name], !secrets.contains(name) else {
        lines.append(": \"${\(name):?a secret: set it first}\"")
        continue
      }
      guard !value.utf8.contains(0) else { throw .containsNUL(name: name) }
      lines.append(ShellQuote.assignment(of: value, to: name))
    }
    return (lines + [variables(in: fence.code, for: values, secrets)]).joined(separator: "\n")
  }

  /// The parameters that the fence uses, in the order in which it first does.
  public static func names(
    in code: String, of values: [String: String], secrets: Set<String> = []
  ) -> [String] {
    var seen: Set<String> = []
    return Placeholder.all(in: code).map(\.name).filter {
      (values[$0] != nil || secrets.contains($0)) && seen.insert($0).inserted
    }
  }

  private static func variables(in code: String, for values: [String: String], _ secrets: Set<String>) -> String {
    Placeholder.replacing(in: code) { values[$0] == nil && !secrets.contains($0) ? nil : "${\($0)}" }
  }
}
