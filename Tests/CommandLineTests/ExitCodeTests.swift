import ChecklistFile
import Domain
import Host
import Store
import Testing
import Workflow

@testable import prodpair

@Suite("Every error has its exit code")
struct ExitCodeTests {
  private static let version = VersionReference(checklist: ChecklistName("a"), number: 1)

  static let table: [(any Error, Int32)] = [
    (Refusal.rollbackTooEarly, 1),
    (Missing.run(RunNumber(7)), 66),
    (ExecuteError.declined(StepID("x")), 1),
    (ExecuteError.secretsToType(StepID("x"), ["token"]), 3),
    (ExecuteError.noStep(RunNumber(7)), 64),
    (ExecuteError.nothingRuns(RunNumber(7), nil), 1),
    (ExecuteError.noSuchFence("2", step: StepID("x"), known: []), 66),
    (ExecuteError.secretUnusable("token"), 65),
    (Missing.grooming(GroomingNumber(7)), 66),
    (GroomingRefusal.nothingToDecide(ItemNumber(7)), 1),
    (Missing.noTeamYet, 66),
    (Missing.teamNotNamed(["a", "b"]), 64),
    (Clash.teamExists(TeamName("a")), 73),
    (Clash.dateUnreadable("x"), 65),
    (Clash.parentMoved(VersionReference(checklist: ChecklistName("a"), number: 1), latest: 2), 75),
    (StepLookup.noSuchStep("x", count: 3), 66),
    (StepLookup.ambiguous("x", []), 65),
    (StoreError.missing(path: "p"), 66),
    (StoreError.exists(path: "p"), 73),
    (StoreError.notWritable(path: "p", owner: nil), 77),
    (StoreError.newer(path: "p", found: 9, known: 2), 65),
    (StoreError.corrupt(place: "p", detail: "d"), 65),
    (StoreError.networkFileSystem(path: "p", type: "nfs"), 74),
    (StoreError.full(path: "p"), 74),
    (StoreError.busy(path: "p", holder: nil), 75),
    (StoreError.inUse(path: "p", by: []), 75),
    (StoreError.nothingToUndo, 1),
    (StoreError.undoRefused(seq: 1, .never(why: "w")), 1),
    (FileError.missing(path: "p"), 66),
    (FileError.notPermitted(path: "p"), 77),
    (FileError.readOnly(path: "p"), 77),
    (FileError.notAFile(path: "p"), 65),
    (FileError.inputOutput(path: "p", detail: "d"), 74),
    (Clash.lessonSettled(LessonNumber(7), LessonFate(.item("3"), by: Handle("ana"), at: Instant(milliseconds: 0))), 1),
    (Clash.foldUnderWay(ChecklistName("a"), by: Handle("ana")), 75),
    (Clash.lessonsOfSeveral([]), 64),
    (Missing.lesson(LessonNumber(7)), 66),
    (FoldError.noLessons, 64),
    (FoldError.nothingProposed([LessonNumber(7)]), 1),
    (FoldError.conflicts(VersionReference(checklist: ChecklistName("a"), number: 1), []), 1),
    (FoldError.fileAhead(path: "p", ChecklistName("a")), 1),
    (FoldError.fileGone(path: "p", ChecklistName("a")), 66),
    (FoldError.severalFiles(ChecklistName("a"), paths: ["p"]), 64),
    (FoldError.notInGit(path: "p"), 66),
    (FoldError.branchProtected("main", root: "r"), 1),
    (FoldError.noBranch(root: "r"), 1),
    (FoldError.unmerged(path: "p"), 75),
    (FoldError.unfinished(path: "p", isCommitted: true, StoreError.busy(path: "p", holder: nil)), 75),
    (FoldError.unfinished(path: "p", isCommitted: true, StoreError.full(path: "p")), 74),
    (FoldError.uncommitted(path: "p"), 1),
    (EditConflict.stepGone(StepID("x"), text: "x"), 1),
    (ChecklistEditError.nothingToChange, 65),
    (CommandLineError.editorNeedsTerminal, 64),
    (CommandLineError.pageEmptied, 65),
    (GitError.commitRefused(path: "p", output: "o"), 1),
    (GitError.ignored(path: "p"), 65),
    (GitError.gitAbsent, 66),
    (GitError.failed(command: "git add", place: "p", detail: "d"), 74),
    (GitError.operationUnderWay(.merge, root: "p"), 75),
    (GitError.notTrusted(place: "p"), 77),
    (SyncProblem.unmerged(path: "p"), 1),
    (SyncProblem.mergeNeedsGit(path: "p", base: version, latest: version), 66),
    (SyncProblem.notWritten(path: "p", version: version, .readOnly(path: "p")), 77),
    (ConfigurationProblem(file: .site, kind: .notUTF8), 65),
    (ConfigurationProblem(file: .site, kind: .unreadable(.notPermitted(path: "p"))), 77),
    (
      ConfigurationProblems([
        ConfigurationProblem(file: .site, kind: .unreadable(.notPermitted(path: "p"))),
        ConfigurationProblem(file: .site, line: 1, kind: .onlyForAdministrator),
      ]), 65
    ),
    (ChecklistFileError(file: "f", line: 1, problem: .noSteps), 65),
    (ParameterError.containsNUL(name: "n"), 65),
    (EvidenceTooLarge(fileName: "f", size: 1), 65),
    (CommandLineError.notATerminal, 64),
    (CommandLineError.standardOutput("gone"), 74),
    (Unforeseen(), 74),
  ]

  struct Unforeseen: Error {}

  @Test("The table", arguments: table.indices)
  func exitCode(_ index: Int) {
    let (error, exitCode) = Self.table[index]
    let failure = Failure(error)
    #expect(failure.exitCode == exitCode, "\(error)")
    #expect(failure.message?.isEmpty == false)
  }
}
