import Foundation

/// A calendar as a parser that is not ours reads it: `scripts/read-calendar`, on Debian's python3-icalendar.
struct CalendarReader {
  struct Event: Decodable {
    struct Attendee: Decodable {
      var name: String
      var address: String
    }

    var uid: String
    var sequence: Int
    var start: String
    var end: String?
    var status: String
    var summary: String
    var description: String
    var attendees: [Attendee]
  }

  /// The parser says what is wrong with a feed.
  struct Rejected: Error {
    var why: String
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scripts/read-calendar").path

  static let isThere: Bool = {
    let outcome = try? Program.run(
      ["/usr/bin/python3", "-c", "import icalendar"], in: "/", environment: ["PATH": "/usr/bin:/bin"], input: "")
    return outcome?.exitCode == 0
  }()

  static let whyNot = "python3-icalendar is not installed, and no other reader of calendars is asked (make deps)"

  static func events(_ feed: String) throws -> [Event] {
    let outcome = try Program.run(
      ["/usr/bin/python3", script], in: "/", environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], input: feed)
    guard outcome.exitCode == 0 else { throw Rejected(why: outcome.errors) }
    return try JSONDecoder().decode([Event].self, from: Data(outcome.output.utf8))
  }
}
