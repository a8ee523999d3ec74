import Domain
import Exchange
import Terminal
import Text

/// A hand-over laid out to be read: the pairs and their signatures, the note, and what goes on.
struct HandoffLines {
  let content: HandoffContent
  let width: Int
  let app: App

  private var handoff: DutyHandoff { content.handoff }
  private var labelled: LabelledLines { LabelledLines(width: width) }
  private var page: HandoffPage { HandoffPage(handoff, names: content.names, in: content.clock) }

  var lines: [StyledLine] { facts + signing + note + parts }

  /// The signatures have lines of their own.
  private var facts: [StyledLine] {
    page.factTexts.filter { !["signed", "not signed"].contains($0.name) }
      .flatMap { labelled.lines($0.name, $0.text) }
  }

  private var signing: [StyledLine] {
    let signed = page.factTexts.filter { $0.name == "signed" }.map {
      [Span("\(app.glyphs.done) ", Style(foreground: .green)), Span($0.text)]
    }
    let waiting = page.factTexts.filter { $0.name == "not signed" }.map {
      [Span("\(app.glyphs.waiting) ", Style(foreground: .yellow)), Span("still to sign: \($0.text)")]
    }
    let lines = (signed + waiting).enumerated().flatMap { index, spans in
      labelled.lines(index == 0 ? "signatures" : "", spans)
    }
    return lines + (yours.map { labelled.lines("", $0, .bold) } ?? [])
  }

  /// What is left for whoever looks at it.
  private var yours: String? {
    let who = app.viewer.handle
    guard handoff.duty.window.start <= app.now else {
      return "the duty has not begun: there is nothing to hand over yet"
    }
    guard let side = handoff.sides.side(of: who), handoff.unsigned.contains(who) else { return nil }
    return "you sign as \(side.rawValue): \(app.key(of: "handoff.sign"))"
  }

  private var note: [StyledLine] {
    guard let text = page.noteText else {
      guard handoff.signatures.isEmpty, handoff.duty.window.start <= app.now else { return [] }
      let (editor, prompt) = (app.key(of: "handoff.editor"), app.key(of: "handoff.note"))
      return heading("Note") + wrapped("None yet: \(editor) writes one in your editor, \(prompt) a line here.", .dim)
    }
    return heading("Note") + wrapped(text)
  }

  private var parts: [StyledLine] {
    page.partTexts.flatMap { part in
      heading(part.title)
        + part.lines.flatMap { line in
          SpanWrapping(width: width, first: [Span("\(app.glyphs.bullet) ", .dim)], rest: [Span("  ")])
            .lines([Span(line)])
        }
    }
  }

  private func heading(_ text: String) -> [StyledLine] {
    [StyledLine()] + SpanWrapping(width: width).lines([Span(text, Style(bold: true, underline: true))])
  }

  private func wrapped(_ text: String, _ style: Style = .plain) -> [StyledLine] {
    SpanWrapping(width: width).lines([Span(text, style)])
  }
}
