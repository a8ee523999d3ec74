import Foundation

/// What a process has started, and what that has started, as `/proc` tells.
public enum ProcessTree {
  public struct Process: Hashable, Sendable {
    public var id: pid_t
    var parent: pid_t
    /// The number of the process that made its session.
    var session: pid_t
    /// In the kernel's ticks since it was started.
    var beganAt: Int
    /// As the kernel has it, at most 15 bytes.
    public var name: String
    /// Whether it has ended, and nobody has asked yet how.
    var isOver: Bool
    /// Whether it waits for something that no signal interrupts, as a disk.
    var isStuck: Bool

    /// The number alone says little of who was first: it begins anew at some time.
    static func isOlder(_ left: Process, _ right: Process) -> Bool {
      (left.beganAt, left.id) < (right.beganAt, right.id)
    }
  }

  /// All that run, children of children too; those that went into a session of their own as well, for as long as the
  /// root adopts orphans (``adoptOrphans()``). The oldest one comes first.
  public static func descendants(of root: pid_t) -> [Process] {
    let children = Dictionary(grouping: all(), by: \.parent)
    var found: [Process] = []
    var waiting = children[root] ?? []
    while let next = waiting.popLast() {
      found.append(next)
      waiting += children[next.id] ?? []
    }
    return found.filter { !$0.isOver }.sorted(by: Process.isOlder)
  }

  static func all() -> [Process] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.compactMap(process)
  }

  /// Nil where it is gone.
  static func process(_ id: pid_t) -> Process? {
    let descriptor = open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    // As in `12 (a name (even so)) S 1 …`: the name is what anybody chose.
    let text = buffer[..<count]
    guard let open = text.firstIndex(of: UInt8(ascii: "(")), let close = text.lastIndex(of: UInt8(ascii: ")")),
      open < close
    else { return nil }
    let fields = String(decoding: text[(close + 1)...], as: UTF8.self).split(separator: " ")
    // proc(5) counts from 1, and the name is the second.
    guard fields.count > 19, let parent = pid_t(fields[1]), let session = pid_t(fields[3]),
      let beganAt = Int(fields[19])
    else { return nil }
    return Process(
      id: id, parent: parent, session: session, beganAt: beganAt,
      name: String(decoding: text[(open + 1)..<close], as: UTF8.self),
      isOver: fields[0] == "Z" || fields[0] == "X", isStuck: fields[0] == "D")
  }
}
