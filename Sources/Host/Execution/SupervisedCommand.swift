import Domain
import Foundation

/// A command on a terminal of its own, watched over to its end: its output is spooled, its time is limited, and it is
/// stopped when somebody wants that.
public struct SupervisedCommand: Sendable {
  /// A path.
  public var program: String
  /// What it is called by, and finds as its own name.
  public var name: String
  public var arguments: [String]
  public var environment: [String: String]
  public var directory: String
  public var timeout: Duration?

  /// How long a command has after SIGINT, and then after SIGTERM, to put itself in order.
  public static let grace = Duration.seconds(5)

  public init(
    program: String, name: String, arguments: [String], environment: [String: String], directory: String,
    timeout: Duration? = nil
  ) {
    self.program = program
    self.name = name
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.timeout = timeout
  }

  /// Runs it to its end, which is its own, that of its time, or somebody's wish.
  ///
  /// What it leaves running when it ends by itself goes on, and is named in the output's last line. Where it is ended,
  /// all that it has started is ended too, in whatever session that is by then.
  public func run(into spool: OutputSpool, masking mask: inout SecretMask, stops: StopRequests) -> ExecutionEnding {
    do {
      let terminal = try Pseudoterminal()
      let child = try SessionProcess.start(
        program, name: name, arguments: arguments, environment: environment, directory: directory, on: terminal)
      spool.begun(child)
      var watch = CommandWatch(child: child, terminal: terminal, spool: spool, stops: stops, mask: mask)
      let ending = watch.run(until: timeout.map { .now + $0 })
      mask = watch.mask
      return ending
    } catch {
      return .notStarted("\(name): \(error)")
    }
  }
}

/// One watch over one command.
private struct CommandWatch {
  let child: SessionProcess
  let terminal: Pseudoterminal
  let spool: OutputSpool
  let stops: StopRequests
  var mask: SecretMask
  private let buffer = OutputBuffer()
  private var status: Int32?
  private var isTerminalOver = false
  private var end: EndingProcess?

  init(child: SessionProcess, terminal: Pseudoterminal, spool: OutputSpool, stops: StopRequests, mask: SecretMask) {
    self.child = child
    self.terminal = terminal
    self.spool = spool
    self.stops = stops
    self.mask = mask
  }

  mutating func run(until deadline: ContinuousClock.Instant?) -> ExecutionEnding {
    while true {
      readOutput()
      // First, since it takes note that a child has ended: what comes after that wakes us again.
      let isStopAsked = stops.isAsked()
      reap()
      if status != nil, end?.isThrough ?? true { return finish() }
      if end?.isGivenUp ?? false { return finish() }
      if status == nil, end == nil {
        if isStopAsked {
          end = EndingProcess(child.id, as: .stopped(by: stops.asked ?? nil))
        } else if let deadline, .now >= deadline {
          end = EndingProcess(child.id, as: .timedOut)
        }
      }
      end?.goOn()
      wait(until: deadline)
    }
  }

  /// Takes what is there; not for ever, so that whoever wants it stopped is heard.
  private mutating func readOutput() {
    for _ in 0..<8 {
      switch terminal.read(into: buffer.bytes) {
      case .bytes(let count): take(count)
      case .nothing:
        isTerminalOver = false
        return
      case .over:
        isTerminalOver = true
        return
      }
    }
  }

  private mutating func take(_ count: Int) {
    let bytes = UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count])
    guard !mask.isEmpty else { return spool.write(bytes) }
    mask.masked(Array(bytes)).withUnsafeBytes { spool.write($0) }
  }

  /// Asks how those have ended who have: the command, and what it left behind.
  private mutating func reap() {
    var status: Int32 = 0
    while case let id = waitpid(-1, &status, WNOHANG), id > 0 { if id == child.id { self.status = status } }
  }

  private func wait(until deadline: ContinuousClock.Instant?) {
    // One that has closed its terminal may open it again, and whoever is ended leaves others, of which nobody tells.
    var pause = isTerminalOver || end != nil ? Duration.milliseconds(20) : .seconds(1)
    if let deadline, end == nil { pause = max(.zero, min(pause, deadline - .now)) }
    var polled = stops.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    polled.append(pollfd(fd: isTerminalOver ? -1 : terminal.descriptor, events: Int16(POLLIN), revents: 0))
    poll(&polled, nfds_t(polled.count), Int32(clamping: pause.wholeMilliseconds + (pause > .zero ? 1 : 0)))
  }

  private mutating func finish() -> ExecutionEnding {
    var drained = 0
    drain: while drained < ExecutionOutput.keptLimit {
      guard case .bytes(let count) = terminal.read(into: buffer.bytes) else { break drain }
      take(count)
      drained += count
    }
    mask.rest().withUnsafeBytes { spool.write($0) }
    tellOfLeftovers()
    if let end { return end.ending }
    guard let status else { return .lost }
    return switch Child.ending(of: status) {
    case .exited(let code): .exited(Int(code))
    case .killed(let signal): .killed(signal: Int(signal))
    case .notStarted(let code): .notStarted(SystemError(code: code).description)
    }
  }

  /// Names what is left running.
  private mutating func tellOfLeftovers() {
    // The terminal's end is an end for most; they have a moment to take note of it.
    let patience = ContinuousClock.now + .milliseconds(200)
    var left = ProcessTree.descendants(of: getpid())
    while !left.isEmpty, ContinuousClock.now < patience {
      poll(nil, 0, 5)
      reap()
      left = ProcessTree.descendants(of: getpid())
    }
    guard !left.isEmpty else { return }
    let names = left.prefix(10).map { "\(mask.masked($0.name)) (\($0.id))" }.joined(separator: ", ")
    let more = left.count > 10 ? " and \(left.count - 10) more" : ""
    spool.writeLine("[prodpair: left running by the command: \(names)\(more)]")
  }
}

/// How a command is ended that did not end by itself: SIGINT, then SIGTERM, then SIGKILL, each when the one before it has
/// had its time.
private struct EndingProcess {
  let ending: ExecutionEnding
  private let group: pid_t
  private var stage = 0
  private var next = ContinuousClock.now
  /// Then it is given up, whatever is left.
  private var lastly = ContinuousClock.now
  /// How often it was killed, and nothing was left that should go.
  private var vainTries = 0

  init(_ group: pid_t, as ending: ExecutionEnding) {
    self.group = group
    self.ending = ending
  }

  /// Whether nothing of it runs any more, or all was done that can be.
  var isThrough: Bool { isGivenUp || ProcessTree.descendants(of: getpid()).isEmpty }

  /// What the kernel does not let go, as while it waits for a disk, or what is not ours to kill, is left alone then, and
  /// named as left running. What was killed and is still there only waits for its turn, on a machine with much to do.
  private(set) var isGivenUp = false

  mutating func goOn() {
    guard ContinuousClock.now >= next else { return }
    switch stage {
    case 0: kill(-group, SIGINT)
    case 1: send(SIGTERM)
    default:
      vainTries = send(SIGKILL) ? 0 : vainTries + 1
      isGivenUp = stage > 2 && (vainTries >= 2 || ContinuousClock.now >= lastly)
    }
    if stage == 2 {
      lastly = .now + .seconds(60)
      // What forks while it is ended is found the next time.
      let patience = ContinuousClock.now + .seconds(2)
      while !ProcessTree.descendants(of: getpid()).isEmpty, ContinuousClock.now < patience {
        send(SIGKILL)
        poll(nil, 0, 10)
      }
    }
    stage += 1
    next = .now + (stage < 3 ? SupervisedCommand.grace : .milliseconds(500))
  }

  /// To the group, and to all that went away from it.
  ///
  /// - Returns: whether it reached any that does not wait for a disk.
  @discardableResult
  private func send(_ signal: Int32) -> Bool {
    kill(-group, signal)
    let reached = ProcessTree.descendants(of: getpid()).filter { kill($0.id, signal) == 0 }
    return reached.contains { !$0.isStuck }
  }
}

/// What is read into, and let go with the watch.
private final class OutputBuffer {
  let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
  deinit { bytes.deallocate() }
}
