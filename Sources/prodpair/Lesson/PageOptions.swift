import ArgumentParser
import ChecklistFile
import Domain
import Foundation
import Host
import Workflow

/// Who writes the page that a fold makes: the proposed edits alone, somebody in an editor, or a file.
struct PageOptions: ParsableArguments {
  @Flag(name: .customLong("edit"), help: "Go on with the page in your editor.")
  var isEdited = false

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Take the page from a file, or - for standard input.", valueName: "path"),
    completion: .file(extensions: ["md", "markdown"]))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "With --with: the version that the page was written for; refused where there is a newer one.",
      valueName: "version"))
  var base: Int?

  var isGiven: Bool { isEdited || source != nil }

  func validate() throws {
    if base != nil, source == nil { throw ValidationError("--base says what the page of --with was written for") }
    if isEdited, source != nil { throw ValidationError("--edit and --with both write the page: use one") }
  }

  /// Asked before anything else: an editor without a terminal would wait for ever.
  func checkTerminal() throws {
    guard isEdited, isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 else { return }
    throw CommandLineError.editorNeedsTerminal
  }

  func plan(from plan: FoldPlan) throws -> WrittenPage {
    if let source {
      let latest = plan.latest.reference
      if let base, base != latest.number { throw CommandLineError.pageOfOlderVersion(base, latest: latest) }
      let bytes = try FileAccess.read(source, limit: ChecklistDocument.sizeLimit)
      return WrittenPage(plan: try plan.edited(to: bytes), typed: nil)
    }
    guard isEdited else { return WrittenPage(plan: plan, typed: nil) }
    for conflict in plan.conflicts {
      Output.note("lesson \(conflict.lesson.number): \(conflict.words(on: plan.latest.reference))")
    }
    let editor = Editor(configured: ConfigCommands.read().configuration.editor?.value)
    switch editor.edit(plan.page.document.text, named: plan.latest.reference.checklist.text) {
    case .unchanged: return WrittenPage(plan: plan, typed: nil)
    case .emptied: throw CommandLineError.pageEmptied
    case .failed(let failure): throw failure
    case .changed(let text):
      do {
        return WrittenPage(plan: try plan.edited(to: Array(text.utf8)), typed: text)
      } catch {
        throw WrittenPage(plan: plan, typed: text).keeping(error, lessons: plan.lessons.map(\.number))
      }
    }
  }
}

/// A plan, and what somebody typed for it, which is never lost.
struct WrittenPage {
  var plan: FoldPlan
  /// Nil where nobody typed anything.
  var typed: String?

  /// The error, with the file that what was typed is kept in.
  func keeping(_ error: any Error, lessons: [LessonNumber]) -> any Error {
    guard let typed else { return error }
    var failure = Failure(error)
    let folder = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let path = "\(folder)/prodpair-\(plan.latest.reference.checklist)-\(UUID().uuidString.prefix(8)).md"
    guard (try? FileAccess.create(path, with: Array(typed.utf8))) != nil else { return error }
    let names = lessons.map(\.description).joined(separator: " ")
    failure.message =
      (failure.message.map { $0 + "\n" } ?? "")
      + "what you wrote is kept in \(path): `prodpair lesson fold \(names) --with \(path) "
      + "--base \(plan.latest.reference.number)` takes it up again"
    return failure
  }
}
