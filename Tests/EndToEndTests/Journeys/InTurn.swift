import Foundation
import Testing

/// A few journeys at a time, and not all at once.
///
/// Each has a terminal, a shell and the program to itself. A machine that runs dozens of them beside each other is so
/// slow with each that nobody could follow what is on the screen, and neither can a test.
struct InTurn: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    await Turns.shared.take()
    do {
      try await function()
      await Turns.shared.giveBack()
    } catch {
      await Turns.shared.giveBack()
      throw error
    }
  }

  private actor Turns {
    static let shared = Turns()
    private var free = max(2, ProcessInfo.processInfo.activeProcessorCount / 2)
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
      if free > 0 {
        free -= 1
      } else {
        await withCheckedContinuation { waiting.append($0) }
      }
    }

    func giveBack() {
      if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
  }
}

extension Trait where Self == InTurn {
  /// See ``InTurn``.
  static var inTurn: InTurn { InTurn() }
}
