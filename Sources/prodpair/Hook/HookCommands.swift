import ArgumentParser
import Domain
import Exchange
import Foundation
import Host
import Store
import Workflow

/// `hook`: the programs that are told of what happens.
struct HookCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Programs that are told of what happens: a chat channel, a status page.",
    discussion: """
      They stand below `hooks:` in the configuration, with the events that each wants. When one of these has been \
      written, the program reads it as JSON on standard input. One that fails holds nothing up, and that is said. \
      The chapter "Hooks" of docs/manual.md shows how.
      """,
    subcommands: [List.self, Log.self, Try.self])
}

extension HookCommands {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the hooks that are configured, in the order in which they are run.",
      discussion: "What is wrong with the configuration's hooks goes to standard error, and the exit code is then 65.")

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    func run() throws {
      let settings = HookSettings.read(ConfigurationFile.all(ProcessInfo.processInfo.environment))
      if isJSON {
        try Output.json(HookSettingJSON.list(settings.hooks))
      } else if settings.hooks.isEmpty {
        Output.note("no hooks are configured")
      } else {
        let rows = settings.hooks.map { setting in
          let hook = setting.value
          return [
            HookSettingText.command(hook), HookSettingText.events(hook), hook.team?.text ?? "all",
            HookSettingText.limit(hook), ConfigurationText.place(setting.place),
          ]
        }
        try Output.text(
          TextTable(
            columns: [.init("RUN"), .init("ON"), .init("TEAM"), .init("LIMIT"), .init("FROM")], rows: rows
          ).text)
      }
      if !settings.problems.isEmpty { throw Failure(ConfigurationProblems(settings.problems)) }
    }
  }

  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "log",
      abstract: "List what hooks did and how they ended, newest first.",
      discussion: "SAID is the last line of what one said; --json has all of it that is kept.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit = 50

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit is a count from 1") }
    }

    func run() throws {
      let (runs, clock) = try reading.store.open().read { (try $0.hookRuns(limit: limit), try $0.clock()) }
      if reading.isJSON {
        try Output.json(HookRunJSON.list(runs))
      } else if runs.isEmpty {
        Output.note("no hook was run yet")
      } else {
        try Output.text(HookRunText.table(runs, in: clock))
      }
    }
  }

  struct Try: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "try",
      abstract: "Run the hooks of an event on a made-up one, and show what they say.",
      discussion: """
        Needs no store, changes nothing and keeps nothing; `isTry` is true in what they read, so that they can leave \
        the world alone. With --print it runs nothing and prints what they would read, to write a hook by: \
        `prodpair hook try run-started --print | ./my-hook`. Exits with 1 when one of them fails.
        """)

    @Argument(
      help: ArgumentHelp(
        "One of \(HookEventKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "event"))
    var event: HookEventKind

    @Flag(help: "Print what hooks would read, and run none.")
    var print = false

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    func validate() throws {
      if print, isJSON { throw ValidationError("--print is JSON: use one of them") }
    }

    func run() throws {
      let event = HookEvent.sample(event, by: Identity.current().handle, at: Session.now)
      if print { return try Output.bytes(try TellHooks.payload(event, store: nil, clock: .utc)) }
      let environment = ProcessInfo.processInfo.environment
      let settings = HookSettings.read(ConfigurationFile.all(environment))
      if !settings.problems.isEmpty { Output.problem(ConfigurationProblems(settings.problems).description) }
      guard let tell = TellHooks(settings.hooks.map(\.value), environment: environment) else {
        throw HookCommandError.withinHook
      }
      try Interruption.holdingBack {
        let runs = try tell.tryOut(event, clock: .utc, now: { Session.now })
        try show(runs)
        if runs.contains(where: { !$0.succeeded }) { throw ExitCode(1) }
      }
    }

    private func show(_ runs: [HookRun]) throws {
      if isJSON {
        try Output.json(HookRunJSON.list(runs))
      } else if runs.isEmpty {
        Output.note("no hook wants to know of \(event.rawValue)")
      } else {
        try Output.text(runs.map(HookRunText.whole).joined(separator: "\n"))
      }
    }
  }
}

extension HookEventKind: ExpressibleByArgument {}

/// What keeps a verb of `hook` from doing anything.
enum HookCommandError: Error, Hashable, CustomStringConvertible {
  case withinHook

  var description: String {
    "\(TellHooks.variable) is set: this is within a hook, where no others are run"
  }

  var exitCode: Int32 { 64 }
}
