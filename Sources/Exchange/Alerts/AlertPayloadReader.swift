import Domain

extension AlertPayload {
  /// Reads the body of one webhook request, whole.
  ///
  /// - Throws: ``AlertPayloadError``: what is wrong, and where. What matters little is taken as it can be, with a remark.
  public init(_ bytes: [UInt8], from source: AlertSource) throws(AlertPayloadError) {
    let payload = AlertFields(source, try Self.node(bytes, source))
    guard payload.node.isObject else {
      throw payload.error("", .wrongType(found: payload.node.kind, wanted: "an object"))
    }
    switch source {
    case .alertmanager: self = try AlertmanagerReader.read(payload)
    case .pagerduty: self = try PagerDutyReader.read(payload)
    case .datadog: self = try DatadogReader.read(payload)
    }
    alerts = Self.lastOfEach(alerts)
    if remarks.count > Self.mostRemarks {
      remarks = remarks.prefix(Self.mostRemarks) + ["and \(remarks.count - Self.mostRemarks) remarks more"]
    }
  }

  /// A thousand alerts with the same fault say it a few times.
  private static let mostRemarks = 5

  private static func node(_ bytes: [UInt8], _ source: AlertSource) throws(AlertPayloadError) -> JSONNode {
    do {
      var reader = try JSONReader(Bytes.source(bytes))
      return try reader.onlyValue()
    } catch let error as ImportError {
      let problem: String
      switch error.reason {
      case .empty: throw AlertPayloadError(source, "", .empty)
      case .json(let text): problem = text.replacing("the file", with: "it")
      case .notUTF8(let byte): problem = "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8"
      case .utf16: problem = "the text is UTF-16, and has to be UTF-8"
      default: problem = "no JSON"
      }
      throw AlertPayloadError(source, "", .json(problem, line: error.line, column: error.column))
    } catch {
      throw AlertPayloadError(source, "", .json("\(error)", line: 1, column: 1))
    }
  }

  /// What is told twice of one alert counts once: what stands last.
  private static func lastOfEach(_ alerts: [Alert]) -> [Alert] {
    var last: [String: Int] = [:]
    for (index, alert) in alerts.enumerated() { last[alert.key] = index }
    guard last.count < alerts.count else { return alerts }
    return last.values.sorted().map { alerts[$0] }
  }
}
