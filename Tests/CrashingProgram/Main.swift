import Foundation
import Terminal

/// Takes the terminal as prodpair does, and then dies in the way that it was asked for.
///
/// Users of prodpair cannot come to these ends on purpose, so there is nothing in it to ask for them; what the tests
/// have to see is that the terminal survives the real thing, raised by Swift itself.
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2, let death = Death(rawValue: CommandLine.arguments[1]) else {
      print("usage: prodpair-crash \(Death.allCases.map(\.rawValue).joined(separator: "|"))")
      exit(64)
    }
    let terminal = try CursesTerminal()
    let wake = try WakePipe()
    var screen = Screen(size: terminal.size)
    screen.put("any key ends this by \(death)", at: Point(x: 0, y: 0))
    terminal.present(screen)
    while true {
      for event in terminal.nextEvents(wake: wake, timeoutMilliseconds: nil) {
        if case .key = event { death.come() }
      }
    }
  }
}

/// The ways in which a Swift program ends without being asked.
enum Death: String, CaseIterable {
  case fatalError, precondition, overflow, unwrap, index, cast, overlap, otherThread, stack, abort, exit

  func come() {
    let nothing = Int(ProcessInfo.processInfo.environment["NO SUCH VARIABLE"] ?? "")
    let zero = nothing ?? 0
    switch self {
    case .fatalError: Swift.fatalError("on purpose")
    case .precondition: preconditionFailure("on purpose")
    case .overflow: print(Int.max - zero + 1 + zero * 2)
    case .unwrap: print(unwrapped(nothing))
    case .index: print([1][zero + 1])
    case .cast: print(cast(zero))
    case .overlap: overlap()
    case .otherThread: Thread.detachNewThread { Swift.fatalError("on purpose, on another thread") }
    case .stack: print(deep(zero))
    case .abort: Foundation.abort()
    case .exit: Foundation.exit(3)
    }
  }

  private func unwrapped(_ number: Int?) -> Int {
    // swift-format-ignore: NeverForceUnwrap
    return number!
  }

  private func cast(_ value: Any) -> String {
    // swift-format-ignore: NeverForceUnwrap
    return value as! String
  }

  /// Two writes to one variable at once, which the runtime finds.
  private func overlap() {
    final class Box { var value = 1 }
    let box = Box()
    func change(_ value: inout Int) {
      box.value += 1
      value += 1
    }
    change(&box.value)
  }

  private func deep(_ level: Int) -> Int { level < 0 ? 0 : deep(level + 1) + level }
}
