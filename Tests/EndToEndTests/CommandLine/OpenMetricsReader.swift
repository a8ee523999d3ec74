import Foundation

/// OpenMetrics text as a parser that is not ours reads it: `scripts/read-openmetrics`, on Debian's
/// python3-prometheus-client.
struct OpenMetricsReader {
  struct Sample: Decodable {
    var name: String
    var type: String
    var unit: String
    var labels: [String: String]
    var value: Double
  }

  /// The parser says what is wrong with a text.
  struct Rejected: Error { var why: String }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scripts/read-openmetrics").path

  static let isThere: Bool = {
    let outcome = try? Program.run(
      ["/usr/bin/python3", "-c", "import prometheus_client.openmetrics.parser"], in: "/",
      environment: ["PATH": "/usr/bin:/bin"], input: "")
    return outcome?.exitCode == 0
  }()

  static let whyNot =
    "python3-prometheus-client is not installed, and no other reader of OpenMetrics is asked (make deps)"

  static func samples(_ text: String) throws -> [Sample] {
    let outcome = try Program.run(
      ["/usr/bin/python3", script], in: "/", environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], input: text)
    guard outcome.exitCode == 0 else { throw Rejected(why: outcome.errors) }
    return try JSONDecoder().decode([Sample].self, from: Data(outcome.output.utf8))
  }
}
