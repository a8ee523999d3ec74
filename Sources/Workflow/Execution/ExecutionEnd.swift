import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Text

/// How a command ended, as its supervisor writes it into the spool before the store has it.
struct ExecutionEnd: Codable, Hashable {
  private var name: String
  private var code: Int?
  private var words: String?
  var verdict: Verdict
  private var tookMilliseconds: Int64?
  var attempts: Int
  /// In bytes, kept or not.
  var size: Int
  /// What there was no room for on the disk, in bytes.
  var dropped: Int
  var lineEnds: Int
  var progress: OutputProgress?

  init(
    _ ending: ExecutionEnding, verdict: Verdict, took: Duration?, attempts: Int, size: Int, dropped: Int,
    lineEnds: Int, progress: OutputProgress?
  ) {
    name = ending.name
    code = ending.code
    switch ending {
    // The file that it is written to has its size from the beginning.
    case .notStarted(let why): words = String(why.prefix(500))
    case .stopped(let who): words = who?.text
    case .exited, .killed, .timedOut, .lost: break
    }
    self.verdict = verdict
    tookMilliseconds = took?.wholeMilliseconds
    self.attempts = attempts
    self.size = size
    self.dropped = dropped
    self.lineEnds = lineEnds
    self.progress = progress
  }

  var took: Duration? { tookMilliseconds.map { .milliseconds($0) } }

  var ending: ExecutionEnding {
    switch name {
    case "exited": code.map { .exited($0) } ?? .lost
    case "killed": code.map { .killed(signal: $0) } ?? .lost
    case "not-started": .notStarted(words ?? "")
    case "timed-out": .timedOut
    case "stopped": .stopped(by: words.map { Handle($0) })
    default: .lost
    }
  }

  /// Nil where nothing whole was written.
  static func read(_ spool: ExecutionSpool) -> ExecutionEnd? {
    ResultFile.read(spool).flatMap { try? JSONDecoder().decode(ExecutionEnd.self, from: Data($0)) }
  }

  /// Nobody knows how it ended.
  static func lost(_ spool: ExecutionSpool) -> ExecutionEnd {
    let standing = Standing.read(spool)
    let output = SpooledOutput(spool)
    return ExecutionEnd(
      .lost, verdict: .unknown, took: nil, attempts: standing?.attempt ?? 1, size: output.size(), dropped: 0,
      lineEnds: SpooledLines(output).countLineEnds(), progress: standing?.progress)
  }

  /// The command that writes it down, with what the spool holds of the output.
  ///
  /// - Parameter mayTick: whether a check's yes may tick the step.
  func command(for number: ExecutionNumber, spool: ExecutionSpool, mayTick: Bool) -> EndExecution {
    let output = SpooledOutput(spool)
    // Of what can't be read there is nothing, and that is all that can be done about it.
    var content = (try? output.kept(limit: ExecutionOutput.keptLimit)) ?? []
    if dropped > 0, content.count < ExecutionOutput.keptLimit - 200 {
      content += Array(OutputSpool.gap(dropped, isAtLineStart: content.last == 10).utf8)
    }
    // What was cut off tells no reason by its last line.
    let isFailure = verdict == .no || verdict == .couldNotRun
    var summary = OutputSummary(content, lineEnds: lineEnds, isFailure: isFailure).output
    // A shell names the file that it reads; nobody finds that again.
    summary.failingLine = summary.failingLine?.replacing("\(spool.codePath): ", with: "")
    summary.size = size
    summary.progress = progress
    return EndExecution(
      number, ending: ending, verdict: verdict, took: took, attempts: attempts, output: summary, content: content,
      mayTick: mayTick)
  }
}
