import Domain
import Foundation

/// A hook that was run to its end: a program of its own, without a terminal and without a shell in between.
public struct HookProcess: Hashable, Sendable {
  public var ending: HookRun.Ending
  /// Standard output and standard error, in the order in which they came; what is no UTF-8 in it is replaced.
  public var output: String
  public var isOutputCut: Bool
  /// To the millisecond.
  public var took: Duration

  /// As many bytes of what it says are kept; what follows is read, so that it is not held up, and dropped.
  public static let outputLimit = 64 << 10

  public init(ending: HookRun.Ending, output: String, isOutputCut: Bool, took: Duration) {
    self.ending = ending
    self.output = output
    self.isOutputCut = isOutputCut
    self.took = took
  }

  /// Runs it, and waits until it ends or its time is up; then it is told to end (SIGTERM), and a second later made to
  /// (SIGKILL), with everything that it has started and that is still in its process group.
  ///
  /// What it leaves running when it ends by itself is its own affair, and is not waited for.
  ///
  /// - Parameters:
  ///   - command: the program, an absolute path, and its arguments.
  ///   - input: what it reads on standard input; it need not read any of it.
  ///   - isStopped: asked ten times a second whether it is to be ended before its time is up.
  public static func run(
    _ command: [String], input: [UInt8], environment: [String: String], limit: Duration,
    isStopped: () -> Bool = { false }
  ) -> HookProcess {
    let begun = ContinuousClock.now
    let child = CapturedChild.run(
      command, environment: environment, input: input, limit: outputLimit, time: limit, isMerged: true,
      isStopped: isStopped)
    let milliseconds = (ContinuousClock.now - begun) / .milliseconds(1)
    return HookProcess(
      ending: ending(child.ending),
      // A store takes no NUL.
      output: String(decoding: child.output, as: UTF8.self).replacing("\0", with: "\u{FFFD}"),
      isOutputCut: child.isCut, took: .milliseconds(Int64(milliseconds.rounded())))
  }

  private static func ending(_ ending: CapturedChild.Ending) -> HookRun.Ending {
    switch ending {
    case .notStarted(let errno): .notStarted(errno: Int(errno))
    case .exited(let code): .exited(Int(code))
    case .killed(let signal): .killed(signal: Int(signal))
    case .outOfTime: .outOfTime
    case .stopped: .cut
    }
  }
}
