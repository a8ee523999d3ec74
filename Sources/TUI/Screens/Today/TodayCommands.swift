import Domain
import Terminal

/// Commands of one's runs on Today: those that run, and those of which nobody knows what came of them.
enum TodayCommands {
  /// What is unknown is never taken for good: somebody has to look.
  static func needs(_ page: TodayPage, _ app: App) -> [TodayRow] {
    page.commands.filter { $0.execution.verdict == .unknown && page.isOn($0, app.viewer.handle) }.map { command in
      TodayRow(
        id: "command \(command.execution.number)",
        sign: Span(app.glyphs.warning, Style(foreground: .yellow, bold: true)),
        text: "\(place(command, page)): nobody saw how its command ended; look at the system",
        detail: command.execution.command.title, when: when(command.execution, app), isStrong: true,
        target: .run(command.execution.run, command.execution.step))
    }
  }

  static func section(_ page: TodayPage, _ app: App) -> [TodaySection] {
    let rows = page.commands.filter(\.execution.isRunning).map { command in
      TodayRow(
        id: "command \(command.execution.number)", sign: Span(app.glyphs.current, Style(foreground: .cyan)),
        text: "\(place(command, page)) runs\(progress(of: command))",
        detail: "\(command.execution.command.title)  \(command.execution.by)", when: when(command.execution, app),
        target: .output(command.execution))
    }
    return rows.isEmpty ? [] : [TodaySection(title: "commands", rows: rows, empty: "")]
  }

  private static func place(_ command: TodayCommand, _ page: TodayPage) -> String {
    let run = page.active.first { $0.run.number == command.execution.run }?.run
    let step = run?.steps.first { $0.id == command.execution.step }
    return "run \(command.execution.run)  step \(step.map { "\($0.number)" } ?? command.execution.step.text)"
  }

  private static func progress(of command: TodayCommand) -> String {
    guard let progress = command.progress else { return "" }
    return ", \(progress.done)" + (progress.total.map { "/\($0)" } ?? "")
  }

  private static func when(_ execution: Execution, _ app: App) -> String {
    "since \(ClockText.time(execution.startedAt, app))"
  }
}

/// A command of a run that goes on.
struct TodayCommand: Hashable, Sendable {
  var execution: Execution
  /// As far as it is told.
  var progress: OutputProgress?
}

extension TodayPage {
  fileprivate func isOn(_ command: TodayCommand, _ who: Handle) -> Bool {
    active.first { $0.run.number == command.execution.run }?.run.role(of: who) != nil
  }
}

extension TodayQuestion {
  /// The commands of runs that go on that run, and the last ones of steps that nobody has judged since they were lost.
  static func commands(of runs: [Run], from backend: any Backend) throws -> [TodayCommand] {
    try runs.flatMap { run -> [TodayCommand] in
      let last = Dictionary(
        try backend.executions(of: run.number).map { ($0.step, $0) }, uniquingKeysWith: { $1 })
      let worthTelling = last.values.filter { execution in
        execution.isRunning
          || execution.verdict == .unknown && [.open, .started].contains(run.progress(of: execution.step).state)
      }
      return worthTelling.sorted { $0.number.value < $1.number.value }.map { execution in
        // Without it the line says less, and is still right: the output's own screen tells what is wrong.
        let state = execution.isRunning ? try? backend.output(of: execution).state() : nil
        return TodayCommand(execution: execution, progress: state?.progress)
      }
    }
  }
}
