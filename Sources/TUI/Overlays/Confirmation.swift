import Terminal
import Text

/// A question before something that can't be taken back. The answer is no until somebody says yes.
struct Confirmation: OverlayModel {
  let question: String
  let details: [String]
  /// What yes does, as in `abort the run`.
  let yes: String
  let perform: @Sendable (inout App) -> [Effect]
  /// Called when the answer is no.
  let decline: @Sendable (inout App) -> Void
  private(set) var isYesChosen = false

  init(
    question: String, details: [String] = [], yes: String, decline: @escaping @Sendable (inout App) -> Void = { _ in },
    perform: @escaping @Sendable (inout App) -> [Effect]
  ) {
    self.question = question
    self.details = details
    self.yes = yes
    self.decline = decline
    self.perform = perform
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    switch input {
    case .key(.character("y")): return .closes(perform(&app))
    case .key(.enter) where isYesChosen: return .closes(perform(&app))
    case .key(.enter), .key(.escape), .key(.character("n")):
      decline(&app)
      return .closes()
    case .key(.left), .key(.right), .key(.tab), .key(.backTab), .key(.up), .key(.down):
      isYesChosen.toggle()
      return .stays()
    default: return .stays()
    }
  }

  func close(_ app: inout App) { decline(&app) }

  func hints(_ app: App) -> [Hint] {
    [Hint("y", yes), Hint("n", "no"), Hint("Enter", isYesChosen ? yes : "no"), Hint("Tab", "change")]
  }

  private struct Layout {
    var box: Rect
    var question: [String]
    var details: [String]
    var gap: Int
  }

  private func layout(in area: Rect) -> Layout {
    let width = min(area.width - 2, 72)
    let questionLines = question.wrapped(toWidth: width - 4)
    var lines = details.flatMap { $0.wrapped(toWidth: width - 4) }
    let room = max(0, area.height - questionLines.count - 5)
    if lines.count > room {
      lines = lines.prefix(max(0, room - 1)) + ["and \(lines.count - max(0, room - 1)) lines more"]
    }
    let gap = lines.isEmpty ? 0 : 1
    let box = area.centered(Size(width: width, height: questionLines.count + gap + lines.count + 4))
    return Layout(box: box, question: questionLines, details: lines, gap: gap)
  }

  private static let no = " No "
  private static let between = "   "

  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome {
    let box = layout(in: area).box
    guard point.y == box.maxY - 2, point.x >= box.x + 2 else { return .stays() }
    let yesX = box.x + 2 + Self.no.displayWidth + Self.between.displayWidth
    if point.x < yesX { return press(.key(.character("n")), &app) }
    return point.x < box.maxX - 1 ? press(.key(.character("y")), &app) : .stays()
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let layout = layout(in: area)
    let (box, questionLines, lines, gap) = (layout.box, layout.question, layout.details, layout.gap)
    let width = box.width
    screen.fill(box)
    screen.box(box)
    var y = box.y + 1
    for line in questionLines {
      screen.put(line, at: Point(x: box.x + 2, y: y), style: .bold)
      y += 1
    }
    y += gap
    for line in lines {
      screen.put(line, at: Point(x: box.x + 2, y: y), width: width - 4)
      y += 1
    }
    let buttons = [
      Span(Self.no, isYesChosen ? .plain : .reverse), Span(Self.between),
      Span(" Yes, \(yes) ", isYesChosen ? .reverse : .plain),
    ]
    screen.put(buttons, at: Point(x: box.x + 2, y: box.maxY - 2), width: width - 4)
  }
}
