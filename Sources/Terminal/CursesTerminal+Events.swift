import CCurses
import Glibc

extension CursesTerminal {
  /// Sleeps until something happens, and returns all that has; empty when the time is over.
  ///
  /// A change of size comes once, however often it changed, and after what was typed; a wake-up once, however often it was
  /// signalled. SIGTSTP from outside comes as the key ^Z. After ``InputEvent/hangup`` nothing follows.
  ///
  /// - Parameter timeoutMilliseconds: `nil` waits for ever.
  public func nextEvents(wake: WakePipe? = nil, timeoutMilliseconds: Int32? = nil) -> [InputEvent] {
    guard isOurs else { return [.hangup] }
    let timeout = [mustNotSleep ? 0 : nil, patienceMilliseconds, timeoutMilliseconds].compactMap { $0 }.min() ?? -1
    var polled = [STDIN_FILENO, cc_signal_descriptor(), wake?.fileDescriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&polled, nfds_t(polled.count), timeout)

    let signals = cc_take_signals()
    if signals & UInt32(CC_CONTINUED) != 0 {
      // Stopped from outside: the shell has had the terminal since, in its own mode.
      release()
      reclaim()
    }
    var events: [InputEvent] = signals & UInt32(CC_STOP_REQUESTED) != 0 ? [.key(.control("Z"))] : []
    events += readAll()
    events += fitWindow(signalled: signals & UInt32(CC_RESIZED) != 0)
    if patienceMilliseconds == 0 { events += decoder.giveUp() }
    if count > 0, polled[2].revents != 0, let wake {
      wake.drain()
      events.append(.wake)
    }
    if count > 0, polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { events.append(.hangup) }
    return events
  }

  /// How much longer to wait for the rest of what has begun; `nil` where nothing has.
  private var patienceMilliseconds: Int32? {
    decoder.patienceMilliseconds.map { patience in
      Int32(clamping: max(0, Int64(patience) - Int64((ContinuousClock.now - lastReadAt) / .milliseconds(1))))
    }
  }

  /// Even where the size is the same again, the terminal may have dropped what it had no place for in between.
  private func fitWindow(signalled: Bool) -> [InputEvent] {
    cc_fit_window()
    guard signalled || size != reportedSize else { return [] }
    cc_forget_screen()
    presented = nil
    reportedSize = size
    return [.resize(size)]
  }

  private func readAll() -> [InputEvent] {
    var events: [InputEvent] = []
    mustNotSleep = true
    // An endless stream of input must not keep the screen from being drawn.
    reading: for _ in 0..<4096 {
      let input = cc_read()
      if input.kind != .none { lastReadAt = .now }
      switch input.kind {
      case .none:
        mustNotSleep = false
        break reading
      case .byte: events += decoder.feed(UInt8(truncatingIfNeeded: input.value))
      case .function: events += decoder.feed(.function(Int(input.value)))
      case .named: events += Key(input.key).map { decoder.feed($0) } ?? []
      case .mouse:
        events.append(.mouse(Mouse(Mouse.Action(input.mouse), at: Point(x: Int(input.column), y: Int(input.row)))))
      case .resize: break  // the signal says so too
      case .paste_begin: events += decoder.beginPaste()
      case .paste_end: events += decoder.endPaste()
      case .unknown: break
      }
    }
    if !mustNotSleep { events += decoder.pause() }
    for case .synchronizedOutput(let isAvailable) in decoder.takeAnswers() { cc_set_synchronized(isAvailable) }
    return events
  }
}

extension Key {
  fileprivate init?(_ key: cc_key) {
    switch key {
    case .none: return nil
    case .enter: self = .enter
    case .back_tab: self = .backTab
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .insert: self = .insert
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .page_up: self = .pageUp
    case .page_down: self = .pageDown
    }
  }
}

extension Mouse.Action {
  fileprivate init(_ mouse: cc_mouse) {
    switch mouse {
    case .press_left: self = .press(.left)
    case .press_middle: self = .press(.middle)
    case .press_right: self = .press(.right)
    case .release: self = .release
    case .wheel_up: self = .wheelUp
    case .wheel_down: self = .wheelDown
    }
  }
}
