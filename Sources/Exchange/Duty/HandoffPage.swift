import Domain

/// What a handoff says, part by part, for a page in any form.
public struct HandoffPage: Sendable {
  typealias Part = (title: String, lines: [Phrase])

  let handoff: DutyHandoff
  let phrases: DutyPhrases

  public init(_ handoff: DutyHandoff, names: [Handle: String] = [:], in clock: LocalClock) {
    self.handoff = handoff
    phrases = DutyPhrases(names: names, clock: clock)
  }

  var title: Phrase { "Handoff of \(handoff.duty.team), duty \(own: handoff.duty.number)" }

  /// In a fixed order; what there is none of is left out, but for the pairs.
  var facts: [(name: String, phrase: Phrase)] {
    var facts: [(String, Phrase)] = [
      ("duty", "\(own: phrases.window(handoff.duty.window)) \(phrases.clock.zoneName)"),
      ("outgoing", phrases.people(handoff.outgoing)), ("incoming", phrases.people(handoff.incoming)),
    ]
    if handoff.toilMinutes > 0 { facts.append(("toil", "\(own: handoff.toilMinutes) min")) }
    facts += handoff.signatures.map { signature in
      let verified: Phrase = signature.isVouchedFor ? "" : ", not verified"
      let when = phrases.clock.dateAndTime(signature.at)
      return (
        "signed", "\(phrases.person(signature.who)), \(own: signature.side.rawValue), \(own: when)" + verified
      )
    }
    if !handoff.unsigned.isEmpty {
      facts.append(("not signed", handoff.unsigned.map(phrases.person).joined(", ")))
    }
    return facts
  }

  /// Parts that are empty are not there, and a duty that leaves nothing says so.
  var parts: [Part] {
    let parts: [Part] = [
      ("Runs in flight", handoff.runs.map(phrases.run)), ("Deferred steps", handoff.deferred.map(phrases.deferred)),
      ("Open incidents", handoff.incidents.map(phrases.incident)),
      ("Open redlines", handoff.redlines.map(phrases.redline)), ("Items touched", handoff.items.map(RunItems.item)),
      ("Toil", handoff.toil.map(phrases.toil)),
    ]
    let filled = parts.filter { !$0.lines.isEmpty }
    return filled.isEmpty ? [("In flight", ["nothing is handed over but the duty"])] : filled
  }

  /// Nil where nobody wrote one.
  var note: Phrase? { handoff.note.isEmpty ? nil : "\(handoff.note.withPlainLineBreaks)" }
}

/// The same as plain text, for whoever lays it out; controls are visible, line breaks of a note are there.
extension HandoffPage {
  public var factTexts: [(name: String, text: String)] { facts.map { ($0.name, $0.phrase.text) } }
  public var partTexts: [(title: String, lines: [String])] { parts.map { ($0.title, $0.lines.map(\.text)) } }
  public var noteText: String? { note?.text }
}
