import Domain
import Terminal
import Text
import Workflow

/// What will run, whole, before it does: nothing runs that was not shown so. Enter runs it.
struct CommandPage: OverlayModel {
  let plan: CommandPlan
  /// What stands in the way by now; it was looked at before the page opened.
  let run: @Sendable (inout App) -> [Effect]
  private(set) var first = 0
  private var hasSeenEnd = false

  init(_ plan: CommandPlan, run: @escaping @Sendable (inout App) -> [Effect]) {
    self.plan = plan
    self.run = run
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    guard case .key(let key) = input else { return .stays() }
    let page = Self.rows(app.size)
    switch key {
    case .enter:
      // Nothing runs of which a part was out of sight.
      guard hasSeenEnd || first + page >= lines(app).count else {
        first += page
        break
      }
      return .closes(run(&app))
    case .escape, .character("q"): return .closes()
    case .up, .character("k"): first -= 1
    case .down, .character("j"): first += 1
    case .pageUp, .control("B"): first -= page
    case .pageDown, .control("F"), .character(" "): first += page
    case .home, .character("g"): first = 0
    case .end, .character("G"): first = .max / 2
    default: break
    }
    first = max(0, min(first, lines(app).count - page))
    hasSeenEnd = hasSeenEnd || first + page >= lines(app).count
    return .stays()
  }

  private static func rows(_ size: Size) -> Int { max(1, size.height - 2) }

  private func lines(_ app: App) -> [StyledLine] {
    CommandPlanLines(plan: plan, width: max(20, app.size.width - 2), glyphs: app.glyphs).lines
  }

  func hints(_ app: App) -> [Hint] {
    let verb =
      plan.prompts.isEmpty ? "run it" : "run it, asking for \(plan.prompts.count == 1 ? "a secret" : "secrets")"
    return [Hint("Enter", verb), Hint("Esc", "do not"), Hint("j k", "scroll")]
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    screen.fill(area)
    let (top, page) = area.split(top: 1)
    let lines = lines(app)
    let below = lines.count - first - page.height
    Rule.draw(
      on: &screen, in: top,
      left: "what will run for step \(plan.step.number): run \(plan.run), \(plan.environment.name), \(plan.artifact)",
      right: below > 0 ? "\(below) more \(screen.glyphs.arrowDown)" : "", isStrong: true)
    for (offset, line) in lines.dropFirst(first).prefix(page.height).enumerated() {
      screen.put(line.spans, at: Point(x: page.x + 1, y: page.y + offset), width: page.width - 2)
    }
  }
}
