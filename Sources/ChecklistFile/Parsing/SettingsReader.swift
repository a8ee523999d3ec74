import Domain
import Yams

/// Reads our keys of the front matter; all other keys are somebody else's and are left alone.
struct SettingsReader {
  let file: String
  let frontMatter: FrontMatter

  /// `checklist:`.
  func name() throws(ChecklistFileError) -> ChecklistName? {
    guard let (text, node) = try scalar("checklist") else { return nil }
    guard Slug.isName(text, limit: 64) else {
      throw wrong("checklist", node, found: text, expected: "a name of letters, digits, `.`, `_` and `-`")
    }
    return ChecklistName(text)
  }

  /// `title:`; an empty one, as GitHub's templates have it, is none.
  func title() throws(ChecklistFileError) -> String? { try scalar("title")?.text }

  func settings() throws(ChecklistFileError) -> ChecklistSettings {
    ChecklistSettings(
      deploy: try scalar("deploy")?.text, team: try scalar("team")?.text, environments: try environments(),
      start: try window(), expected: try duration(), parameters: try parameters(),
      withoutStaging: try scalar("without-staging")?.text)
  }

  private func window() throws(ChecklistFileError) -> WeeklyWindow? {
    guard let (text, node) = try scalar("start") else { return nil }
    guard let window = WeeklyWindow(text) else {
      throw wrong("start", node, found: text, expected: "days and hours such as Mon-Thu 09:00-11:30")
    }
    return window
  }

  private func duration() throws(ChecklistFileError) -> Duration? {
    guard let (text, node) = try scalar("expected") else { return nil }
    guard let duration = StepDuration.parse(text) else {
      throw wrong("expected", node, found: text, expected: "a duration such as 90s, 15m, 1h30m or 1d")
    }
    return duration
  }

  private func environments() throws(ChecklistFileError) -> [String]? {
    guard let node = value("environments") else { return nil }
    if let text = node.scalar?.string { return [text] }
    let names = node.sequence?.compactMap { $0.scalar?.string }.filter { !$0.isEmpty } ?? []
    guard let sequence = node.sequence, !names.isEmpty, names.count == sequence.count else {
      throw wrong("environments", node, found: kind(node), expected: "a list such as [staging, prod]")
    }
    return names
  }

  private func parameters() throws(ChecklistFileError) -> [Parameter] {
    guard let node = value("parameters") else { return [] }
    guard let sequence = node.sequence else {
      throw wrong("parameters", node, found: kind(node), expected: "a list with a `- name:` for each")
    }
    var parameters: [Parameter] = []
    for node in sequence {
      let parameter = try parameter(node)
      if parameters.contains(where: { $0.name == parameter.name }) {
        throw error(node, .parameterTwice(parameter.name))
      }
      parameters.append(parameter)
    }
    return parameters
  }

  /// A mapping with a `name`, or a name alone.
  private func parameter(_ node: Node) throws(ChecklistFileError) -> Parameter {
    let name = node.scalar?.string ?? node.mapping?["name"]?.scalar?.string ?? ""
    guard !name.isEmpty else { throw error(node, .parameterWithoutName) }
    guard Placeholder.isName(name) else { throw error(node.mapping?["name"] ?? node, .parameterName(name)) }
    var parameter = Parameter(name: name)
    guard let mapping = node.mapping else { return parameter }
    parameter.ask = try text("ask", of: mapping)
    parameter.defaultValue = try text("default", of: mapping)
    parameter.pattern = try text("pattern", of: mapping)
    if let pattern = parameter.pattern, (try? Regex(pattern)) == nil {
      throw error(mapping["pattern"] ?? node, .parameterPattern(parameter: name, pattern: pattern))
    }
    parameter.secret = try secret(name, mapping)
    if parameter.isSecret, let key = ["default", "pattern"].first(where: { mapping[$0] != nil }) {
      throw error(mapping[key] ?? node, .secretWith(key: key, parameter: name))
    }
    return parameter
  }

  /// `secret: true`, or `from:`, which makes a secret of it by itself.
  private func secret(_ name: String, _ mapping: Node.Mapping) throws(ChecklistFileError) -> SecretSource? {
    let command = try text("from", of: mapping)
    if let command, command.trimmingSpacing().isEmpty, let node = mapping["from"] {
      throw wrong("from", node, found: command, expected: "a command that prints the secret")
    }
    guard let node = mapping["secret"], !isNull(node) else { return command.map { .command($0) } }
    guard let isSecret = node.scalar?.string == "true" ? true : node.scalar?.string == "false" ? false : nil else {
      throw wrong("secret", node, found: kind(node), expected: "true or false")
    }
    if !isSecret, command != nil { throw error(mapping["from"] ?? node, .sourceOfNoSecret(name)) }
    return isSecret ? command.map { .command($0) } ?? .prompt : nil
  }

  private func text(_ key: String, of mapping: Node.Mapping) throws(ChecklistFileError) -> String? {
    guard let node = mapping[key], !isNull(node) else { return nil }
    guard let scalar = node.scalar else { throw wrong(key, node, found: kind(node), expected: "a text") }
    return scalar.string
  }

  /// The text of a key; nil where the key is missing, null or empty.
  private func scalar(_ key: String) throws(ChecklistFileError) -> (text: String, node: Node)? {
    guard let node = value(key) else { return nil }
    guard let scalar = node.scalar else { throw wrong(key, node, found: kind(node), expected: "a text") }
    let text = scalar.string.trimmingSpacing()
    return text.isEmpty ? nil : (text, node)
  }

  private func value(_ key: String) -> Node? {
    guard let node = frontMatter.root[key], !isNull(node) else { return nil }
    return node
  }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private func kind(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): "\"\(scalar.string)\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  private func wrong(_ key: String, _ node: Node, found: String, expected: String) -> ChecklistFileError {
    let quoted = node.scalar == nil ? found : "\"\(node.scalar?.string ?? "")\""
    return error(node, .frontMatterValue(key: key, found: quoted, expected: expected))
  }

  private func error(_ node: Node, _ problem: ChecklistFileError.Problem) -> ChecklistFileError {
    let line = frontMatter.yamlLines.lowerBound + max(1, node.mark?.line ?? 1) - 1
    return ChecklistFileError(file: file, line: line, problem: problem)
  }
}
