import Domain
import Text

/// An incident's timeline as a drawing on a page.
struct IncidentDrawingHTML {
  let drawing: IncidentDrawing

  private static let laneHeight = 34.0
  private static let rowHeight = 22.0

  private var lanes: Int { (drawing.marks.map(\.lane).max() ?? 0) + 1 }
  /// Where the axis lies, under its flags.
  private var axisY: Double { Double(lanes) * Self.laneHeight + 10 }
  private var rowsY: Double { axisY + 34 }
  private var height: Double {
    rowsY + Double(drawing.phases.count + drawing.rows.count + drawing.runs.count) * Self.rowHeight + 6
  }

  var figure: HTML {
    var caption: [HTML] = [
      "\(drawing.when). To scale. Each part begins where the one before it ended; signs tell when entries were made, ✕ when a step failed."
    ]
    if !drawing.notes.isEmpty {
      caption += [" Too far off to be drawn: "] + drawing.notes.joined("; ").html + ["."]
    }
    return HTMLParts.drawing(
      "The incident's times, phases, entries and runs, to scale; the tables below say the same",
      width: IncidentDrawing.width, height: height, caption: caption, axis + flags + phases + rows + runs)
  }

  private func y(_ row: Int) -> Double { rowsY + Double(row) * Self.rowHeight }

  private var axis: [HTML] {
    let span = drawing.span
    let bottom = height - 4
    let ticks = drawing.axis.ticks.flatMap { tick in
      [
        HTMLParts.stroke(x1: tick.x, y1: axisY, x2: tick.x, y2: axisY + 4, class: "axis"),
        HTMLParts.stroke(x1: tick.x, y1: axisY + 24, x2: tick.x, y2: bottom, class: "grid"),
        HTMLParts.drawn(tick.label, x: tick.x, y: axisY + 17, .middle, class: "soft small"),
      ]
    }
    return ticks + [HTMLParts.stroke(x1: span.left, y1: axisY, x2: span.right, y2: axisY, class: "axis")]
  }

  private var flags: [HTML] {
    drawing.marks.flatMap { mark in
      let top = axisY - 10 - Double(mark.lane + 1) * Self.laneHeight + 6
      return [
        HTMLParts.stroke(x1: mark.x, y1: top, x2: mark.x, y2: axisY, class: "pole"),
        .element(.circle, [.number(.cx, mark.x), .number(.cy, axisY), .number(.r, 3.5), .class("fill-ink")]),
        HTMLParts.drawn(mark.kind.words, x: mark.x + 5, y: top + 10, class: "strong"),
        HTMLParts.drawn(mark.time, x: mark.x + 5, y: top + 24, class: "soft"),
      ]
    }
  }

  private var phases: [HTML] {
    drawing.phases.enumerated().flatMap { index, phase in
      let top = y(index)
      let wide = Double(phase.words.displayWidth) * 6.9 + 12
      let fits = phase.until - phase.from >= wide
      let isRight = phase.until + wide <= IncidentDrawing.width
      let x = fits ? phase.from + 6 : isRight ? phase.until + 6 : phase.from - 6
      return [
        name(phase.name, top),
        HTMLParts.box(
          x: phase.from, y: top + 3, width: max(1.5, phase.until - phase.from), height: 16,
          class: "\(phase.name.split(separator: " ").joined(separator: "-")) \(phase.isOpen ? "open" : "whole")"),
        HTMLParts.drawn(phase.words, x: x, y: top + 15, fits || isRight ? .start : .end, class: "halo"),
      ]
    }
  }

  private var rows: [HTML] {
    drawing.rows.enumerated().flatMap { index, row in
      let top = y(drawing.phases.count + index)
      return [name(row.kind.rawValue, top)] + row.ticks.map { sign(row.kind, $0, top + 11) }
        + [HTMLParts.drawn("\(row.ticks.count)", x: IncidentDrawing.width - 4, y: top + 15, .end, class: "soft small")]
    }
  }

  private var runs: [HTML] {
    drawing.runs.enumerated().flatMap { index, bar in
      let top = y(drawing.phases.count + drawing.rows.count + index)
      var shapes = [
        name("run \(bar.run)", top),
        HTMLParts.box(
          x: bar.from, y: top + 5, width: max(1.5, bar.until - bar.from), height: 12, class: "run",
          tooltip: bar.words.text),
      ]
      if bar.isCutLeft { shapes.append(arrow(bar.from, top + 11, -1)) }
      if bar.isCutRight { shapes.append(arrow(bar.until, top + 11, 1)) }
      shapes += bar.failures.map { cross($0, top + 11, "cross") }
      shapes.append(
        HTMLParts.drawn(bar.kind.rawValue, x: IncidentDrawing.width - 4, y: top + 15, .end, class: "soft small"))
      return shapes
    }
  }

  private func name(_ name: String, _ top: Double) -> HTML {
    HTMLParts.drawn(name, x: IncidentDrawing.left - 12, y: top + 15, .end, class: "soft")
  }

  /// A shape of its own for each kind, beside its row's name.
  private func sign(_ kind: IncidentEntryKind, _ tick: IncidentDrawing.Row.Tick, _ y: Double) -> HTML {
    let x = tick.x
    switch kind {
    case .alert: return polygon([(x, y - 6), (x + 6, y + 5), (x - 6, y + 5)], tick, "fill-bad")
    case .observation: return circle(tick, y, "fill-one")
    case .hypothesis: return circle(tick, y, "hollow")
    case .action: return polygon([(x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 5), (x - 5, y + 5)], tick, "fill-four")
    case .decision: return polygon([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], tick, "fill-two")
    case .update: return polygon([(x - 5, y - 6), (x + 6, y), (x - 5, y + 6)], tick, "fill-one")
    case .time, .change:
      return polygon([(x - 1, y - 6), (x + 1, y - 6), (x + 1, y + 6), (x - 1, y + 6)], tick, "fill-soft")
    case .correction: return cross(tick, y, "cross")
    }
  }

  private func circle(_ tick: IncidentDrawing.Row.Tick, _ y: Double, _ names: String) -> HTML {
    .element(
      .circle, [.number(.cx, tick.x), .number(.cy, y), .number(.r, 5), .class(names)],
      [.element(.title, [tick.words.text.html])])
  }

  private func polygon(
    _ points: [(x: Double, y: Double)], _ tick: IncidentDrawing.Row.Tick, _ names: String
  ) -> HTML {
    .element(.polygon, [.points(points), .class(names)], [.element(.title, [tick.words.text.html])])
  }

  private func cross(_ tick: IncidentDrawing.Row.Tick, _ y: Double, _ names: String) -> HTML {
    let (x, r) = (tick.x, 5.0)
    return .element(
      .g, [.class(names)],
      [
        .element(.title, [tick.words.text.html]),
        HTMLParts.stroke(x1: x - r, y1: y - r, x2: x + r, y2: y + r, class: "under"),
        HTMLParts.stroke(x1: x - r, y1: y + r, x2: x + r, y2: y - r, class: "under"),
        HTMLParts.stroke(x1: x - r, y1: y - r, x2: x + r, y2: y + r, class: "over"),
        HTMLParts.stroke(x1: x - r, y1: y + r, x2: x + r, y2: y - r, class: "over"),
      ])
  }

  /// Says that a bar goes on where the drawing ends.
  private func arrow(_ x: Double, _ y: Double, _ side: Double) -> HTML {
    .element(.polygon, [.points([(x, y - 6), (x + 8 * side, y), (x, y + 6)]), .class("run")])
  }
}
