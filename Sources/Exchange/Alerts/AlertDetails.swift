import Domain

/// The labels, annotations and whatever else an alert tells, a line each.
struct AlertDetails {
  /// Of more, the last line says how many; the payload has them.
  static let mostLines = 60
  static let longestValue = 400

  private var lines: [String] = []
  private var leftOut = 0

  /// Notes each member, those within objects and lists by their place in them: `data.assignees[0].summary: Ana`.
  mutating func note(_ node: JSONNode?, under name: String = "", but known: Set<String> = []) {
    for member in node?.members ?? [] where !known.contains(member.name) {
      add(member.value, name.isEmpty ? member.name : name + "." + member.name)
    }
  }

  private mutating func add(_ node: JSONNode, _ name: String) {
    guard !node.isEmpty else { return }
    guard lines.count < Self.mostLines else {
      leftOut += 1
      return
    }
    if let summary = Self.summary(node) { return line(name, summary) }
    switch node {
    case .object(let members): for member in members { add(member.value, name + "." + member.name) }
    case .array(let elements):
      let texts = elements.prefix(Self.mostLines).compactMap { $0.text ?? Self.summary($0) }
      if texts.count == min(elements.count, Self.mostLines) {
        line(name, texts.joined(separator: ", "))
      } else {
        for (index, element) in elements.enumerated() { add(element, "\(name)[\(index)]") }
      }
    default: line(name, node.text ?? "")
    }
  }

  /// PagerDuty's references say in their summary whom or what they mean; the rest of them are addresses.
  private static func summary(_ node: JSONNode) -> String? { node["summary"]?.text }

  private mutating func line(_ name: String, _ value: String) {
    let value = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    lines.append(AlertText.cut(name, to: 120) + ": " + AlertText.cut(value, to: Self.longestValue))
  }

  var text: String {
    let rest = leftOut == 0 ? [] : ["and \(leftOut) more, in the payload"]
    return AlertText.text((lines + rest).joined(separator: "\n"))
  }
}
