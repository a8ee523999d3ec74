import Domain
import Foundation
import Host
import Store

/// What `doctor` says of commands that run, or no longer do. It changes nothing.
struct ExecutionCheckup {
  var notes: [String] = []

  init(_ store: Store, account: String, loginManager: LoginManager = LoginManager()) throws {
    let running = try store.read { try $0.runningExecutions() }
    for execution in running { notes.append(Self.words(of: execution, in: store)) }
    let lost = try store.read { try $0.unsettledLostExecutions() }
    for execution in lost {
      notes.append(
        "\(Self.name(of: execution)): nobody knows how it ended: look at what it does, and run or settle the step")
    }
    let known = Set(running.map(\.spool))
    for spool in ExecutionSpool.all(storePath: store.path)
    where !known.contains(spool.token) && Self.isOld(spool.path) && !SpoolLock.isHeld(spool) {
      notes.append(Self.words(of: spool))
    }
    if loginManager.ends(processesOf: account), let file = loginManager.killing {
      notes.append(
        "\(file) says KillUserProcesses=yes: a command that you begin is ended when you log out, unless you are let to "
          + "linger (`loginctl enable-linger`)")
    }
  }

  private static func name(of execution: Execution) -> String {
    "execution \(execution.number) (run \(execution.run), step \(execution.step), by \(execution.by))"
  }

  private static func words(of spool: ExecutionSpool) -> String {
    let survivors = CommandSession.survivors(in: spool)
    guard !survivors.isEmpty else {
      return "\(spool.path) is left over, and belongs to no command that runs: remove it"
    }
    let processes = survivors.map { "\($0.id)" }.joined(separator: " ")
    return "\(spool.path) is of a command over which nobody watches any more, and which still runs: \(processes)"
  }

  private static func words(of execution: Execution, in store: Store) -> String {
    let what = name(of: execution)
    guard execution.host == Machine.name else { return "\(what) runs on \(execution.host)" }
    return SpoolLock.isHeld(ExecutionSpool(token: execution.spool, storePath: store.path))
      ? "\(what) runs"
      : "\(what): nobody watches over it any more; whoever works with the store next writes down that it is unknown"
  }

  /// Whether it is no folder that is only being made.
  private static func isOld(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && time(nil) - status.st_mtim.tv_sec > 60
  }
}
