import Domain
import Foundation
import Host

/// Begins a step's command under a supervisor of its own, which goes on when this process, its terminal or its
/// connection is gone.
public struct LaunchExecution: Sendable {
  /// The program whose hidden `supervise` watches over the command; this very one, also once a newer lies in its place.
  public var program: String

  public init(program: String = "/proc/self/exe") { self.program = program }

  /// - Returns: when it has begun, is running already, or was refused.
  /// - Throws: ``ExecutionError``.
  public func launch(_ order: ExecutionOrder) throws -> SupervisorAnswer {
    var order = order
    order.storePath = FileAccess.realPath(order.storePath)
    let bytes = Array(try JSONEncoder().encode(order)) + [10]
    let input = try PipeEnds()
    let output = try PipeEnds()
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard nothing >= 0 else { throw failed(errno) }
    defer { close(nothing) }
    do {
      let supervisor = try SessionProcess.start(
        program, name: "prodpair", arguments: ["supervise"], environment: ProcessInfo.processInfo.environment,
        descriptors: [input.reading, output.writing, nothing])
      supervisor.reapInBackground()
    } catch {
      throw ExecutionError.noSupervisor(program: program, error)
    }
    input.closeReading()
    output.closeWriting()
    // One that is gone already takes nothing, and answers nothing, which is what is looked at.
    input.write(bytes)
    input.closeWriting()
    guard let answer = try? JSONDecoder().decode(SupervisorAnswer.self, from: Data(output.readLine())) else {
      throw ExecutionError.noAnswer
    }
    return answer
  }

  private func failed(_ code: Int32) -> ExecutionError { .noSupervisor(program: program, SystemError(code: code)) }
}
