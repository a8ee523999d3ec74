import Foundation
import Glibc

/// Calls back soon after anybody's commit, this process's own included, from a thread of its own.
///
/// inotify wakes it when the -wal file is written, a few milliseconds before or after which the commit shows; a slow
/// poll beside it finds what inotify missed. The callback says only that something changed: read the journal from
/// the last entry seen.
public final class ChangeSignal: Sendable {
  private let stopDescriptor: Int32

  /// The poll while nothing is heard, and where there is no inotify to be had.
  private static let slow: Int32 = 1000
  private static let slowWithoutEvents: Int32 = 200
  /// After an event: the file is written first and the commit shows a moment later, at the end of the sync.
  private static let soon: [Int32] = [0, 1, 1, 2, 4, 8, 16, 32, 64]

  init(engine: any Engine, onChange: @escaping @Sendable () -> Void) throws {
    let events = Self.watch(engine.signalFile)
    let start = try engine.changeCounter()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw StoreError.inputOutput(path: "a pipe", detail: StoreFile.reason()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let stop = ends[0]
    stopDescriptor = ends[1]
    let thread = Thread { Self.run(engine, since: start, events: events, stop: stop, onChange) }
    thread.name = "prodpair.changes"
    thread.start()
  }

  /// Stops it; a callback that has begun is not waited for.
  deinit { close(stopDescriptor) }

  /// A descriptor that is readable when the file was written; -1 where the kernel gives none.
  private static func watch(_ file: String?) -> Int32 {
    guard let file else { return -1 }
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return -1 }
    guard inotify_add_watch(descriptor, file, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return -1
    }
    return descriptor
  }

  private static func run(
    _ engine: any Engine, since start: Int64, events: Int32, stop: Int32, _ onChange: @Sendable () -> Void
  ) {
    defer {
      if events >= 0 { close(events) }
      close(stop)
    }
    let idle = events >= 0 ? slow : slowWithoutEvents
    var seen = start
    var rung = 0
    var isAway = false
    while true {
      var waits = [
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0), pollfd(fd: events, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waits, 2, rung < soon.count ? soon[rung] : idle)
      if count < 0, errno != EINTR { return }
      // The other end of the pipe closes when the signal goes away.
      if waits[0].revents != 0 { return }
      let isWoken = drain(events)
      rung = isWoken ? 0 : min(rung + 1, soon.count)
      do {
        let counter = try engine.changeCounter()
        guard counter != seen || isAway else { continue }
        seen = counter
        isAway = false
        onChange()
      } catch StoreError.closed {
        return
      } catch StoreError.replaced, StoreError.vanished {
        // A store that was moved away may be moved back.
        guard !isAway else { continue }
        isAway = true
        onChange()
      } catch {
        // A read that failed now may do better at the next turn, and the app's own reads say what is wrong.
        continue
      }
    }
  }

  private static func drain(_ events: Int32) -> Bool {
    guard events >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var isWoken = false
    while read(events, &buffer, buffer.count) > 0 { isWoken = true }
    return isWoken
  }
}
