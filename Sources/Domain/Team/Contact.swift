import Foundation

/// How somebody is reached; nil for what is not known.
public struct Contact: Hashable, Sendable {
  /// A mail address, as in `ana@example.org`: what calendars and trailers of git name somebody by.
  public var mail: String?
  /// A phone number, a channel, whatever one calls: for people to read.
  public var call: String?
  /// An IANA name; nil for the team's.
  public var timeZone: String?

  public init(mail: String? = nil, call: String? = nil, timeZone: String? = nil) {
    self.mail = mail
    self.call = call
    self.timeZone = timeZone
  }

  public var isEmpty: Bool { self == Contact() }

  /// The same without what is blank, and without spaces around the rest.
  public var tidy: Contact {
    func tidy(_ text: String?) -> String? {
      let text = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      return text.isEmpty ? nil : text
    }
    return Contact(mail: tidy(mail), call: tidy(call), timeZone: tidy(timeZone))
  }

  /// Refuses what nobody could be reached by.
  public func check() throws(ContactProblem) {
    if let mail, !Self.isMail(mail) { throw .mail(mail) }
    if let call, call.count > Self.mostCall || call.contains(where: \.isNewline) { throw .call(call) }
    if let timeZone, TimeZone(identifier: timeZone) == nil { throw .timeZone(timeZone) }
  }

  /// Whether a text can stand as an address wherever one is written: one `@` with something on both sides of it, and no
  /// blank, control, bracket, quote or comma, which would end it there (RFC 5322, 3.4.1, without its quoted forms).
  public static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254 else { return false }
    return !text.unicodeScalars.contains { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format || "<>()[]\\,;:\"".unicodeScalars.contains(scalar)
    }
  }

  /// Characters of what one calls: it stands on one line.
  private static let mostCall = 200
}

/// What can't be kept of how somebody is reached. Nothing was written.
public enum ContactProblem: Error, Hashable, Sendable {
  case mail(String)
  case call(String)
  case timeZone(String)
}

extension ContactProblem: CustomStringConvertible {
  public var description: String { reason + ". Nothing was changed" }

  /// Without what became of it, for a form that complains beside its field.
  public var reason: String {
    switch self {
    case .mail(let text):
      "\"\(text)\" is no mail address: write it as ana@example.org, without a name, spaces or brackets"
    case .call: "how to call somebody is one line of at most 200 characters"
    case .timeZone(let text):
      "\(text) is no time zone that this machine knows: use an IANA name such as Europe/Berlin or UTC"
    }
  }
}
