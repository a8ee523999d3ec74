import Domain
import Exchange
import Text

/// `item show N` for people.
enum ShownItemText {
  static func text(_ shown: ShownItem, in clock: LocalClock, at now: Instant) -> String {
    let item = shown.item
    let head = [
      "item \(item.number) (\(item.type.rawValue), \(item.state.rawValue)\(item.isBlocked ? ", blocked" : ""))",
      item.title,
    ]
    return head.map { visible($0) + "\n" }.joined() + facts(shown, clock).map { paragraph($0.0, $0.1) }.joined()
  }

  /// A fact under its name; the further lines of it are marked as its own, so that nobody's text reads as a fact.
  private static func paragraph(_ name: String, _ text: String) -> String {
    let lines = visible(text, keepingLineBreaks: true).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    return lines.enumerated().map { index, line in
      (index == 0 ? "  " + name.padded(toWidth: 12) : String(repeating: " ", count: 14) + "| ") + line + "\n"
    }.joined()
  }

  private static func facts(_ shown: ShownItem, _ clock: LocalClock) -> [(String, String)] {
    let item = shown.item
    func moment(_ instant: Instant) -> String { "\(clock.dateAndTime(instant)) \(clock.zoneName)" }
    let single: [(String, String?)] = [
      ("team", item.team.text),
      ("points", item.points.map(String.init)),
      ("labels", list(item.labels)),
      ("epic", item.epic),
      ("owners", list(item.owners.map(\.text))),
      ("requester", item.requester?.text),
      ("due", item.due),
      ("source", item.source?.text),
      ("description", item.description.isEmpty ? nil : item.description),
    ]
    return single.compactMap { fact in fact.1.map { (fact.0, $0) } }
      + item.blockers.map { ("waits for", blocker($0, shown)) }
      + (list(shown.waiting.map(\.description)).map { [("blocks", $0)] } ?? [])
      + item.tasks.enumerated().map {
        ("task \($0.offset + 1)", "[\($0.element.isDone ? "x" : " ")] \($0.element.text)")
      }
      + item.links.map { ($0.kind.rawValue, $0.target) }
      + (list(shown.runs.map(\.description)).map { [("runs", $0)] } ?? [])
      + item.extra.map { ("kept", "\($0.name): \($0.value)") }
      + shown.comments.map { ("comment \($0.seq)", "\($0.by), \(moment($0.at))\n\($0.text)") }
      + [("added", moment(item.createdAt))]
      + shown.transitions.map { change in
        (change.to.rawValue, "\(moment(change.at)), \(change.by)" + (change.reason.map { ": \($0)" } ?? ""))
      }
  }

  private static func blocker(_ blocker: Blocker, _ shown: ShownItem) -> String {
    let item = blocker.item.map { number in
      "item \(number)" + (shown.blockerTitles[number].map { ", \($0)" } ?? ", which was removed")
    }
    return [item, blocker.text.isEmpty ? nil : blocker.text].compactMap(\.self).joined(separator: ": ")
      + (blocker.isResolved ? " (resolved)" : "")
  }

  private static func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
}
