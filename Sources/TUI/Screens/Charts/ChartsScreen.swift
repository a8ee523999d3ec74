import Domain
import Exchange
import Host
import Terminal
import Workflow

/// The charts of a team's backlog, one at a time, as large as the window.
struct ChartsScreen: ScreenModel {
  static let name = ScreenName("charts")

  enum Kind: String, CaseIterable, Sendable {
    case iteration, release, flow, velocity, toil

    /// Nil where no release is named.
    func chart(of release: ItemNumber?) -> ReadItemChart.Kind? {
      switch self {
      case .iteration: .burndown
      case .release: release.map(ReadItemChart.Kind.release)
      case .flow: .flow
      case .velocity: .velocity
      case .toil: .toil
      }
    }
  }

  let team: TeamName
  private(set) var kind: Kind
  private(set) var release: ItemNumber?
  private(set) var answer: ChartQuestion.Answer?
  private(set) var failure: String?

  init(of team: TeamName, release: ItemNumber? = nil) {
    self.team = team
    self.release = release
    kind = release == nil ? .iteration : .release
  }

  private var question: ChartQuestion { ChartQuestion(team: team, kind: kind, release: release) }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(question)] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    // An answer about another chart is too late.
    guard let (question, answer) = reply.to(ChartQuestion.self), question == self.question else { return [] }
    self.answer = answer
    failure = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question as? ChartQuestion == self.question { self.failure = failure.words }
  }

  var isRead: Bool { answer != nil || failure != nil }

  /// The title's row, an empty one, the footer, and the row above it: there a notice stands, which hides no legend.
  private static let rowsBeside = 4

  func lines(_ size: Size, isASCII: Bool) -> [String] {
    answer?.chart.map {
      ChartText($0, width: size.width - 2, height: size.height - Self.rowsBeside, ascii: isASCII).lines
    } ?? []
  }

  func copyable(_ app: App) -> String? {
    answer?.chart == nil ? nil : lines(app.size, isASCII: app.glyphs == .ascii).joined(separator: "\n")
  }

  // MARK: Turning

  private mutating func turn(to kind: Kind, release: ItemNumber? = nil, _ app: inout App) -> [Effect] {
    self.kind = kind
    self.release = release ?? self.release
    answer = nil
    failure = nil
    return refresh(&app)
  }

  private mutating func turn(by steps: Int, _ app: inout App) -> [Effect] {
    let all = Kind.allCases
    let index = (all.firstIndex(of: kind) ?? 0) + steps
    return turn(to: all[(index + all.count) % all.count], &app)
  }

  private var otherRelease: ItemNumber? {
    guard let answer, kind == .release else { return nil }
    let index = answer.release.flatMap(answer.releases.firstIndex).map { $0 + 1 } ?? 0
    return answer.releases.isEmpty ? nil : answer.releases[index % answer.releases.count]
  }

  private var canTurnRelease: Availability {
    if kind != .release { return .no("that is for the burndown of a release") }
    return otherRelease == nil || otherRelease == answer?.release ? .no("there is no other release ahead") : .yes
  }

  // MARK: Drawing

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let (top, rest) = area.split(top: 1)
    let names = Kind.allCases.map { $0 == kind ? "[\($0.rawValue)]" : $0.rawValue }.joined(separator: " ")
    Rule.draw(
      on: &screen, in: top, left: "Charts  \(names)", right: area.width < 70 ? "" : "team \(team)", isStrong: true)
    for (offset, line) in lines(app.size, isASCII: screen.glyphs == .ascii).enumerated() {
      let style: Style = offset == 0 ? .bold : .plain
      screen.put(line, at: Point(x: rest.x + 1, y: rest.y + 1 + offset), style: style, width: rest.width - 2)
    }
    guard answer?.chart == nil else { return }
    let words =
      failure.map { "\($0). \(app.key(of: "app.redraw")) reads again." }
      ?? (answer == nil
        ? "reading\(screen.glyphs.ellipsis)"
        : "There is no release ahead. A release is an item of that type: it stands in the backlog after all that it needs.")
    for (offset, line) in words.wrapped(toWidth: max(1, rest.width - 4)).enumerated() {
      screen.put(line, at: Point(x: rest.x + 2, y: rest.y + 1 + offset), style: .dim)
    }
  }

  // MARK: Keys

  private func export(_ app: inout App) -> [Effect] {
    guard let chart = answer?.chart else { return [] }
    app.show(
      Prompt(
        "write the chart as an SVG picture: into which file?",
        explanation: ["A file that is there already is never written over."], needs: "a file is needed",
        suggestions: .files, purpose: "chart", in: app
      ) { reply, draft, app in
        guard case .text(let typed) = reply else { return [] }
        let write = StoreWrite(name: "chart") { _, _, _ in
          let path = HomePath.expanded(typed)
          try FileAccess.stage(path, Array(ChartSVG(chart).svg.utf8)).create()
          return "written to \(path)"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  static let commands: [Command] =
    [
      .on(ChartsScreen.self, "charts.next", ["l", "Right"], "Turn to the next chart", label: "next chart", rank: 10) {
        $0.turn(by: 1, &$1)
      },
      .on(
        ChartsScreen.self, "charts.before", ["h", "Left"], "Turn to the chart before", label: "chart before", rank: 11
      ) { $0.turn(by: -1, &$1) },
      .on(
        ChartsScreen.self, "charts.other-release", ["r"], "Turn to the next release ahead", label: "other release",
        rank: 30, when: { screen, _ in screen.canTurnRelease }
      ) { screen, app in screen.turn(to: .release, release: screen.otherRelease, &app) },
      .on(
        ChartsScreen.self, "charts.export", ["X"], "Write the chart to a file, as an SVG picture", label: "export",
        rank: 40, when: { screen, _ in screen.answer?.chart == nil ? .no("there is no chart here") : .yes }
      ) { $0.export(&$1) },
    ]
}
