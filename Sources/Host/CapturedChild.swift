import CProcess
import Foundation

/// Another program, run without a terminal: what it is given to read, and what it says.
///
/// swift-subprocess does this for asynchronous code. Ours is not, and waiting for its tasks in a thread of the pool that
/// they run on stops for ever once each thread of that pool waits, which on two cores takes two of them.
struct CapturedChild: Hashable {
  enum Ending: Hashable {
    case notStarted(errno: Int32)
    case exited(Int32)
    case killed(signal: Int32)
    /// It, and what it had started, was killed when its time was up.
    case outOfTime
    /// The same, as nobody wanted to wait any longer.
    case stopped
  }

  var ending: Ending
  var output: [UInt8]
  /// Nothing where both streams are one.
  var errors: [UInt8]
  /// Whether there was more than is kept here.
  var isCut: Bool

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - words: the program, looked up in PATH if it has no slash, and its arguments.
  ///   - input: what it reads; without any it reads nothing.
  ///   - limit: of each stream that many bytes are kept; what follows is read and dropped.
  ///   - seconds: how long it may take; while the machine is suspended no time passes.
  static func run(
    _ words: [String], environment: [String: String], input: [UInt8] = [], limit: Int, seconds: Int
  ) -> CapturedChild {
    run(words, environment: environment, input: input, limit: limit, time: .seconds(seconds))
  }

  /// The same with more to choose from.
  ///
  /// - Parameters:
  ///   - isMerged: whether standard error goes where standard output goes, so that what came first stands first.
  ///   - isStopped: asked ten times a second whether it is to be ended before its time is up.
  static func run(
    _ words: [String], environment: [String: String], input: [UInt8], limit: Int, time: Duration,
    isMerged: Bool = false, isStopped: () -> Bool = { false }
  ) -> CapturedChild {
    do throws(Child.StartError) {
      let stdin = try Self.stdin(input)
      defer { close(stdin) }
      let output = try CapturedStream(limit: limit)
      let errors = isMerged ? output : try CapturedStream(limit: limit)
      let streams = isMerged ? [output] : [output, errors]
      let descriptors = [stdin, output.writeEnd, errors.writeEnd]
      let child = try Child.start(words, environment: environment, descriptors: descriptors, hasOwnSession: true).get()
      for stream in streams { stream.closeWriteEnd() }
      let ending = listen(to: streams, of: child, until: .now.advanced(by: time), isStopped)
      return CapturedChild(
        ending: ending, output: output.bytes, errors: isMerged ? [] : errors.bytes,
        isCut: streams.contains(where: \.isCut))
    } catch {
      return CapturedChild(ending: .notStarted(errno: error.code), output: [], errors: [], isCut: false)
    }
  }

  /// A file without a name, so that nobody has to feed a pipe while reading two others.
  private static func stdin(_ bytes: [UInt8]) throws(Child.StartError) -> Int32 {
    if bytes.isEmpty {
      let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard nothing >= 0 else { throw Child.StartError(code: errno) }
      return nothing
    }
    let path = "\(NSTemporaryDirectory())/prodpair-input-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Child.StartError(code: errno) }
    unlink(path)
    do throws(FileError) {
      try FileAccess.write(bytes, to: descriptor, path: path)
    } catch {
      close(descriptor)
      throw Child.StartError(code: ENOSPC)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func listen(
    to streams: [CapturedStream], of child: pid_t, until deadline: SuspendingClock.Instant, _ isStopped: () -> Bool
  ) -> Ending {
    var wasStopped = false
    /// Whether it may go on.
    func mayGoOn() -> Bool {
      wasStopped = wasStopped || isStopped()
      return !wasStopped && SuspendingClock.now < deadline
    }
    var polled = streams.map { pollfd(fd: $0.readEnd, events: Int16(POLLIN), revents: 0) }
    while polled.contains(where: { $0.fd >= 0 }), mayGoOn() {
      poll(&polled, nfds_t(polled.count), 100)
      // What it has started may keep the streams open after its own end, and go on writing.
      if let ending = ending(of: child) {
        for stream in streams { stream.drain() }
        return ending
      }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        if !streams[index].readMore() { polled[index].fd = -1 }
      }
    }
    while mayGoOn() {
      if let ending = ending(of: child) { return ending }
      poll(nil, 0, 1)
    }
    // It may have ended in time, and this process have stood still since then.
    if let ending = ending(of: child) {
      for stream in streams { stream.drain() }
      return ending
    }
    end(child)
    for stream in streams { stream.drain() }
    return wasStopped ? .stopped : .outOfTime
  }

  /// Ends it, and whatever it has started that did not go out of its way to be on its own.
  private static func end(_ child: pid_t) {
    // Told first, so that git takes its locks away; it has a second for that.
    kill(-child, SIGTERM)
    let grace = ContinuousClock.now + .seconds(1)
    while ContinuousClock.now < grace, !hasEnded(child) { poll(nil, 0, 5) }
    // Waited for afterwards: until then its number, which is its group's, is nobody else's.
    kill(-child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
  }

  /// Asks without waiting for it, so that its number stays its own.
  private static func hasEnded(_ child: pid_t) -> Bool {
    var info = siginfo_t()
    guard waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return errno != EINTR }
    return info.si_signo == SIGCHLD
  }

  /// Nil while it runs.
  private static func ending(of child: pid_t) -> Ending? {
    var status: Int32 = 0
    let found = waitpid(child, &status, WNOHANG)
    if found == 0 { return nil }
    // SIGCHLD was ignored by whoever started us: its end can't be known, and is not taken for a good one.
    guard found == child else { return errno == EINTR ? nil : .notStarted(errno: errno) }
    return switch Child.ending(of: status) {
    case .exited(let code): .exited(code)
    case .killed(let signal): .killed(signal: signal)
    case .notStarted(let code): .notStarted(errno: code)
    }
  }
}

/// A pipe that keeps the first bytes that come through it.
private final class CapturedStream {
  let readEnd: Int32
  private(set) var writeEnd: Int32
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isCut = false

  init(limit: Int) throws(Child.StartError) {
    var ends: [Int32] = [0, 0]
    guard cprocess_pipe(&ends, 0) == 0 else { throw Child.StartError(code: errno) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    self.limit = limit
    _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
  }

  deinit {
    closeWriteEnd()
    close(readEnd)
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  /// False at the end.
  func readMore() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(readEnd, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
    let kept = min(count, limit - bytes.count)
    bytes += buffer[..<kept]
    if kept < count { isCut = true }
    return true
  }

  /// What is there already.
  func drain() {
    var polled = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    while !isCut, poll(&polled, 1, 0) > 0, readMore() {}
  }
}
