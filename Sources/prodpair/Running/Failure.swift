import ArgumentParser
import ChecklistFile
import Domain
import Exchange
import Host
import Store
import Terminal
import Workflow

/// An error as the command line tells it: the exit code of sysexits(3), and the words.
///
/// The only place where an error becomes an exit code (contract.md, section 3).
struct Failure: Error {
  var exitCode: Int32
  /// Nil where everything has been said already.
  var message: String?

  init(exitCode: Int32, message: String?) {
    self.exitCode = exitCode
    self.message = message
  }

  /// What the parser threw: a request for help or the version (0), or a mistake in the command line (64).
  init(parsing error: any Error) {
    exitCode = Prodpair.exitCode(for: error) == .success ? 0 : 64
    let text = Prodpair.fullMessage(for: error)
    let lead = "Error: "
    message = exitCode != 0 && text.hasPrefix(lead) ? String(text.dropFirst(lead.count)) : text
  }

  /// What a command threw.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let exit as ExitCode: self.init(exitCode: exit.rawValue, message: nil)
    // On lines of their own: behind the program's name the carets would stand in the wrong place.
    case let problem as FilterProblem: self.init(exitCode: 65, message: "the filter can't be read:\n\(problem)")
    case let error as ValidationError: self.init(exitCode: 64, message: error.message)
    default:
      if let code = Self.code(of: error) {
        self.init(exitCode: code, message: "\(error)")
      } else if Prodpair.exitCode(for: error) == .success {
        self.init(parsing: error)
      } else {
        self.init(exitCode: 74, message: "\(error)")
      }
    }
  }

  /// Says it, and gives the exit code back.
  func report() -> Int32 {
    guard let message, !message.isEmpty else { return exitCode }
    if exitCode == 0 {
      do { try Output.text(message) } catch { return Failure(error).report() }
    } else {
      Output.problem(message)
    }
    return exitCode
  }

  private static func code(of error: any Error) -> Int32? {
    switch error {
    case is Refusal, is ItemRefusal, is GroomingRefusal, is DutyRefusal: 1
    case let error as DutyChangeRefusal: error.exitCode
    case let error as IncidentRefusal: error.exitCode
    case let error as RetroRefusal: error.exitCode
    case let error as RetroCommandError: error.exitCode
    case let error as IncidentCommandError: error.exitCode
    case let error as ComponentProblem: error.exitCode
    case let error as CommandLineError: error.exitCode
    case let error as ExecuteError: error.exitCode
    case let error as HookCommandError: error.exitCode
    case let error as ItemCommandError: error.exitCode
    case let error as Missing: error.exitCode
    case let error as Clash: error.exitCode
    case let error as StepLookup: error.exitCode
    case let error as StoreError: error.exitCode
    case let error as FileError: error.exitCode
    case let error as GitError: error.exitCode
    case let error as FoldError: error.exitCode
    case let error as TrailerHookError: error.exitCode
    case let error as SyncProblem: error.exitCode
    case let error as EditFailure: error.exitCode
    case let error as ConfigurationProblem: error.exitCode
    case let error as ConfigurationProblems: error.exitCode
    case let error as TerminalError: error.exitCode
    case let error as ExecutionError: error.exitCode
    case is SystemError: 74
    case is ReportUnwritable: 73
    case is EditConflict: 1
    case is SignatureRefused: 77
    case let error as IntakeError: error.exitCode
    case is ChecklistFileError, is ChecklistEditError, is ParameterError, is EvidenceTooLarge, is ImportError,
      is ImportFormatUnknown, is AlertPayloadError, is FilterProblem, is DutyPatternProblem, is ContactProblem:
      65
    default: nil
    }
  }
}

extension Missing {
  /// Not naming one of several teams is a mistake in the command line; all else is no such thing.
  fileprivate var exitCode: Int32 {
    if case .teamNotNamed = self { 64 } else { 66 }
  }
}

extension DutyChangeRefusal {
  /// What can't be read, or is no length, is bad data; all else is a rule's refusal.
  fileprivate var exitCode: Int32 {
    switch self {
    case .dateUnreadable, .tooFar, .backwards, .leavesBeforeJoining, .limit, .minutes, .weeks, .notAPair, .twice,
      .textMissing:
      65
    case .time: 64
    default: 1
    }
  }
}

extension IncidentRefusal {
  /// What no incident can say is bad data, and what is not there no such thing; all else is a rule's refusal.
  fileprivate var exitCode: Int32 {
    switch self {
    case .outOfOrder, .inTheFuture, .entryInTheFuture, .textMissing, .serviceUnusable, .happenedBeforeItself,
      .cameLater:
      65
    case .noSuchEntry, .noSuchUpdate: 66
    default: 1
    }
  }
}

extension RetroRefusal {
  fileprivate var exitCode: Int32 {
    switch self {
    case .textMissing, .otherTeams: 65
    case .notAnAction, .notAnEarlierAction: 66
    default: 1
    }
  }
}

extension ComponentProblem {
  fileprivate var exitCode: Int32 {
    switch self {
    case .exists: 73
    case .nameUnusable, .nobody, .twice: 65
    }
  }
}

extension Clash {
  fileprivate var exitCode: Int32 {
    switch self {
    case .teamExists, .personExists: 73
    case .loginTaken, .nameUnusable, .timeZoneUnknown, .dateUnreadable, .freezeBackwards, .environmentTwice: 65
    case .parentMoved, .teamInUse, .foldUnderWay: 75
    case .lessonSettled: 1
    case .lessonsOfSeveral, .runOfOther: 64
    }
  }
}

extension StepLookup {
  fileprivate var exitCode: Int32 {
    switch self {
    case .noSuchStep: 66
    case .ambiguous: 65
    }
  }
}

extension StoreError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .missing, .noSuchGroup, .noSuchRow, .noSuchEntry: 66
    case .exists, .cannotCreate, .upgradeNeedsCopy: 73
    case .notWritable: 77
    case .notADatabase, .notAStore, .newer, .corrupt, .constraint, .nul, .unsoundBackup: 65
    case .networkFileSystem, .closed, .full, .upgradeNeedsRoom, .inputOutput, .engine, .appendOnly, .wrongColumns,
      .notCatalogued:
      74
    case .busy, .replaced, .vanished, .inUse: 75
    case .nothingToUndo, .nothingToRedo, .undoRefused: 1
    }
  }
}

extension FileError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .missing, .noFolder: 66
    case .notPermitted, .readOnly: 77
    case .notAFile, .tooLarge: 65
    case .inputOutput: 74
    case .changedMeanwhile: 75
    case .alreadyThere: 73
    }
  }
}

extension GitError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .nothingToCommit, .commitRefused: 1
    case .outside, .ignored: 65
    case .gitAbsent: 66
    case .failed: 74
    case .operationUnderWay, .outOfTime: 75
    case .notTrusted: 77
    }
  }
}

extension FoldError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .noLessons, .severalFiles: 64
    case .nothingProposed, .conflicts, .unchanged, .fileAhead, .branchProtected, .noBranch, .uncommitted, .fileBehind: 1
    case .fileGone, .notItsFile, .noFileToCommit, .notInGit: 66
    case .unmerged: 75
    case .unfinished(_, _, let error): Failure(error).exitCode
    }
  }
}

extension TrailerHookError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .notInGit: 66
    case .foreign: 73
    }
  }
}

extension EditFailure {
  /// A page that can't be used is bad data; an editor that can't be, is a failure of the machine.
  fileprivate var exitCode: Int32 {
    switch reason {
    case .notText, .tooLong: 65
    case .unreadableCommand, .notFound, .notStarted, .exited, .killed, .vanished, .noFile: 74
    }
  }
}

extension SyncProblem {
  fileprivate var exitCode: Int32 {
    switch self {
    case .unmerged, .underWay, .conflictMarkers, .conflict: 1
    case .mergedUnsound: 65
    case .mergeNeedsGit: 66
    case .notWritten(_, _, let error): error.exitCode
    }
  }
}

extension TerminalError {
  /// No terminal, or none that can be used, is a mistake in how the program was called.
  fileprivate var exitCode: Int32 {
    if case .noWakePipe = self { 74 } else { 64 }
  }
}

extension ConfigurationProblem {
  /// Bad data, but for a file that can't be read.
  fileprivate var exitCode: Int32 {
    if case .unreadable(let error) = kind { error.exitCode } else { 65 }
  }
}

extension ConfigurationProblems {
  /// Bad data, if only one of them is.
  fileprivate var exitCode: Int32 {
    let codes = all.map(\.exitCode)
    return codes.contains(65) ? 65 : codes.first ?? 65
  }
}
