/// How a command ended.
public enum ExecutionEnding: Hashable, Sendable {
  case exited(Int)
  /// A signal ended it that nobody sent through us.
  case killed(signal: Int)
  /// It never began; why, for people.
  case notStarted(String)
  /// Its time (`timeout:`) was up, and it was ended.
  case timedOut
  /// Somebody had it stopped; nil where it is not known who.
  case stopped(by: Handle?)
  /// Whoever watched over it is gone, or the machine was restarted: nobody knows.
  case lost
}

extension ExecutionEnding {
  /// As it is in the store and in JSON.
  public var name: String {
    switch self {
    case .exited: "exited"
    case .killed: "killed"
    case .notStarted: "not-started"
    case .timedOut: "timed-out"
    case .stopped: "stopped"
    case .lost: "lost"
    }
  }

  /// The exit code, or the signal.
  public var code: Int? {
    switch self {
    case .exited(let code), .killed(let code): code
    case .notStarted, .timedOut, .stopped, .lost: nil
    }
  }
}

/// What a command's end says.
public enum Verdict: String, CaseIterable, Codable, Sendable {
  case yes, no
  /// Neither: it could not be run, or something in it could not.
  case couldNotRun = "could-not-run"
  case timedOut = "timed-out"
  case stopped
  /// Nobody knows how it ended. Never taken for a yes (design.md, section 3, rule 5).
  case unknown

  /// Whether it is a yes or a no.
  public var isAnswer: Bool { self == .yes || self == .no }

  /// - Parameter isMatched: whether the output has what `matches:` asks for; nil where nothing is asked for.
  public init(_ ending: ExecutionEnding, isMatched: Bool? = nil) {
    self =
      switch ending {
      case .exited(0): isMatched == false ? .no : .yes
      // What shells give for a command that can't be run, and for one that is not found (POSIX, "Exit Status").
      case .exited(126), .exited(127), .notStarted: .couldNotRun
      case .exited: .no
      case .timedOut: .timedOut
      case .killed, .stopped: .stopped
      case .lost: .unknown
      }
  }
}
