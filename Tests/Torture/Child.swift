import Foundation
import TestSupport

/// A process that a trial has started, and that is ended with it.
///
/// Its input comes from memory and its output goes there, so that nothing that it says can stop it, fill the disk under
/// trial, or outlive it. Not Foundation's `Process`: that waits for whoever has inherited a descriptor of its own.
public final class Child {
  public let words: [String]
  public let process: pid_t
  private let begin: ContinuousClock.Instant
  private let output: Int32
  private let errors: Int32
  private var end: Ended?

  /// Starts a program by its path.
  ///
  /// - Parameter environment: all that it finds in its environment.
  public init(
    _ words: [String], environment: [String: String], input: String = ""
  ) throws {
    self.words = words
    guard let path = words.first else { throw TortureError.notStarted(words, reason: "no program is named") }
    let source = try Self.memory(words)
    defer { close(source) }
    Array(input.utf8).withUnsafeBytes { _ = pwrite(source, $0.baseAddress, $0.count, 0) }
    output = try Self.memory(words)
    errors = try Self.memory(words)
    begin = .now
    process = try Self.spawn(path, words, environment, descriptors: [source, output, errors])
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      _ = wait(limit: .seconds(60))
    }
    close(output)
    close(errors)
  }

  /// Sends a signal, unless its end was seen already: then its number may be another's.
  public func send(_ signal: Int32) { if end == nil { kill(process, signal) } }

  /// Waits for its end. When it has done nothing for as long as the limit is, or has computed or waited for the disk for thirty
  /// times as long, it is killed, and that is said.
  public func wait(limit: Duration = .seconds(60)) -> Ended {
    if let end { return end }
    var status: Int32 = 0
    var isOutOfTime = false
    var pause: UInt32 = 100
    // From now on: until somebody waits for it, it may have been stopped.
    var idleness = Idleness(of: process)
    while waitpid(process, &status, WNOHANG) != process {
      if !isOutOfTime {
        idleness.look()
        isOutOfTime = idleness.idle >= limit || max(idleness.busy, idleness.computed) > limit * 30
        if isOutOfTime { kill(process, SIGKILL) }
      }
      usleep(pause)
      pause = min(pause + pause / 4, 4000)
    }
    let signal = status & 0x7f
    let ended = Ended(
      words: words, exitCode: signal == 0 ? (status >> 8) & 0xff : nil, signal: signal == 0 ? nil : signal,
      output: Self.text(output), errors: Self.text(errors), duration: begin.duration(to: .now),
      // It may have ended by itself at the last moment.
      isOutOfTime: isOutOfTime && signal == SIGKILL)
    end = ended
    return ended
  }

  /// What it has written to standard output by now.
  public var outputSoFar: String { Self.text(output) }

  private static func memory(_ words: [String]) throws -> Int32 {
    let name = "/prodpair-torture-\(UUID().uuidString)"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw TortureError.notStarted(words, reason: TortureError.reason()) }
    shm_unlink(name)
    return descriptor
  }

  private static func text(_ descriptor: Int32) -> String {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return "" }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func spawn(
    _ path: String, _ words: [String], _ environment: [String: String], descriptors: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in zip(Int32(0)..., descriptors) {
      posix_spawn_file_actions_adddup2(&actions, descriptor, number)
    }
    do {
      return try Spawned.start(path, words, environment: environment, &actions)
    } catch {
      throw TortureError.notStarted(words, reason: String(cString: strerror(error.errno)))
    }
  }
}

extension Child {
  /// Runs a program to its end.
  public static func run(
    _ words: [String], environment: [String: String] = Program.environment, input: String = "",
    limit: Duration = .seconds(60)
  ) throws -> Ended {
    try Child(words, environment: environment, input: input).wait(limit: limit)
  }

  /// Whether a program of the system's is there.
  public static func canRun(_ name: String) -> Bool {
    ["/usr/sbin", "/usr/bin", "/sbin", "/bin"].contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
