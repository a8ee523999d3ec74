import Domain
import Text

/// The prod pair as trailers of a commit, in the form that GitHub and GitLab read: `Co-authored-by: Ana <ana@example.org>`.
public struct PairTrailers: Hashable, Sendable {
  /// In the order of the pair, one for each, without a line break.
  public let lines: [String]
  /// Those without an address that can stand in a trailer: no line is written for them.
  public let missing: [Handle]

  /// - Parameter author: the address of whoever commits, who is no co-author; compared without regard to case.
  public init(_ people: [Handle], known: [Handle: Person], author: String? = nil) {
    var lines: [String] = []
    var missing: [Handle] = []
    for who in people.firstOfEach {
      guard let person = known[who], let address = person.contact.mail, Contact.isMail(address) else {
        missing.append(who)
        continue
      }
      if let author, author.lowercased() == address.lowercased() { continue }
      let name = Self.name(person.name)
      lines.append("Co-authored-by: \(name.isEmpty ? who.text : name) <\(address)>")
    }
    self.lines = lines
    self.missing = missing
  }

  /// Each line ended by a newline; empty where there are none.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// A name on one line; the brackets that set off the address are not in it (as git itself leaves them out).
  private static func name(_ name: String) -> String {
    visible(name).filter { $0 != "<" && $0 != ">" }.split(separator: " ").joined(separator: " ")
  }
}
