import CCurses
import Glibc

extension CursesTerminal {
  /// Sleeps until something happens, and returns all that has; empty when the time is over.
  ///
  /// A change of size comes once, however often it changed, and a wake-up once, however often it was
  /// signalled. SIGTSTP from outside comes as the key ^Z. After ``InputEvent/hangup`` nothing follows.
  ///
  /// - Parameter timeoutMilliseconds: `nil` waits for ever.
  public func nextEvents(wake: WakePipe? = nil, timeoutMilliseconds: Int32? = nil) -> [InputEvent] {
    guard isOurs else { return [.hangup] }
    let patience = decoder.patienceMilliseconds
    let timeout = [hasMoreInput ? 0 : nil, patience, timeoutMilliseconds].compactMap { $0 }.min() ?? -1
    var polled = [STDIN_FILENO, cc_signal_descriptor(), wake?.fileDescriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&polled, nfds_t(polled.count), timeout)
    let interrupted = count < 0 && errno == EINTR

    var events = takeSignals()
    events += readAll()
    if patience != nil, count == 0, !interrupted { events += decoder.giveUp() }
    if count > 0, polled[2].revents != 0, let wake {
      wake.drain()
      events.append(.wake)
    }
    if count > 0, polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { events.append(.hangup) }
    return events
  }

  private func takeSignals() -> [InputEvent] {
    let signals = cc_take_signals()
    if signals & UInt32(CC_CONTINUED) != 0 {
      // Stopped from outside: the shell has had the terminal since, in its own mode.
      release()
      reclaim()
    }
    return signals & UInt32(CC_STOP_REQUESTED) != 0 ? [.key(.control("Z"))] : []
  }

  private func readAll() -> [InputEvent] {
    var events: [InputEvent] = []
    var resized = false
    hasMoreInput = true
    // An endless stream of input must not keep the screen from being drawn.
    reading: for _ in 0..<4096 {
      let input = cc_read()
      switch input.kind {
      case .none:
        hasMoreInput = false
        break reading
      case .byte: events += decoder.feed(UInt8(truncatingIfNeeded: input.value))
      case .function: events += decoder.feed(.function(Int(input.value)))
      case .named: events += Key(input.key).map { decoder.feed($0) } ?? []
      case .mouse:
        events.append(.mouse(Mouse(Mouse.Action(input.mouse), at: Point(x: Int(input.column), y: Int(input.row)))))
      case .resize: resized = true
      case .paste_begin: events += decoder.beginPaste()
      case .paste_end: events += decoder.endPaste()
      case .unknown: break
      }
    }
    if !hasMoreInput { events += decoder.pause() }
    if resized {
      presented = nil
      events.append(.resize(size))
    }
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
