/// Who may do what with one of a store's files, as the file system says.
public struct FileMode: Hashable, Sendable {
  public var path: String
  /// Permission bits, set-id and sticky bits included.
  public var bits: UInt32
  public var owner: String
  public var group: String

  public init(path: String, bits: UInt32, owner: String, group: String) {
    self.path = path
    self.bits = bits
    self.owner = owner
    self.group = group
  }

  /// As `stat(1)` would say it: `0660 ana:ops`.
  public var text: String { "\(octal) \(owner):\(group)" }

  /// Nil where nothing is.
  init?(of path: String) {
    guard let status = StoreFile.status(path) else { return nil }
    self.init(path: path, bits: status.mode, owner: status.owner, group: status.group)
  }

  /// Of four digits, as `chmod` takes them.
  var octal: String {
    let digits = String(bits & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
