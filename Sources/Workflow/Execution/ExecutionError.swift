import Domain
import Host
import Text

/// Why a command can't be run, followed or stopped. Nothing was changed.
public enum ExecutionError: Error, Hashable, Sendable {
  /// What would watch over it did not begin.
  case noSupervisor(program: String, SystemError)
  /// It began, and was gone before it said anything.
  case noAnswer
  /// Nobody watches over it any more.
  case notSupervised(ExecutionNumber)
  /// It runs on another machine.
  case elsewhere(ExecutionNumber, host: String)
  /// Nobody saw how the step's last command ended, and some of what it had begun runs on, on this machine.
  case survived(ExecutionNumber, [ProcessTree.Process])
  /// A secret that has to be typed, and was not.
  case secretMissing(name: String, ask: String?)
  case secretEmpty(name: String)
  case secretUnusable(name: String)
  /// What came on standard input is no order.
  case orderUnreadable
}

extension ExecutionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSupervisor(let program, let error):
      "the command was not begun: \(program), which would watch over it, can't be run: \(error)"
    case .noAnswer:
      "what watches over the command was gone before it said that it began: `prodpair run show` tells whether it did"
    case .notSupervised(let number):
      "nobody watches over execution \(number) any more: look at the run again, which writes down what is known of it"
    case .elsewhere(let number, let host):
      "execution \(number) runs on \(host), and can be followed and stopped there only"
    case .survived(let number, let processes):
      "nobody watches over execution \(number) any more, and what it began still runs: \(Self.names(of: processes)); the "
        + "command was not begun a second time: wait for that to end, or end it "
        + "(`kill \(processes.map { "\($0.id)" }.joined(separator: " "))`), and run the step again"
    case .secretMissing(let name, let ask):
      "the secret \"\(name)\" has to be typed\(ask.map { " (\($0))" } ?? ""); the command was not begun"
    case .secretEmpty(let name): "the secret \"\(name)\" is empty; the command was not begun: type it again"
    case .secretUnusable(let name):
      "the secret \"\(name)\" has a NUL byte in it, which no environment takes; the command was not begun"
    case .orderUnreadable:
      "standard input holds no order: this is what prodpair runs by itself, to watch over a step's command"
    }
  }

  /// As in `sleep (4711), sh (4712)`.
  static func names(of processes: [ProcessTree.Process]) -> String {
    let names = processes.prefix(5).map { "\(TerminalText.plain(Array($0.name.utf8))) (\($0.id))" }
    return (names + (processes.count > 5 ? ["\(processes.count - 5) more"] : [])).joined(separator: ", ")
  }

  /// Of sysexits(3), as the command line gives it.
  public var exitCode: Int32 {
    switch self {
    case .secretEmpty, .secretUnusable: 65
    case .secretMissing, .orderUnreadable: 64
    case .elsewhere, .notSupervised, .survived: 1
    case .noSupervisor, .noAnswer: 74
    }
  }
}
