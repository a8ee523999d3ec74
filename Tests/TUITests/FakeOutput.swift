import Domain
import Synchronization

@testable import TUI

/// Output of a command that never ran: what a test says is there of it.
final class FakeOutput: OutputSource {
  private struct Content {
    var bytes: [UInt8]
    var state: OutputState
    /// What is not kept.
    var gap: Range<Int>
    var reads = 0
  }

  private let content: Mutex<Content>

  init(_ text: String, isOver: Bool = true, progress: OutputProgress? = nil) {
    let bytes = Array(text.utf8)
    let state = OutputState(size: bytes.count, isOver: isOver, progress: progress)
    content = Mutex(Content(bytes: bytes, state: state, gap: 0..<0))
  }

  init(bytes: [UInt8], gap: Range<Int> = 0..<0) {
    content = Mutex(Content(bytes: bytes, state: OutputState(size: bytes.count, isOver: true), gap: gap))
  }

  func print(_ text: String) {
    content.withLock { content in
      content.bytes += Array(text.utf8)
      content.state.size = content.bytes.count
    }
  }

  func change(_ body: (inout OutputState) -> Void) { content.withLock { body(&$0.state) } }

  var isAbandoned: Bool { content.withLock { !$0.state.isSupervised } }
  /// How many bytes were ever asked for.
  var reads: Int { content.withLock { $0.reads } }

  func state() -> OutputState { content.withLock { $0.state } }
  func waitForChange(since state: OutputState, upTo limit: Duration) -> OutputState { self.state() }

  func bytes(in range: Range<Int>) -> (start: Int, bytes: [UInt8]) {
    content.withLock { content in
      var range = range.clamped(to: 0..<content.bytes.count)
      if content.gap.contains(range.lowerBound) {
        range = min(content.gap.upperBound, range.upperBound)..<range.upperBound
      } else if range.lowerBound < content.gap.lowerBound {
        range = range.lowerBound..<min(range.upperBound, content.gap.lowerBound)
      }
      content.reads += range.count
      return (range.lowerBound, Array(content.bytes[range]))
    }
  }
}

extension FakeStore {
  /// Somebody runs the command of a step; its output is empty at first.
  @discardableResult
  func beginCommand(
    of step: StepID, on run: RunNumber = RunNumber(42), by who: Handle = "ana", output: FakeOutput? = nil
  ) throws -> Execution {
    let number = ExecutionNumber(with { $0.executions.count } + 12)
    let text = "execution \(number): bosh -n deploy"
    let entries = try backend(for: who).perform(.beginCommand(step, text: text), on: run, as: nil)
    return try with { world in
      guard let step = world.runs[run]?.steps.first(where: { $0.id == step }), let command = step.commands.first else {
        throw Refusal.noCommand(step)
      }
      let execution = Execution(
        number: number, run: run, step: step.id, mode: step.mode, command: command, by: who, directory: "/srv/deploy",
        host: "jump", spool: "x", startedAt: world.now, startedEntry: entries.last?.seq ?? 0)
      world.executions.append(execution)
      world.outputs[number] = output ?? FakeOutput("", isOver: false)
      return execution
    }
  }

  func endCommand(
    _ number: ExecutionNumber, _ ending: ExecutionEnding, _ verdict: Verdict? = nil, failingLine: String? = nil,
    took: Duration? = .seconds(12)
  ) {
    change { world in
      guard let index = world.executions.firstIndex(where: { $0.number == number }) else { return }
      world.outputs[number]?.change { $0.isOver = true }
      world.executions[index].result = ExecutionResult(
        ending: ending, verdict: verdict ?? Verdict(ending), endedAt: world.now, took: took,
        output: ExecutionOutput(failingLine: failingLine))
    }
  }

  /// A command was run of a step, whatever that says, and printed more than a window holds.
  func ran(_ step: StepID) {
    change { world in
      let number = ExecutionNumber(12)
      let output = ExecutionOutput(failingLine: "Error: port 34567 in use")
      let lines = (1...200).map { "line \($0)" } + [String(repeating: "long ", count: 100)]
      world.outputs[number] = FakeOutput(lines.joined(separator: "\n"))
      world.executions = [
        Execution(
          number: number, run: RunNumber(42), step: step, mode: .assisted,
          command: StepCommand(fence: 0, interpreter: ["sh", "-e"], code: "deploy"), by: "ana",
          directory: "/srv/deploy",
          host: "jump", spool: "x", startedAt: .t0, startedEntry: 1,
          result: ExecutionResult(
            ending: .exited(1), verdict: .no, endedAt: .t0 + .minutes(1), took: .minutes(1), output: output))
      ]
    }
  }
}
