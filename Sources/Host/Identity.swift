import Domain
import Glibc

/// Who runs this process, as the kernel says.
///
/// Nothing can be passed in: a name that an environment variable or an argument could choose would be worth nothing.
public enum Identity {
  /// The real uid's account, the login behind it where that is another (`sudo`), and what the environment claims.
  /// `person` is nil: the store knows who that is.
  public static func current() -> Actor {
    let uid = getuid()
    let login = name(of: uid) ?? "uid-\(uid)"
    var session: String?
    if let opener = sessionUID(), opener != uid { session = name(of: opener) ?? "uid-\(opener)" }
    var claims = claims()
    let doubt = doubt()
    claims["doubt"] = doubt
    return Actor(login: login, uid: uid, sessionLogin: session, doubt: doubt, claims: claims)
  }

  /// What lets a user choose the uid or the name that this process sees: a user namespace of their own, or a library
  /// loaded in front of the system's.
  private static func doubt() -> String? {
    for variable in ["LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH"] where getenv(variable) != nil {
      return "\(variable) is set"
    }
    let map = text(of: "/proc/self/uid_map").split(whereSeparator: { $0 == " " || $0 == "\n" })
    return map == ["0", "0", "4294967295"] ? nil : "uids are mapped in a namespace"
  }

  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
  }

  /// The uid that pam_loginuid(8) set when the session began, which no later `su` or `sudo` changes; nil when unset.
  private static func sessionUID() -> UInt32? {
    guard let uid = UInt32(text(of: "/proc/self/loginuid").filter { !$0.isWhitespace }) else { return nil }
    // The kernel's word for "never set" is -1.
    return uid == .max ? nil : uid
  }

  private static func name(of uid: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return String(cString: entry.pw_name)
  }

  /// What is recorded and never believed: where the session says it comes from, and its terminal.
  private static func claims() -> [String: String] {
    var claims: [String: String] = [:]
    if let connection = getenv("SSH_CONNECTION") { claims["SSH_CONNECTION"] = String(cString: connection) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where claims["terminal"] == nil {
      var name = [CChar](repeating: 0, count: 256)
      if ttyname_r(descriptor, &name, name.count) == 0 {
        claims["terminal"] = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    return claims
  }
}
