import Domain

/// Why a payload cannot be taken. Nothing was written.
public struct AlertPayloadError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// No byte but white space.
    case empty
    /// No JSON, or JSON that was cut short; the place in the text, from 1.
    case json(String, line: Int, column: Int)
    /// What is missing, which every payload of the source has.
    case missing
    /// What stands there, as in `a list`, and what has to.
    case wrongType(found: String, wanted: String)
    /// A word that is none of those that can stand there.
    case unknownWord(String, known: [String])
    /// Another version of the format than the one that is read.
    case otherVersion(found: String, read: String, hint: String)
    /// Nothing in it that an alert could be known again by.
    case noKey(wanted: String)
    case tooMany(Int, limit: Int)
  }

  public var source: AlertSource
  /// The place in the payload as in `alerts[3].fingerprint`; empty for the payload as a whole.
  public var path: String
  public var reason: Reason

  public init(_ source: AlertSource, _ path: String = "", _ reason: Reason) {
    self.source = source
    self.path = path
    self.reason = reason
  }
}
