import Foundation

/// Why a trial could not be held at all; what it finds is no error but its result.
public enum TortureError: Error, CustomStringConvertible {
  case notStarted([String], reason: String)
  /// A command that prepares a trial, or puts it right, did not do what it is there for.
  case unprepared(Ended)
  case unreadable(String, reason: String)
  case noInterposer

  public var description: String {
    switch self {
    case .notStarted(let words, let reason): "can't start \(words.joined(separator: " ")): \(reason)"
    case .unprepared(let ended): "the trial could not be prepared: \(ended)"
    case .unreadable(let what, let reason): "can't read \(what): \(reason)"
    case .noInterposer: "the library that makes calls fail is not there: build prodpair-faults, or name it by --faults"
    }
  }

  /// What the last failed call of this thread says.
  static func reason() -> String { String(cString: strerror(errno)) }
}
