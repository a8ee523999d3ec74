import Domain
import Exchange
import Store

/// Grooming sessions for people.
enum GroomingText {
  /// What waits, in the order of asking; empty where nothing does.
  static func queue(_ queue: GroomingQueue) -> String {
    TextTable(
      columns: [
        .init("ITEM", .right), .init("WHY"), .init("TYPE"), .init("STATE"), .init("PTS", .right), .init("OWNERS"),
        .init("DUE"), .init("TITLE"),
      ],
      rows: queue.entries.map { entry in
        let item = entry.item
        return [
          item.number.description,
          entry.reasons.map(\.rawValue).joined(separator: ",") + (entry.isPutOff ? " (put off)" : ""),
          item.type.rawValue, item.state.rawValue, item.points.map(String.init) ?? "",
          item.owners.map(\.text).joined(separator: ","), item.due ?? "", item.title,
        ]
      }
    ).text
  }

  /// What was decided, newest first.
  static func log(_ lines: [GroomingLogLine], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("ITEM", .right), .init("AT"), .init("BY"), .init("DECISION"), .init("WHY ASKED"), .init("TITLE"),
      ],
      rows: lines.map { line in
        let decision = line.decision
        return [
          decision.item.description, clock.dateAndTime(decision.at), decision.by.text, decision.words,
          decision.detail.reasons.map(\.rawValue).joined(separator: ","),
          line.title + (line.isRemoved ? " (removed)" : ""),
        ]
      }
    ).text
  }

  static func sessions(_ sessions: [GroomingSummary], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("SESSION", .right), .init("BEGUN"), .init("ENDED"), .init("BY"), .init("DECIDED", .right),
        .init("FILTER"),
      ],
      rows: sessions.map { session in
        let grooming = session.grooming
        return [
          grooming.number.description, clock.dateAndTime(grooming.startedAt),
          grooming.endedAt.map { clock.dateAndTime($0) } ?? "open", grooming.by.text, "\(session.decisions)",
          grooming.filter,
        ]
      }
    ).text
  }
}
