import Domain
import Foundation

/// Whether somebody wants a command stopped: through its spool's pipe, or by telling the one who watches over it to end.
public final class StopRequests {
  private let control: ControlPipe
  private let signals: SignalPipe
  /// Set once somebody asked; it stays. Nil inside where it is not known who.
  public private(set) var asked: Handle??

  public init(control: ControlPipe, signals: SignalPipe) {
    self.control = control
    self.signals = signals
  }

  var descriptors: [Int32] { [control.descriptor, signals.descriptor] }

  /// Looks whether somebody did by now.
  public func isAsked() -> Bool {
    let message = control.take().first { $0.stop }
    let isTold = signals.takeTermination()
    if asked == nil {
      if let message {
        asked = .some(Self.handle(message.by))
      } else if isTold {
        asked = .some(nil)
      }
    }
    return asked != nil
  }

  /// Nil for what can't be anybody's name: anybody who may write to the pipe has written it.
  private static func handle(_ text: String) -> Handle? {
    let isName = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
    return !text.isEmpty && text.utf8.count <= 256 && isName ? Handle(text) : nil
  }

  /// Waits so long, and less where this process is told to end.
  ///
  /// - Returns: whether it was told since this was last looked at.
  public func waitToBeTold(_ duration: Duration) -> Bool {
    let end = ContinuousClock.now + duration
    while !signals.takeTermination() {
      let left = end - .now
      guard left > .zero else { return false }
      var polled = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&polled, 1, Int32(clamping: left.wholeMilliseconds + 1))
    }
    return true
  }

  /// Waits so long at most, and less where somebody asks.
  ///
  /// - Returns: whether somebody did.
  public func wait(_ duration: Duration) -> Bool {
    let end = ContinuousClock.now + duration
    while !isAsked() {
      let left = end - ContinuousClock.now
      guard left > .zero else { return false }
      var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&polled, nfds_t(polled.count), Int32(clamping: left.wholeMilliseconds + 1))
    }
    return true
  }
}
