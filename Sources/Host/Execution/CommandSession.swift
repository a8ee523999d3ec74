import Foundation

/// The session in which a command runs, as its spool tells of it, so that one that outlives its supervisor can be found.
///
/// What ignores the hang-up of its terminal goes on when its supervisor is killed, and nobody else knows of it.
public struct CommandSession: Hashable, Sendable {
  /// The leader's process, whose number the kernel gives to nobody while the session has a member.
  var leader: pid_t
  /// When the leader began, in the kernel's ticks since this boot: another process of that number began later.
  var beganAt: Int
  /// Of the kernel since it was started.
  var boot: String

  /// Nil where it is gone already.
  init?(of leader: pid_t) {
    guard let process = ProcessTree.process(leader) else { return nil }
    (self.leader, beganAt, boot) = (leader, process.beganAt, Self.boot)
  }

  /// What still runs of the command that a spool was made for, on this machine; nothing where that is not known.
  public static func survivors(in spool: ExecutionSpool) -> [ProcessTree.Process] {
    guard let bytes = try? FileAccess.read(spool.sessionPath, limit: 1 << 12) else { return [] }
    return CommandSession(text: String(decoding: bytes, as: UTF8.self))?.survivors ?? []
  }

  private var survivors: [ProcessTree.Process] {
    guard boot == Self.boot else { return [] }
    let members = ProcessTree.all().filter { $0.session == leader && !$0.isOver }
    if let found = ProcessTree.process(leader), found.beganAt != beganAt { return [] }
    return members.sorted(by: ProcessTree.Process.isOlder)
  }

  /// Leaves word of it; where there is no room for that, nobody will know of what is left.
  func write(to spool: ExecutionSpool) {
    unlink(spool.sessionPath)
    guard let descriptor = try? spool.makeFile(spool.sessionPath, mode: 0o444) else { return }
    defer { close(descriptor) }
    try? FileAccess.write(Array("\(leader) \(beganAt) \(boot)\n".utf8), to: descriptor, path: spool.sessionPath)
  }

  private init?(text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 3, let leader = pid_t(words[0]), leader > 1, let beganAt = Int(words[1]) else { return nil }
    (self.leader, self.beganAt, boot) = (leader, beganAt, String(words[2]))
  }

  private static let boot =
    (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
    .trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
}
