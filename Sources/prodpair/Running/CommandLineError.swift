import Domain
import Store

/// What is wrong with a command line that parses. Nothing was changed.
enum CommandLineError: Error, Hashable {
  case notATerminal
  case editorNeedsTerminal
  /// A page would take back what a newer version brought.
  case pageOfOlderVersion(Int, latest: VersionReference)
  /// Nothing was left of a page in the editor.
  case pageEmptied
  case nothingToChange(String)
  case timeUnreadable(String)
  /// The clock is put forward over this time, so that it never comes.
  case timeSkipped(String, zone: String)
  /// The clock is put back over this time, so that it comes twice.
  case timeTwice(String, zone: String)
  case noSuchSetting(what: String, name: String, team: TeamName)
  case nothingToSync
  case noSuchTarget(String)
  case standardOutput(String)
}

extension CommandLineError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notATerminal:
      "the screen needs a terminal, and standard input or output is none: name a command (`prodpair --help` lists them)"
    case .editorNeedsTerminal:
      "an editor needs a terminal, and standard input or output is none: write the page to a file and take it with "
        + "--with FILE"
    case .pageEmptied: "nothing was left of the page, so nothing was folded: the checklist is as it was"
    case .nothingToChange(let what): "nothing to change: name what is to be another with \(what)"
    case .timeUnreadable(let text): TypedTime.Problem.unreadable.words(of: text, zone: "")
    case .timeSkipped(let text, let zone): TypedTime.Problem.skipped.words(of: text, zone: zone)
    case .timeTwice(let text, let zone): TypedTime.Problem.twice.words(of: text, zone: zone)
    case .noSuchSetting(let what, let name, let team):
      "team \(team) has no \(what) \(name): `prodpair team show \(team)`"
    case .nothingToSync: "no file on this machine was imported as this checklist: `prodpair checklist import FILE`"
    case .noSuchTarget(let name): "\(name): there is no such file, and no such checklist in the store"
    case .pageOfOlderVersion(let base, let latest):
      "the page was written for v\(base), and \(latest) is there by now: bring what that changed into the page "
        + "(`prodpair checklist diff \(latest.checklist) --from \(base)`), then name --base \(latest.number)"
    case .standardOutput(let detail): "standard output can't be written: \(detail)"
    }
  }

  var exitCode: Int32 {
    switch self {
    case .notATerminal, .editorNeedsTerminal, .nothingToChange, .timeUnreadable, .timeSkipped, .timeTwice: 64
    case .pageEmptied: 65
    case .noSuchSetting, .nothingToSync, .noSuchTarget: 66
    case .pageOfOlderVersion: 75
    case .standardOutput: 74
    }
  }
}
