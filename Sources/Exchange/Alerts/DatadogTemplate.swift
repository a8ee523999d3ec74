import Domain

/// A payload by a template of somebody's: its members by the names of Datadog's variables, whatever their case.
struct DatadogTemplate {
  private let payload: AlertFields
  /// By the name in lower case; the last of several.
  private let byName: [String: (name: String, value: JSONNode)]

  init(_ payload: AlertFields) {
    self.payload = payload
    byName = Dictionary(
      payload.node.members.map { ($0.name.lowercased(), ($0.name, $0.value)) }, uniquingKeysWith: { $1 })
  }

  /// The first of the names that has something; a variable that Datadog did not fill in is nothing.
  func text(_ names: [String]) throws(AlertPayloadError) -> String? {
    for name in names {
      guard let member = byName[name], member.value != .null else { continue }
      guard let text = member.value.text else {
        throw payload.error(member.name, .wrongType(found: member.value.kind, wanted: "text or a number"))
      }
      if let text = Self.filled(text) { return text }
    }
    return nil
  }

  /// The same where it matters little.
  func loose(_ names: [String]) -> String? {
    names.lazy.compactMap { byName[$0]?.value.text.flatMap(Self.filled) }.first
  }

  func value(_ names: [String]) -> JSONNode? { names.lazy.compactMap { byName[$0]?.value }.first }

  func time(_ names: [String], _ remarks: inout [String]) -> Instant? {
    let member = names.lazy.compactMap { byName[$0] }.first { member in
      member.value.text.map { Self.filled($0) != nil } ?? !member.value.isEmpty
    }
    return member.flatMap { payload.time($0.name, &remarks) }
  }

  /// What nothing else takes.
  var rest: JSONNode {
    .object(
      payload.node.members.filter { member in
        !Self.taken.contains(member.name.lowercased()) && (member.value.text.map { Self.filled($0) != nil } ?? true)
      })
  }

  /// `$ALERT_CYCLE_KEY` that came as it stands, and `null`, are what was not known.
  private static func filled(_ text: String) -> String? {
    guard let text = AlertText.filled(text), text != "null" else { return nil }
    let isVariable = text.hasPrefix("$") && text.dropFirst().allSatisfy { $0.isUppercase || $0 == "_" || $0.isNumber }
    return isVariable ? nil : text
  }

  private static let taken: Set<String> = [
    "alert_cycle_key", "cycle_key", "aggreg_key", "aggregation_key", "body", "event_msg", "text_only_msg", "message",
    "text",
    "title", "event_title", "alert_title", "tags", "link", "event_link", "url",
  ]
}
