import ArgumentParser
import Domain
import Foundation
import Host
import Workflow

/// `supervise`: watches over one command of a step. Nobody types it: it is what prodpair runs by itself.
struct SuperviseExecution: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supervise", abstract: "Watch over a step's command; prodpair runs this by itself.",
    shouldDisplay: false)

  func run() throws {
    SupervisorProcess.closeInherited()
    // Longer than any command line that a kernel takes.
    let line = PipeEnds.readLine(from: STDIN_FILENO, limit: 16 << 20)
    SupervisorProcess.detach()
    do {
      let order = try Supervise.order(from: line)
      let store = try StoreLocation(path: order.storePath, origin: .option).open()
      Afterwards.remember(store)
      try Supervise(order, now: { Session.now }).run(in: store) { answer in
        Self.say(answer)
        SupervisorProcess.letGoOfStreams()
      }
    } catch Refusal.commandRunning(_, let number, _) {
      Self.say(.running(number.value))
    } catch {
      let failure = Failure(error)
      Self.say(.refused(failure.message ?? "\(error)", exitCode: failure.exitCode))
      throw failure
    }
  }

  /// Whoever began it may be gone by now: then nobody needs the answer.
  private static func say(_ answer: SupervisorAnswer) {
    guard let line = try? JSONEncoder().encode(answer) else { return }
    try? FileHandle.standardOutput.write(contentsOf: line + [10])
  }
}
